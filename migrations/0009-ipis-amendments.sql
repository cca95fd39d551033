-- IPIS open data: a corrected spelling amends the visits that are already in, and the table says how often each spelling was met.

-- Hash of what the visit's words meant when it was recorded; null: not known, the next import compares with the log itself.
alter table ipis_ledger add column mapping_sha256 text;

-- Not a read table: how often the last imported file uses each line of the table of spellings.
create table ipis_spelling_seen (
  tenant_id text not null,
  id uuid not null,
  times bigint not null,
  counted_at timestamptz not null,
  primary key (tenant_id, id)
);

grant select, insert, update, delete, truncate on ipis_spelling_seen to chanzo_app;
