-- Forms that are not finished, as their authors' devices sent them. A revision is never changed: two that do not know of each other
-- are both here until somebody has looked at them. Plain rows: no log and no rebuild touches them.
create table field_draft_revision (
  tenant_id text not null,
  revision uuid not null,
  -- `<inspection>.<body>.<form>.<version>`
  draft text not null,
  inspection_id uuid not null,
  body text not null,
  -- Revisions that the author had seen; some may not have arrived yet.
  parents uuid[] not null,
  state text not null check (state in ('open', 'finished', 'dropped')),
  xml text not null,
  stood_at text not null,
  saved_at timestamptz not null,
  files jsonb not null,
  account_id text not null,
  device_id text,
  received_at timestamptz not null,
  primary key (tenant_id, revision)
);
create index field_draft_revision_draft on field_draft_revision (tenant_id, draft, revision);
create index field_draft_revision_inspection on field_draft_revision (tenant_id, inspection_id);

grant select, insert on field_draft_revision to chanzo_app;
