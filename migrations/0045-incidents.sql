-- Incidents: files, the bodies that are parties to them, lots, actions, steps, what was told to everybody, and the rules of the programme. All of
-- it follows from the log. Who reported stands in none of these tables.
create table incident (
  tenant_id text not null,
  id uuid not null,
  number text not null,
  source text not null,
  category text not null,
  risks text[] not null,
  severity smallint not null,
  severity_because text,
  state text not null,
  level text not null,
  confidentiality text not null,
  place_kind text not null,
  site_id uuid,
  place_name text,
  latitude double precision,
  longitude double precision,
  province_code text,
  territoire_code text,
  occurred_on date,
  received_on date not null,
  verified_on date,
  account text not null,
  actors jsonb not null,
  -- Kinds of body that are parties as a class, where they work in the area.
  actor_kinds text[] not null,
  photos jsonb not null,
  hit_id uuid,
  opened_on date not null,
  level_since date not null,
  concluded_by text,
  concluded_as text,
  basis text,
  finding text,
  resolved_by text,
  decided text,
  -- The day on which it was resolved or found unfounded.
  ended_on date,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, number)
);
create index incident_by_site on incident (tenant_id, site_id) where site_id is not null;
create index incident_by_place on incident (tenant_id, upper(place_name)) where place_name is not null;
create index incident_open on incident (tenant_id, id) where state not in ('unfounded', 'resolved', 'closed');

create table incident_party (
  tenant_id text not null,
  incident_id uuid not null,
  organisation_id uuid not null,
  because text not null,
  primary key (tenant_id, incident_id, organisation_id)
);
create index incident_party_by_organisation on incident_party (tenant_id, organisation_id, incident_id);

create table incident_lot (
  tenant_id text not null,
  incident_id uuid not null,
  lot_id uuid not null,
  held_by text,
  freed_at timestamptz,
  primary key (tenant_id, incident_id, lot_id)
);
create index incident_lot_by_lot on incident_lot (tenant_id, lot_id);

create table incident_action (
  tenant_id text not null,
  incident_id uuid not null,
  id text not null,
  ordinal integer not null,
  said text not null,
  owner_id uuid not null,
  due date not null,
  agreed_in text,
  state text not null,
  done_on date,
  evidence text,
  photos jsonb not null,
  primary key (tenant_id, incident_id, id)
);
create index incident_action_by_owner on incident_action (tenant_id, owner_id, due) where state = 'open';

create table incident_step (
  tenant_id text not null,
  incident_id uuid not null,
  ordinal integer not null,
  step text not null,
  said text,
  facts jsonb not null,
  organisation_id uuid,
  happened_at timestamptz not null,
  primary key (tenant_id, incident_id, ordinal)
);

create table incident_outcome (
  tenant_id text not null,
  incident_id uuid not null,
  month text not null,
  province_code text,
  territoire_code text,
  category text not null,
  decided text not null,
  published_on date not null,
  published_by text not null,
  primary key (tenant_id, incident_id)
);

create table incident_rule (
  tenant_id text not null,
  position bigint not null,
  rule text not null,
  value integer not null,
  reason text not null,
  account text not null,
  organisation_id uuid,
  changed_at timestamptz not null,
  primary key (tenant_id, position)
);

grant select, insert, update, delete, truncate on incident, incident_party, incident_lot, incident_action, incident_step, incident_outcome,
  incident_rule to chanzo_app;
