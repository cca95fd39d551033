-- Who brought a paper or an assay: what the exporter says of itself is weighed otherwise than what somebody else says. Both follow
-- from the log and are filled here; papers that were attached before were all attached by exporters.
alter table dossier_fact add column attached_by text not null default 'exporter';
alter table assay add column organisation_id uuid;

update assay set organisation_id = (e.actor->>'organisation')::uuid
from log_event e where e.tenant_id = assay.tenant_id and e.id = assay.event_id;
