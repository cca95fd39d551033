-- Events of a place that somebody saw or was told, without any person: kinds, day, place, how it is known. Who sent one is here only so that
-- they see their own; no answer says it.
create table protection_signal (
  tenant_id text not null,
  id uuid not null,
  types text[] not null,
  channel text not null,
  source text not null,
  observed_on date not null,
  site_id uuid,
  province_code text,
  territoire_code text,
  shown_from date not null,
  sent_by text not null,
  recorded_at timestamptz not null,
  withdrawn_because text,
  primary key (tenant_id, id)
);
create index protection_signal_newest on protection_signal (tenant_id, observed_on desc, id);
create index protection_signal_by_sender on protection_signal (tenant_id, sent_by, observed_on desc);
grant select, insert, update, delete, truncate on protection_signal to chanzo_app;

-- Interviews that were not held or of which nothing may be kept: a month, an outcome and how many. No row for each, no day, no sender, and nothing in
-- the log, so that nobody can be found by it.
create table interview_tally (
  tenant_id text not null,
  month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  outcome text not null check (outcome in ('consent-refused', 'stopped', 'screened')),
  held integer not null,
  primary key (tenant_id, month, outcome)
);
grant select, insert, update, delete, truncate on interview_tally to chanzo_app;
