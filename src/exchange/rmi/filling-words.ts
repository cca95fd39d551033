/* What a sender says of the filling of a workbook, and what comes back. The contact is typed for this file and kept nowhere. */
import { type Infer, calendarDate, count, listOf, maybe, oneOf, orNull, record, text } from '../../kernel/schema.ts'
import { Mineral } from '../../modules/sites/contract.ts'

const person = { name: maybe(text(120)), email: maybe(text(200)), phone: maybe(text(60)) }
export const FillingDetails = record({
  company: text(200),
  scope: maybe(oneOf('company', 'product', 'user-defined')),
  scopeText: maybe(text(400)),
  companyId: maybe(text(80)),
  companyIdAuthority: maybe(text(80)),
  address: maybe(text(400)),
  contact: record(person),
  authoriser: record({ ...person, title: maybe(text(120)) }),
  date: calendarDate(),
  period: record({ from: calendarDate(), until: calendarDate() }),
  /** Only what went to this buyer; without it all. */
  buyer: maybe(text(120)),
  /** Smelters that the company knows; without one of a metal the buyers of our certificates are named. */
  smelters: listOf(record({ mineral: Mineral, name: text(200), country: maybe(text(80)), id: maybe(text(20)) }), 200),
})
export type FillingDetails = Infer<typeof FillingDetails>

const Place = { sheet: text(40), cell: text(12), what: text(40) }
export const FillingAnswer = record({
  kind: oneOf('CMRT', 'EMRT', 'AMRT'),
  version: text(10),
  filled: listOf(record({ ...Place, value: text(400) }), 20_000),
  /** Cells that were left as they were: a formula stands there, or something was written before. */
  kept: listOf(record({ ...Place, why: oneOf('formula', 'written') }), 20_000),
  /** What nobody told us: who must fill it. */
  gaps: listOf(record({ ...Place, who: oneOf('company', 'smelter', 'record'), facts: orNull(text(200)) }), 500),
  mines: count(),
  certificates: count(),
  fileName: text(80),
  /** Base64 of the workbook. */
  file: text(40_000_000),
})
export type FillingAnswer = Infer<typeof FillingAnswer>
