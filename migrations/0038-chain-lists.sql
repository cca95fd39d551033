-- Imports of existing lists of the chain (log sheets, traders' sheets, tags): plain rows of work and of what each row became. What an import made
-- is in the log; these rows say which row of which file it came from, so that it can be reported, taken up again and undone.

create table chain_import (
  tenant_id text not null,
  id uuid not null,
  file_name text not null,
  sha256 text not null,
  bytes bigint not null,
  kind text not null check (kind in ('mine-sheet', 'trader-sheet', 'tag-batches')),
  state text not null check (state in ('sent', 'trying', 'tried', 'running', 'done', 'undoing', 'undone')),
  settings jsonb,
  -- What the file holds, as found when it was sent: format, columns, samples, proposed mapping.
  found jsonb not null,
  account text not null,
  organisation_id uuid,
  territory jsonb not null,
  created_at timestamptz not null,
  tried_at timestamptz,
  finished_at timestamptz,
  rows_read bigint not null default 0,
  -- The last line that was worked off; a run that was killed goes on behind it.
  done_line bigint not null default 0,
  stop_asked boolean not null default false,
  reason text,
  fault jsonb,
  primary key (tenant_id, id)
);
create index chain_import_newest on chain_import (tenant_id, created_at desc);
create index chain_import_working on chain_import (tenant_id, state) where state in ('trying', 'running', 'undoing');

-- The file itself in pieces, until its rows are read and the import is over.
create table chain_import_piece (
  tenant_id text not null,
  import_id uuid not null,
  ordinal integer not null,
  content bytea not null,
  primary key (tenant_id, import_id, ordinal),
  foreign key (tenant_id, import_id) references chain_import (tenant_id, id) on delete cascade
);

create table chain_import_row (
  tenant_id text not null,
  import_id uuid not null,
  line bigint not null,
  -- As read; a duplicate inside the file is found by it.
  tag text,
  verdict text not null check (verdict in ('ok', 'doubtful', 'unreadable', 'known')),
  -- Why it is not ok: a code with a sentence, the column, and what was found.
  problem text,
  about jsonb,
  site_id uuid,
  on_day date,
  mass_grams bigint,
  -- Everything else that was read: what the row becomes, and what stays here alone (agent's code, remark).
  content jsonb not null,
  -- What became of it: null while nothing did.
  outcome text check (outcome in ('made', 'held', 'known', 'refused', 'left', 'undone', 'kept')),
  made uuid,
  told jsonb,
  primary key (tenant_id, import_id, line),
  foreign key (tenant_id, import_id) references chain_import (tenant_id, id) on delete cascade
);
create index chain_import_row_tag on chain_import_row (tenant_id, import_id, tag, line) where tag is not null;

grant select, insert, update, delete on chain_import, chain_import_piece, chain_import_row to chanzo_app;

-- Lots as partners reported them in the ICGLR's form: the document without names of persons, and the lot that it became here.
create table icglr_lot (
  tenant_id text not null,
  lot_id uuid not null,
  lot_number text not null,
  content jsonb not null,
  learned_at timestamptz not null,
  primary key (tenant_id, lot_id)
);
create unique index icglr_lot_number on icglr_lot (tenant_id, lot_number);
grant select, insert, update, delete, truncate on icglr_lot to chanzo_app;
