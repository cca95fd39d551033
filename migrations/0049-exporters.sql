-- Exporters: register, owners, suppliers, status and audits. What follows from the log is kept as acts in their order; the state on any
-- day is computed from them. The names of persons who own stand in one plain table that no rebuild touches.

create table exporter (
  tenant_id text not null,
  organisation_id uuid not null,
  acts jsonb not null,
  primary key (tenant_id, organisation_id)
);

-- Each step of a status: an admission, a decision on an audit, a decision on an appeal.
create table exporter_status (
  tenant_id text not null,
  organisation_id uuid not null,
  position bigint not null,
  status text not null,
  from_on date not null,
  follow_up_on date,
  audit_number text,
  reason text not null,
  primary key (tenant_id, organisation_id, position)
);

-- Who is named as supplier of whom; `until_on` is the first day on which it no longer is.
create table exporter_supplier (
  tenant_id text not null,
  organisation_id uuid not null,
  supplier_id uuid not null,
  from_on date not null,
  until_on date,
  primary key (tenant_id, organisation_id, supplier_id, from_on)
);
create index exporter_supplier_by_supplier on exporter_supplier (tenant_id, supplier_id);

create table audit (
  tenant_id text not null,
  id uuid not null,
  number text not null,
  exporter_id uuid not null,
  auditor_id uuid not null,
  opened_on date not null,
  -- True between an appeal and its decision.
  appealed boolean not null,
  acts jsonb not null,
  primary key (tenant_id, id)
);
create unique index audit_by_number on audit (tenant_id, number);
create index audit_by_exporter on audit (tenant_id, exporter_id);

-- Plain: the name of a person who owns. Shown on one page, to few.
create table exporter_owner_person (
  tenant_id text not null,
  owner_id uuid not null,
  organisation_id uuid not null,
  name text not null,
  nationality text,
  changed_at timestamptz not null,
  primary key (tenant_id, owner_id)
);
create index exporter_owner_person_by_organisation on exporter_owner_person (tenant_id, organisation_id);

grant select, insert, update, delete, truncate on exporter, exporter_status, exporter_supplier, audit, exporter_owner_person to chanzo_app;
