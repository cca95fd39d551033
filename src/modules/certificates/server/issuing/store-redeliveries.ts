/* Certificates of a stolen key that would still run, and how far each has come on its way to another, in SQL. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface RedeliveryRow {
  readonly number: string
  readonly lot: string
  readonly lotNumber: string
  readonly exporter: string
  readonly exporterName: string
  readonly issuedOn: string
  readonly stolenOn: string
  readonly revokedOn: string | null
  readonly leftOn: string | null
  /** The dossier that shall replace it, while somebody works on it. */
  readonly nextDossier: string | null
}

/** Those without another yet, oldest first; `exporter` narrows the list to its own. */
export async function listRedeliveries(
  tx: Tx,
  tenant: string,
  { exporter, on }: { readonly exporter: string | null; readonly on: string },
): Promise<readonly RedeliveryRow[]> {
  const found = await sql<RedeliveryRow>`
    select c.number, of.lot_id as lot, c.issued ->> 'lotNumber' as "lotNumber", c.exporter_id as exporter, c.issued ->> 'exporterName' as "exporterName",
      c.issued_on as "issuedOn", k.revoked_since as "stolenOn", c.revoked_on as "revokedOn",
      -- Also under paper that did not count any more: the goods are gone all the same.
      coalesce(c.used_on, (select min(u.used_on) from certificate_use u where u.tenant_id = c.tenant_id and u.number = c.number)) as "leftOn",
      (select d.id from dossier d where d.tenant_id = c.tenant_id and d.replaces = c.number and d.state not in ('refused', 'cancelled', 'revoked')
        order by d.id desc limit 1) as "nextDossier"
    from issuer_key k
    join certificate c on c.tenant_id = k.tenant_id and c.issued ->> 'signedBy' = k.public_key and c.issued_on >= k.revoked_since
    join dossier of on of.tenant_id = c.tenant_id and of.id = c.dossier_id
    where k.tenant_id = ${tenant} and k.revoked_since is not null and c.replaced_by is null and c.expires_on >= ${on}::date
      and (${exporter}::uuid is null or c.exporter_id = ${exporter}::uuid)
    order by c.number limit 5000`.execute(tx)
  return found.rows
}
