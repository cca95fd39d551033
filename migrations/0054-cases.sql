-- Cases of people who are helped. What is in clear here is coded: random numbers, bands, states, days. Who they are lies in texts that only devices open.
--
-- Rows are seen through two settings of the transaction that asks: chanzo.account and chanzo.organisation, and a scope that the program sets:
-- '' (the account's own cases), 'team' (those of the organisation), 'record' (the program itself, when it writes or counts).

create function case_scope() returns text language sql stable as $$ select coalesce(current_setting('chanzo.scope', true), '') $$;
create function case_account() returns text language sql stable as $$ select coalesce(current_setting('chanzo.account', true), '') $$;
create function case_organisation() returns text language sql stable as $$ select coalesce(current_setting('chanzo.organisation', true), '') $$;

-- Outside the log: destroying the row ends the record. The key is itself sealed under a secret that is not in this database.
create table case_record_key (
  tenant_id text not null,
  subject text not null,
  wrapped bytea not null,
  made_at timestamptz not null,
  primary key (tenant_id, subject)
);

-- Read tables, made from the log.
create table case_member (
  tenant_id text not null,
  case_id text not null,
  account_id text not null,
  organisation_id text,
  member_as text not null,
  vaults text[] not null,
  joined_at timestamptz not null,
  until_at timestamptz,
  left_at timestamptz,
  primary key (tenant_id, case_id, account_id)
);
create index case_member_account on case_member (tenant_id, account_id) where left_at is null;

create table case_row (
  tenant_id text not null,
  case_id text not null,
  organisation_id text not null,
  case_type text not null,
  state text not null,
  owner_id text,
  risk text,
  province_code text,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null,
  primary key (tenant_id, case_id)
);
create index case_row_organisation on case_row (tenant_id, organisation_id, state);

create table case_text (
  tenant_id text not null,
  text_id text not null,
  case_id text not null,
  vault text not null,
  generation integer not null,
  slot text not null,
  box text not null,
  by_account text not null,
  at timestamptz not null,
  replaced boolean not null default false,
  primary key (tenant_id, case_id, text_id)
);

create table case_referral (
  tenant_id text not null,
  referral_id text not null,
  case_id text not null,
  from_organisation text not null,
  recipient text not null,
  service_point text,
  service text not null,
  urgency text not null,
  fields text[] not null,
  state text not null,
  slip_code text not null,
  sent_at timestamptz,
  respond_by timestamptz,
  status_at timestamptz not null,
  primary key (tenant_id, referral_id)
);
create index case_referral_recipient on case_referral (tenant_id, recipient, state);
create index case_referral_case on case_referral (tenant_id, case_id);

-- Who looked at what, made from the log; it names no person who is helped, and outlives the case.
create table case_view (
  tenant_id text not null,
  view_id text not null,
  case_id text not null,
  account_id text not null,
  organisation_id text,
  what text not null,
  purpose text,
  at timestamptz not null,
  primary key (tenant_id, view_id, case_id)
);
create index case_view_case on case_view (tenant_id, case_id, at desc);
create index case_view_account on case_view (tenant_id, account_id, at desc);

-- Plain rows. What was released with a referral, sealed by a device to the personal keys of the receiving body.
create table case_package (
  tenant_id text not null,
  referral_id text not null,
  case_id text not null,
  reader text not null,
  key_id text not null,
  box text not null,
  primary key (tenant_id, referral_id, reader)
);
-- What of it was said in codes, as it was at the hour of sending.
create table case_released (
  tenant_id text not null,
  referral_id text not null,
  case_id text not null,
  fields jsonb not null,
  primary key (tenant_id, referral_id)
);
-- What remains of a case that was forgotten: no number, no day, nobody.
create table case_tally (
  tenant_id text not null,
  tally_id text not null,
  facts jsonb not null,
  primary key (tenant_id, tally_id)
);
-- Keys that outlive their case for a time, with the day on which they go.
create table case_kept_key (
  tenant_id text not null,
  case_id text not null,
  vault text not null,
  due_on date not null,
  primary key (tenant_id, case_id, vault)
);

do $$
declare one text;
begin
  foreach one in array array['case_record_key', 'case_tally', 'case_kept_key'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy of_the_program on %I using (case_scope() = ''record'')', one);
  end loop;
end $$;

alter table case_member enable row level security;
alter table case_member force row level security;
create policy own on case_member using (case_scope() = 'record' or account_id = case_account());

alter table case_row enable row level security;
alter table case_row force row level security;
create policy own_or_team on case_row using (
  case_scope() = 'record'
  or (case_scope() = 'team' and organisation_id = case_organisation())
  or exists (
    select 1 from case_member m
    where m.tenant_id = case_row.tenant_id and m.case_id = case_row.case_id and m.account_id = case_account() and m.left_at is null
  )
);

alter table case_text enable row level security;
alter table case_text force row level security;
create policy readers on case_text using (
  case_scope() = 'record'
  or exists (
    select 1 from case_member m
    where m.tenant_id = case_text.tenant_id and m.case_id = case_text.case_id and m.account_id = case_account() and m.left_at is null
      and case_text.vault = any (m.vaults)
  )
);

alter table case_referral enable row level security;
alter table case_referral force row level security;
create policy both_sides on case_referral using (
  case_scope() = 'record'
  or (recipient = case_organisation() and state in ('sent', 'acknowledged', 'accepted', 'in-service'))
  or (case_scope() = 'team' and from_organisation = case_organisation())
  or exists (
    select 1 from case_member m
    where m.tenant_id = case_referral.tenant_id and m.case_id = case_referral.case_id and m.account_id = case_account() and m.left_at is null
  )
);

alter table case_package enable row level security;
alter table case_package force row level security;
create policy reader_while_open on case_package using (
  case_scope() = 'record'
  or (reader = case_account() and exists (
    select 1 from case_referral r
    where r.tenant_id = case_package.tenant_id and r.referral_id = case_package.referral_id and r.recipient = case_organisation()
      and r.state in ('sent', 'acknowledged', 'accepted', 'in-service')
  ))
);

alter table case_released enable row level security;
alter table case_released force row level security;
create policy recipient_while_open on case_released using (
  case_scope() = 'record'
  or exists (
    select 1 from case_referral r
    where r.tenant_id = case_released.tenant_id and r.referral_id = case_released.referral_id and r.recipient = case_organisation()
      and r.state in ('sent', 'acknowledged', 'accepted', 'in-service')
  )
);

alter table case_view enable row level security;
alter table case_view force row level security;
create policy own_cases on case_view using (
  case_scope() in ('record', 'views')
  or exists (
    select 1 from case_member m
    where m.tenant_id = case_view.tenant_id and m.case_id = case_view.case_id and m.account_id = case_account() and m.left_at is null
  )
);

grant select, insert, update, delete, truncate on
  case_record_key, case_member, case_row, case_text, case_referral, case_view, case_package, case_released, case_tally, case_kept_key
to chanzo_app;
