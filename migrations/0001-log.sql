-- The log: append-only events, one hash chain per tenant (country programme), its head a row that every writer locks.
-- The program runs as chanzo_app, which may add to the log and read it, and nothing else; the triggers below hold for
-- everybody, the owner included, so that not even a mistake in a later migration can rewrite history quietly.

do $$
begin
  if not exists (select from pg_roles where rolname = 'chanzo_app') then
    begin
      create role chanzo_app nologin;
    exception when duplicate_object or unique_violation then null; -- another database of this cluster was faster
    end;
  end if;
  if not pg_has_role(current_user, 'chanzo_app', 'member') then
    execute format('grant chanzo_app to %I', current_user);
  end if;
end $$;

create table log_head (
  tenant_id text primary key,
  position bigint not null,
  hash bytea not null,
  learned_at timestamptz not null
);

create table log_event (
  tenant_id text not null,
  position bigint not null,
  id uuid not null,
  kind text not null,
  kind_version smallint not null,
  subject text not null,
  subject_version integer not null,
  happened_at timestamptz not null,
  learned_at timestamptz not null,
  actor jsonb not null,
  device text not null,
  payload jsonb not null,
  -- One signature covers a batch of consecutive events; alone, an event is a batch of one.
  batch_index smallint not null,
  batch_size smallint not null,
  signature bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (tenant_id, position),
  unique (tenant_id, id),
  unique (tenant_id, subject, subject_version)
);

-- What a command was answered, so that a repeat gets the same answer, a refusal included.
create table log_answer (
  tenant_id text not null,
  command_id uuid not null,
  command_digest bytea not null,
  outcome jsonb not null,
  answered_at timestamptz not null,
  primary key (tenant_id, command_id)
);

-- Public keys of servers that signed entries. Keys of devices are facts of the log itself.
create table log_server_key (
  key_id text primary key,
  public_key bytea not null,
  first_seen_at timestamptz not null
);

create function refuse_change_of_log() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger log_event_is_append_only before update or delete on log_event for each row execute function refuse_change_of_log();
create trigger log_event_is_not_truncated before truncate on log_event for each statement execute function refuse_change_of_log();

-- Where a rebuild writes its second set of tables to compare them with the live ones.
create schema rebuild_check;

grant usage on schema public to chanzo_app;
grant usage, create on schema rebuild_check to chanzo_app;
grant select, insert, update on log_head to chanzo_app;
grant select, insert on log_event, log_answer, log_server_key to chanzo_app;
