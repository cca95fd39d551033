-- The grievance desk. What people said is plain rows, sealed with a key that is not in the database, and can be erased; only what a desk
-- decided is in the log. Days, never instants: when somebody wrote must not be matched with a list of connections.

create table voice_report (
  tenant_id text not null,
  -- Random, so that it tells no time.
  id uuid not null,
  channel text not null check (channel in ('web', 'sms', 'whatsapp', 'paper', 'voice-note')),
  language text not null check (language in ('fr', 'en', 'sw', 'ln')),
  received_on date not null,
  -- Came among very many from one source: kept as any other, read after the others.
  is_slow boolean not null,
  code_hash text not null,
  categories text[] not null,
  occurred_on date,
  site_id uuid,
  area_code text,
  named_organisations text[] not null,
  named_kinds text[] not null,
  photos text[] not null,
  -- The body that typed it in from paper or a voice note.
  typed_by text,
  first_desk text not null,
  primary key (tenant_id, id),
  unique (tenant_id, code_hash)
);
create index voice_report_by_day on voice_report (tenant_id, is_slow, received_on, id);

-- The report itself, where, when in words, facts added by code, answers of the desk: each sealed.
create table voice_text (
  tenant_id text not null,
  id uuid not null,
  report_id uuid not null,
  kind text not null check (kind in ('report', 'where', 'when', 'who', 'fact', 'answer', 'note')),
  place integer not null,
  on_day date not null,
  sealed bytea not null,
  primary key (tenant_id, id)
);
create index voice_text_by_report on voice_text (tenant_id, report_id, place);

-- Who of a desk opened a report: added to, never changed.
create table voice_reading (
  tenant_id text not null,
  id uuid not null,
  report_id uuid not null,
  account text not null,
  organisation_id text not null,
  role text not null,
  read_at timestamptz not null,
  primary key (tenant_id, id)
);
create index voice_reading_by_report on voice_reading (tenant_id, report_id, read_at);

-- What was already received, by keyed hash. The answer given is sealed and forgotten after the window, and so is a hash of a sender.
create table voice_arrival (
  tenant_id text not null,
  key_hash text not null,
  report_id uuid,
  reply bytea,
  forget_at timestamptz,
  primary key (tenant_id, key_hash)
);
create index voice_arrival_to_forget on voice_arrival (forget_at) where forget_at is not null;

-- Parts of a long text that wait for the others.
create table voice_part (
  tenant_id text not null,
  group_hash text not null,
  part integer not null,
  parts integer not null,
  sealed bytea not null,
  received_at timestamptz not null,
  primary key (tenant_id, group_hash, part)
);

-- Answers that a gateway must send: number and text sealed together, gone once sent and in any case after two days.
create table voice_outbox (
  tenant_id text not null,
  id uuid not null,
  gateway text not null,
  sealed bytea not null,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);

-- Read table of what desks decided.
create table voice_decision (
  tenant_id text not null,
  id text not null,
  report_id uuid not null,
  act text not null check (act in ('triaged', 'answered', 'named')),
  result text,
  incident_id uuid,
  text_id uuid,
  organisations text[] not null,
  kinds text[] not null,
  by_organisation text not null,
  decided_at timestamptz not null,
  primary key (tenant_id, id)
);
create index voice_decision_by_report on voice_decision (tenant_id, report_id, decided_at);

grant select, insert, update, delete on voice_report, voice_text, voice_arrival, voice_part, voice_outbox, voice_decision to chanzo_app;
grant select, insert on voice_reading to chanzo_app;
-- It follows from the log, and is emptied before a rebuild.
grant truncate on voice_decision to chanzo_app;
