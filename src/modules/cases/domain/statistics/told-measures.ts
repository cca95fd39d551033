/*
What an indicator may hear of protection: figures that were told already, withheld and rounded as they were told. Each is a stock at the end of a quarter, summed over
bodies. It refuses to count anything itself, to divide, and to give what a body's own told figure does not give. Pure.
*/
import { dayAfter } from '../../../../kernel/disclosure/place-and-time.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import type { MeasureAsk, MeasureCell } from '../../../../kernel/measure.ts'
import type { Figures } from './case-figures.ts'

export interface Told {
  readonly quarter: string
  readonly figures: Figures
  /** When it was told. */
  readonly at: string
}
/** Of the newest quarter that ended in the span and was told by then; bodies whose figure is withheld are not in the sum. */
export function toldCells(
  told: readonly Told[],
  { occurred, learned }: Pick<MeasureAsk, 'occurred' | 'learned'>,
  figure: string,
): readonly MeasureCell[] {
  const known = told.filter(({ quarter, at }) => {
    const end = addDays(dayAfter(quarter), -1)
    return end >= occurred.from && end <= occurred.to && (learned.until === null || at <= learned.until)
  })
  const newest = known
    .map((one) => one.quarter)
    .toSorted()
    .at(-1)
  const parts = known
    .filter((one) => one.quarter === newest && (learned.after === null || one.at > learned.after))
    .flatMap(({ figures }) => figures.figures.filter((one) => one.figure === figure && !one.isWithheld))
  const cells = parts.flatMap(({ unit, value, count, of }): readonly Part[] => {
    if (unit === 'share') return count === null || of === null ? [] : [{ numerator: count, denominator: of }]
    return value === null ? [] : [{ numerator: value, denominator: null }]
  })
  const [first, ...rest] = cells
  if (first === undefined) return []
  return [{ of: {}, ...rest.reduce(added, first) }]
}
type Part = Pick<MeasureCell, 'numerator' | 'denominator'>
const added = (a: Part, b: Part): Part => ({
  numerator: a.numerator + b.numerator,
  denominator: a.denominator === null || b.denominator === null ? null : a.denominator + b.denominator,
})
