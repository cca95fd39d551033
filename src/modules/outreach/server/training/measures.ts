/*
What indicators count of trainings, by two clocks: the last day of a session (or the day of a certificate, of a look at practice), and the moment when it was learned.
Trained persons are counted once within the days asked for, so two periods of them do not add up. It hands out numbers and codes; whoever shows them applies the least cell.
*/
import type { Measure } from '../../../../kernel/measure.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type Counted, countTrainings, dividable, isDividable } from './store-read.ts'

const measure = (
  id: string,
  counted: Counted,
  { unit, addsUp = true, divides = true }: { readonly unit: Measure<Tx>['unit']; readonly addsUp?: boolean; readonly divides?: boolean },
): Measure<Tx> => ({
  ...{ id: `outreach.${id}`, version: 1, unit, touchesPersons: true, addsUp },
  divides: divides ? Object.keys(dividable) : [],
  ask: async (tx, tenant, asked) => {
    const by = asked.by.filter(isDividable)
    const rows = await countTrainings(tx, tenant, { counted, occurred: asked.occurred, learned: asked.learned, by })
    return rows.map(({ parts, n, of }) => ({
      of: Object.fromEntries(by.map((name, at) => [name, parts[at] ?? 'unknown'])),
      // Gains are kept in tenths of a point.
      numerator: unit === 'score' ? n / 10 : n,
      denominator: unit === 'number' ? null : of,
    }))
  },
})
export const trainingMeasures: readonly Measure<Tx>[] = [
  measure('participations', 'participations', { unit: 'number' }),
  measure('trained-unique', 'trained-unique', { unit: 'number', addsUp: false }),
  measure('mean-gain', 'gain', { unit: 'score' }),
  measure('certificates', 'certificates', { unit: 'number' }),
  measure('follow-up-practice', 'follow-up', { unit: 'percent' }),
]
