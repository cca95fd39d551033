-- Log sheets of paper and their twins: books of numbered sheets that were printed, what two persons typed in, and what was posted.
-- The typing is a draft; books and posted sheets follow from the log.

create table sheet_book (
  tenant_id text not null,
  id uuid not null,
  kind text not null,
  prefix text not null,
  from_number integer not null,
  to_number integer not null,
  rows_per_sheet smallint not null,
  site_id uuid,
  holder_id uuid,
  printed_on date not null,
  learned_at timestamptz not null,
  primary key (tenant_id, id)
);
create index sheet_book_by_prefix on sheet_book (tenant_id, prefix, from_number);
create table sheet (
  tenant_id text not null,
  id uuid not null,
  book_id uuid not null,
  number integer not null,
  kind text not null,
  site_id uuid,
  holder_id uuid,
  mineral text not null,
  day date not null,
  -- The day on which it was posted, for how late it came.
  posted_on date not null,
  carried_grams bigint not null,
  total_grams bigint not null,
  formed_lot_id uuid,
  findings jsonb not null,
  photo jsonb,
  learned_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, book_id, number)
);
create index sheet_by_day on sheet (tenant_id, day, id);
create table sheet_line (
  tenant_id text not null,
  sheet_id uuid not null,
  line smallint not null,
  tag text,
  mass_grams bigint not null,
  lot_id uuid,
  -- registered: made a bag; matched: the bag was there; not-found
  how text not null,
  primary key (tenant_id, sheet_id, line)
);
create index sheet_line_by_lot on sheet_line (tenant_id, lot_id) where lot_id is not null;

-- A draft, no fact: gone to nobody's harm until it is posted.
create table sheet_draft (
  tenant_id text not null,
  id uuid not null,
  book_id uuid not null,
  number integer not null,
  first_entry jsonb,
  first_by text,
  first_at timestamptz,
  second_entry jsonb,
  second_by text,
  second_at timestamptz,
  photo jsonb,
  opened_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, book_id, number)
);
grant select, insert, update, delete, truncate on sheet_book, sheet, sheet_line, sheet_draft to chanzo_app;
