-- What is asked over a secret name and waits for another reader; what readers are told of; what a justice liaison asked for and was given for a time.
-- The box of a gift lies beside the log like the name's own, and is seen by the one it was sealed to.

alter table secret_name add column asked jsonb;

create table secret_name_notice (
  tenant_id text not null,
  account_id text not null,
  position bigint not null,
  name_id uuid not null,
  what text not null,
  told_at timestamptz not null,
  primary key (tenant_id, account_id, position)
);
create table secret_name_request (
  tenant_id text not null,
  id uuid not null,
  account_id text not null,
  reason text not null,
  case_number text not null,
  asked_at timestamptz not null,
  declined_as text,
  primary key (tenant_id, id)
);
create table secret_name_grant (
  tenant_id text not null,
  name_id uuid not null,
  position bigint not null,
  reader jsonb not null,
  request_id uuid not null,
  until_at timestamptz not null,
  is_over boolean not null default false,
  primary key (tenant_id, name_id, position)
);
create table secret_name_grant_box (
  tenant_id text not null,
  name_id uuid not null,
  account_id text not null,
  box text not null,
  until_at timestamptz not null,
  primary key (tenant_id, name_id, account_id)
);

grant select, insert, update, delete, truncate on secret_name_notice, secret_name_request, secret_name_grant, secret_name_grant_box to chanzo_app;

alter table secret_name_grant_box enable row level security;
alter table secret_name_grant_box force row level security;
create policy own_gift on secret_name_grant_box using (case_scope() = 'record' or case_account() = account_id);
