-- Custody: who recorded and who held a lot (a release needs somebody else), where its bags come from, and which organisations
-- may see it. All follow from the log: after this migration `chanzo rebuild` fills them for lots that were there before.
alter table lot
  add column recorded_by text,
  add column quarantined_by text,
  -- Sites of the bags at its roots; `root_unknown` when the site of one of them is not known.
  add column root_sites uuid[] not null default '{}',
  add column root_unknown boolean not null default false;

-- Holders and recipients, past and present, of a lot and of every lot that it went into.
create table lot_party (
  tenant_id text not null,
  organisation_id uuid not null,
  lot_id uuid not null,
  primary key (tenant_id, organisation_id, lot_id)
);
create index lot_by_root_site on lot using gin (root_sites);

grant select, insert, update, delete, truncate on lot_party to chanzo_app;
