-- Export certificates of other member states as they were received (ICGLR, MD.03): read from the log. A serial is unique in its country alone.
create table icglr_certificate (
  tenant_id text not null,
  certificate_id uuid not null,
  issuing_country text not null,
  identifier text not null,
  type_of_ore text not null,
  lot_number text not null,
  content jsonb not null,
  learned_at timestamptz not null,
  primary key (tenant_id, certificate_id)
);
create unique index icglr_certificate_serial on icglr_certificate (tenant_id, issuing_country, identifier);
grant select, insert, update, delete, truncate on icglr_certificate to chanzo_app;

-- Which place in the status lists a credential about a living thing has (a site under one order): given once, never again. Not from the log: it says
-- nothing but where to look, and the lists are made anew from what the register knows.
create table credential_index (
  tenant_id text not null,
  subject text not null,
  list_index integer not null,
  primary key (tenant_id, subject)
);
create unique index credential_index_place on credential_index (tenant_id, list_index);
grant select, insert on credential_index to chanzo_app;
