-- Lists of sites that somebody sent to be imported, notices, and the mail that waits to be sent. Plain rows: no log and no rebuild
-- touches them; what an import writes of sites is in the log.

-- A list as it was sent, kept while it is being mapped, tried and run; its name on the sender's computer is not kept.
create table site_list (
  tenant_id text not null,
  id uuid not null,
  sha256 text not null,
  content bytea not null,
  sent_by text not null,
  sent_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, sha256, sent_by)
);
alter table site_list alter column content set storage external;

-- What an account wants to hear; without a row: in the app, and by mail once a day.
create table notice_preference (
  tenant_id text not null,
  account_id text not null,
  in_app boolean not null,
  by_mail text not null check (by_mail in ('daily', 'none')),
  language text not null check (language in ('fr', 'en')),
  changed_at timestamptz not null,
  primary key (tenant_id, account_id)
);

-- What an account saw of each kind: short hashes of the things that waited then.
create table notice_seen (
  tenant_id text not null,
  account_id text not null,
  kind text not null,
  keys text[] not null,
  seen_at timestamptz not null,
  primary key (tenant_id, account_id, kind)
);

-- A letter is claimed in one transaction and sent after it: a crash in between leaves it `sending`, and it is not sent a second time.
create table mail_outbox (
  tenant_id text not null,
  id uuid not null,
  account_id text not null,
  purpose text not null check (purpose in ('daily')),
  day date not null,
  language text not null check (language in ('fr', 'en')),
  -- Kinds, numbers and paths; never a name or a place.
  content jsonb not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'refused', 'given-up', 'in-doubt', 'withdrawn')),
  attempts integer not null,
  next_try_at timestamptz not null,
  claimed_at timestamptz,
  done_at timestamptz,
  -- What the mail server answered: its code, never the address.
  problem text,
  primary key (tenant_id, id),
  unique (tenant_id, account_id, purpose, day)
);
create index mail_outbox_waiting on mail_outbox (next_try_at) where state in ('waiting', 'sending');

-- Who runs a timed job now: two processes on one database must not both write letters.
create table job_lease (
  name text primary key,
  holder text not null,
  until timestamptz not null
);

grant select, insert, update, delete on site_list, notice_preference, notice_seen, mail_outbox, job_lease to chanzo_app;
