-- Webhooks: who is told of what, what waits to be sent, what became of it. Plain rows; the texts follow from the log.

create table webhook (
  tenant_id text not null,
  id uuid not null,
  organisation_id text,
  url text not null,
  kinds text[] not null,
  -- Sealed with a key that is not in the database.
  secret bytea not null,
  sees_all boolean not null,
  made_by text not null,
  made_at timestamptz not null,
  stopped_at timestamptz,
  primary key (tenant_id, id)
);

-- How far the log was read for webhooks.
create table webhook_place (
  tenant_id text not null,
  position bigint not null,
  primary key (tenant_id)
);

create table webhook_delivery (
  tenant_id text not null,
  id uuid not null,
  webhook_id uuid not null,
  -- One event of the log is one delivery of a webhook, however often the log is read.
  event_id text not null,
  kind text not null,
  body text not null,
  state text not null check (state in ('waiting', 'delivered', 'given-up')),
  tries integer not null,
  next_try_at timestamptz not null,
  made_at timestamptz not null,
  done_at timestamptz,
  problem text,
  primary key (tenant_id, id),
  unique (tenant_id, webhook_id, event_id),
  foreign key (tenant_id, webhook_id) references webhook (tenant_id, id)
);
create index webhook_delivery_due on webhook_delivery (tenant_id, next_try_at) where state = 'waiting';
create index webhook_delivery_newest on webhook_delivery (tenant_id, webhook_id, made_at desc);

grant select, insert, update, delete on webhook, webhook_place, webhook_delivery to chanzo_app;
