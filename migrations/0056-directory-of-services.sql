-- The directory of services and the register of shelters. No person stands in them, so their events are not sealed. Where a point or a house lies is in
-- no column in clear: a row of directory_place_box is that place sealed on a device to one reader, outside the log, so that it can be taken away again.

create table service_point (
  tenant_id text not null,
  id uuid not null,
  area text not null,
  province text,
  facts jsonb not null,
  free_places integer,
  verified_on date,
  verified_by text,
  listed_on date not null,
  closed_on date,
  closed_reason text,
  history jsonb not null,
  primary key (tenant_id, id)
);

create table shelter (
  tenant_id text not null,
  id uuid not null,
  organisation_id uuid not null,
  province text not null,
  facts jsonb not null,
  arrangements jsonb not null,
  place_readers integer not null,
  registered_on date not null,
  closed_on date,
  closed_reason text,
  primary key (tenant_id, id)
);
create index shelter_by_organisation on shelter (tenant_id, organisation_id);

create table directory_place_box (
  tenant_id text not null,
  thing text not null check (thing in ('service-point', 'shelter')),
  thing_id uuid not null,
  reader text not null,
  key_id uuid not null,
  box text not null,
  sealed_at timestamptz not null,
  primary key (tenant_id, thing, thing_id, reader)
);

grant select, insert, update, delete, truncate on service_point, shelter, directory_place_box to chanzo_app;

-- A place is seen by the reader to whom it was sealed, and by the program while it lays boxes down.
alter table directory_place_box enable row level security;
alter table directory_place_box force row level security;
create policy own_box on directory_place_box using (case_scope() = 'record' or reader = case_account());
