/* What a reader of the rules gets back over HTTP: values as they are hashed, with their sources and marks. */
import { type Infer, anything, calendarDate, id, instant, listOf, orNull, record, text } from '../../../../kernel/schema.ts'
import { PeriodSet } from './adopted-rulebooks.ts'

const Book = record({ id: text(), title: text(), from: calendarDate(), hash: text(), values: anything() })
const both = record({ fr: text(2000), en: text(2000) })
/** `GET /api/status/rules` */
export const Rules = record({
  asOf: calendarDate(),
  countries: listOf(
    record({
      country: text(2),
      inForce: Book,
      chosen: orNull(record({ from: calendarDate(), reason: text(2000), recordedAt: instant() })),
    }),
  ),
  books: listOf(Book),
  choices: listOf(
    record({
      id: id('rulebook-choice'),
      country: text(2),
      rulebook: text(),
      from: calendarDate(),
      periods: listOf(PeriodSet),
      reason: text(2000),
      recordedAt: instant(),
    }),
  ),
  conflicts: listOf(record({ id: text(), question: both, a: both, b: both, ours: both, change: both })),
})
export type Rules = Infer<typeof Rules>
