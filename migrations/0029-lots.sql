-- Custody, from purchase to export: gold in milligrams beside grams, whose goods they are beside who holds them, purchases, legs
-- and papers of a transport, both signatures of a receipt, storage, processing with its balance, seizure, rejection, packing.
-- All of it follows from the log and is filled by the rebuild that a new program makes.

alter table lot
  -- Gold alone, whole milligrams; null for all else. `mass_grams` is then the rounded value, for lists.
  add column mass_milligrams bigint,
  add column drawn_milligrams bigint,
  -- To whom it belongs; the holder is who has it.
  add column owner_id uuid,
  -- The standing of the site on the production day, as the decision saw it, and whether it allowed production.
  add column production_standing text,
  add column production_permission text,
  -- The instant of the scale, where the record was made on the day of the weighing; and where it was made.
  add column weighed_at timestamptz,
  add column weighed_latitude double precision,
  add column weighed_longitude double precision,
  add column seized_at timestamptz,
  add column seized_because text,
  add column seized_by text,
  -- Refused by its recipient and not back yet.
  add column rejected_at timestamptz,
  add column rejected_because text,
  -- The last purchase: price in hundredths of the currency for one kilogram.
  add column bought_on date,
  add column price_hundredths_per_kilogram bigint,
  add column price_currency text,
  -- The processing or split that it came out of, and as what: main, by-product, tailings.
  add column processing_id uuid,
  add column output_role text,
  add column moisture_hundredths integer,
  -- The depot where it lies now.
  add column depot_id uuid,
  add column depot_place text;
create index lot_by_owner on lot (tenant_id, owner_id) where owner_id is not null;
create index lot_by_processing on lot (tenant_id, processing_id) where processing_id is not null;
create index lot_seized on lot (tenant_id, id) where seized_at is not null;

alter table lot_input add column drawn_milligrams bigint;
alter table weighing add column mass_milligrams bigint;

alter table transfer
  add column sent_milligrams bigint,
  add column received_milligrams bigint,
  -- received, rejected, taken-back; null while it is under way.
  add column outcome text,
  add column closed_on date,
  add column remark text,
  add column purchase_id uuid,
  -- Who received, by function; and the other signature: the sender or the carrier, by organisation and function, never by name.
  add column receiver_function text,
  add column other_side_id uuid,
  add column other_side_function text,
  add column other_side_signed_at timestamptz,
  -- awaited, agreed, disagreed; null where nobody was asked.
  add column other_side_says text,
  add column other_side_remark text;
update transfer set outcome = 'received', closed_on = received_on where received_on is not null;

create table transfer_leg (
  tenant_id text not null,
  event_id uuid not null,
  part smallint not null,
  transfer_id uuid not null,
  lot_id uuid not null,
  from_place text not null,
  to_place text not null,
  departed_on date not null,
  arrived_on date,
  mode text not null,
  company text,
  vehicle text,
  route text,
  primary key (tenant_id, event_id, part)
);
create index transfer_leg_by_lot on transfer_leg (tenant_id, lot_id);

create table transfer_paper (
  tenant_id text not null,
  event_id uuid not null,
  part smallint not null,
  lot_id uuid not null,
  number text not null,
  kind text not null,
  valid_from date,
  valid_until date,
  stated_grams bigint,
  -- Why the goods left although the paper had run out.
  despite text,
  primary key (tenant_id, event_id, part)
);
create index transfer_paper_by_number on transfer_paper (tenant_id, number);
create index transfer_paper_by_lot on transfer_paper (tenant_id, lot_id);

-- Amounts of money are hundredths of their currency.
create table purchase (
  tenant_id text not null,
  id uuid not null,
  number text not null,
  seller_id uuid not null,
  buyer_id uuid not null,
  place text not null,
  bought_on date not null,
  currency text not null,
  payment text not null,
  trader_card text,
  total_hundredths bigint not null,
  handed_over boolean not null,
  recorded_for uuid,
  other_side_function text,
  -- awaited, agreed, disagreed
  other_side_says text not null,
  other_side_remark text,
  other_side_signed_at timestamptz,
  learned_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, number)
);
create index purchase_by_seller on purchase (tenant_id, seller_id, id);
create index purchase_by_buyer on purchase (tenant_id, buyer_id, id);

