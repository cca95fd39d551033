-- Each group of an open hall has a code of its own, and a telephone belongs to the group by whose code it came in. It has a number in the hall, so that the desk can
-- release one and leave the others. Halls that stand open get codes for their groups; their telephones stay where they are.

create table conflict_hall_group (
  tenant_id text not null,
  workshop_id uuid not null,
  group_number integer not null,
  code text not null,
  primary key (tenant_id, workshop_id, group_number)
);
create unique index conflict_hall_group_code on conflict_hall_group (code);
insert into conflict_hall_group (tenant_id, workshop_id, group_number, code)
select h.tenant_id, h.workshop_id, n, upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 8))
from conflict_hall h
join conflict_workshop_act a on a.tenant_id = h.tenant_id and a.workshop_id = h.workshop_id and a.kind = 'workshop.convened.v1'
cross join lateral generate_series(1, jsonb_array_length(a.payload->'groups')) as n;

alter table conflict_hall_telephone add column number integer;
update conflict_hall_telephone t set number = numbered.n
from (
  select token_hash, tenant_id, workshop_id, row_number() over (partition by tenant_id, workshop_id order by token_hash) as n from conflict_hall_telephone
) numbered
where t.tenant_id = numbered.tenant_id and t.workshop_id = numbered.workshop_id and t.token_hash = numbered.token_hash;
alter table conflict_hall_telephone alter column number set not null;
create unique index conflict_hall_telephone_number on conflict_hall_telephone (tenant_id, workshop_id, number);

drop table conflict_hall;

grant select, insert, update, delete on conflict_hall_group to chanzo_app;
