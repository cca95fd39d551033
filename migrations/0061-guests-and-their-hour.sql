-- Whose time in a team is over sees nothing of a case, whoever asks the database in their name: the hour of the transaction, as the program tells it, or the
-- hour of the database where nobody does.
create function case_now() returns timestamptz language sql stable as $$
  select coalesce(nullif(current_setting('chanzo.now', true), '')::timestamptz, now())
$$;

alter policy own_or_team on case_row using (
  case_scope() = 'record'
  or (case_scope() = 'team' and organisation_id = case_organisation())
  or exists (
    select 1 from case_member m
    where m.tenant_id = case_row.tenant_id and m.case_id = case_row.case_id and m.account_id = case_account() and m.left_at is null
      and (m.until_at is null or m.until_at > case_now())
  )
);
alter policy readers on case_text using (
  case_scope() = 'record'
  or exists (
    select 1 from case_member m
    where m.tenant_id = case_text.tenant_id and m.case_id = case_text.case_id and m.account_id = case_account() and m.left_at is null
      and (m.until_at is null or m.until_at > case_now())
      and case_text.vault = any (m.vaults)
  )
);
alter policy both_sides on case_referral using (
  case_scope() = 'record'
  or (recipient = case_organisation() and state in ('sent', 'acknowledged', 'accepted', 'in-service'))
  or (case_scope() = 'team' and from_organisation = case_organisation())
  or exists (
    select 1 from case_member m
    where m.tenant_id = case_referral.tenant_id and m.case_id = case_referral.case_id and m.account_id = case_account() and m.left_at is null
      and (m.until_at is null or m.until_at > case_now())
  )
);
alter policy own_cases on case_view using (
  case_scope() in ('record', 'views')
  or exists (
    select 1 from case_member m
    where m.tenant_id = case_view.tenant_id and m.case_id = case_view.case_id and m.account_id = case_account() and m.left_at is null
      and (m.until_at is null or m.until_at > case_now())
  )
);
alter policy house_or_team on case_stay using (
  case_scope() = 'record'
  or (case_scope() = 'house' and organisation_id = case_organisation())
  or exists (
    select 1 from case_member m
    where m.tenant_id = case_stay.tenant_id and m.case_id = case_stay.case_id and m.account_id = case_account() and m.left_at is null
      and (m.until_at is null or m.until_at > case_now())
  )
);
-- A key that was wrapped is a key of somebody who is in the team: the wrap of a guest shows no public half once the hour is over.
alter policy readers on case_vault_key using (
  exists (
    select 1 from case_member m
    where m.tenant_id = case_vault_key.tenant_id and m.case_id = case_vault_key.case_id and m.account_id = case_account() and m.left_at is null
      and (m.until_at is null or m.until_at > case_now())
  )
  or exists (
    select 1 from case_vault_share s
    where s.tenant_id = case_vault_key.tenant_id and s.case_id = case_vault_key.case_id and s.custodian = case_account()
  )
);
alter policy own on case_vault_wrap using (
  reader = case_account() and exists (
    select 1 from case_member m
    where m.tenant_id = case_vault_wrap.tenant_id and m.case_id = case_vault_wrap.case_id and m.account_id = case_account() and m.left_at is null
      and (m.until_at is null or m.until_at > case_now())
  )
);

-- What proves that somebody agreed, for the year after their file was forgotten: ciphertext under a key of which three custodians hold shares. No number, no
-- code, no worker, no day: a random identifier, the body, and the first day of the month on which it goes.
create table consent_proof (
  tenant_id text not null,
  proof_id text not null,
  organisation_id text not null,
  due_on date not null,
  sealed jsonb not null,
  primary key (tenant_id, proof_id)
);
create index consent_proof_due on consent_proof (tenant_id, due_on);
-- A share on its way from one custodian to another.
create table consent_proof_gift (
  tenant_id text not null,
  proof_id text not null,
  giver text not null,
  taker text not null,
  shares jsonb not null,
  primary key (tenant_id, proof_id, giver, taker)
);
do $$
declare one text;
begin
  foreach one in array array['consent_proof', 'consent_proof_gift'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy of_the_program on %I using (case_scope() = ''record'')', one);
  end loop;
end $$;
grant select, insert, update, delete, truncate on consent_proof, consent_proof_gift to chanzo_app;
