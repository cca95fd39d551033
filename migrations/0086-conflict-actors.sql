-- Who acts in conflicts, under which spellings, how they stand to each other and where rounds placed them. All of it follows from the log.

create table conflict_actor (
  tenant_id text not null,
  id uuid not null,
  name text not null,
  secret uuid,
  kind text not null,
  areas jsonb not null,
  ddr text not null,
  described text,
  merged_into uuid,
  primary key (tenant_id, id)
);
create table conflict_actor_spelling (
  tenant_id text not null,
  folded text not null,
  actor_id uuid not null,
  written text not null,
  source text,
  primary key (tenant_id, folded)
);
create index conflict_actor_spelling_of on conflict_actor_spelling (tenant_id, actor_id);
create table conflict_actor_relation (
  tenant_id text not null,
  position bigint not null,
  from_actor uuid not null,
  to_actor uuid not null,
  content jsonb not null,
  primary key (tenant_id, position)
);
create table conflict_actor_place (
  tenant_id text not null,
  position bigint not null,
  actor_id uuid not null,
  on_day date not null,
  round text not null,
  content jsonb not null,
  primary key (tenant_id, position)
);

grant select, insert, update, delete, truncate on conflict_actor, conflict_actor_spelling, conflict_actor_relation, conflict_actor_place to chanzo_app;
