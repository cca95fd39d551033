-- ODK Collect and KoboCollect as clients: their passwords, and what they sent. All of it plain rows; what is told of a site goes to the log.

-- A password made by the program for one account in one role. `ha1` is what HTTP Digest needs to check it (MD5 of name, realm and password):
-- it opens /openrosa and nothing else.
create table collect_login (
  tenant_id text not null,
  id uuid not null,
  user_name text not null unique,
  ha1 text not null,
  account_id uuid not null,
  role text not null,
  created_by text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by text,
  primary key (tenant_id, id)
);

-- One filled-in form as it came, by the identifier that the phone gave to it. Never changed, never removed; what became of it stands beside it.
create table odk_submission (
  tenant_id text not null,
  instance text not null,
  -- collect, or the program that a file was exported from.
  came_by text not null,
  form text not null,
  form_version text not null,
  form_sha256 text not null,
  xml text not null,
  -- The instance that this one takes the place of.
  amends text,
  device text,
  -- Who sent it, as they were then: the observation is theirs.
  account_id text not null,
  organisation_id text,
  role text not null,
  territory jsonb not null,
  filled_at timestamptz not null,
  received_at timestamptz not null,
  -- The phone said that more parts follow.
  more_follows boolean not null,
  -- to-place: nobody knows yet to which inspection it belongs; recorded: in the log; set-aside: looked at and left out, with the reason.
  state text not null check (state in ('to-place', 'recorded', 'set-aside')),
  reason text not null,
  facts jsonb not null,
  -- What it says of where and when, so that somebody can place it; never a name of a person.
  said jsonb not null,
  inspection_id uuid,
  by_body text,
  -- How many of its files were named in what the log has.
  files_recorded integer not null default 0,
  settled_by text,
  settled_at timestamptz,
  primary key (tenant_id, instance)
);
create index odk_submission_waiting on odk_submission (tenant_id, received_at) where state = 'to-place';
create unique index odk_submission_amends on odk_submission (tenant_id, amends) where amends is not null;

-- Files by the name that the form gives them: kept (by hash), or not kept, with the reason.
create table odk_attachment (
  tenant_id text not null,
  instance text not null,
  name text not null,
  sha256 text,
  media_type text,
  bytes integer not null,
  refusal text,
  received_at timestamptz not null,
  primary key (tenant_id, instance, name)
);

grant select, insert, update on collect_login, odk_submission to chanzo_app;
grant select, insert, update on odk_attachment to chanzo_app;
