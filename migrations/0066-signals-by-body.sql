-- The body for which somebody sent a signal: of one type in one province a body is one voice when places are told of, however many of its people sent how
-- much. Filled for what stands from the log, so that the table is what a rebuild makes of it.
alter table protection_signal add column sent_for text;
update protection_signal set sent_for = e.actor->>'organisation'
  from log_event e
  where e.tenant_id = protection_signal.tenant_id and e.subject = 'signal:' || protection_signal.id and e.kind = 'protection-signal.recorded.v1';
