-- Reports that people must write: drafts and their texts are plain rows of work; what was released follows from the log; the released text itself
-- stands beside it, once by its hash, because an author may write names in it and the log must never hold one.

create table report_draft (
  tenant_id text not null,
  id uuid not null,
  kind text not null check (kind in ('oecd-annual', 'annex-risks', 'eu-shipment', 'mine-list', 'export-mirror', 'site-share')),
  organisation_id uuid not null,
  subject jsonb not null,
  period_from date not null,
  period_until date not null check (period_until >= period_from),
  account text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
create index report_draft_newest on report_draft (tenant_id, changed_at desc);

-- Every version that an author wrote stays.
create table report_text (
  tenant_id text not null,
  report_id uuid not null,
  section text not null,
  version integer not null,
  content text not null,
  account text not null,
  written_at timestamptz not null,
  primary key (tenant_id, report_id, section, version),
  foreign key (tenant_id, report_id) references report_draft (tenant_id, id)
);

-- Canonical JSON whose SHA-256 is in the log; never changed, never removed.
create table report_content (
  tenant_id text not null,
  sha256 text not null,
  content text not null,
  primary key (tenant_id, sha256)
);

create table released_report (
  tenant_id text not null,
  number text not null,
  report_id uuid not null,
  version integer not null,
  sequence integer not null,
  year integer not null,
  kind text not null,
  organisation_id uuid not null,
  period_from date not null,
  period_until date not null,
  sha256 text not null,
  gaps integer not null,
  is_public boolean not null,
  released_on date not null,
  supersedes text,
  correction_reason text,
  released_at timestamptz not null,
  primary key (tenant_id, number)
);
create index released_report_of on released_report (tenant_id, report_id, version);

-- Statistics of trade as somebody brought them, with their source; plain rows, brought again rather than changed.
create table trade_statistics (
  tenant_id text not null,
  id uuid not null,
  source text not null,
  account text not null,
  organisation_id uuid,
  read_at timestamptz not null,
  primary key (tenant_id, id)
);
create table trade_statistic_row (
  tenant_id text not null,
  statistics_id uuid not null,
  ordinal integer not null,
  flow text not null check (flow in ('import', 'export')),
  reporter text not null,
  partner text not null,
  month text not null,
  hs text not null,
  grams bigint not null,
  value_usd_cents bigint,
  primary key (tenant_id, statistics_id, ordinal),
  foreign key (tenant_id, statistics_id) references trade_statistics (tenant_id, id) on delete cascade
);

grant select, insert, update, delete, truncate on released_report to chanzo_app;
grant select, insert, update, delete on report_draft, trade_statistics, trade_statistic_row to chanzo_app;
grant select, insert on report_text, report_content to chanzo_app;
