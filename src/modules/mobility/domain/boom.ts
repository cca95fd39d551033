/*
Whether far more people pass than before: the mean of a day over four weeks beside that of the twelve weeks before them (D). Days on which nobody counted are in neither:
they are not zero. Where too few days were counted it says so and compares nothing.
*/
import { addDays } from '../../../kernel/calendar.ts'
import type { Boom } from '../contract.ts'
import { flowRules } from './flow-rules.ts'

/** `counted`: passages by day, of the days that were counted. `until` is the last whole day. */
export function boomOf(counted: ReadonlyMap<string, number>, until: string): Boom {
  const { recentDays, earlierDays, factor, leastRecent, leastEarlier } = flowRules
  const recentFrom = addDays(until, 1 - recentDays)
  const earlierFrom = addDays(recentFrom, -earlierDays)
  const within = (from: string, to: string): readonly number[] => [...counted].flatMap(([day, n]) => (day >= from && day <= to ? [n] : []))
  const recent = within(recentFrom, until)
  const earlier = within(earlierFrom, addDays(recentFrom, -1))
  const told = { recentDays: recent.length, earlierDays: earlier.length, until }
  const [now, before] = [meanOf(recent), meanOf(earlier)]
  if (now === null || before === null || recent.length < leastRecent || earlier.length < leastEarlier)
    return { is: 'too-few-days', recent: now, earlier: before, ...told }
  // Compared by what was counted, not by the means as they are written.
  const isRush = sumOf(recent) * earlier.length > factor * sumOf(earlier) * recent.length
  return { is: isRush ? 'alert' : 'quiet', recent: now, earlier: before, ...told }
}
const sumOf = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)
/** One decimal. */
export const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.round((sumOf(values) / values.length) * 10) / 10
