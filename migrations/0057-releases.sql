-- What leaves the house about people who were helped. Agreements and releases follow from the log. The bytes that left stand beside it, once by
-- their hash; the true counts behind them too, sealed under the server's secret, because only the guard between two releases may read them.

create table sharing_agreement (
  tenant_id text not null,
  id uuid not null,
  terms jsonb not null,
  state text not null check (state in ('drafted', 'signed', 'ended')),
  drafted_by text not null,
  drafted_at timestamptz not null,
  signed_on date,
  expires_on date not null,
  ended_on date,
  end_reason text,
  primary key (tenant_id, id)
);

create table statistics_release (
  tenant_id text not null,
  id uuid not null,
  state text not null check (state in ('asked', 'turned-down', 'approved', 'withdrawn')),
  parameters jsonb not null,
  agreement_id uuid not null,
  number text,
  sequence integer,
  year integer,
  sha256 text not null,
  bytes integer not null,
  lines integer not null,
  kept_back jsonb not null,
  asked_by text not null,
  asked_on date not null,
  asked_at timestamptz not null,
  decided_by text,
  decided_on date,
  reason text,
  primary key (tenant_id, id)
);
create unique index statistics_release_number on statistics_release (tenant_id, number);

-- Who looked at what a release would keep back, made from the log.
create table statistics_release_look (
  tenant_id text not null,
  id uuid not null,
  looked_by text not null,
  agreement_id uuid not null,
  parameters jsonb not null,
  looked_at timestamptz not null,
  primary key (tenant_id, id)
);

-- Never changed; removed only with a request that was turned down, of which nothing left.
create table statistics_release_content (
  tenant_id text not null,
  release_id uuid not null,
  sha256 text not null,
  content bytea not null,
  sealed_counts bytea not null,
  primary key (tenant_id, release_id)
);

-- Which source ids of other houses were brought here already: keyed hashes, so that nobody can look one up.
create table imported_source (
  tenant_id text not null,
  digest text not null,
  imported_at timestamptz not null,
  primary key (tenant_id, digest)
);

alter table statistics_release_content enable row level security;
alter table statistics_release_content force row level security;
create policy statistics_release_content_of_tenant on statistics_release_content to chanzo_app using (true);

grant select, insert, update, delete, truncate on sharing_agreement, statistics_release, statistics_release_look to chanzo_app;
grant select, insert, delete on statistics_release_content to chanzo_app;
grant select, insert on imported_source to chanzo_app;
