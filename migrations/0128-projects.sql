-- Projects, what their indicators reached, and what was reported to their donors. Plans and values follow from the log; drafts of reports and their texts are rows of
-- work; a frozen text stands beside the log by its hash, because an author may write names in it.

create table project (
  tenant_id text not null,
  id uuid not null,
  code text not null,
  opened jsonb not null,
  plan jsonb not null,
  version integer not null,
  revised_at timestamptz not null,
  reason text,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
create table project_plan_version (
  tenant_id text not null,
  project_id uuid not null,
  version integer not null,
  plan jsonb not null,
  reason text not null,
  revised_at timestamptz not null,
  primary key (tenant_id, project_id, version)
);
create table project_spending (
  tenant_id text not null,
  project_id uuid not null,
  position bigint not null,
  line text not null,
  period text not null,
  cents bigint not null,
  evidence text not null,
  spent_at timestamptz not null,
  primary key (tenant_id, project_id, position)
);
-- The course of each indicator's values, read by the same function that decides.
create table indicator_value (
  tenant_id text not null,
  indicator_id uuid not null,
  project_id uuid not null,
  acts jsonb not null,
  primary key (tenant_id, indicator_id)
);
create index indicator_value_of on indicator_value (tenant_id, project_id);

create table donor_report_draft (
  tenant_id text not null,
  id uuid not null,
  project_id uuid not null,
  period_from date not null,
  period_until date not null check (period_until >= period_from),
  account text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
create index donor_report_draft_of on donor_report_draft (tenant_id, project_id, period_until);
-- Every version that an author wrote stays.
create table donor_report_text (
  tenant_id text not null,
  report_id uuid not null,
  section text not null,
  version integer not null,
  content text not null,
  account text not null,
  written_at timestamptz not null,
  primary key (tenant_id, report_id, section, version),
  foreign key (tenant_id, report_id) references donor_report_draft (tenant_id, id)
);
-- Canonical JSON whose SHA-256 is in the log; never changed, never removed.
create table donor_report_content (
  tenant_id text not null,
  sha256 text not null,
  content text not null,
  primary key (tenant_id, sha256)
);
create table frozen_donor_report (
  tenant_id text not null,
  number text not null,
  report_id uuid not null,
  project_id uuid not null,
  version integer not null,
  sequence integer not null,
  year integer not null,
  period_from date not null,
  period_until date not null,
  sha256 text not null,
  gaps integer not null,
  frozen_on date not null,
  supersedes text,
  correction_reason text,
  frozen_at timestamptz not null,
  primary key (tenant_id, number)
);
create index frozen_donor_report_of on frozen_donor_report (tenant_id, report_id, version);

grant select, insert, update, delete, truncate on project, project_plan_version, project_spending, indicator_value, frozen_donor_report to chanzo_app;
grant select, insert, update, delete on donor_report_draft to chanzo_app;
grant select, insert on donor_report_text, donor_report_content to chanzo_app;
