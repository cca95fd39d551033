/*
The words of a whole case that goes to another body: offered, answered, or ended before that. An offer names the body, the few people there to whom keys were wrapped, and which
keys; the wraps themselves are rows outside the log and go with the end of the offer. No name and nothing told stands here.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Id, type Infer, exactly, id, instant, listOf, oneOf, record, taggedBy } from '../../../../kernel/schema.ts'
import { AccountId, OrganisationId } from '../../../people/contract.ts'
import { VaultKey } from '../../contract-vault.ts'
import { ThingId } from '../codes.ts'
import { RejectionReason } from '../referral/referral-words.ts'

export const HandoverId = id('case-handover')
export type HandoverId = Id<'case-handover'>
export const TakingBack = oneOf('at-own-wish', 'safety', 'sent-in-error', 'need-ended')
/** What ended an offer that nobody took: the code says why, or that nothing was said. */
export const HandoverEnd = oneOf('declined', 'taken-back', 'expired', 'consent-ended', 'case-not-worked', 'keys-renewed')
export type HandoverEnd = Infer<typeof HandoverEnd>
export const HandoverReason = oneOf(
  ...(['no-capacity', 'not-eligible', 'not-our-area', 'not-safe-here', 'service-stopped', 'other'] as const),
  ...(['at-own-wish', 'safety', 'sent-in-error', 'need-ended', 'none'] as const),
)
export type HandoverReason = Infer<typeof HandoverReason>

const { vault, generation } = VaultKey.shape
const handover = { handover: HandoverId }
const offered = {
  ...{ ...handover, recipient: OrganisationId, takers: listOf(AccountId, 5).min(1, 'too-few') },
  /** The newest generation of each vault that is handed over. */
  ...{ keys: listOf(record({ vault, generation }), 5), respondBy: instant() },
}
const details = {
  offer: { step: exactly('offer'), ...offered },
  takeBack: { step: exactly('take-back'), ...handover, reason: TakingBack },
  accept: { step: exactly('accept'), ...handover },
  decline: { step: exactly('decline'), ...handover, reason: RejectionReason },
  /** By the round alone: nobody answered in time. */
  expire: { step: exactly('expire'), ...handover },
}
export const HandoverCommand = taggedBy('step', [
  ...([record(details.offer), record(details.takeBack), record(details.accept), record(details.decline), record(details.expire)] as const),
])
export type HandoverCommand = Infer<typeof HandoverCommand>

const stamp = { by: AccountId, at: instant() }
export const handoverKinds = {
  /** `basis`: the yes of the person on which it was offered. */
  'case-handover.offered.v1': record({ ...offered, basis: ThingId, ...stamp }),
  'case-handover.accepted.v1': record({ ...handover, recipient: OrganisationId, ...stamp }),
  'case-handover.ended.v1': record({
    ...{ ...handover, as: HandoverEnd, reason: HandoverReason },
    ...stamp,
  }),
} as const
type Kinds = typeof handoverKinds
export type HandoverEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]

export type OfferedPayload = Extract<HandoverEvent, { kind: 'case-handover.offered.v1' }>['payload']
/** The offer that stands; `null`: none does. */
export type Handover = Readonly<OfferedPayload> | null
