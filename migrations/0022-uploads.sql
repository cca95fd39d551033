-- Files that come in pieces over bad links, and the names under which they were sent. Plain rows.

create table upload (
  tenant_id text not null,
  account_id text not null,
  -- Of the whole file as its sender has it.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  bytes integer not null check (bytes > 0),
  received integer not null default 0 check (received <= bytes),
  begun_at timestamptz not null,
  last_at timestamptz not null,
  primary key (tenant_id, account_id, sha256)
);
create index upload_by_last on upload (tenant_id, last_at);

create table upload_part (
  tenant_id text not null,
  account_id text not null,
  sha256 text not null,
  at_byte integer not null,
  content bytea not null,
  primary key (tenant_id, account_id, sha256, at_byte),
  foreign key (tenant_id, account_id, sha256) references upload on delete cascade
);
alter table upload_part alter column content set storage external;

-- The hash of what was sent, where what is kept has another because hidden data were removed: facts made in the field name the first.
create table document_alias (
  tenant_id text not null,
  sent_sha256 text not null check (sent_sha256 ~ '^[0-9a-f]{64}$'),
  -- Of the file as it was sent.
  sent_bytes integer not null,
  sha256 text not null,
  added_at timestamptz not null,
  primary key (tenant_id, sent_sha256),
  foreign key (tenant_id, sha256) references document on delete cascade
);
create index document_alias_by_document on document_alias (tenant_id, sha256);

grant select, insert, update, delete on upload, upload_part, document_alias to chanzo_app;
