-- Early warnings: what is filtered by stands in columns, the course of each in one list of acts, read by the same function that decides.

create table conflict_warning (
  tenant_id text not null,
  id uuid not null,
  number text not null,
  province text,
  territoire text not null,
  received_at timestamptz not null,
  is_closed boolean not null,
  sent_by text not null,
  acts jsonb not null,
  primary key (tenant_id, id),
  unique (tenant_id, number)
);
create index conflict_warning_newest on conflict_warning (tenant_id, received_at desc, id);
create index conflict_warning_own on conflict_warning (tenant_id, sent_by, received_at desc);

grant select, insert, update, delete, truncate on conflict_warning to chanzo_app;
