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

-- What was said of an office without shutting it: an alarm that waits for a second person, and the last exercise.
create table office_alarm (
  tenant_id text not null,
  organisation_id uuid not null,
  asked_reason text,
  asked_at timestamptz,
  asked_by uuid,
  drilled_at timestamptz,
  drilled_by uuid,
  primary key (tenant_id, organisation_id)
);
grant select, insert, update, delete, truncate on office_alarm to chanzo_app;
