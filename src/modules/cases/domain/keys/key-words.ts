/*
Words of keys in the log: whose public key it is and since when, who keeps the shares of an organisation, who asked for a key back, who gave, what was opened again. No event holds anything that opens
a box. A line of the log cannot be taken out unseen, so a recovery leaves a mark that nobody can hide.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Id, type Infer, id, listOf, oneOf, orNull, record, text, whole } from '../../../../kernel/schema.ts'
import { AccountId, OrganisationId } from '../../../people/contract.ts'
import { PersonalKeyId, PublicKey } from '../../contract-vault.ts'

export const RecoveryId = id('key-recovery')
export type RecoveryId = Id<'key-recovery'>
export const NamingId = id('custodians-naming')
/** Lost: passphrase forgotten, device gone. Stolen: somebody else may hold it. */
export const RetiredBecause = oneOf('lost', 'stolen', 'replaced', 'left')
export const KeyAskedBecause = oneOf('key-lost', 'no-key-of-case')
export const CaseIdText = text(36).regex(/^[0-9a-f-]{36}$/, 'not-an-id')

export const personalKeyKinds = {
  'personal-key.registered.v1': record({ key: PersonalKeyId, publicKey: PublicKey }),
  'personal-key.retired.v1': record({ key: PersonalKeyId, because: RetiredBecause }),
} as const
export const custodianKinds = {
  'key-custodians.named.v1': record({ naming: NamingId, organisation: OrganisationId, custodians: listOf(AccountId, 3) }),
  'key-custodians.confirmed.v1': record({ naming: NamingId }),
  /** A reader of the case split its keys anew: to three that were named since, or to new keys of the same three. */
  'key-custodians.shares-renewed.v1': record({ case: CaseIdText, shares: whole().min(1) }),
} as const
export const recoveryKinds = {
  'key-recovery.asked.v1': record({
    ...{ key: PersonalKeyId, publicKey: PublicKey, because: KeyAskedBecause, organisation: orNull(OrganisationId), role: orNull(text(60)) },
  }),
  'key-recovery.share-given.v1': record({ custodian: AccountId, cases: whole().min(1) }),
  'key-recovery.finished.v1': record({ cases: listOf(CaseIdText, 2000), custodians: listOf(AccountId, 3) }),
  'key-recovery.withdrawn.v1': record({}),
} as const
type EventsOf<Kinds extends { readonly [kind: string]: Parameters<typeof listOf>[0] }> = {
  [Kind in keyof Kinds & string]: DomainEvent<Kind, Infer<Kinds[Kind]>>
}[keyof Kinds & string]
export type PersonalKeyEvent = EventsOf<typeof personalKeyKinds>
export type CustodianEvent = EventsOf<typeof custodianKinds>
export type RecoveryEvent = EventsOf<typeof recoveryKinds>
