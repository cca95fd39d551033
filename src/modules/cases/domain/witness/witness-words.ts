/*
Protection of a witness. Who it is lies in a vault of its own with at most three named readers; here stand a pseudonym, a level of threat, and what
was done about it. To be a victim and to be a witness are two roles, and neither can be read from the other.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Infer, calendarDate, exactly, id, instant, listOf, maybe, oneOf, record, taggedBy, whole } from '../../../../kernel/schema.ts'
import { SubjectCode } from '../codes.ts'
import { AccountId } from '../../../people/contract.ts'
import { SealedRef } from '../sealed-ref.ts'

export const MeasureId = id('protection-measure')
export const MeasureKind = oneOf(
  ...(['safe-contact', 'escort', 'relocation-temporary', 'relocation-long', 'anonymity-in-proceedings', 'remote-testimony'] as const),
  ...(['support-person', 'family-cover', 'phone-change'] as const),
)
export type MeasureKind = Infer<typeof MeasureKind>
export const MeasureState = oneOf('proposed', 'agreed', 'in-place', 'ended', 'declined')
export type MeasureState = Infer<typeof MeasureState>
const oneToFive = whole().min(1, 'out-of-scale').max(5, 'out-of-scale')

const measure = { measure: MeasureId }
const details = {
  propose: { step: exactly('propose'), ...measure, kind: MeasureKind },
  agree: { step: exactly('agree'), ...measure },
  decline: { step: exactly('decline'), ...measure },
  place: { step: exactly('put-in-place'), ...measure, on: calendarDate() },
  review: { step: exactly('review'), ...measure, on: calendarDate() },
  end: { step: exactly('end'), ...measure, on: calendarDate(), reason: oneOf('threat-over', 'own-wish', 'replaced', 'failed') },
}
const stamp = { by: AccountId, at: instant() }
const moved = { ...stamp, to: MeasureState }
export const MeasureCommand = taggedBy('step', [
  ...([record(details.propose), record(details.agree), record(details.decline)] as const),
  ...([record(details.place), record(details.review), record(details.end)] as const),
])
export type MeasureCommand = Infer<typeof MeasureCommand>
export const MeasureMoved = taggedBy('step', [
  ...([
    record({ ...details.propose, ...moved }),
    record({ ...details.agree, ...moved }),
    record({ ...details.decline, ...moved }),
  ] as const),
  ...([record({ ...details.place, ...moved }), record({ ...details.review, ...moved }), record({ ...details.end, ...moved })] as const),
])
const threat = {
  ...{ source: maybe(SealedRef), capability: oneToFive, intent: oneToFive, exposure: oneToFive, level: oneToFive },
  ...{ measures: listOf(MeasureKind, 9), assessedOn: calendarDate() },
}
export const WitnessCommand = taggedBy('step', [
  record({ step: exactly('open'), subject: SubjectCode, identity: SealedRef }),
  record({ step: exactly('assess-threat'), ...threat }),
  record({ step: exactly('admit-reader'), reader: AccountId }),
  record({ step: exactly('remove-reader'), reader: AccountId }),
])
export type WitnessCommand = Infer<typeof WitnessCommand>
export const witnessKinds = {
  'witness.opened.v1': record({ subject: SubjectCode, identity: SealedRef, ...stamp }),
  'witness.threat-assessed.v1': record({ ...threat, ...stamp }),
  'witness.reader-admitted.v1': record({ reader: AccountId, ...stamp }),
  /** The vault is locked with a new key from then on. */
  'witness.reader-removed.v1': record({ reader: AccountId, rekey: exactly(true), ...stamp }),
  'protection-measure.moved.v1': MeasureMoved,
} as const
type Kinds = typeof witnessKinds
export type WitnessEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
