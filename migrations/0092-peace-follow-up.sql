-- What peace processes and dialogues agreed, with every step; and disarmament in sums, one row for each figure that a source gave.

create table conflict_roadmap_item (
  tenant_id text not null,
  id uuid not null,
  acts jsonb not null,
  primary key (tenant_id, id)
);

create table conflict_ddr_figure (
  tenant_id text not null,
  id uuid not null,
  programme text not null,
  province text not null,
  as_of date not null,
  is_corrected boolean not null,
  content jsonb not null,
  primary key (tenant_id, id)
);
create index conflict_ddr_figure_newest on conflict_ddr_figure (tenant_id, as_of desc, id);

create table conflict_dialogue (
  tenant_id text not null,
  id uuid not null,
  held_on date not null,
  acts jsonb not null,
  primary key (tenant_id, id)
);
create index conflict_dialogue_newest on conflict_dialogue (tenant_id, held_on desc, id);

grant select, insert, update, delete, truncate on conflict_roadmap_item, conflict_ddr_figure, conflict_dialogue to chanzo_app;
