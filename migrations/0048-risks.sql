-- Risks of Annex II and red flags by subject, and what a company or an authority declares about places. Acts stand in their order; whether
-- trade with a subject stands still on a day is computed from them and the day, so that no clock needs a job.

create table risk (
  tenant_id text not null,
  id uuid not null,
  number text not null,
  code text not null,
  subject_kind text not null,
  -- Of an organisation or a site; of a route its name as transports write it, in small letters.
  subject_id uuid,
  route text,
  recorded_on date not null,
  recorded_by text,
  acts jsonb not null,
  primary key (tenant_id, id)
);
create unique index risk_by_number on risk (tenant_id, number);
create index risk_by_subject on risk (tenant_id, subject_id) where subject_id is not null;
create index risk_by_route on risk (tenant_id, route) where route is not null;

create table risk_declaration (
  tenant_id text not null,
  id uuid not null,
  declared_by text,
  declared_on date not null,
  withdrawn_on date,
  declared jsonb not null,
  primary key (tenant_id, id)
);

grant select, insert, update, delete, truncate on risk, risk_declaration to chanzo_app;
