-- The second factor of accounts that open files: which organisation of a demonstration does without, and who lost it and got it taken off by two persons.

create table second_factor_waiver (
  tenant_id text not null,
  organisation_id uuid not null,
  waived_at timestamptz not null,
  waived_by text not null,
  primary key (tenant_id, organisation_id)
);

create table second_factor_reset (
  tenant_id text not null,
  account_id uuid not null,
  asked_at timestamptz,
  asked_by text,
  asked_side text,
  reset_at timestamptz,
  primary key (tenant_id, account_id)
);

grant select, insert, update, delete, truncate on second_factor_waiver, second_factor_reset to chanzo_app;
