-- Events of violence as outside sources report them, and the files that they came with. Both follow from the log. What a file covers is kept beside
-- its events: without it, a place without events cannot be told from a place where nobody looked.

create table conflict_event (
  tenant_id text not null,
  key text not null,
  source text not null check (source in ('ucdp-ged', 'ucdp-candidate', 'own')),
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  violence text not null,
  place_precision text not null,
  province text,
  territoire text,
  deaths_best integer not null,
  -- Letters only, for finding an actor without accents and case.
  actors text not null,
  content jsonb not null,
  import_id uuid not null,
  primary key (tenant_id, key)
);
create index conflict_event_newest on conflict_event (tenant_id, until_day desc, key);

create table conflict_import (
  tenant_id text not null,
  id uuid not null,
  imported_on date not null,
  source text not null,
  country text not null,
  covers_from date not null,
  covers_until date not null check (covers_until >= covers_from),
  may_be_shared boolean not null,
  content jsonb not null,
  primary key (tenant_id, id)
);

grant select, insert, update, delete, truncate on conflict_event, conflict_import to chanzo_app;
