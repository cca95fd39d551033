/* How many sites stood in which colour at the end of each quarter: the picture of a register over time. It refuses to draw what was known later as if it had been known then. */
import { type Infer, calendarDate, count, listOf, record } from '../../../../kernel/schema.ts'

export const STEPS = 8
export const StatusesOverTime = record({
  steps: listOf(
    record({
      day: calendarDate(),
      ...{ green: count(), yellow: count(), red: count(), blue: count(), none: count() },
      /** Of those above: their clock had run out. */
      lapsed: count(),
    }),
    STEPS + 1,
  ),
})
export type StatusesOverTime = Infer<typeof StatusesOverTime>
