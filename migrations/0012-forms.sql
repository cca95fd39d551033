-- Forms: published versions follow from the log and never change; a draft of an edit is a plain row of whoever makes it.

create table form_version (
  tenant_id text not null,
  form text not null,
  version text not null,
  -- 1, 2, 3 … in the order of publication; the highest is the current one.
  ordinal integer not null,
  title text not null,
  -- Of the bytes of xform.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  languages jsonb not null,
  questions integer not null,
  xform text not null,
  -- The tables from which the XForm was made: survey, choices, settings.
  sheets jsonb not null,
  based_on text,
  note text,
  published_at timestamptz not null,
  -- A role and an organisation, never a name.
  published_by_role text,
  published_by_organisation uuid,
  -- Where it stands in the log, and who signed it.
  event_id uuid not null,
  event_hash text not null,
  log_position bigint not null,
  signed_by text not null,
  primary key (tenant_id, form, version),
  unique (tenant_id, form, ordinal)
);

create table form_draft (
  tenant_id text not null,
  form text not null,
  account_id text not null,
  based_on text not null,
  sheets jsonb not null,
  -- Counts up with every save, so that two windows do not overwrite each other unseen.
  revision integer not null,
  saved_at timestamptz not null,
  primary key (tenant_id, form, account_id)
);

grant select, insert, update, delete, truncate on form_version to chanzo_app;
grant select, insert, update, delete on form_draft to chanzo_app;
