-- Photographs, scans and recordings of cases, as ciphertext of devices. What a file is and what it is called is in no column: it lies in a sealed text.

-- Made from the log.
create table case_file (
  tenant_id text not null,
  case_id text not null,
  attachment_id text not null,
  vault text not null,
  sha256 text not null,
  bytes integer not null,
  by_account text not null,
  at timestamptz not null,
  primary key (tenant_id, case_id, attachment_id)
);
-- With which referral it went; read for as long as that referral is open.
create table case_file_release (
  tenant_id text not null,
  referral_id text not null,
  attachment_id text not null,
  case_id text not null,
  primary key (tenant_id, referral_id, attachment_id)
);
-- Plain rows: the pieces as they came. They go with the file, with its vault, with its case.
create table case_file_part (
  tenant_id text not null,
  case_id text not null,
  attachment_id text not null,
  at_byte integer not null,
  content bytea not null,
  primary key (tenant_id, case_id, attachment_id, at_byte)
);

alter table case_file enable row level security;
alter table case_file force row level security;
create policy readers on case_file using (
  case_scope() = 'record'
  or exists (
    select 1 from case_member m
    where m.tenant_id = case_file.tenant_id and m.case_id = case_file.case_id and m.account_id = case_account() and m.left_at is null
      and case_file.vault = any (m.vaults)
  )
);

alter table case_file_release enable row level security;
alter table case_file_release force row level security;
create policy recipient_while_open on case_file_release using (
  case_scope() = 'record'
  or exists (
    select 1 from case_referral r
    where r.tenant_id = case_file_release.tenant_id and r.referral_id = case_file_release.referral_id and r.recipient = case_organisation()
      and r.state in ('sent', 'acknowledged', 'accepted', 'in-service')
  )
);

-- Who sent a piece and is no reader reads it back as little as anybody: sending goes by the program's own scope.
alter table case_file_part enable row level security;
alter table case_file_part force row level security;
create policy readers on case_file_part using (
  case_scope() = 'record'
  or exists (
    select 1 from case_file f
    where f.tenant_id = case_file_part.tenant_id and f.case_id = case_file_part.case_id and f.attachment_id = case_file_part.attachment_id
  )
  or exists (
    select 1 from case_file_release r
    where r.tenant_id = case_file_part.tenant_id and r.case_id = case_file_part.case_id and r.attachment_id = case_file_part.attachment_id
  )
);

grant select, insert, update, delete, truncate on case_file, case_file_release, case_file_part to chanzo_app;
