-- Committees, their meetings, actions, funds and promises: one row for each, with every step in its order and when it was learned.

create table coordination_record (
  tenant_id text not null,
  kind text not null,
  id uuid not null,
  committee_id uuid not null,
  acts jsonb not null,
  primary key (tenant_id, kind, id)
);
create index coordination_record_of_committee on coordination_record (tenant_id, kind, committee_id);

grant select, insert, update, delete, truncate on coordination_record to chanzo_app;
