/*
How many interviews were refused or stopped, by month: all that is kept of them. Counted outside the log, because an entry of it has a moment and a
sender; told only in cells that hold enough, with no cell to be worked out from the others.
*/
import { addMonths, todayAt } from '../../../../kernel/calendar.ts'
import { type ShownCount, outside } from '../../../../kernel/disclosure/disclosure-rules.ts'
import { safeTable } from '../../../../kernel/disclosure/safe-table.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, count, listOf, oneOf, orNull, parse, record, text } from '../../../../kernel/schema.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import { badInput, outcomeReply, rawRoute, readRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can, signedIn } from '../../../../platform/http/route.ts'
import { tallyOutcomes } from '../../domain/identification/screening-flow.ts'
import { countInterview, listTallies } from './store-signals.ts'

const Tally = record({ month: text(7).regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not-a-month'), outcome: oneOf(...tallyOutcomes) })
const Cell = record({ shown: orNull(count()), withheld: orNull(oneOf('below-minimum', 'complement')) })
const Tallies = record({
  outcomes: listOf(oneOf(...tallyOutcomes)),
  months: listOf(record({ month: text(7), cells: listOf(Cell, 4) }), 240),
})
const MONTHS_BACK = 12

export const tallyRoutes = (database: Pick<Database, 'transaction'>): readonly Route[] => [
  rawRoute({
    method: 'POST',
    path: '/api/interview-tallies',
    allow: can('cases.signal'),
    summary: 'Counts one interview that was refused or stopped: a month and an outcome, and nothing of who or when',
    schemas: { body: Tally },
    answer: async ({ body, tenant, now }) => {
      const given = parse(Tally, body)
      if (!given.ok) return badInput(given.faults)
      const today = todayAt(now)
      const { month, outcome } = given.value
      if (month > today.slice(0, 7) || month < addMonths(`${today.slice(0, 7)}-01`, -MONTHS_BACK).slice(0, 7))
        return outcomeReply(refused('not-understood', { faults: [{ path: 'month', problem: 'out-of-range' }] }))
      await database.transaction((tx) => countInterview(tx, tenant, { month, outcome }))
      return outcomeReply(accepted({}))
    },
  }),
  readRoute({
    path: '/api/interview-tallies',
    allow: signedIn,
    summary: 'Interviews refused or stopped by month, where enough were; for monitoring and supervision',
    answer: Tallies,
    read: async ({ tx, tenant, who }) => {
      if (!['cases.statistics', 'cases.supervise'].some((one) => who.capabilities.has(one))) return refused('not-allowed')
      const rows = await listTallies(tx, tenant)
      const months = [...new Set(rows.map((row) => row.month))]
      const held = (month: string, outcome: string): number => rows.find((row) => row.month === month && row.outcome === outcome)?.held ?? 0
      const safe = safeTable(
        months.map((month) => tallyOutcomes.map((outcome) => held(month, outcome))),
        outside,
      )
      return accepted({
        outcomes: [...tallyOutcomes],
        months: months.map((month, at) => ({ month, cells: tallyOutcomes.map((_, column) => cellOf(safe[at]?.[column])) })),
      })
    },
  }),
]
const cellOf = (told: ShownCount | undefined): Infer<typeof Cell> =>
  told === undefined
    ? { shown: null, withheld: 'below-minimum' }
    : 'shown' in told
      ? { shown: told.shown, withheld: null }
      : { shown: null, withheld: told.withheld }
