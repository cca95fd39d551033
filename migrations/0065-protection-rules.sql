-- Rules of protection that bodies settled: one row for each body, made from the log. Nothing in it is about a person, so every part of the program
-- reads it; only what follows the log writes it.
create table protection_rules (
  tenant_id text not null,
  organisation_id uuid not null,
  version integer not null,
  history jsonb not null,
  primary key (tenant_id, organisation_id)
);
alter table protection_rules enable row level security;
alter table protection_rules force row level security;
create policy read_by_all on protection_rules for select using (true);
create policy written_by_the_program on protection_rules using (case_scope() = 'record') with check (case_scope() = 'record');
grant select, insert, update, delete, truncate on protection_rules to chanzo_app;
