-- A row of another house whose case is being opened: the number that its device drew, only until that is done, so that a second try opens the same case and no other.
alter table imported_source add column case_id uuid;
grant update on imported_source to chanzo_app;

-- What a programme or one of its bodies set beside the proposed rules of cases; scope is `programme` or the number of the body.
create table case_rules_set (
  tenant_id text not null,
  scope text not null,
  values_set jsonb not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (tenant_id, scope)
);
grant select, insert, update, delete, truncate on case_rules_set to chanzo_app;
