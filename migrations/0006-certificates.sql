-- Certificates: read tables of dossiers, the papers attached to them, and certificates. All follow from the log.

create table dossier (
  tenant_id text not null,
  id uuid not null,
  state text not null,
  lot_id uuid not null,
  lot_number text not null,
  mineral text not null,
  mass_grams bigint not null,
  exporter_id uuid not null,
  exporter_name text not null,
  terms jsonb not null,
  replaces text,
  opened_at timestamptz not null,
  recommended_on date,
  -- An account, never a name.
  recommended_by uuid,
  acknowledged jsonb,
  refused_on date,
  refusal_reason text,
  -- The checks as they stood when somebody refused.
  refused_checks jsonb,
  refused_rulebook jsonb,
  certificate_number text,
  primary key (tenant_id, id)
);
create index dossier_by_lot on dossier (tenant_id, lot_id);
create index dossier_by_exporter on dossier (tenant_id, exporter_id, id);
create index dossier_by_state on dossier (tenant_id, state, id);

create table dossier_fact (
  tenant_id text not null,
  dossier_id uuid not null,
  ordinal integer not null,
  fact jsonb not null,
  attached_at timestamptz not null,
  primary key (tenant_id, dossier_id, ordinal)
);

create table certificate (
  tenant_id text not null,
  number text not null,
  -- Index in the revocation list; never given twice.
  list_index bigint not null,
  dossier_id uuid not null,
  issued_on date not null,
  expires_on date not null,
  exporter_id uuid not null,
  -- The event of the issue, whole.
  issued jsonb not null,
  revoked_on date,
  revocation_reason text,
  replaced_by text,
  primary key (tenant_id, number),
  unique (tenant_id, list_index)
);
create index certificate_by_dossier on certificate (tenant_id, dossier_id);
create index certificate_revoked on certificate (tenant_id, list_index) where revoked_on is not null;

grant select, insert, update, delete, truncate on dossier, dossier_fact, certificate to chanzo_app;
