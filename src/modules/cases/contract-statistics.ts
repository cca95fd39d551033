/* Figures of case management as they are answered: each with what it was counted from, and with the mark of a number that is too small to be told. */
import { type Infer, count, instant, listOf, oneOf, orNull, record, text, whole, yesOrNo } from '../../kernel/schema.ts'
import { AccountId } from '../people/contract.ts'

export const Figure = record({
  figure: text(40),
  unit: oneOf('share', 'number', 'days', 'months', 'hundredths'),
  /** Hundredths of a percent for shares; `null`: withheld, or there is nothing to count. */
  value: orNull(whole()),
  count: orNull(count()),
  of: orNull(count()),
  /** Fewer people than may be told: `<5`. */
  isWithheld: yesOrNo(),
})
export type Figure = Readonly<Infer<typeof Figure>>
export const FigureTable = record({
  table: oneOf('type-by-gender', 'type-by-province'),
  columns: listOf(text(40), 60),
  /** The last cell of a row is its sum, the last row the sums of the columns; `null`: withheld. */
  rows: listOf(record({ row: text(40), cells: listOf(orNull(count()), 61) }), 60),
})
export type FigureTable = Readonly<Infer<typeof FigureTable>>
export const Caseload = record({ worker: AccountId, open: count(), high: count(), isOver: yesOrNo() })
export const CaseFigures = record({
  figures: listOf(Figure, 80),
  tables: listOf(FigureTable, 4),
  /** Of workers, for who supervises them; empty for others. */
  caseloads: listOf(Caseload, 500),
  ofNobody: orNull(count()),
  mostForAWorker: count(),
  mostMark: oneOf('V', 'S', 'U', 'D'),
  least: count(),
  /** Told of a quarter that is over, rounded down and moved by nothing later; `null`: as things are now, for who supervises. */
  quarter: orNull(text(7)),
  asOf: instant(),
})
export type CaseFigures = Readonly<Infer<typeof CaseFigures>>
