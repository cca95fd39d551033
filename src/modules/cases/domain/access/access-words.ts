/*
The words of who reads what of a case: its team, the generations of its vault keys, the sealed texts themselves, and glass that was broken. A text is
ciphertext from a device; whoever reads these events learns how long it is and who wrote it, and nothing else.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Infer, exactly, id, instant, listOf, maybe, oneOf, orNull, record, taggedBy, whole } from '../../../../kernel/schema.ts'
import { ThingId } from '../codes.ts'
import { AccountId, OrganisationId } from '../../../people/contract.ts'
import { PublicKey, SealedText, VaultName } from '../../contract-vault.ts'
import { SealedRef } from '../sealed-ref.ts'

export const BreakGlassId = id('break-glass')
/** `handed-over`: of the body that took the case over; with the next event of the same decision they answer for it. */
export const MemberAs = oneOf('owner', 'worker', 'supervisor', 'witness-reader', 'break-glass', 'handed-over')
export type MemberAs = Infer<typeof MemberAs>
export const LeavingReason = oneOf('left-the-team', 'left-the-body', 'conflict-of-interest', 'key-lost', 'time-over', 'transferred')
export const BreakGlassGround = oneOf('imminent-danger', 'owner-unreachable', 'complaint', 'court-order')

const vaults = listOf(VaultName, 4)
/** The public half stands in the sealed record: a row beside it could be another's. */
const generations = listOf(record({ vault: VaultName, generation: whole(), publicKey: maybe(PublicKey) }), 8)
const details = {
  join: { step: exactly('join'), account: AccountId, organisation: orNull(OrganisationId), as: MemberAs, vaults },
  leave: { step: exactly('leave'), account: AccountId, reason: LeavingReason },
  renew: { step: exactly('renew-keys'), generations },
  keep: { step: exactly('keep-text'), sealed: SealedText, replaces: maybe(ThingId) },
  ask: { step: exactly('ask-break-glass'), request: BreakGlassId, vaults, ground: BreakGlassGround, reason: maybe(SealedRef) },
  approve: { step: exactly('approve-break-glass'), request: BreakGlassId },
  decline: { step: exactly('decline-break-glass'), request: BreakGlassId },
  /** By the round alone: a day is over. */
  end: { step: exactly('end-break-glass'), request: BreakGlassId },
}
export const AccessCommand = taggedBy('step', [
  ...([record(details.join), record(details.leave), record(details.renew), record(details.keep)] as const),
  ...([record(details.ask), record(details.approve), record(details.decline), record(details.end)] as const),
])
export type AccessCommand = Infer<typeof AccessCommand>

const stamp = { by: AccountId, at: instant() }
export const accessKinds = {
  'case-team.joined.v1': record({ ...details.join, ...stamp, until: orNull(instant()) }),
  'case-team.left.v1': record({ ...details.leave, ...stamp }),
  'case-keys.renewed.v1': record({ ...details.renew, ...stamp }),
  'case-text.kept.v1': record({ ...details.keep, ...stamp }),
  'case-break-glass.asked.v1': record({ ...details.ask, ...stamp, organisation: orNull(OrganisationId) }),
  'case-break-glass.approved.v1': record({ ...details.approve, ...stamp, until: instant() }),
  'case-break-glass.declined.v1': record({ ...details.decline, ...stamp }),
  'case-break-glass.ended.v1': record({ ...details.end, ...stamp }),
} as const
type Kinds = typeof accessKinds
export type AccessEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
