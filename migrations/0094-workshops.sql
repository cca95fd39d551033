-- Workshops of conflict mapping: the acts of each follow from the log. The door of a hall and the telephones that came in by it do not: they are gone when the hall
-- is shut, and say nothing of who held them.

create table conflict_workshop (
  tenant_id text not null,
  id uuid not null,
  first_day date not null,
  province text not null,
  primary key (tenant_id, id)
);
create table conflict_workshop_act (
  tenant_id text not null,
  workshop_id uuid not null,
  position bigint not null,
  kind text not null,
  at timestamptz not null,
  payload jsonb not null,
  primary key (tenant_id, workshop_id, position)
);

create table conflict_hall (
  tenant_id text not null,
  workshop_id uuid not null,
  code text not null,
  primary key (tenant_id, workshop_id)
);
create unique index conflict_hall_code on conflict_hall (code);
create table conflict_hall_telephone (
  tenant_id text not null,
  workshop_id uuid not null,
  token_hash text not null,
  group_number integer not null,
  primary key (tenant_id, workshop_id, token_hash)
);

grant select, insert, update, delete, truncate on conflict_workshop, conflict_workshop_act to chanzo_app;
grant select, insert, update, delete on conflict_hall, conflict_hall_telephone to chanzo_app;
