-- Gold: what is known of a sachet or a bar beside its lot, reopenings before witnesses, melts, prices of reference. Gold in whole
-- milligrams, fineness in tenths of a part per thousand, money in hundredths of its currency. All of it follows from the log.

create table gold_lot (
  tenant_id text not null,
  lot_id uuid not null,
  fineness_tenths_per_mille integer not null,
  fineness_method text not null,
  uncertainty_tenths_per_mille integer,
  -- Of a sachet alone.
  form text,
  artisan_card text,
  cooperative_id uuid,
  place text,
  buyer_id uuid,
  sealed_on date,
  sealed_milligrams bigint,
  is_open boolean not null default false,
  price jsonb,
  amount_hundredths bigint,
  reference jsonb,
  photo jsonb,
  -- Of a bar or a remainder: the melt it came out of.
  melt_id uuid,
  role text,
  primary key (tenant_id, lot_id)
);
create index gold_lot_by_cooperative on gold_lot (tenant_id, cooperative_id) where cooperative_id is not null;
create index gold_lot_by_melt on gold_lot (tenant_id, melt_id) where melt_id is not null;

create table gold_reopening (
  tenant_id text not null,
  event_id uuid not null,
  lot_id uuid not null,
  ordinal integer not null,
  reason text not null,
  -- Bodies and functions.
  witnesses jsonb not null,
  seal_found text not null,
  before_milligrams bigint not null,
  after_milligrams bigint not null,
  old_serial text,
  new_serial text,
  reopened_on date not null,
  learned_at timestamptz not null,
  primary key (tenant_id, event_id)
);
create index gold_reopening_by_lot on gold_reopening (tenant_id, lot_id, ordinal);

create table gold_melt (
  tenant_id text not null,
  id uuid not null,
  number text not null,
  organisation_id uuid not null,
  place text,
  melted_on date not null,
  remark text,
  input_milligrams bigint not null,
  output_milligrams bigint not null,
  loss_milligrams bigint not null,
  loss_hundredths_of_percent bigint not null,
  input_fine_milligrams bigint,
  output_fine_milligrams bigint not null,
  inputs jsonb not null,
  learned_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, number)
);

create table gold_reference_price (
  tenant_id text not null,
  id uuid not null,
  priced_on date not null,
  kind text not null,
  currency text not null,
  hundredths bigint not null,
  per text not null,
  hundredths_per_fine_gram bigint not null,
  source text not null,
  learned_at timestamptz not null,
  primary key (tenant_id, id)
);
create index gold_reference_price_by_day on gold_reference_price (tenant_id, currency, priced_on desc);

grant select, insert, update, delete, truncate on gold_lot, gold_reopening, gold_melt, gold_reference_price to chanzo_app;
