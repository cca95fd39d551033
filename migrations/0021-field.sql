-- Field work: parcels as telephones signed them, what devices said of themselves, rescues. Plain rows: what a parcel changed is in the
-- log; that it came, from which device and in which hands, is here.

create table parcel (
  tenant_id text not null,
  -- The id of the command in it.
  id uuid not null,
  -- Of the author, whoever carried it.
  device_id uuid not null,
  account_id uuid not null,
  path text not null,
  -- The exact text that was signed, and the signature over it.
  text text not null,
  signature bytea not null check (octet_length(signature) = 64),
  -- Parcels that are applied before this one; they may arrive later.
  after uuid[] not null,
  received_at timestamptz not null,
  carried_by_account text not null,
  carried_by_device uuid,
  -- `held`: kept for a supervisor, because its device was removed, its account closed or its role withdrawn.
  state text not null check (state in ('waiting', 'held', 'taken', 'refused')),
  -- The receipt or the refusal; of a held one, why it is held.
  answer jsonb,
  applied_at timestamptz,
  rescued_by text,
  rescued_at timestamptz,
  -- Whoever applies it has it until then, by the database's clock: a server that was killed lets go by itself.
  claimed_until timestamptz,
  tries integer not null default 0,
  next_try_at timestamptz,
  primary key (tenant_id, id)
);
create index parcel_open on parcel (tenant_id, received_at) where state in ('waiting', 'held');
create index parcel_after on parcel using gin (after) where state = 'waiting';
create index parcel_by_device on parcel (tenant_id, device_id);

-- What a device last said of itself.
create table device_check_in (
  tenant_id text not null,
  device_id uuid not null,
  seen_at timestamptz not null,
  app_version text not null,
  unsent integer not null,
  oldest_unsent_at timestamptz,
  clock_offset_seconds bigint not null,
  is_persisted boolean not null,
  free_bytes double precision,
  primary key (tenant_id, device_id)
);

-- Which rescue file, by the hash of its bytes, was handed in by whom and when, and what came of it the first time.
create table rescue (
  tenant_id text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  device_id uuid not null,
  account_id uuid not null,
  handed_in_by text not null,
  handed_in_at timestamptz not null,
  outcome jsonb,
  primary key (tenant_id, sha256)
);

-- Every time somebody had the key of their telephone opened by the server.
create table key_recovery (
  tenant_id text not null,
  device_id uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, device_id, at)
);

grant select, insert, update, delete on parcel, device_check_in, rescue, key_recovery to chanzo_app;
