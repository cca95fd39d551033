-- A refused dossier waits for its exporter, who mends it or gives up: it stands in the queue like one that was sent back.
drop index dossier_by_wait;
create index dossier_by_wait on dossier (tenant_id, waits_since) where state in ('open', 'recommended', 'revision-requested', 'refused');
