-- What protects those who protect: an office shut in one action, the run-book of a breach, and the rules of accounts that hold files of persons
-- (undertaking, review every ninety days, rest after thirty idle days). No person accompanied is named here, and no account by its name.

create table office_lock (
  tenant_id text not null,
  organisation_id uuid not null,
  reason text not null,
  locked_at timestamptz not null,
  locked_by uuid not null,
  lift_asked_at timestamptz,
  lift_asked_by uuid,
  lifted_at timestamptz,
  lifted_by uuid,
  primary key (tenant_id, organisation_id)
);

create table breach (
  tenant_id text not null,
  id uuid not null,
  organisation_id uuid,
  state text not null,
  exposure text not null,
  is_drill boolean not null,
  detected_at timestamptz not null,
  -- Codes of files with what was judged and said; never a name.
  persons jsonb not null,
  reached jsonb not null,
  said jsonb not null,
  primary key (tenant_id, id)
);
create index breach_by_organisation on breach (tenant_id, organisation_id);

create table account_undertaking (
  tenant_id text not null,
  account_id uuid not null,
  version text not null,
  signed_at timestamptz not null,
  primary key (tenant_id, account_id)
);

create table account_review (
  tenant_id text not null,
  account_id uuid not null,
  reviewed_at timestamptz not null,
  reviewed_by text not null,
  primary key (tenant_id, account_id)
);

create table account_rest (
  tenant_id text not null,
  account_id uuid not null,
  because text not null,
  since timestamptz not null,
  put_by text not null,
  primary key (tenant_id, account_id)
);

-- A plain row and no fact: the last day on which an account that holds files came by. It stands in no log.
create table account_seen (
  tenant_id text not null,
  account_id uuid not null,
  seen_on date not null,
  primary key (tenant_id, account_id)
);

grant select, insert, update, delete, truncate on office_lock, breach, account_undertaking, account_review, account_rest, account_seen to chanzo_app;
