-- Papers along the chain: what kinds a programme knows, and the papers themselves with their uses. A kind without a row here is the one
-- that the program brings; a row is the programme's own choice and a plain row. Papers follow from the log.

create table paper_type (
  tenant_id text not null,
  code text not null,
  definition jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, code)
);

create table paper (
  tenant_id text not null,
  id uuid not null,
  type text not null,
  number text not null,
  issuer_id uuid not null,
  drafted_by uuid,
  valid_from date,
  valid_until date,
  issued_on date,
  cancelled_on date,
  cancel_reason text,
  most_uses integer,
  -- Fields of the type, signatories, links, scan: as drafted and revised.
  content jsonb not null,
  uses jsonb not null,
  -- Whose business it is: issuer, who drafted it, operators that it names.
  parties uuid[] not null,
  learned_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, type, issuer_id, number)
);
create index paper_by_party on paper using gin (parties);
create index paper_by_end on paper (tenant_id, valid_until);

create table paper_link (
  tenant_id text not null,
  paper_id uuid not null,
  kind text not null,
  thing text not null,
  primary key (tenant_id, kind, thing, paper_id)
);
create index paper_link_by_paper on paper_link (tenant_id, paper_id);

grant select, insert, update, delete, truncate on paper_type, paper, paper_link to chanzo_app;
