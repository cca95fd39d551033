/* Receipts, transport papers and assays of a dossier whose number stands in a dossier of another lot too. One that was refused or given up took nothing out. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { PaperElsewhere } from '../../domain/check-input.ts'

export async function listPapersElsewhere(tx: Tx, tenant: string, dossier: string): Promise<readonly PaperElsewhere[]> {
  const found = await sql<PaperElsewhere>`
    with own as (
      select distinct f.fact ->> 'kind' as kind, upper(btrim(f.fact ->> 'reference')) as reference, d.lot_id
      from dossier_fact f join dossier d on d.tenant_id = f.tenant_id and d.id = f.dossier_id
      where f.tenant_id = ${tenant} and f.dossier_id = ${dossier}::uuid and f.fact ->> 'kind' in ('tax-receipt', 'transport-paper', 'assay')
    )
    select own.kind, own.reference, array_agg(distinct d.lot_number order by d.lot_number) as lots
    from own join dossier_fact f on f.tenant_id = ${tenant} and f.fact ->> 'kind' = own.kind and upper(btrim(f.fact ->> 'reference')) = own.reference
      join dossier d on d.tenant_id = f.tenant_id and d.id = f.dossier_id
    where d.id <> ${dossier}::uuid and d.lot_id <> own.lot_id and d.state not in ('refused', 'cancelled')
    group by own.kind, own.reference order by own.kind, own.reference limit 50`.execute(tx)
  return found.rows
}
