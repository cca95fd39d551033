-- Plausibility: what rules said of figures and the review of it, thresholds by group of sites, figures and assumptions of the ledger. These follow
-- from the log. The runs of the scan are plain rows.
create table hit (
  tenant_id text not null,
  id uuid not null,
  rule text not null,
  version smallint not null,
  severity text not null,
  -- Same rule, same things, same severity: the same hit. A finding on arrival is named by its event.
  fingerprint text not null,
  found text not null,
  site_id uuid,
  -- P-codes of where the site lay when the hit was raised; of the region itself where the hit is about one.
  province_code text,
  territoire_code text,
  period text,
  mineral text,
  facts jsonb not null,
  inputs jsonb,
  threshold jsonb not null,
  threshold_group text not null,
  explanations text[] not null,
  state text not null,
  raised_at timestamptz not null,
  raised_by text not null,
  reply_until date,
  asked_by text,
  closed_at timestamptz,
  closed_by text,
  primary key (tenant_id, id),
  unique (tenant_id, fingerprint)
);
create index hit_by_rule on hit (tenant_id, rule, id);
create index hit_by_site on hit (tenant_id, site_id, id) where site_id is not null;
create index hit_open on hit (tenant_id, id) where closed_at is null;

create table hit_lot (
  tenant_id text not null,
  hit_id uuid not null,
  lot_id uuid not null,
  -- The hit put it in quarantine, and its end as explained releases it.
  held boolean not null,
  primary key (tenant_id, hit_id, lot_id)
);
create index hit_lot_by_lot on hit_lot (tenant_id, lot_id);

-- Organisations with a right of reply: holders of the lots, and the body whose agent recorded them.
create table hit_party (
  tenant_id text not null,
  hit_id uuid not null,
  organisation_id uuid not null,
  primary key (tenant_id, hit_id, organisation_id)
);
create index hit_party_by_organisation on hit_party (tenant_id, organisation_id, hit_id);

create table hit_step (
  tenant_id text not null,
  hit_id uuid not null,
  ordinal integer not null,
  step text not null,
  said text,
  organisation_id uuid,
  account text not null,
  happened_at timestamptz not null,
  primary key (tenant_id, hit_id, ordinal)
);

create table threshold_change (
  tenant_id text not null,
  id uuid not null,
  position bigint not null,
  rule text not null,
  group_kind text not null,
  group_code text not null,
  -- Null: back to the default.
  -- Of a sector of a scheme: which sites it is.
  sites uuid[] not null,
  set_values jsonb,
  reason text not null,
  source text not null,
  evidence text not null,
  author text not null,
  organisation_id uuid,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
create index threshold_change_by_rule on threshold_change (tenant_id, rule, position);

-- A figure from outside: of a month (2017-08) of a site or of a region.
create table ledger_figure (
  tenant_id text not null,
  id uuid not null,
  position bigint not null,
  place_kind text not null,
  place_code text not null,
  mineral text not null,
  month text not null,
  what text not null,
  grams bigint not null,
  source text not null,
  evidence text not null,
  author text not null,
  organisation_id uuid,
  declared_at timestamptz not null,
  primary key (tenant_id, id)
);
create index ledger_figure_by_place on ledger_figure (tenant_id, place_kind, place_code, month);
create table ledger_assumption (
  tenant_id text not null,
  id uuid not null,
  position bigint not null,
  place_kind text not null,
  place_code text not null,
  mineral text not null,
  name text not null,
  value bigint not null,
  reason text not null,
  source text not null,
  author text not null,
  organisation_id uuid,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
create index ledger_assumption_by_place on ledger_assumption (tenant_id, place_kind, place_code, position);

create table plausibility_scan (
  tenant_id text not null,
  id uuid not null,
  asked_by text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  finished_at timestamptz,
  rules_done integer not null,
  rules_total integer not null,
  looked_at integer not null,
  raised integer not null,
  held integer not null,
  problem text,
  primary key (tenant_id, id)
);

grant select, insert, update, delete, truncate on hit, hit_lot, hit_party, hit_step, threshold_change, ledger_figure, ledger_assumption to chanzo_app;
grant select, insert, update on plausibility_scan to chanzo_app;

-- What certificates say of the lots they were issued for, beside what is known of the lots.
create table certificate_seen (
  tenant_id text not null,
  event_id uuid not null,
  number text not null,
  lot_id uuid not null,
  issued_on date not null,
  expires_on date not null,
  mass_grams bigint not null,
  site_ids uuid[] not null,
  primary key (tenant_id, event_id)
);
create index certificate_seen_by_number on certificate_seen (tenant_id, number);
grant select, insert, update, delete, truncate on certificate_seen to chanzo_app;
