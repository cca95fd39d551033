/* Values that contradict themselves or each other, by what is told of them. */
import type { PlanIndicator } from '../contract.ts'
import { LEAST } from './tell.ts'
import { type IndicatorValues, standing } from './value.ts'

interface Count2 {
  readonly numerator: number
  readonly denominator: number | null
}
/**
 * Whether the record now says less of what was known when a value was locked. Of persons fewer than ten are not told, so that a line tells of ten at least and no line of nobody or a
 * few.
 */
export function saysLess({
  locked,
  now,
  touchesPersons,
}: {
  readonly locked: Count2
  readonly now: Count2
  readonly touchesPersons: boolean
}): boolean {
  const least = touchesPersons ? LEAST : 1
  const gone = (before: number | null, after: number | null): boolean => (before ?? 0) - (after ?? 0) >= least
  return gone(locked.numerator, now.numerator) || gone(locked.denominator, now.denominator)
}

export interface Contradiction {
  readonly period: string
  readonly what: string
  readonly number?: number | null
}
export function contradictionsOf(indicator: Pick<PlanIndicator, 'unit' | 'cumulates'>, state: IndicatorValues): readonly Contradiction[] {
  const found: Contradiction[] = []
  let before: number | null = null
  for (const [period, value] of state) {
    const told = standing(value)
    const parts = value.restated?.parts ?? value.content.parts
    for (const [, group] of Map.groupBy(parts, (one) => one.by)) {
      // Of persons sums of rounded parts differ by themselves: there the true parts were compared when it was typed.
      if (value.content.touchesPersons || indicator.unit !== 'number' || told.numerator === null) continue
      const sum = group.reduce((all, one) => all + (one.numerator ?? 0), 0)
      if (sum !== told.numerator) found.push({ period, what: 'parts-do-not-add-up', number: sum })
    }
    if (indicator.unit === 'percent' && told.value !== null && (told.value > 100 || told.value < 0))
      found.push({ period, what: 'share-beyond-all', number: told.value })
    if (indicator.unit === 'number' && told.value !== null && told.value < 0) found.push({ period, what: 'below-zero', number: told.value })
    const cumulative = value.content.cumulative.value
    if (indicator.cumulates !== 'latest' && before !== null && cumulative !== null && cumulative < before)
      found.push({ period, what: 'lower-than-before', number: cumulative })
    before = cumulative ?? before
  }
  return found
}
