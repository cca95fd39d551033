-- A parcel whose predecessor is lost for good was let go on without it: who did that, when, why, and which were missing. The signed text keeps what its
-- author had said; `after` of the parcel keeps those that are here. A plain row, like the parcel.
create table parcel_release (
  tenant_id text not null,
  parcel_id uuid not null,
  released_at timestamptz not null,
  released_by text not null,
  reason text not null,
  missing uuid[] not null,
  primary key (tenant_id, parcel_id, released_at),
  foreign key (tenant_id, parcel_id) references parcel on delete cascade
);

grant select, insert on parcel_release to chanzo_app;
