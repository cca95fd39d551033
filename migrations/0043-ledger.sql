-- The public ledger: an append-only Merkle log of the hashes of public acts. Kinds, entries and tiles are read tables, rebuilt from the log; heads,
-- cosignatures and what we saw of other ledgers are plain rows that are kept for ever, because somebody may hold a paper with them.

-- From which kinds of event entries are made; a kind joins by an event of its own, so that a rebuild gives every entry its place again.
create table ledger_kind (
  tenant_id text not null,
  kind text not null,
  primary key (tenant_id, kind)
);

create table ledger_entry (
  tenant_id text not null,
  -- 0, 1, 2 … without a gap.
  leaf_index bigint not null,
  kind text not null,
  number text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (tenant_id, leaf_index)
);
create index ledger_entry_by_number on ledger_entry (tenant_id, number, kind);

-- Full tiles only: 256 hashes side by side, and the one above them. What is not full yet is made from entries and roots.
create table ledger_tile (
  tenant_id text not null,
  level smallint not null,
  n bigint not null,
  hashes bytea not null check (octet_length(hashes) = 8192),
  root bytea not null check (octet_length(root) = 32),
  primary key (tenant_id, level, n)
);

create table ledger_head (
  tenant_id text not null,
  size bigint not null check (size > 0),
  root bytea not null check (octet_length(root) = 32),
  -- The note as we signed it, without cosignatures.
  checkpoint text not null,
  signed_at timestamptz not null,
  primary key (tenant_id, size)
);
create table ledger_cosignature (
  tenant_id text not null,
  size bigint not null,
  witness text not null,
  -- The line of the note.
  line text not null,
  received_at timestamptz not null,
  primary key (tenant_id, size, witness),
  foreign key (tenant_id, size) references ledger_head (tenant_id, size)
);

-- Witnesses whom we ask, and ledgers of others for which we are one.
create table ledger_peer (
  tenant_id text not null,
  -- name+id+key, as their owner published it.
  key text not null,
  peer_role text not null check (peer_role in ('witness', 'log')),
  name text not null,
  url text,
  added_at timestamptz not null,
  primary key (tenant_id, key)
);
-- The newest head of another ledger that we cosigned.
create table ledger_seen (
  tenant_id text not null,
  origin text not null,
  size bigint not null,
  root bytea not null check (octet_length(root) = 32),
  checkpoint text not null,
  seen_at timestamptz not null,
  primary key (tenant_id, origin)
);

grant select, insert, update, delete, truncate on ledger_kind, ledger_entry, ledger_tile to chanzo_app;
grant select, insert on ledger_head, ledger_cosignature to chanzo_app;
grant select, insert, update, delete on ledger_peer, ledger_seen to chanzo_app;
