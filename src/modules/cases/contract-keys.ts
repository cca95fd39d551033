/*
Personal keys as they travel. The public half is a fact that others rely on; the private half leaves its device only sealed under a passphrase or a passkey that no server ever sees. The
parameters lie in the sealed key, so that a later release may ask for more and still open what was made before.
*/
import {
  type Infer,
  base64,
  count,
  exactly,
  instant,
  listOf,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { AccountId, OrganisationId } from '../people/contract.ts'
import { PersonalKeyId, PublicKey, VaultKey, VaultName, VaultShare, VaultWrap } from './contract-vault.ts'

/** Argon2id. What is less than 8 MiB protects nobody, what is more than 1 GiB stops every telephone. */
export const PassphraseLock = record({
  kind: exactly('passphrase'),
  salt: base64().max(64, 'too-long'),
  memoryKibibytes: whole().min(8192, 'too-weak').max(1_048_576, 'too-much'),
  passes: whole().min(1, 'too-weak').max(64, 'too-much'),
  lanes: whole().min(1, 'too-weak').max(16, 'too-much'),
})
export type PassphraseLock = Readonly<Infer<typeof PassphraseLock>>
/** The credential names the passkey to the browser; it opens nothing. */
export const PasskeyLock = record({ kind: exactly('passkey'), credential: text(2000) })
export type PasskeyLock = Readonly<Infer<typeof PasskeyLock>>

export const SealedPersonalKey = record({
  version: exactly(1),
  publicKey: PublicKey,
  lock: taggedBy('kind', [PassphraseLock, PasskeyLock]),
  box: base64().max(4000, 'too-long'),
})
export type SealedPersonalKey = Readonly<Infer<typeof SealedPersonalKey>>

/** A key and whose it is: to whom something is sealed. */
export const KeyHolder = record({ account: AccountId, key: PersonalKeyId, publicKey: PublicKey })
export type KeyHolder = Readonly<Infer<typeof KeyHolder>>

/** Colleague, receiver or custodian as a device may know them: never a name, never an address. */
export const KeyHolderShown = record({ ...KeyHolder.shape, fingerprint: text(40), roles: listOf(text(60), 20) })
export type KeyHolderShown = Readonly<Infer<typeof KeyHolderShown>>

export const RegisterKey = record({
  key: PersonalKeyId,
  sealed: SealedPersonalKey,
  /** Why the former one goes, where there is one. */
  because: oneOf('lost', 'stolen', 'replaced'),
})
export type RegisterKey = Readonly<Infer<typeof RegisterKey>>
export const ReplaceSealedKey = record({ key: PersonalKeyId, sealed: SealedPersonalKey })

/** What the owner of a key sees of it. */
export const OwnKey = record({
  key: orNull(
    record({
      account: AccountId,
      key: PersonalKeyId,
      publicKey: PublicKey,
      fingerprint: text(40),
      registeredAt: instant(),
      sealed: SealedPersonalKey,
    }),
  ),
  /** Empty: nobody can give a lost key back. */
  custodians: listOf(KeyHolderShown, 3),
  recoveries: listOf(
    record({
      ...{ id: text(36), askedAt: instant(), finishedAt: orNull(instant()), cases: count(), givenBy: listOf(AccountId, 3) },
      isOpen: yesOrNo(),
    }),
    100,
  ),
})
export type OwnKey = Readonly<Infer<typeof OwnKey>>

export const KeyHolders = record({ holders: listOf(KeyHolderShown, 500) })
/** Few on purpose: each reader is one more telephone that can be taken. */
export const MOST_INTAKE_READERS = 3
/** To whom a case is sealed by who does not read it; a body without a key is not named. */
export const IntakeKeys = record({
  bodies: listOf(record({ organisation: OrganisationId, holders: listOf(KeyHolderShown, MOST_INTAKE_READERS) }), 1000),
})
export type IntakeKeys = Readonly<Infer<typeof IntakeKeys>>
export const CustodiansShown = record({
  /** Confirmed. */
  custodians: listOf(KeyHolderShown, 3),
  /** Named and not yet confirmed by one of them. */
  waiting: orNull(record({ naming: text(36), custodians: listOf(AccountId, 3), namedAt: instant(), mayConfirm: yesOrNo() })),
  /** Who may be named: they keep shares by their function and have a key. */
  fit: listOf(KeyHolderShown, 500),
})
export type CustodiansShown = Readonly<Infer<typeof CustodiansShown>>
export const NameCustodians = record({ custodians: listOf(AccountId, 3) })
export const ConfirmCustodians = record({ naming: text(36) })

export const RecoveriesShown = record({
  recoveries: listOf(
    record({
      ...{
        id: text(36),
        account: AccountId,
        role: orNull(text(60)),
        organisation: orNull(text(36)),
        key: PersonalKeyId,
        publicKey: PublicKey,
      },
      ...{ fingerprint: text(40), because: oneOf('key-lost', 'no-key-of-case'), askedAt: instant(), given: count(), givenByMe: yesOrNo() },
      /** Cases of which the one who reads this holds shares and which the asker may read now. */
      cases: count(),
    }),
    500,
  ),
})
export type RecoveriesShown = Readonly<Infer<typeof RecoveriesShown>>
const casePlace = { case: text(36), vault: VaultName, generation: whole().min(1) } as const
export const SharesToGive = record({ shares: listOf(record({ ...casePlace, share: base64() }), 20_000) })
export type SharesToGive = Readonly<Infer<typeof SharesToGive>>
/** Resealed to the key of who asked. */
export const GiveShares = record({ shares: listOf(record({ ...casePlace, share: base64().max(2000, 'too-long') }), 20_000) })
export type GiveShares = Readonly<Infer<typeof GiveShares>>
export const SharesGiven = record({
  vaults: listOf(record({ ...casePlace, publicKey: PublicKey, shares: listOf(base64(), 3) }), 20_000),
})
export type SharesGiven = Readonly<Infer<typeof SharesGiven>>
export const AskRecovery = record({ because: oneOf('key-lost', 'no-key-of-case') })
export const FinishRecovery = record({ wraps: listOf(record({ case: text(36), ...VaultWrap.shape }), 20_000) })
export type FinishRecovery = Readonly<Infer<typeof FinishRecovery>>
/** Cases of one's own whose shares do not lie with the present three under their present keys, with what opens them. */
export const SharesWanting = record({
  custodians: listOf(KeyHolder, 3),
  cases: listOf(record({ case: text(36), keys: listOf(VaultKey, 60), wraps: listOf(VaultWrap, 60) }), 500),
})
export type SharesWanting = Readonly<Infer<typeof SharesWanting>>
export const RenewShares = record({ case: text(36), shares: listOf(VaultShare, 180) })
export type RenewShares = Readonly<Infer<typeof RenewShares>>
/** The mark on a case. */
export const Reopening = record({ account: AccountId, custodians: listOf(AccountId, 3), because: text(40), at: instant() })
export type Reopening = Readonly<Infer<typeof Reopening>>
/** Who asks custodians for their keys now, among those who read the case. */
const RecoveryAsked = record({ account: AccountId, askedAt: instant(), given: count() })
export const Reopenings = record({ reopenings: listOf(Reopening, 500), asked: listOf(RecoveryAsked, 500) })
export type Reopenings = Readonly<Infer<typeof Reopenings>>
