/* The days of a point as its table shows them: a counted day stands alone, days without a number that follow each other for the same reason are one line. Pure. */
import { addDays } from '../../../kernel/calendar.ts'
import type { FlowDay } from '../contract.ts'

export interface DayStretch extends FlowDay {
  /** The last day of the line; `day` itself for a single one. */
  readonly until: string
}

export function stretchesOf(days: readonly FlowDay[]): readonly DayStretch[] {
  const lines: DayStretch[] = []
  for (const one of days.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const before = lines.at(-1)
    const goesOn = before !== undefined && one.state !== 'counted' && one.state === before.state && one.day === addDays(before.until, 1)
    if (goesOn) lines[lines.length - 1] = { ...before, until: one.day }
    else lines.push({ ...one, until: one.day })
  }
  return lines
}
