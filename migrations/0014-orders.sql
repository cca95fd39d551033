-- Orders from their draft on, stock derogations, and the rulebook that a tenant chose.
-- `order_draft` is a plain row: a draft is work on a desk, nobody is judged by it, and it leaves the desk by being signed.

create table order_draft (
  tenant_id text not null,
  id uuid not null,
  -- Rises with every change; who writes over an older one is told so.
  version integer not null,
  content jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);

-- What the signed act says beside its annex: recitals, the place of signature, the scan of the paper, the draft it came from. A draft
-- that an order names no longer changes.
alter table status_order add column recitals jsonb, add column signed_at_place text, add column scan jsonb, add column draft uuid;

-- Stocks that a mission found and that an order of kind derogation lets go. Read table, rebuilt from the log.
create table stock_derogation (
  tenant_id text not null,
  order_id uuid not null,
  site_id uuid not null,
  ordinal integer not null,
  quantity_grams bigint not null,
  found_on date not null,
  reason text not null,
  number text not null,
  effective_from date not null,
  until date,
  recorded_at timestamptz not null,
  voided_at timestamptz,
  primary key (tenant_id, order_id, ordinal)
);
create index stock_derogation_by_site on stock_derogation (tenant_id, site_id);

-- Which rulebook speaks for a country from a day on, and which of its periods the tenant set otherwise. Read table.
create table adopted_rulebook (
  tenant_id text not null,
  id uuid not null,
  country text not null,
  rulebook text not null,
  applies_from date not null,
  periods jsonb not null,
  reason text not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id)
);

grant select, insert, update, delete, truncate on order_draft, stock_derogation, adopted_rulebook to chanzo_app;
