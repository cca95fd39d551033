-- Secret names of the conflict map: who may open one and who looked, which follow from the log, and the box itself, which lies beside the log so that it
-- can be destroyed. Nothing here says what a name is, and nothing lists them by anything else than their number.

create table secret_name (
  tenant_id text not null,
  id uuid not null,
  of jsonb not null,
  readers jsonb not null,
  kept_at timestamptz not null,
  primary key (tenant_id, id)
);
create table secret_name_look (
  tenant_id text not null,
  name_id uuid not null,
  account_id text not null,
  looked_at timestamptz not null,
  position bigint not null,
  primary key (tenant_id, name_id, position)
);
create table secret_name_box (
  tenant_id text not null,
  name_id uuid not null,
  readers text[] not null,
  box text not null,
  sealed_at timestamptz not null,
  primary key (tenant_id, name_id)
);

grant select, insert, update, delete, truncate on secret_name, secret_name_look, secret_name_box to chanzo_app;

-- A box is seen by those to whom it was sealed, and by the program while it lays it down.
alter table secret_name_box enable row level security;
alter table secret_name_box force row level security;
create policy own_box on secret_name_box using (case_scope() = 'record' or case_account() = any (readers));
