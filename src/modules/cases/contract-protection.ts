/* What who protects data sees of every case of the body: its code, its days, its holds, opened glass. Nothing of what it is about. */
import { type Infer, count, instant, listOf, maybe, orNull, record, text, yesOrNo } from '../../kernel/schema.ts'
import { AccountId } from '../people/contract.ts'

export const ProtectedCase = record({
  case: text(60),
  subject: text(40),
  state: text(40),
  /** `null`: nothing is due while things are as they are. */
  caseDueOn: orNull(text(10)),
  evidenceDueOn: orNull(text(10)),
  witnessDueOn: orNull(text(10)),
  isHeld: yesOrNo(),
  holds: listOf(record({ hold: text(60), by: AccountId, until: orNull(text(10)) }), 50),
  glass: listOf(
    record({ request: text(60), by: AccountId, ground: text(40), state: text(20), askedAt: instant(), until: orNull(instant()) }),
    50,
  ),
})
export type ProtectedCase = Readonly<Infer<typeof ProtectedCase>>
export const ProtectedCases = record({ cases: listOf(ProtectedCase, 2000), keptKeys: count(), asOf: instant(), today: maybe(text(10)) })
export type ProtectedCases = Readonly<Infer<typeof ProtectedCases>>
