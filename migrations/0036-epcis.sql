-- EPCIS: what other systems sent in the language of GS1, and what our own custody log says in it.

-- One row for each event, in two parts. `captured`: a read table, rebuilt from the log. `custody`: our custody log said in EPCIS, made
-- from the log when somebody asks, so that writing custody costs nothing for it; it may be emptied at any time together with its place.
create table epcis_event (
  tenant_id text not null,
  source text not null,
  -- Of the event in the log; for the second and later ones that one entry of custody gives, derived from it.
  id uuid not null,
  -- Place in the log times a thousand, and the number within the entry: the order of pages.
  sequence bigint not null,
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
  -- What else came out of the same act or was sold with it: who sees one of them only does not see the event.
  more_lots uuid[] not null default '{}',
  -- Word for word as received, with the context of its document.
  content jsonb not null,
  context jsonb not null,
  primary key (tenant_id, source, id)
) partition by list (source);
create table epcis_event_captured partition of epcis_event for values in ('captured');
create table epcis_event_custody partition of epcis_event for values in ('custody');
create unique index epcis_event_once on epcis_event (tenant_id, source, event_id) where declared_at is null;
create index epcis_event_by_id on epcis_event (tenant_id, event_id);
create index epcis_event_by_time on epcis_event (tenant_id, event_time, sequence);
create index epcis_event_by_record on epcis_event (tenant_id, record_time, sequence);
create index epcis_event_by_sequence on epcis_event (tenant_id, sequence);
create index epcis_event_by_type on epcis_event (tenant_id, event_type, event_time);
create index epcis_event_by_capture on epcis_event (tenant_id, capture_id);

-- Every value of an event that a query may name, one row each: `epc`, `parentID`, `bizTransaction/…`, `ext/…`.
create table epcis_term (
  tenant_id text not null,
  source text not null,
  event uuid not null,
  name text not null,
  value text,
  amount numeric,
  at timestamptz
) partition by list (source);
create table epcis_term_captured partition of epcis_term for values in ('captured');
create table epcis_term_custody partition of epcis_term for values in ('custody');
-- Values of the wild may be longer than an index takes; equality is asked of the digest and of the value.
create index epcis_term_value on epcis_term (tenant_id, name, md5(value), event);
create index epcis_term_amount on epcis_term (tenant_id, name, amount) where amount is not null;
create index epcis_term_at on epcis_term (tenant_id, name, at) where at is not null;
create index epcis_term_event on epcis_term (tenant_id, event, name);

-- Up to which place the log was said in EPCIS.
create table epcis_custody_place (
  tenant_id text primary key,
  position bigint not null,
  -- By which edition of our own export it was said; another edition says it all again.
  edition integer not null
);

-- Read tables. What became of a captured event, which entries of custody came of it, and which of our lots it speaks of.
create table epcis_outcome (
  tenant_id text not null,
  event uuid not null,
  became text not null check (became in ('custody', 'kept')),
  because text,
  detail text,
  primary key (tenant_id, event)
);
create table epcis_became (
  tenant_id text not null,
  origin_id uuid not null,
  event uuid not null,
  primary key (tenant_id, origin_id)
);
create table epcis_thing (
  tenant_id text not null,
  uri text not null,
  lot_id uuid not null,
  primary key (tenant_id, uri)
);
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

grant select, insert, update, delete, truncate on epcis_event, epcis_event_captured, epcis_event_custody, epcis_term, epcis_term_captured,
  epcis_term_custody, epcis_outcome, epcis_became, epcis_thing, epcis_inside, epcis_attribute, epcis_custody_place to chanzo_app;
