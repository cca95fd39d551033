-- Flow monitoring. Points and what each sending adds to its day follow from the log. Group rows do not: they are kept two years and then removed, which no log allows;
-- the log holds their hash and their sums.

create table flow_point (
  tenant_id text not null,
  id uuid not null,
  code text not null,
  area text not null,
  acts jsonb not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

create table flow_count (
  tenant_id text not null,
  id uuid not null,
  point uuid not null,
  day date not null,
  source text not null,
  learned_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_because text,
  groups integer not null,
  passages integer not null,
  misfits integer not null,
  fit_passages integer not null,
  women integer not null,
  men integer not null,
  girls integer not null,
  boys integer not null,
  primary key (tenant_id, id)
);
create index flow_count_of_day on flow_count (tenant_id, point, day);
create index flow_count_by_day on flow_count (tenant_id, day);

-- One line for each key of one question: direction, reason, from, nationality and so on.
create table flow_cell (
  tenant_id text not null,
  dimension text not null,
  day date not null,
  point uuid not null,
  count_id uuid not null,
  key text not null,
  passages integer not null,
  learned_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (tenant_id, dimension, day, point, count_id, key)
);
create index flow_cell_of_count on flow_cell (tenant_id, count_id);

create table flow_row (
  tenant_id text not null,
  point uuid not null,
  day date not null,
  key text not null,
  count_id uuid not null,
  is_misfit boolean not null,
  content jsonb not null,
  primary key (tenant_id, point, day, key)
);
create index flow_row_misfit on flow_row (tenant_id, point, day desc) where is_misfit;

grant select, insert, update, delete, truncate on flow_point, flow_count, flow_cell, flow_row to chanzo_app;
