-- What other member states said in the form of the ICGLR, and whose signed tokens are believed.

-- Read tables, rebuilt from the log. An inspection that an authority reported stands beside our own missions and never among them:
-- we have neither its form nor its team.
create table icglr_inspection (
  tenant_id text not null,
  site_id uuid not null,
  inspection_id text not null,
  inspected_on date not null,
  -- MDC.01.
  result smallint not null,
  content jsonb not null,
  learned_at timestamptz not null,
  primary key (tenant_id, site_id, inspection_id)
);
-- A status that an authority wrote down: shows what it said, and opens no right here.
create table icglr_status (
  tenant_id text not null,
  site_id uuid not null,
  id uuid not null,
  dated_on date not null,
  code smallint not null,
  learned_at timestamptz not null,
  primary key (tenant_id, site_id, id)
);

-- Plain rows: authorities whose signed tokens (JWT) this server believes, the one algorithm it takes from each, and which of their
-- roles mean which of ours. The account carries what such a token writes; closing it shuts the door.
create table token_issuer (
  tenant_id text not null,
  issuer text not null,
  audience text not null,
  algorithm text not null,
  public_key jsonb not null,
  roles_claim text not null,
  roles jsonb not null,
  account_id uuid not null,
  added_at timestamptz not null,
  primary key (tenant_id, issuer)
);

grant select, insert, update, delete, truncate on icglr_inspection, icglr_status to chanzo_app;
grant select, insert, update, delete on token_issuer to chanzo_app;
