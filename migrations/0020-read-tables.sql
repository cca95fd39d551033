-- By which program the read tables were made. A program that finds another name here makes them again from the log before it answers.
create table read_tables (
  only_row boolean primary key default true check (only_row),
  built_by text not null,
  built_at timestamptz not null default now()
);
grant select, insert, update on read_tables to chanzo_app;
