-- Areas that are known by code and name before anybody has their outline: one list for each country and level, replaced as a whole. Outlines of a file stand before it.

create table area_list (
  tenant_id text not null,
  country text not null,
  level text not null check (level in ('province', 'territoire')),
  sha256 text not null,
  areas jsonb not null,
  primary key (tenant_id, country, level)
);
grant select, insert, update, delete on area_list to chanzo_app;
