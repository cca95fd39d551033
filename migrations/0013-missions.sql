-- Missions and inspections, whole: changes of a plan, answers of forms as they were sent, corrective actions. Read tables only, rebuilt
-- from the log. Files are named by their hash; no name of a person has a column.

create table mission_change (
  tenant_id text not null,
  mission_id uuid not null,
  event_version integer not null,
  reason text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, mission_id, event_version)
);

alter table inspection add column form jsonb;
alter table inspection add column cause text;
-- How the form came to us: after its mission was over.
alter table inspection add column marks jsonb not null default '[]';
alter table inspection add column abandoned_reason text;
alter table inspection_finding add column marks jsonb not null default '[]';
alter table inspection_dissent add column marks jsonb not null default '[]';
create index inspection_by_mission on inspection (tenant_id, mission_id);

-- One row per sending: the whole form as it was filled in, and what was read in it.
create table inspection_answers (
  tenant_id text not null,
  inspection_id uuid not null,
  event_version integer not null,
  event_id uuid not null,
  event_kind text not null,
  event_position bigint not null,
  by_body text not null,
  form jsonb not null,
  instance text not null,
  content jsonb not null,
  said jsonb not null,
  marks jsonb not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, inspection_id, event_version)
);

create table corrective_action (
  tenant_id text not null,
  id uuid not null,
  inspection_id uuid not null,
  site_id uuid not null,
  criterion text not null,
  wording text,
  owner text not null,
  due_on date not null,
  origin text not null,
  set_at timestamptz not null,
  done_on date,
  done_note text,
  evidence jsonb not null,
  dropped_reason text,
  closed_at timestamptz,
  primary key (tenant_id, id)
);
create index corrective_action_by_site on corrective_action (tenant_id, site_id);
create index corrective_action_by_due on corrective_action (tenant_id, due_on);

grant select, insert, update, delete, truncate on mission_change, inspection_answers, corrective_action to chanzo_app;
