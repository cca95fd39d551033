-- Figures of case management as they were told for a quarter: kept so that a case that is opened, closed or forgotten later moves none of them.
create table case_figures_told (
  tenant_id text not null,
  organisation_id uuid not null,
  quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  figures jsonb not null,
  told_at timestamptz not null,
  primary key (tenant_id, organisation_id, quarter)
);
grant select, insert on case_figures_told to chanzo_app;
