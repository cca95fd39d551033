-- Keys of people and of vaults. Public halves are facts and follow from the log. Whatever opens something, sealed as it is, lies outside the log, so that it can be destroyed; a row is
-- seen by the one person for whom it was sealed, and by the program itself while it writes.

-- Read tables, made from the log.
create table personal_key (
  tenant_id text not null,
  account_id text not null,
  key_id text not null,
  public_key text not null,
  registered_at timestamptz not null,
  retired_at timestamptz,
  retired_because text,
  primary key (tenant_id, account_id, key_id)
);
create unique index personal_key_current on personal_key (tenant_id, account_id) where retired_at is null;
create unique index personal_key_public on personal_key (tenant_id, public_key);

create table key_custodians (
  tenant_id text not null,
  naming_id text not null,
  organisation_id text not null,
  custodians text[] not null,
  named_by text not null,
  named_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  primary key (tenant_id, naming_id)
);
create index key_custodians_organisation on key_custodians (tenant_id, organisation_id, named_at desc);

create table vault_recovery (
  tenant_id text not null,
  recovery_id text not null,
  account_id text not null,
  organisation_id text,
  role text,
  key_id text not null,
  public_key text not null,
  because text not null,
  asked_at timestamptz not null,
  finished_at timestamptz,
  withdrawn_at timestamptz,
  primary key (tenant_id, recovery_id)
);
create index vault_recovery_open on vault_recovery (tenant_id, organisation_id, asked_at) where finished_at is null and withdrawn_at is null;
create index vault_recovery_account on vault_recovery (tenant_id, account_id, asked_at desc);

create table vault_recovery_gift (
  tenant_id text not null,
  recovery_id text not null,
  custodian_id text not null,
  cases integer not null,
  given_at timestamptz not null,
  primary key (tenant_id, recovery_id, custodian_id)
);
-- The mark on each case: opened again for whom, by which two, when.
create table vault_reopening (
  tenant_id text not null,
  recovery_id text not null,
  case_id text not null,
  account_id text not null,
  custodians text[] not null,
  because text not null,
  reopened_at timestamptz not null,
  primary key (tenant_id, recovery_id, case_id)
);
create index vault_reopening_case on vault_reopening (tenant_id, case_id, reopened_at);

-- Plain rows.
create table personal_key_box (
  tenant_id text not null,
  account_id text not null,
  key_id text not null,
  sealed jsonb not null,
  kept_at timestamptz not null,
  primary key (tenant_id, account_id, key_id)
);
create table case_vault_key (
  tenant_id text not null,
  case_id text not null,
  vault text not null,
  generation integer not null,
  public_key text not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (tenant_id, case_id, vault, generation)
);
create table case_vault_wrap (
  tenant_id text not null,
  case_id text not null,
  vault text not null,
  generation integer not null,
  reader text not null,
  key_id text not null,
  wrapped text not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (tenant_id, case_id, vault, generation, reader)
);
create index case_vault_wrap_reader on case_vault_wrap (tenant_id, reader);
create table case_vault_share (
  tenant_id text not null,
  case_id text not null,
  vault text not null,
  generation integer not null,
  custodian text not null,
  key_id text not null,
  share text not null,
  made_at timestamptz not null,
  primary key (tenant_id, case_id, vault, generation, custodian)
);
create index case_vault_share_custodian on case_vault_share (tenant_id, custodian);
create table vault_recovery_share (
  tenant_id text not null,
  recovery_id text not null,
  custodian text not null,
  for_account text not null,
  case_id text not null,
  vault text not null,
  generation integer not null,
  share text not null,
  given_at timestamptz not null,
  primary key (tenant_id, recovery_id, custodian, case_id, vault, generation)
);

do $$
declare one record;
begin
  for one in select * from (values
    ('personal_key_box', 'account_id'), ('case_vault_wrap', 'reader'), ('case_vault_share', 'custodian'), ('vault_recovery_share', 'for_account')
  ) as t (name, person) loop
    execute format('alter table %I enable row level security', one.name);
    execute format('alter table %I force row level security', one.name);
    execute format('create policy of_the_program on %I using (case_scope() = ''record'')', one.name);
    execute format('create policy own on %I for select using (%I = case_account())', one.name, one.person);
  end loop;
end $$;

alter table case_vault_key enable row level security;
alter table case_vault_key force row level security;
create policy of_the_program on case_vault_key using (case_scope() = 'record');
create policy readers on case_vault_key for select using (
  exists (
    select 1 from case_vault_wrap w
    where w.tenant_id = case_vault_key.tenant_id and w.case_id = case_vault_key.case_id and w.reader = case_account()
  )
  or exists (
    select 1 from case_member m
    where m.tenant_id = case_vault_key.tenant_id and m.case_id = case_vault_key.case_id and m.account_id = case_account() and m.left_at is null
  )
  or exists (
    select 1 from case_vault_share s
    where s.tenant_id = case_vault_key.tenant_id and s.case_id = case_vault_key.case_id and s.custodian = case_account()
  )
);

grant select, insert, update, delete, truncate on
  personal_key, key_custodians, vault_recovery, vault_recovery_gift, vault_reopening, personal_key_box, case_vault_key, case_vault_wrap, case_vault_share,
  vault_recovery_share
to chanzo_app;
