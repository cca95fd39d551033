-- Dossiers: what the desk sorts and filters by, and how papers are found by the first lot of their leg and by their number. Everything follows
-- from the log and is filled here from it.
alter table dossier
  -- Since when it waits for the one whose turn it is.
  add column waits_since timestamptz,
  -- 1, and one more with each revision.
  add column version integer not null default 1,
  -- Provinces of the lot's sites, as they stood when it was opened.
  add column provinces text[] not null default '{}',
  add column reason text;

update dossier set
  waits_since = coalesce((
    select e.learned_at from log_event e
    where e.tenant_id = dossier.tenant_id and e.subject = 'dossier:' || dossier.id and e.kind <> 'dossier.fact-attached'
    order by e.subject_version desc limit 1), opened_at),
  version = 1 + (
    select count(*) from log_event e
    where e.tenant_id = dossier.tenant_id and e.subject = 'dossier:' || dossier.id and e.kind = 'dossier.revised');

alter table dossier alter column waits_since set not null;
create index dossier_by_wait on dossier (tenant_id, waits_since) where state in ('open', 'recommended', 'revision-requested');

create index paper_link_by_leg_lot on paper_link (tenant_id, split_part(thing, '/', 1)) where kind = 'leg';
create index paper_by_number on paper (tenant_id, upper(number));
