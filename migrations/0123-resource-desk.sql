-- The desk of a migrant resource centre. Centres, recruiters and that somebody came on a day follow from the log; what is said of a visit lies beside it, so that it can be removed.

create table resource_centre (
  tenant_id text not null,
  id uuid not null,
  name text not null,
  area text not null,
  organisation uuid,
  primary key (tenant_id, id)
);
create table desk_visit (
  tenant_id text not null,
  id uuid not null,
  centre uuid not null,
  day date not null,
  ticket text not null,
  learned_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (tenant_id, id)
);
create index desk_visit_by_day on desk_visit (tenant_id, day);
create table desk_visit_said (
  tenant_id text not null,
  visit uuid not null,
  content jsonb not null,
  primary key (tenant_id, visit)
);
create table quick_screen (
  tenant_id text not null,
  id uuid not null,
  centre uuid not null,
  month text not null,
  primary key (tenant_id, id)
);
create table recruiter (
  tenant_id text not null,
  id uuid not null,
  folded text not null,
  country text not null,
  acts jsonb not null,
  primary key (tenant_id, id)
);
create index recruiter_by_name on recruiter (tenant_id, country, folded);

grant select, insert, update, delete, truncate on resource_centre, desk_visit, desk_visit_said, quick_screen, recruiter to chanzo_app;
