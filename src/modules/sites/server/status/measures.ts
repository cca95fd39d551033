/* What an indicator may ask of the status of sites: at how many child labour is no longer seen. Sites are counted, never children. */
import type { Measure } from '../../../../kernel/measure.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { resolvedSites } from '../../domain/status/child-labour.ts'
import { listChildrenSaid } from './store-child-labour.ts'

export const statusMeasures: readonly Measure<Tx>[] = [
  {
    // A site at which it stopped in two quarters is one site.
    ...{ id: 'sites.child-labour-resolved', version: 1, unit: 'number', divides: [], touchesPersons: false, addsUp: false },
    ask: async (tx, tenant, { occurred, learned }) => {
      const resolved = resolvedSites(await listChildrenSaid(tx, tenant, learned.until), occurred.to)
        .filter((one) => one.on >= occurred.from)
        .filter(({ learnedAt: at }) => learned.after === null || at > learned.after)
      return [{ of: {}, numerator: resolved.length, denominator: null }]
    },
  },
]
