-- Bundles: commands of one device under one signature. What was signed is kept once, with the SHA-256 of each text in its order; each command
-- names its bundle, so that it can be proved alone from its own row and this one.
create table parcel_bundle (
  tenant_id text not null,
  -- SHA-256 of the message, in hex.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  device_id uuid not null,
  -- The exact text that was signed.
  message text not null,
  signature bytea not null check (octet_length(signature) = 64),
  primary key (tenant_id, sha256)
);
grant select, insert on parcel_bundle to chanzo_app;

-- Null for a parcel with a signature of its own; else `signature` of the parcel is over the message of the bundle.
alter table parcel add column bundle text;

-- Most commands follow nothing: they need not stand in the index of followers.
drop index parcel_after;
create index parcel_after on parcel using gin (after) where state = 'waiting' and after <> '{}';
