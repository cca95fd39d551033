-- Places. Boundaries are plain rows, replaced as a whole per level when a file is imported; the log keeps only that an import
-- happened, with the hash of the file. Names and codes of provinces live in the program and need no row.

create table boundary_version (
  tenant_id text not null,
  level text not null check (level in ('country', 'province', 'territoire')),
  sha256 text not null,
  -- Of the file that this one replaced; makes the event of an import recognisable when the import is repeated.
  previous_sha256 text,
  features integer not null,
  primary key (tenant_id, level)
);

create table area (
  tenant_id text not null,
  code text not null,
  level text not null check (level in ('country', 'province', 'territoire')),
  name text not null,
  kind text not null,
  iso text,
  parent text,
  -- West, south, east, north in degrees.
  bbox double precision[] not null,
  -- GeoJSON MultiPolygon coordinates, [longitude, latitude], as the file had them.
  geometry jsonb not null,
  primary key (tenant_id, code)
);
create index area_by_level on area (tenant_id, level);

grant select, insert, update, delete on boundary_version, area to chanzo_app;
