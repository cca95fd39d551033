-- Conflict sheets, version by version; they follow from the log. A version never changes but for its state and what was decided about it, so what a list
-- asks for stands in columns and the four facets in one. No column holds the name of a person: a sealed name is a number in the content.

create table conflict_sheet_version (
  tenant_id text not null,
  sheet_id uuid not null,
  version integer not null check (version > 0),
  state text not null check (state in ('proposed', 'cross-checked', 'validated', 'published', 'superseded')),
  round text not null,
  workshop_id uuid,
  as_of date not null,
  reason text,
  site_id uuid,
  province text not null,
  territoire text,
  interference text not null,
  proposed_on date not null,
  proposed_by text not null,
  validated_on date,
  content jsonb not null,
  acts jsonb not null,
  narrative jsonb,
  primary key (tenant_id, sheet_id, version)
);
create index conflict_sheet_version_current on conflict_sheet_version (tenant_id, state, province);
create index conflict_sheet_version_round on conflict_sheet_version (tenant_id, round) where validated_on is not null;

grant select, insert, update, delete, truncate on conflict_sheet_version to chanzo_app;
