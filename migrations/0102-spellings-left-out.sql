-- Spellings of lists that a person left out: no group, the name of a person, or nothing that can be told. Their words are not kept, because a word that was left
-- out may name somebody: only a mark by which the same word is known again in the next list, the reason, and who left it out.

create table conflict_actor_left_out (
  tenant_id text not null,
  mark text not null,
  why text not null,
  left_out_on date not null,
  left_out_by text not null,
  primary key (tenant_id, mark)
);

grant select, insert, update, delete, truncate on conflict_actor_left_out to chanzo_app;
