-- People. Two kinds of table: read tables, rebuilt from the log (identifiers, roles, areas, keys, never a person's name), and
-- plain rows of sign-in (name, e-mail, password hash, sessions), which no log and no rebuild ever touches.

-- Read tables ------------------------------------------------------------------------------------------------------------

create table organisation (
  tenant_id text not null,
  id uuid not null,
  name text not null,
  kind text not null,
  area text,
  country text not null,
  identifiers jsonb not null,
  registered_at timestamptz not null,
  primary key (tenant_id, id)
);

create table account (
  tenant_id text not null,
  id uuid not null,
  kind text not null,
  organisation_id uuid,
  territory jsonb not null,
  registered_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, id)
);
create index account_by_organisation on account (tenant_id, organisation_id);

-- Roles held now; who gave one and when stands beside it.
create table account_role (
  tenant_id text not null,
  account_id uuid not null,
  role text not null,
  granted_at timestamptz not null,
  granted_by text not null,
  primary key (tenant_id, account_id, role)
);
create index account_role_by_role on account_role (tenant_id, role);

create table device (
  tenant_id text not null,
  id uuid not null,
  account_id uuid not null,
  role text not null,
  territory jsonb not null,
  public_key text not null,
  enrolment_id uuid not null,
  enrolled_by text not null,
  enrolled_at timestamptz not null,
  revoked_at timestamptz,
  revoked_reason text,
  primary key (tenant_id, id),
  unique (tenant_id, enrolment_id),
  unique (tenant_id, public_key)
);
create index device_by_account on device (tenant_id, account_id);

-- Plain rows -------------------------------------------------------------------------------------------------------------

-- Tables of the sign-in library (better-auth), named and made by us; it never migrates. A test compares them with what the
-- library expects. The id of a user is the account's id. An e-mail address is one person's in the whole installation,
-- because at sign-in nobody knows the tenant yet.
create table sign_in_user (
  id text primary key,
  tenant_id text not null,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  language text not null default 'fr' check (language in ('fr', 'en')),
  two_factor_enabled boolean default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sign_in_session (
  id text primary key,
  user_id text not null references sign_in_user (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_session_by_user on sign_in_session (user_id);

create table sign_in_credential (
  id text primary key,
  user_id text not null references sign_in_user (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_credential_by_user on sign_in_credential (user_id);

create table sign_in_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_verification_by_identifier on sign_in_verification (identifier);

create table sign_in_two_factor (
  id text primary key,
  user_id text not null references sign_in_user (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamptz
);
create index sign_in_two_factor_by_user on sign_in_two_factor (user_id);

-- How often an address or an account tried; one row per key and window, kept in the database so that several servers count together.
create table sign_in_attempt (
  key text primary key,
  count integer not null,
  window_ends_at timestamptz not null
);
create index sign_in_attempt_by_end on sign_in_attempt (window_ends_at);

-- A one-time secret that lets one phone become a device. Only its SHA-256 is kept.
create table enrolment (
  tenant_id text not null,
  id uuid not null,
  secret_sha256 bytea not null unique,
  account_id uuid not null,
  role text not null,
  territory jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id)
);

-- Keys of machine clients. The token is shown once; only its SHA-256 is kept. What it may do is the account's roles.
create table machine_token (
  tenant_id text not null,
  account_id uuid not null,
  name text not null,
  token_sha256 bytea not null unique,
  created_at timestamptz not null,
  primary key (tenant_id, account_id)
);

grant select, insert, update, delete, truncate on organisation, account, account_role, device to chanzo_app;
grant select, insert, update, delete on sign_in_user, sign_in_session, sign_in_credential, sign_in_verification, sign_in_two_factor,
  sign_in_attempt, enrolment, machine_token to chanzo_app;
