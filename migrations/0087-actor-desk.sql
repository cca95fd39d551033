-- Spellings of lists that fit no actor exactly and wait for a person. Working material, and no fact: what is decided becomes a spelling of an actor.

create table conflict_actor_waiting (
  tenant_id text not null,
  folded text not null,
  written text not null,
  source text not null,
  primary key (tenant_id, folded)
);

grant select, insert, update, delete, truncate on conflict_actor_waiting to chanzo_app;
