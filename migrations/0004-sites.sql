-- Sites. Read tables only, rebuilt from the log: the register, what was seen, the dated facts that make a status, missions,
-- inspections, orders. No table holds a status: it is computed for a day. No table holds the name of a person.

create table site (
  tenant_id text not null,
  id uuid not null,
  national_id text not null,
  name text not null,
  aliases jsonb not null,
  country text not null,
  icglr_id text,
  icglr_serial integer,
  minerals jsonb not null,
  latitude double precision,
  longitude double precision,
  position_origin text,
  stated jsonb not null,
  -- P-codes: where the position lies, else where the papers say, which `place_basis` tells.
  province_code text,
  territoire_code text,
  place_basis text not null,
  activity text,
  parent_site uuid,
  source jsonb not null,
  registered_on date not null,
  registered_at timestamptz not null,
  corrected_at timestamptz,
  primary key (tenant_id, id)
);
create index site_by_national_id on site (tenant_id, national_id);
create index site_by_icglr_id on site (tenant_id, icglr_id);
create index site_by_name on site (tenant_id, name, id);

create table site_visit (
  tenant_id text not null,
  site_id uuid not null,
  id uuid not null,
  visited_on date not null,
  on_site boolean not null,
  -- Null: not asked.
  armed_interference boolean,
  content jsonb not null,
  learned_at timestamptz not null,
  voided_at timestamptz,
  void_reason text,
  primary key (tenant_id, site_id, id)
);
create index site_visit_by_id on site_visit (tenant_id, id);

create table site_traceability (
  tenant_id text not null,
  site_id uuid not null,
  id uuid not null,
  reported_on date not null,
  scheme text not null,
  content jsonb not null,
  learned_at timestamptz not null,
  voided_at timestamptz,
  void_reason text,
  primary key (tenant_id, site_id, id)
);

-- One row per site and event: a line of an order's annex, a blue request, a hold, a reported colour.
create table site_status_fact (
  tenant_id text not null,
  site_id uuid not null,
  id uuid not null,
  kind text not null,
  acts_on date not null,
  -- What the status is computed from.
  content jsonb not null,
  -- What else the event says, for the page of the site.
  detail jsonb not null,
  recorded_at timestamptz not null,
  voided_at timestamptz,
  void_reason text,
  primary key (tenant_id, site_id, id)
);

create table mission (
  tenant_id text not null,
  id uuid not null,
  mission_kind text not null,
  phase text not null,
  planned_from date not null,
  planned_to date not null,
  started_on date,
  closed_on date,
  content jsonb not null,
  note text,
  planned_at timestamptz not null,
  primary key (tenant_id, id)
);
create table mission_site (
  tenant_id text not null,
  mission_id uuid not null,
  site_id uuid not null,
  primary key (tenant_id, mission_id, site_id)
);
create table mission_member (
  tenant_id text not null,
  mission_id uuid not null,
  ordinal integer not null,
  body text not null,
  attendance text not null,
  head boolean not null,
  organisation_id uuid,
  account_id uuid,
  primary key (tenant_id, mission_id, ordinal)
);

create table inspection (
  tenant_id text not null,
  id uuid not null,
  site_id uuid not null,
  mission_id uuid,
  inspected_on date not null,
  on_site boolean not null,
  phase text not null,
  result text,
  proposal jsonb,
  members jsonb not null,
  purpose text,
  not_visited_reason text,
  rulebook jsonb not null,
  opened_at timestamptz not null,
  review jsonb,
  primary key (tenant_id, id)
);
create index inspection_by_site on inspection (tenant_id, site_id, inspected_on);
create table inspection_finding (
  tenant_id text not null,
  inspection_id uuid not null,
  event_version integer not null,
  criterion text not null,
  answer text not null,
  narrative text,
  evidence jsonb not null,
  sources_consulted jsonb not null,
  by_body text not null,
  late boolean not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, inspection_id, event_version, criterion)
);
create table inspection_dissent (
  tenant_id text not null,
  inspection_id uuid not null,
  event_version integer not null,
  by_body text not null,
  criterion text not null,
  reason text not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, inspection_id, event_version)
);
-- `standing` is false once the form was changed or returned after the signature.
create table inspection_signature (
  tenant_id text not null,
  inspection_id uuid not null,
  event_version integer not null,
  body text not null,
  head boolean not null,
  account_id text not null,
  standing boolean not null,
  signed_at timestamptz not null,
  primary key (tenant_id, inspection_id, event_version)
);

create table status_order (
  tenant_id text not null,
  id uuid not null,
  number text not null,
  order_kind text not null,
  signatory_role text not null,
  signed_on date not null,
  effective_from date not null,
  until date,
  supersedes uuid,
  published_on date,
  publication_reference text,
  annulled_on date,
  annulment_reason text,
  legal_basis jsonb not null,
  rulebook jsonb not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id)
);
create index status_order_by_number on status_order (tenant_id, number);
create table status_order_site (
  tenant_id text not null,
  order_id uuid not null,
  site_id uuid not null,
  ordinal integer not null,
  colour text not null,
  proposed text,
  inspection_id uuid,
  deviation_reason text,
  primary key (tenant_id, order_id, site_id)
);
create index status_order_site_by_site on status_order_site (tenant_id, site_id);
create index status_order_site_by_inspection on status_order_site (tenant_id, inspection_id);

grant select, insert, update, delete, truncate on site, site_visit, site_traceability, site_status_fact, mission, mission_site, mission_member,
  inspection, inspection_finding, inspection_dissent, inspection_signature, status_order, status_order_site to chanzo_app;
