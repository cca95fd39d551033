/* Days of a point gathered in weeks for the picture: what may be told, and how many days were counted; a week without one is a gap. Pure. */
import { addDays, dayNumber } from '../../../kernel/calendar.ts'
import type { FlowDay } from '../contract.ts'

export interface Week {
  /** Its Monday. */
  readonly from: string
  readonly passages: number | null
  readonly counted: number
}
const mondayOf = (day: string): string => addDays(day, -((dayNumber(day) + 3) % 7))

export function weeksOf(days: readonly FlowDay[]): readonly Week[] {
  const weeks = new Map<string, Week>()
  for (const { day, state, passages } of days.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const from = mondayOf(day)
    const before = weeks.get(from) ?? { from, passages: null, counted: 0 }
    const isCounted = state === 'counted'
    const n = passages?.is === 'shown' ? passages.n : 0
    weeks.set(from, isCounted ? { from, passages: (before.passages ?? 0) + n, counted: before.counted + 1 } : before)
  }
  return [...weeks.values()]
}
