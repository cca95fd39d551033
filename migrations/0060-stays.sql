-- Who sleeps where, by codes: seen by the house that keeps the beds, and by the team of the case as far as it is theirs.
create table case_stay (
  tenant_id text not null,
  stay_id text not null,
  shelter_id text not null,
  organisation_id text not null,
  case_id text not null,
  subject text not null,
  placed_with text not null,
  family text,
  state text not null,
  stretches jsonb not null,
  last_review_on date not null,
  left_reason text,
  was_forced boolean not null default false,
  primary key (tenant_id, stay_id)
);
create index case_stay_shelter on case_stay (tenant_id, shelter_id, state);
create index case_stay_case on case_stay (tenant_id, case_id);
alter table case_stay enable row level security;
alter table case_stay force row level security;
create policy house_or_team on case_stay using (
  case_scope() = 'record'
  or (case_scope() = 'house' and organisation_id = case_organisation())
  or exists (
    select 1 from case_member m
    where m.tenant_id = case_stay.tenant_id and m.case_id = case_stay.case_id and m.account_id = case_account() and m.left_at is null
  )
);
grant select, insert, update, delete, truncate on case_stay to chanzo_app;
