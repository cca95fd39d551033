-- Numbers of foreign workers by aimag or soum. Which sheet stands follows from the log; its lines do not: a line of one is nearly a person, and a log cannot forget.

create table workers_sheet (
  tenant_id text not null,
  id uuid not null,
  area text not null,
  quarter text not null,
  source text not null,
  revision text not null,
  learned_at timestamptz not null,
  primary key (tenant_id, id)
);
create table workers_line (
  tenant_id text not null,
  sheet uuid not null,
  revision text not null,
  sector text not null,
  nation text not null,
  sex text not null,
  age text not null,
  permit text not null,
  n integer not null check (n > 0),
  primary key (tenant_id, sheet, sector, nation, sex, age, permit)
);
grant select, insert, update, delete, truncate on workers_sheet, workers_line to chanzo_app;
