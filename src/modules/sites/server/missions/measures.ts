/* What an indicator may ask of sites: visits, and sites visited at all. No person is counted. */
import type { Measure, MeasureAsk, MeasureCell } from '../../../../kernel/measure.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { countVisits } from './store-measures.ts'

const asked =
  (what: 'visits' | 'sites') =>
  async (tx: Tx, tenant: string, { occurred, learned, by }: MeasureAsk): Promise<readonly MeasureCell[]> => {
    const byProvince = by.includes('province')
    const rows = await countVisits(tx, tenant, { ...occurred, ...learned, byProvince })
    return rows.map((row) => ({ of: byProvince ? { province: row.province ?? 'unknown' } : {}, numerator: row[what], denominator: null }))
  }
const common = { version: 1, unit: 'number', divides: ['province'], touchesPersons: false } as const
export const siteMeasures: readonly Measure<Tx>[] = [
  { ...common, id: 'sites.visits', addsUp: true, ask: asked('visits') },
  // A site visited in two quarters is one site.
  { ...common, id: 'sites.mapped', addsUp: false, ask: asked('sites') },
]
