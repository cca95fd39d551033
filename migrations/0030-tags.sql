-- Tags from the request to the day on which they are used: parts of batches, requests, the box with three padlocks, its counts,
-- activation, baseline reports. All of it follows from the log and is filled by the rebuild that a new program makes.

-- 13 digits of a GRAI or 14 of a GTIN, where the batch was printed with one.
alter table tag_batch add column gs1_key text;
alter table tag
  -- Days between the loss and its report; null for tags on bags.
  add column days_late integer,
  -- lost, stolen, damaged, void: stays when the tag is destroyed later.
  add column declared_as text,
  add column destroyed_on date;
create index tag_by_lot on tag (tenant_id, lot_id) where lot_id is not null;
create index tag_declared on tag (tenant_id, changed_on, batch_id, number) where lot_id is null;

-- A batch given whole is one part.
create table tag_part (
  tenant_id text not null,
  batch_id uuid not null,
  from_number bigint not null,
  to_number bigint not null,
  site_id uuid not null,
  allocated_on date not null,
  request_id uuid,
  -- When the site counted what it received.
  received_on date,
  primary key (tenant_id, batch_id, from_number)
);
create index tag_part_by_site on tag_part (tenant_id, site_id, allocated_on);
create index tag_part_by_request on tag_part (tenant_id, request_id) where request_id is not null;

create table tag_request (
  tenant_id text not null,
  id uuid not null,
  site_id uuid not null,
  tag_type text not null,
  quantity integer not null,
  months_cover smallint not null,
  reason text,
  organisation_id uuid,
  asked_on date not null,
  -- An account; who asked does not approve. Shown to nobody.
  asked_by text not null,
  state text not null,
  approved integer,
  proposal jsonb,
  received integer,
  learned_at timestamptz not null,
  primary key (tenant_id, id)
);
create index tag_request_by_site on tag_request (tenant_id, site_id, id);
create table tag_request_step (
  tenant_id text not null,
  request_id uuid not null,
  position bigint not null,
  step text not null,
  happened_on date not null,
  organisation_id uuid,
  quantity integer,
  reason text,
  learned_at timestamptz not null,
  primary key (tenant_id, request_id, position)
);

create table tag_lockbox (
  tenant_id text not null,
  site_id uuid not null,
  saemape_id uuid,
  cooperative_id uuid,
  concession_owner_id uuid,
  -- The first day for which tags were activated: from then on, and only from then on, use without activation is a finding.
  activation_since date,
  quota integer,
  quota_basis text,
  quota_basis_id text,
  quota_since date,
  primary key (tenant_id, site_id)
);
-- Every count that somebody said; the last word for a day and kind counts.
create table tag_count (
  tenant_id text not null,
  event_id uuid not null,
  kind text not null,
  site_id uuid not null,
  day date not null,
  quantity integer not null,
  ordinal integer not null,
  organisation_id uuid,
  learned_at timestamptz not null,
  primary key (tenant_id, event_id, kind)
);
create index tag_count_by_day on tag_count (tenant_id, site_id, day, kind, ordinal);
create table tag_activation (
  tenant_id text not null,
  event_id uuid not null,
  site_id uuid not null,
  batch_id uuid not null,
  from_number bigint not null,
  to_number bigint not null,
  day date not null,
  account_id text not null,
  primary key (tenant_id, event_id)
);
create index tag_activation_by_number on tag_activation (tenant_id, batch_id, day, from_number);
create index tag_activation_by_day on tag_activation (tenant_id, day, site_id);

create table tag_baseline (
  tenant_id text not null,
  id uuid not null,
  site_id uuid not null,
  inspection_type text not null,
  body text not null,
  observed_on date not null,
  inspection text,
  miners integer not null,
  shafts integer,
  tunnels integer,
  excavators boolean,
  jackhammers integer,
  washing_stations integer,
  -- An account; who reported does not validate. Shown to nobody.
  reported_by text not null,
  -- reported, validated, rejected
  state text not null,
  reason text,
  learned_at timestamptz not null,
  primary key (tenant_id, id)
);
create index tag_baseline_by_site on tag_baseline (tenant_id, site_id, observed_on);
create table tag_baseline_mineral (
  tenant_id text not null,
  baseline_id uuid not null,
  part smallint not null,
  mineral text not null,
  daily_grams bigint not null,
  monthly_grams bigint not null,
  primary key (tenant_id, baseline_id, part)
);

grant select, insert, update, delete, truncate on tag_part, tag_request, tag_request_step, tag_lockbox, tag_count, tag_activation,
  tag_baseline, tag_baseline_mineral to chanzo_app;
