-- Which sites changed since a server last looked, so that it may keep the dated facts of all sites in memory and read again only
-- those that moved. Not read tables and not facts: losing them costs one full read. They stand in a schema of their own because a
-- backup must not carry them (transaction numbers mean nothing in another database); a restore fills them anew by the triggers.
--
-- Triggers rather than projections: whatever writes to the tables below, a rebuild included, is noticed.
create schema standing_index;

create table standing_index.changed_site (
  tenant_id text not null,
  site_id uuid not null,
  -- The transaction that changed it last. A reader asks for all that was not yet finished when it looked before.
  changed_in xid8 not null,
  primary key (tenant_id, site_id)
);
create index changed_site_by_transaction on standing_index.changed_site (tenant_id, changed_in);

-- Another value after every emptying: what anybody remembers of the tables before is worth nothing.
create table standing_index.epoch (one boolean primary key default true check (one), id uuid not null default gen_random_uuid());
insert into standing_index.epoch default values;

create function standing_index.note_site() returns trigger language plpgsql as $$
declare
  tenant text := case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end;
  site uuid;
begin
  if tg_table_name = 'site' then
    site := case when tg_op = 'DELETE' then old.id else new.id end;
  else
    site := case when tg_op = 'DELETE' then old.site_id else new.site_id end;
  end if;
  insert into standing_index.changed_site as known (tenant_id, site_id, changed_in) values (tenant, site, pg_current_xact_id())
  on conflict (tenant_id, site_id) do update set changed_in = excluded.changed_in where known.changed_in <> excluded.changed_in;
  return null;
end $$;

create function standing_index.note_emptying() returns trigger language plpgsql as $$
begin
  update standing_index.epoch set id = gen_random_uuid();
  return null;
end $$;

create trigger note_site after insert or update or delete on site for each row execute function standing_index.note_site();
create trigger note_site after insert or update or delete on site_status_fact for each row execute function standing_index.note_site();
create trigger note_site after insert or update or delete on site_visit for each row execute function standing_index.note_site();
create trigger note_site after insert or update or delete on inspection for each row execute function standing_index.note_site();
create trigger note_emptying after truncate on site for each statement execute function standing_index.note_emptying();
create trigger note_emptying after truncate on site_status_fact for each statement execute function standing_index.note_emptying();
create trigger note_emptying after truncate on site_visit for each statement execute function standing_index.note_emptying();
create trigger note_emptying after truncate on inspection for each statement execute function standing_index.note_emptying();

grant usage on schema standing_index to chanzo_app;
grant select, insert, update, delete on standing_index.changed_site to chanzo_app;
grant select, update on standing_index.epoch to chanzo_app;
