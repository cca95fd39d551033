/* Dossiers of one exporter that somebody decided: what waits for the exporter however old it is, what it need only know since a day. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface OwnOutcome {
  readonly id: string
  readonly state: string
  readonly at: string
}

export async function listOwnOutcomes(
  tx: Tx,
  tenant: string,
  { exporter, since }: { readonly exporter: string; readonly since: string },
): Promise<readonly OwnOutcome[]> {
  const found = await sql<OwnOutcome>`
    select d.id, d.state, coalesce(c.revoked_on::text, c.issued_on::text, d.refused_on::text, d.waits_since::text) as at
    from dossier d left join certificate c on c.tenant_id = d.tenant_id and c.number = d.certificate_number
    where d.tenant_id = ${tenant} and d.exporter_id = ${exporter}::uuid
      and (d.state in ('revision-requested', 'refused') or (d.state = 'certified' and c.issued_on >= ${since}::date)
        or (d.state = 'revoked' and c.revoked_on >= ${since}::date))
    order by d.id desc limit 500`.execute(tx)
  return found.rows
}
