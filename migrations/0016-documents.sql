-- Documents: papers and photographs, plain rows kept once by the hash of their bytes and never changed. What a file is about, and
-- who may read it, stands in the facts that point to it. No file name is kept: it could be a person's.

create table document (
  tenant_id text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  bytes integer not null check (bytes > 0),
  content bytea not null,
  added_by text not null,
  added_at timestamptz not null,
  -- The last time somebody sent the same bytes: a file that waits for its fact is not swept while it is still being sent.
  last_sent_at timestamptz not null,
  primary key (tenant_id, sha256),
  check (octet_length(content) = bytes)
);
-- Photographs and papers are compressed already; trying again costs time and gains nothing.
alter table document alter column content set storage external;
create index document_by_last_sent on document (tenant_id, last_sent_at);

grant select, insert, delete, update (last_sent_at) on document to chanzo_app;
