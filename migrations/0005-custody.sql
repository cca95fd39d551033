-- Custody: read tables of tags, bags and lots. All follow from the log and are rebuilt from it. Masses are grams.

-- A batch is one row whatever its size. A printed tag has no row of its own: its existence follows from the batch.
create table tag_batch (
  tenant_id text not null,
  id uuid not null,
  issuer text not null,
  tag_type text not null,
  series text not null,
  digits smallint not null,
  from_number bigint not null,
  to_number bigint not null,
  check_digit text not null,
  received_on date not null,
  site_id uuid,
  allocated_on date,
  learned_at timestamptz not null,
  primary key (tenant_id, id)
);
create index tag_batch_by_number on tag_batch (tenant_id, series, from_number);
create index tag_batch_by_site on tag_batch (tenant_id, site_id);

-- One row per tag that was used or declared: 143 bytes with its index, 2.9 GB for 20 million.
create table tag (
  tenant_id text not null,
  batch_id uuid not null,
  number bigint not null,
  state text not null,
  changed_on date not null,
  lot_id uuid,
  reason text,
  primary key (tenant_id, batch_id, number)
);

create table lot (
  tenant_id text not null,
  id uuid not null,
  number text not null,
  kind text not null,
  mineral text not null,
  mass_grams bigint not null,
  -- What other lots have drawn from it.
  drawn_grams bigint not null default 0,
  holder_id uuid not null,
  site_id uuid,
  tag text,
  tag_issuer text,
  produced_on date,
  formed_on date not null,
  -- The last day on which something happened to it; nothing may happen before.
  last_on date not null,
  sent_to uuid,
  quarantine_because text,
  quarantined_at timestamptz,
  voided_at timestamptz,
  worst_finding text,
  learned_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, number)
);
create index lot_by_id on lot (id);
create index lot_by_tag on lot (tenant_id, tag) where tag is not null;
create index lot_by_holder on lot (tenant_id, holder_id, id);
create index lot_by_site on lot (tenant_id, site_id, id) where site_id is not null;
create index lot_by_number_prefix on lot (tenant_id, upper(number) text_pattern_ops);
create index lot_in_quarantine on lot (tenant_id, id) where quarantined_at is not null;

create table lot_input (
  tenant_id text not null,
  lot_id uuid not null,
  input_id uuid not null,
  drawn_grams bigint not null,
  primary key (tenant_id, lot_id, input_id)
);
create index lot_input_by_source on lot_input (tenant_id, input_id);

create table lot_holding (
  tenant_id text not null,
  lot_id uuid not null,
  ordinal integer not null,
  organisation_id uuid not null,
  since date not null,
  -- Place in the log: it orders what happened on one day.
  position bigint not null,
  primary key (tenant_id, lot_id, ordinal)
);

create table weighing (
  tenant_id text not null,
  event_id uuid not null,
  lot_id uuid not null,
  ordinal integer not null,
  kind text not null,
  mass_grams bigint not null,
  tare_grams bigint,
  weighed_on date not null,
  organisation_id uuid,
  learned_at timestamptz not null,
  primary key (tenant_id, event_id)
);
create index weighing_by_lot on weighing (tenant_id, lot_id, ordinal);

create table transfer (
  tenant_id text not null,
  event_id uuid not null,
  lot_id uuid not null,
  ordinal integer not null,
  from_id uuid not null,
  to_id uuid not null,
  sent_on date not null,
  sent_grams bigint not null,
  paper text,
  received_on date,
  received_grams bigint,
  primary key (tenant_id, event_id)
);
create index transfer_by_lot on transfer (tenant_id, lot_id, ordinal);

-- A finding belongs to the lot that it speaks of; one event may speak of several lots (a tag used twice).
create table lot_finding (
  tenant_id text not null,
  lot_id uuid not null,
  event_id uuid not null,
  ordinal integer not null,
  rule text not null,
  severity text not null,
  facts jsonb not null,
  learned_at timestamptz not null,
  released_because text,
  primary key (tenant_id, lot_id, event_id, ordinal)
);
create index lot_finding_by_rule on lot_finding (tenant_id, rule, lot_id);

create table assay (
  tenant_id text not null,
  event_id uuid not null,
  lot_id uuid not null,
  ordinal integer not null,
  lab text not null,
  method text not null,
  element text not null,
  value double precision not null,
  unit text not null,
  uncertainty double precision,
  sample text,
  assayed_on date not null,
  primary key (tenant_id, event_id)
);
create index assay_by_lot on assay (tenant_id, lot_id, ordinal);

grant select, insert, update, delete, truncate on tag_batch, tag, lot, lot_input, lot_holding, weighing, transfer, lot_finding, assay to chanzo_app;
