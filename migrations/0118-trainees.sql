-- Plain rows, in no event and not rebuilt: the name behind a pseudonym, the keyed hashes by which it is found again, and who looked. An erasure takes all of it away.

create table trainee_person (
  tenant_id text not null,
  person_id uuid not null,
  name text not null,
  birth_year integer,
  changed_at timestamptz not null,
  primary key (tenant_id, person_id)
);

create table trainee_key (
  tenant_id text not null,
  -- Keyed hash of a folded name with a year of birth, or with an institution.
  hash text not null,
  person_id uuid not null,
  kind text not null,
  primary key (tenant_id, hash, person_id)
);
create index trainee_key_by_person on trainee_key (tenant_id, person_id);

create table trainee_look (
  tenant_id text not null,
  id uuid not null,
  session_id uuid not null,
  badge integer not null,
  account_id text not null,
  what text not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
create index trainee_look_by_badge on trainee_look (tenant_id, session_id, badge, at desc);

grant select, insert, update, delete on trainee_person, trainee_key, trainee_look to chanzo_app;
