-- Custody: the certificate under which the goods of a lot leave. It follows from the log; lots that were certified before are
-- marked here, so that nobody draws from them until somebody thinks of a rebuild.
alter table lot add column certificate_number text;

update lot set certificate_number = c.number
from dossier d join certificate c on c.tenant_id = d.tenant_id and c.dossier_id = d.id
where d.tenant_id = lot.tenant_id and d.lot_id = lot.id and c.revoked_on is null;

create index lot_by_certificate on lot (tenant_id, certificate_number) where certificate_number is not null;
