/* How fast incidents were verified, by the quarter in which they were opened: in time, late, or not yet. It refuses to call late what still has time. */
import { addDays } from '../../../kernel/calendar.ts'
import { quarterOf } from '../../../kernel/disclosure/place-and-time.ts'
import { type Infer, calendarDate, count, listOf, record, text, whole } from '../../../kernel/schema.ts'
import type { IncidentRules } from './rulebook.ts'

const tally = { inTime: count(), late: count(), waiting: count(), waitingLate: count() }
export const ResponsesShown = record({
  quarters: listOf(record({ quarter: text(7), ...tally }), 12),
  days: listOf(whole(), 3),
  asOf: calendarDate(),
})
export type ResponsesShown = Infer<typeof ResponsesShown>

export interface Opened {
  readonly openedOn: string
  readonly severity: number
  readonly verifiedOn: string | null
  /** Closed without having been verified counts as what its day says: it waits for nobody any more. */
  readonly isOver: boolean
}

export const daysToVerify = (rules: IncidentRules): readonly [number, number, number] => [
  rules.verifyDays1,
  rules.verifyDays2,
  rules.verifyDays3,
]

/** One line for each of `quarters`, in their order, those without an incident included. */
export function responsesByQuarter(
  opened: readonly Opened[],
  { quarters, rules, today }: { readonly quarters: readonly string[]; readonly rules: IncidentRules; readonly today: string },
): ResponsesShown['quarters'] {
  const days = daysToVerify(rules)
  const found = Map.groupBy(opened, (one) => quarterOf(one.openedOn))
  return quarters.map((quarter) => {
    const sums = { inTime: 0, late: 0, waiting: 0, waitingLate: 0 }
    for (const { openedOn, severity, verifiedOn, isOver } of found.get(quarter) ?? []) {
      const due = addDays(openedOn, days[severity - 1] ?? days[2])
      // A file taken up again is verified anew: what was verified before it was opened says nothing of this opening.
      const verified = verifiedOn !== null && verifiedOn >= openedOn ? verifiedOn : null
      if (verified !== null) sums[verified <= due ? 'inTime' : 'late']++
      else if (!isOver) sums[due < today ? 'waitingLate' : 'waiting']++
    }
    return { quarter, ...sums }
  })
}
