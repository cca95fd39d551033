-- Issuing beyond the desk: blocks of numbers of offices, sheets issued from them without network, uses of certificates, keys of the issuer.
-- All follow from the log.
create table number_block (
  tenant_id text not null,
  id uuid not null,
  office_id uuid not null,
  office_name text not null,
  prefix text not null,
  from_number integer not null,
  to_number integer not null,
  -- Index in the revocation list of the first number; the others follow one by one.
  first_index bigint not null,
  device_id uuid not null,
  public_key text not null,
  reserved_on date not null,
  valid_until date not null,
  closed_on date,
  closed_why text,
  closed_reason text,
  primary key (tenant_id, id)
);
create index number_block_by_prefix on number_block (tenant_id, prefix, to_number);

create table provisional_certificate (
  tenant_id text not null,
  block_id uuid not null,
  ordinal integer not null,
  number text not null,
  list_index bigint not null,
  issued_on date not null,
  expires_on date not null,
  exporter_name text not null,
  lot_number text not null,
  mineral text not null,
  mass_grams bigint not null,
  terms jsonb not null,
  code text not null,
  -- SHA-256 of the code in hexadecimal.
  code_hash text not null,
  used_twice boolean not null,
  arrived_at timestamptz not null,
  withdrawn_on date,
  withdrawal_reason text,
  confirmed_on date,
  primary key (tenant_id, block_id, ordinal)
);
create index provisional_by_number on provisional_certificate (tenant_id, number);
create index provisional_by_lot on provisional_certificate (tenant_id, lot_number);

create table certificate_use (
  tenant_id text not null,
  number text not null,
  ordinal integer not null,
  used_on date not null,
  place text not null,
  mass_grams bigint,
  remark text,
  status text not null,
  again boolean not null,
  primary key (tenant_id, number, ordinal)
);

-- The first day on which goods left with it while it counted.
alter table certificate add column used_on date;

create table issuer_key (
  tenant_id text not null,
  public_key text not null,
  valid_from date not null,
  valid_until date,
  revoked_since date,
  revoked_on date,
  revocation_reason text,
  primary key (tenant_id, public_key)
);

grant select, insert, update, delete, truncate on number_block, provisional_certificate, certificate_use, issuer_key to chanzo_app;
