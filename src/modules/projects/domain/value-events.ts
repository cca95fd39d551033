/* What happens to the values of an indicator, as events. A locked one carries its numbers, what they were asked by and their hash; of persons only what may be told, and the rest sealed. */
import type { DomainEvent } from '../../../kernel/decider.ts'
import { type Infer, calendarDate, count, instant, listOf, oneOf, orNull, record, text, yesOrNo } from '../../../kernel/schema.ts'
import { ProjectId } from '../contract.ts'
import { Evidence, LatePart, ToldNumber, ToldPart } from '../contract-values.ts'

const act = { by: text(60), at: instant() }
/** What a value is: the same in a draft, when it is locked, and under its hash. */
export const ValueContent = record({
  period: text(7),
  told: ToldNumber,
  parts: listOf(ToldPart, 400),
  late: listOf(LatePart, 60),
  cumulative: ToldNumber,
  source: oneOf('measure', 'manual'),
  measure: orNull(text(80)),
  measureVersion: orNull(count()),
  touchesPersons: yesOrNo(),
  asOf: instant(),
  evidence: orNull(Evidence),
})
export type ValueContent = Readonly<Infer<typeof ValueContent>>
/** Encrypted true counts behind told ones, for the guard; `null` where no person is touched. */
const sealed = orNull(text(400_000))
export const ValueDrafted = record({ project: ProjectId, content: ValueContent, sealed, ...act })
export const ValueVerified = record({ period: text(7), ...act })
export const ValueReturned = record({ period: text(7), reason: text(400), ...act })
export const ValueLocked = record({ content: ValueContent, sha256: text(64), ...act })
export const RestatementProposed = record({
  period: text(7),
  told: ToldNumber,
  parts: listOf(ToldPart, 400),
  reason: text(400),
  evidence: Evidence,
  sealed,
  ...act,
})
export const ValueRestated = record({ period: text(7), on: calendarDate(), ...act })

export const valueKinds = {
  'indicator.drafted.v1': ValueDrafted,
  'indicator.verified.v1': ValueVerified,
  'indicator.returned.v1': ValueReturned,
  'indicator.locked.v1': ValueLocked,
  'indicator.restatement-proposed.v1': RestatementProposed,
  'indicator.restated.v1': ValueRestated,
} as const
export type ValueEvent = {
  [Kind in keyof typeof valueKinds]: DomainEvent<Kind, Infer<(typeof valueKinds)[Kind]>>
}[keyof typeof valueKinds]
export type Proposal = Readonly<Infer<typeof RestatementProposed>>
