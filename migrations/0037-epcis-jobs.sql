-- EPCIS: plain rows of the interface: capture jobs, named queries, subscriptions, tokens of next pages.

create table epcis_capture (
  tenant_id text not null,
  id uuid not null,
  account text not null,
  organisation_id uuid,
  behaviour text not null check (behaviour in ('rollback', 'proceed')),
  created_at timestamptz not null,
  finished_at timestamptz,
  success boolean not null default true,
  events integer not null,
  kept integer not null default 0,
  already_known integer not null default 0,
  errors jsonb not null default '[]',
  -- The document until the job is done; a server that was killed takes it up again.
  document jsonb,
  primary key (tenant_id, id)
);
create index epcis_capture_running on epcis_capture (tenant_id, created_at) where finished_at is null;

create table epcis_query (
  tenant_id text not null,
  name text not null,
  query jsonb not null,
  extensions jsonb not null default '{}',
  account text not null,
  organisation_id uuid,
  created_at timestamptz not null,
  primary key (tenant_id, name)
);

create table epcis_subscription (
  tenant_id text not null,
  id uuid not null,
  query_name text not null,
  destination text not null,
  secret text,
  is_stream boolean not null,
  schedule jsonb,
  report_if_empty boolean not null,
  epc_format text not null,
  account text not null,
  created_at timestamptz not null,
  initial_record_time timestamptz,
  -- Everything up to here was delivered.
  last_sequence bigint not null,
  next_at timestamptz not null,
  last_tried_at timestamptz,
  last_delivered_at timestamptz,
  last_notified_at timestamptz,
  failures integer not null default 0,
  last_fault text,
  primary key (tenant_id, id),
  foreign key (tenant_id, query_name) references epcis_query (tenant_id, name) on delete cascade
);
create index epcis_subscription_due on epcis_subscription (tenant_id, next_at);

create table epcis_page_token (
  tenant_id text not null,
  token text not null,
  account text not null,
  question text not null,
  after_key timestamptz not null,
  after_sequence bigint not null,
  upto_sequence bigint not null,
  seen integer not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token)
);

grant select, insert, update, delete on epcis_capture, epcis_query, epcis_subscription, epcis_page_token to chanzo_app;
