-- Roads, roadblocks and surveys of roadblocks: what was said of each, in its order. All follow from the log. Few hundred of each in a province, so an answer
-- reads them whole and cuts them by the reader's tier before anything leaves.

create table conflict_road (
  tenant_id text not null,
  id uuid not null,
  acts jsonb not null,
  primary key (tenant_id, id)
);
create table conflict_roadblock (
  tenant_id text not null,
  id uuid not null,
  acts jsonb not null,
  primary key (tenant_id, id)
);
create table conflict_roadblock_survey (
  tenant_id text not null,
  id uuid not null,
  acts jsonb not null,
  primary key (tenant_id, id)
);

grant select, insert, update, delete, truncate on conflict_road, conflict_roadblock, conflict_roadblock_survey to chanzo_app;
