-- What the program from which a submission was exported said of it beside the answers: when it came in there, whether somebody had looked at it, what
-- it was called before it was edited, and answers to questions that our form does not ask. Plain rows; the submission itself is in odk_submission.
create table odk_imported (
  tenant_id text not null,
  instance text not null,
  shape text not null,
  submitted_at timestamptz,
  review text,
  first_instance text,
  replaces text,
  -- The version of the form as its own server named it.
  form_version text not null,
  -- [{ question, found }]
  not_asked jsonb not null,
  imported_by text not null,
  imported_at timestamptz not null,
  primary key (tenant_id, instance)
);

grant select, insert, update on odk_imported to chanzo_app;
