/* What an exporter is told of its own dossiers: sent back, refused, issued, revoked. Counted, never named; the last two for thirty days. */
import { addDays, todayAt } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Reader, Waiting } from '../../../notices/contract.ts'
import { listOwnOutcomes } from './store-own-outcomes.ts'

/** Ours (D): after these days nobody needs to be told again. */
const TOLD_DAYS = 30
const kinds: { readonly [state: string]: string } = {
  'revision-requested': 'dossiersReturned',
  refused: 'dossiersRefused',
  certified: 'certificatesIssued',
  revoked: 'certificatesRevoked',
}

export async function exporterNotices(tx: Tx, { tenant, ...reader }: Reader, now: string): Promise<readonly Waiting[]> {
  const organisation = reader.organisation ?? null
  if (organisation === null || !reader.capabilities.has('certificates.prepare')) return []
  const rows = await listOwnOutcomes(tx, tenant, { exporter: organisation, since: addDays(todayAt(now), -TOLD_DAYS) })
  return [...Map.groupBy(rows, (row) => row.state)].flatMap(([state, of]) => {
    const kind = kinds[state]
    const [only, ...more] = of
    if (kind === undefined || only === undefined) return []
    const path = more.length === 0 ? `/certificates/dossiers/${only.id}` : '/certificates'
    return [{ kind, count: of.length, path, keys: of.map((row) => `${row.id}/${state}/${row.at}`).slice(0, 500) }]
  })
}
