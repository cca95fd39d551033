-- Sessions of enrolled telephones: only the hash of a token is kept, and the device, its account and its role are looked up each time.

create table device_session (
  token_sha256 bytea primary key,
  tenant_id text not null,
  device_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index device_session_by_device on device_session (tenant_id, device_id);
create index device_session_by_end on device_session (expires_at);

grant select, insert, update, delete on device_session to chanzo_app;
