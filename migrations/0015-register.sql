-- The register of a site: dated entries (titles, parties, description, people, pits, mercury, access), papers, merged records, and the
-- province's word on places that disagree. Read tables only, rebuilt from the log.

-- Merged records: `merged_into` names the survivor, one step, never a chain. Readers of facts resolve it with `site_family`.
alter table site add column merged_into uuid;
alter table site add column merged_at timestamptz;
-- Version of the site's stream at its last change of the register: what an editing officer has seen.
alter table site add column register_version integer not null default 0;
create index site_by_survivor on site (tenant_id, merged_into) where merged_into is not null;
create index site_by_parent on site (tenant_id, parent_site) where parent_site is not null;

-- The site asked for, its survivor, and the duplicates that were merged into it; a site nobody registered is its own family.
create function site_family(of_tenant text, of_site uuid) returns setof uuid language sql stable as $$
  select of_site
  union
  select own.merged_into from site as own where own.tenant_id = of_tenant and own.id = of_site and own.merged_into is not null
  union
  select other.id from site as own
    join site as other on other.tenant_id = own.tenant_id and other.merged_into = coalesce(own.merged_into, own.id)
    where own.tenant_id = of_tenant and own.id = of_site
$$;

create table site_entry (
  tenant_id text not null,
  site_id uuid not null,
  -- Id of the event.
  id uuid not null,
  entry_group text not null,
  -- First day on which it was so.
  acts_on date not null,
  content jsonb not null,
  source jsonb not null,
  attachments jsonb not null,
  reason text,
  learned_at timestamptz not null,
  ended_on date,
  end_reason text,
  end_learned_at timestamptz,
  replaced_by uuid,
  replaced_at timestamptz,
  primary key (tenant_id, site_id, id)
);

create table site_document (
  tenant_id text not null,
  site_id uuid not null,
  id uuid not null,
  sha256 text not null,
  attachment jsonb not null,
  dated_on date,
  source jsonb,
  attached_at timestamptz not null,
  withdrawn_at timestamptz,
  withdraw_reason text,
  primary key (tenant_id, site_id, id)
);
create index site_document_by_hash on site_document (tenant_id, sha256);

create table site_merge (
  tenant_id text not null,
  site_id uuid not null,
  id uuid not null,
  into_id uuid not null,
  reason text not null,
  merged_at timestamptz not null,
  unmerged_at timestamptz,
  unmerge_reason text,
  primary key (tenant_id, site_id, id)
);
create index site_merge_by_survivor on site_merge (tenant_id, into_id);

create table site_place_settled (
  tenant_id text not null,
  site_id uuid not null,
  id uuid not null,
  verdict text not null,
  reason text not null,
  disagreement jsonb not null,
  organisation_id uuid,
  role text,
  settled_at timestamptz not null,
  primary key (tenant_id, site_id, id)
);

grant select, insert, update, delete, truncate on site_entry, site_document, site_merge, site_place_settled to chanzo_app;
