-- A whole case that goes to another body: who offered it to whom, and what came of it. Codes, numbers and hours; no name, no code of the person.
create table case_handover (
  tenant_id text not null,
  handover_id text not null,
  case_id text not null,
  from_organisation text not null,
  recipient text not null,
  takers text[] not null,
  offered_by text not null,
  offered_at timestamptz not null,
  respond_by timestamptz not null,
  -- 'offered', 'accepted', or how it ended.
  state text not null,
  reason text,
  slip_code text not null,
  status_at timestamptz not null,
  primary key (tenant_id, handover_id)
);
create index case_handover_recipient on case_handover (tenant_id, recipient, state);
create index case_handover_offered_by on case_handover (tenant_id, offered_by, status_at desc);
create index case_handover_case on case_handover (tenant_id, case_id);

-- Outside the log: keys of vaults as the sender's device wrapped them to each taker. Nobody reads a row before the acceptance; with it the taker's become theirs and all others go.
create table case_handover_wrap (
  tenant_id text not null,
  handover_id text not null,
  case_id text not null,
  vault text not null,
  generation integer not null,
  reader text not null,
  key_id text not null,
  wrapped text not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (tenant_id, handover_id, vault, generation, reader)
);
create index case_handover_wrap_case on case_handover_wrap (tenant_id, case_id);

alter table case_handover enable row level security;
alter table case_handover force row level security;
create policy both_sides on case_handover using (
  case_scope() = 'record'
  or (state = 'offered' and recipient = case_organisation() and case_account() = any (takers))
  or (offered_by = case_account() and from_organisation = case_organisation())
);
alter table case_handover_wrap enable row level security;
alter table case_handover_wrap force row level security;
create policy of_the_program on case_handover_wrap using (case_scope() = 'record');

grant select, insert, update, delete, truncate on case_handover, case_handover_wrap to chanzo_app;
