-- Trainings: curricula, the bank of items, sessions, participations by badge. What follows from the log; names stand in 0118, apart.

create table training_curriculum (
  tenant_id text not null,
  id uuid not null,
  version integer not null,
  content jsonb not null,
  primary key (tenant_id, id)
);

create table training_item (
  tenant_id text not null,
  id uuid not null,
  -- Of a proposal of the program that was retired there is no content here.
  content jsonb,
  is_retired boolean not null,
  primary key (tenant_id, id)
);

create table training_session (
  tenant_id text not null,
  id uuid not null,
  number text not null,
  curriculum_id uuid,
  province text not null,
  territoire text,
  first_day date not null,
  last_day date not null,
  half_days integer not null,
  -- planned, closed, cancelled, imported
  state text not null,
  content jsonb not null,
  primary key (tenant_id, id)
);
create index training_session_newest on training_session (tenant_id, last_day desc, id);

create table training_participation (
  tenant_id text not null,
  session_id uuid not null,
  badge integer not null,
  -- A pseudonym; null while nobody could say whether this person came before.
  person_id uuid,
  category text not null,
  sex text not null,
  age text not null,
  institution text not null,
  province text not null,
  disability text not null,
  first_time text not null,
  curriculum_id uuid,
  last_day date not null,
  half_days integer not null,
  -- One sign for each half-day: 1 there, 0 not, - not marked. Of an imported session only the sum.
  attendance text not null,
  present integer not null,
  is_trained boolean not null,
  pre_tenths integer,
  post_tenths integer,
  practice text,
  followed_on date,
  certificate_number text,
  certificate_code text,
  certified_on date,
  revoked_on date,
  revoked_reason text,
  erased_at timestamptz,
  -- When each became known: the second clock of what is counted.
  attended_learned_at timestamptz,
  trained_learned_at timestamptz,
  gain_learned_at timestamptz,
  certified_learned_at timestamptz,
  followed_learned_at timestamptz,
  primary key (tenant_id, session_id, badge)
);
create index training_participation_by_day on training_participation (tenant_id, last_day);
create index training_participation_by_person on training_participation (tenant_id, person_id) where person_id is not null;
create unique index training_participation_by_code on training_participation (tenant_id, certificate_code) where certificate_code is not null;

grant select, insert, update, delete, truncate on training_curriculum, training_item, training_session, training_participation to chanzo_app;
