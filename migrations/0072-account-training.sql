-- What an account was trained in, noted by somebody else of its body: the newest of each part of the curriculum. No name, no place, no score.
create table account_training (
  tenant_id text not null,
  account_id uuid not null,
  curriculum text not null,
  trained_on date not null,
  valid_until date not null,
  noted_by text not null,
  noted_at timestamptz not null,
  primary key (tenant_id, account_id, curriculum)
);
grant select, insert, update, delete, truncate on account_training to chanzo_app;