create table purchase_lot (
  tenant_id text not null,
  purchase_id uuid not null,
  lot_id uuid not null,
  part smallint not null,
  mass_grams bigint not null,
  mass_milligrams bigint,
  price_hundredths_per_kilogram bigint not null,
  amount_hundredths bigint not null,
  primary key (tenant_id, purchase_id, lot_id)
);
create index purchase_lot_by_lot on purchase_lot (tenant_id, lot_id);

create table purchase_tax (
  tenant_id text not null,
  purchase_id uuid not null,
  part smallint not null,
  tax_type text not null,
  amount_hundredths bigint not null,
  currency text not null,
  authority text,
  paid_on date,
  receipt text,
  primary key (tenant_id, purchase_id, part)
);

-- A processing or a split: its inputs and outputs are lots; the balance is as its event computed it.
create table processing (
  tenant_id text not null,
  id uuid not null,
  number text not null,
  kind text not null,
  organisation_id uuid not null,
  place text,
  done_on date not null,
  remark text,
  balance jsonb not null,
  recorded_by text not null,
  learned_at timestamptz not null,
  primary key (tenant_id, id)
);
create table processing_input (
  tenant_id text not null,
  processing_id uuid not null,
  part smallint not null,
  lot_id uuid not null,
  drawn_grams bigint not null,
  drawn_milligrams bigint,
  moisture_hundredths integer,
  dry_grams bigint not null,
  element text,
  grade double precision,
  contained_grams bigint,
  primary key (tenant_id, processing_id, part)
);
create index processing_input_by_lot on processing_input (tenant_id, lot_id);
create table processing_output (
  tenant_id text not null,
  processing_id uuid not null,
  part smallint not null,
  lot_id uuid not null,
  role text not null,
  mass_grams bigint not null,
  mass_milligrams bigint,
  moisture_hundredths integer,
  dry_grams bigint not null,
  element text,
  grade double precision,
  contained_grams bigint,
  primary key (tenant_id, processing_id, part)
);
create index processing_output_by_lot on processing_output (tenant_id, lot_id);

create table lot_stay (
  tenant_id text not null,
  event_id uuid not null,
  lot_id uuid not null,
  ordinal integer not null,
  depot_id uuid not null,
  place text not null,
  in_on date not null,
  in_grams bigint not null,
  out_on date,
  out_grams bigint,
  primary key (tenant_id, event_id)
);
create index lot_stay_by_lot on lot_stay (tenant_id, lot_id, ordinal);

create table lot_seizure (
  tenant_id text not null,
  event_id uuid not null,
  lot_id uuid not null,
  ordinal integer not null,
  authority text not null,
  paper text not null,
  because text not null,
  seized_on date not null,
  released_on date,
  release_paper text,
  released_because text,
  primary key (tenant_id, event_id)
);
create index lot_seizure_by_lot on lot_seizure (tenant_id, lot_id, ordinal);

-- A mass that somebody corrected, and one that waits for a second person.
create table lot_correction (
  tenant_id text not null,
  event_id uuid not null,
  lot_id uuid not null,
  ordinal integer not null,
  before_grams bigint not null,
  mass_grams bigint not null,
  reason text not null,
  asked_on date not null,
  asked_by text not null,
  -- done, awaited, confirmed, declined
  state text not null,
  answered_on date,
  answer_reason text,
  primary key (tenant_id, event_id)
);
create index lot_correction_by_lot on lot_correction (tenant_id, lot_id, ordinal);

create table lot_packing (
  tenant_id text not null,
  lot_id uuid not null,
  packages integer not null,
  package_type text not null,
  container text,
  seals text[] not null,
  buyer text,
  destination text,
  sealed_on date not null,
  primary key (tenant_id, lot_id)
);

-- One report of a laboratory may name several elements.
alter table assay
  add column part smallint not null default 0,
  add column uncertainty_unit text,
  add column certificate_sha256 text,
  add column accredited boolean;
alter table assay drop constraint assay_pkey, add primary key (tenant_id, event_id, part);

grant select, insert, update, delete, truncate on transfer_leg, transfer_paper, purchase, purchase_lot, purchase_tax, processing,
  processing_input, processing_output, lot_stay, lot_seizure, lot_correction, lot_packing to chanzo_app;
