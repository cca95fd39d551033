/* The resource-centre desk as an area of outreach. */
import { addMonths } from '../../kernel/calendar.ts'
import type { Measure } from '../../kernel/measure.ts'
import type { Database } from '../../platform/database/connect.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { OutreachArea } from './area.ts'
import { centreAggregate, deskRoutes, quickAggregate, recruiterAggregate, visitAggregate } from './server/desk/http-desk.ts'
import { deskProjection } from './server/desk/projection-desk.ts'
import type { DeskDoors } from './server/desk/read-desk.ts'
import { measureVisits, removeOldVisitsSaid } from './server/desk/store-desk.ts'

export const deskArea = (doors: DeskDoors): OutreachArea => ({
  routes: deskRoutes(doors),
  projections: [deskProjection],
  aggregates: [centreAggregate, visitAggregate, quickAggregate, recruiterAggregate],
})
/** What was said of a visit is kept two years (D); that somebody came stays counted. */
export const forgetOldVisits = ({ database, tenant, clock }: Forgetting): Promise<void> =>
  database.transaction((tx) => removeOldVisitsSaid(tx, tenant, addMonths(clock().slice(0, 10), -24)))
interface Forgetting {
  readonly database: Pick<Database, 'transaction'>
  readonly tenant: string
  readonly clock: () => string
}
/** Visits, not visitors: nobody is recognised when they come again. */
export const deskMeasures: readonly Measure<Tx>[] = [
  {
    ...{ id: 'outreach.mrc-visits', version: 1, unit: 'number', divides: ['area', 'centre'], touchesPersons: true, addsUp: true },
    ask: async (tx, tenant, { occurred, learned, by }) => {
      const within = { from: occurred.from, until: occurred.to, after: learned.after, known: learned.until }
      const found = new Map<string, { of: { [name: string]: string }; numerator: number; denominator: null }>()
      for (const { centre, area, visits } of await measureVisits(tx, tenant, within)) {
        const all: { readonly [name: string]: string } = { centre, area }
        const of = Object.fromEntries(by.map((name) => [name, all[name] ?? 'unknown']))
        const key = JSON.stringify(of)
        found.set(key, { of, numerator: (found.get(key)?.numerator ?? 0) + visits, denominator: null })
      }
      return [...found.values()]
    },
  },
]
