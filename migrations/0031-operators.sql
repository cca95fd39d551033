-- Operators: the mineral side of organisations, artisans without their names, cards and approvals, monthly reports. What follows from
-- the log is rebuilt from it; names, telephones and addresses of persons stand in two plain tables that no rebuild touches.

create table operator (
  tenant_id text not null,
  organisation_id uuid not null,
  entity_type text not null,
  -- What was said of it last: legal form, numbers of its papers, addresses, capital.
  described jsonb not null,
  described_at timestamptz not null,
  primary key (tenant_id, organisation_id)
);

-- Plain: how to reach the body. Never in the log, so that it can be taken away.
create table operator_contact (
  tenant_id text not null,
  organisation_id uuid not null,
  phone text,
  email text,
  changed_at timestamptz not null,
  primary key (tenant_id, organisation_id)
);

create table artisan (
  tenant_id text not null,
  id uuid not null,
  cooperative_id uuid,
  member_since date,
  sex text not null,
  birth_date date not null,
  nationality text not null,
  -- Keyed hash of the number of the identity paper: tells that two are one, never which number.
  identity_hash text,
  -- Artisans who carried the same identity when this one was registered.
  same_as uuid[] not null,
  registered_on date not null,
  erased_at timestamptz,
  primary key (tenant_id, id)
);
create index artisan_by_cooperative on artisan (tenant_id, cooperative_id, id);
create index artisan_by_identity on artisan (tenant_id, identity_hash) where identity_hash is not null;

-- Plain: the name of an artisan and what else points at a person. Shown on one page, to few.
create table artisan_person (
  tenant_id text not null,
  artisan_id uuid not null,
  name text not null,
  phone text,
  photo_sha256 text,
  changed_at timestamptz not null,
  primary key (tenant_id, artisan_id)
);

create table card (
  tenant_id text not null,
  id uuid not null,
  kind text not null,
  organisation_id uuid,
  artisan_id uuid,
  -- The newest number; those before stand in card_number.
  number text,
  class text,
  zone text,
  valid_from date,
  valid_until date,
  -- Everything that happened to it in order: the state on any day is computed from this and the day.
  acts jsonb not null,
  learned_at timestamptz not null,
  primary key (tenant_id, id)
);
create index card_by_organisation on card (tenant_id, organisation_id) where organisation_id is not null;
create index card_by_artisan on card (tenant_id, artisan_id) where artisan_id is not null;
create index card_by_end on card (tenant_id, valid_until);

create table card_number (
  tenant_id text not null,
  kind text not null,
  number text not null,
  card_id uuid not null,
  primary key (tenant_id, kind, number)
);
create index card_number_alone on card_number (tenant_id, number);

-- Every version that was filed; a correction is a new one.
create table trader_report (
  tenant_id text not null,
  organisation_id uuid not null,
  month text not null,
  version integer not null,
  filed_on date not null,
  late_days integer not null,
  hash text not null,
  filed jsonb not null,
  learned_at timestamptz not null,
  primary key (tenant_id, organisation_id, month, version)
);

grant select, insert, update, delete, truncate on operator, operator_contact, artisan, artisan_person, card, card_number, trader_report to chanzo_app;
