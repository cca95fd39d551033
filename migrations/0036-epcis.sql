-- EPCIS: what other systems sent in the language of GS1, and what our own custody log says in it.

-- Read table, rebuilt from the log. One row for each event as it was received (source `captured`) or as our custody log says it
-- (`custody`); a row is taken away only where a captured event became custody and would be shown twice.
create table epcis_event (
  tenant_id text not null,
  -- Of the event in the log; for the second and later ones that one entry of custody gives, derived from it.
  id uuid not null,
  -- Place in the log times a thousand, and the number within the entry: the order of pages.
  sequence bigint not null,
  source text not null check (source in ('captured', 'custody')),
  -- The entry of the log.
  origin_id uuid not null,
  capture_id uuid,
  event_id text not null,
  event_hash text not null,
  event_type text not null,
  event_time timestamptz not null,
  record_time timestamptz not null,
  declared_at timestamptz,
  account text not null,
  organisation_id uuid,
  -- The lot of our own that the entry is about: who sees it sees the event.
  lot_id uuid,
  -- Word for word as received, with the context of its document.
  content jsonb not null,
  context jsonb not null,
  -- What became of it in custody: null for not tried yet.
  became text,
  became_facts jsonb,
  primary key (tenant_id, id)
);
create unique index epcis_event_once on epcis_event (tenant_id, event_id) where declared_at is null;
create index epcis_event_by_id on epcis_event (tenant_id, event_id);
create index epcis_event_by_time on epcis_event (tenant_id, event_time, sequence);
create index epcis_event_by_record on epcis_event (tenant_id, record_time, sequence);
create index epcis_event_by_sequence on epcis_event (tenant_id, sequence);
create index epcis_event_by_type on epcis_event (tenant_id, event_type, event_time);
create index epcis_event_by_origin on epcis_event (tenant_id, origin_id);
create index epcis_event_by_capture on epcis_event (tenant_id, capture_id);

-- Every value of an event that a query may name, one row each: `epc`, `parentID`, `bizTransaction/po`, `ext/…`.
create table epcis_term (
  tenant_id text not null,
  event uuid not null,
  sequence bigint not null,
  name text not null,
  value text,
  amount numeric,
  at timestamptz
);
-- Values of the wild may be longer than an index takes; equality is asked of the digest and of the value.
create index epcis_term_value on epcis_term (tenant_id, name, md5(value), event);
create index epcis_term_amount on epcis_term (tenant_id, name, amount);
create index epcis_term_at on epcis_term (tenant_id, name, at);
create index epcis_term_event on epcis_term (tenant_id, event, name);

-- Master data that came with captured documents: what lies in what, and attributes.
create table epcis_inside (
  tenant_id text not null,
  child text not null,
  parent text not null,
  primary key (tenant_id, parent, child)
);
create table epcis_attribute (
  tenant_id text not null,
  element text not null,
  attribute text not null,
  value text not null,
  primary key (tenant_id, element, attribute, value)
);

grant select, insert, update, delete, truncate on epcis_event, epcis_term, epcis_inside, epcis_attribute to chanzo_app;
