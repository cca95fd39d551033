-- IPIS open data: the ledger of an import and the spellings that people looked at.

-- Not a read table: bookkeeping of the importer. A row whose number comes again with other content is reported, not recorded.
create table ipis_ledger (
  tenant_id text not null,
  vid text not null,
  content_sha256 text not null,
  imported_at timestamptz not null,
  primary key (tenant_id, vid)
);

-- Read table: spellings that an import did not know (no meaning) or that somebody corrected. What the program delivers is in
-- src/exchange/ipis/spellings.ts; this table comes on top of it.
create table ipis_spelling (
  tenant_id text not null,
  id uuid not null,
  kind text not null,
  as_written text not null,
  is_beginning boolean not null,
  meaning text,
  corrected_by text,
  corrected_at timestamptz,
  reason text,
  primary key (tenant_id, id)
);

grant select, insert, update, delete, truncate on ipis_ledger, ipis_spelling to chanzo_app;
