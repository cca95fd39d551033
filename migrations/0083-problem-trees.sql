-- Problem trees: cards and arrows as they stand, and each version as it was frozen, whole. Both follow from the log. A frozen version is never written again.

create table problem_tree (
  tenant_id text not null,
  id uuid not null,
  title text not null,
  zones text[] not null,
  workshop_id uuid,
  state text not null check (state in ('open', 'frozen')),
  begun_on date not null,
  changed_on date not null,
  revision integer not null,
  content jsonb not null,
  -- For lists, which do not read the cards.
  counts jsonb not null,
  primary key (tenant_id, id)
);
create index problem_tree_newest on problem_tree (tenant_id, changed_on desc, id);

create table problem_tree_version (
  tenant_id text not null,
  tree_id uuid not null,
  number integer not null check (number >= 1),
  frozen_on date not null,
  workshop_id uuid,
  sha256 text not null,
  content jsonb not null,
  counts jsonb not null,
  primary key (tenant_id, tree_id, number)
);
create index problem_tree_version_workshop on problem_tree_version (tenant_id, workshop_id);

grant select, insert, update, delete, truncate on problem_tree, problem_tree_version to chanzo_app;
