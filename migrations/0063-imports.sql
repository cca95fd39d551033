-- A row of another house whose case is being opened: the number that its device drew, only until that is done, so that a second try opens the same case and no other.
alter table imported_source add column case_id uuid;
grant update on imported_source to chanzo_app;
