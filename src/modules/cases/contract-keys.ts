/*
Personal keys as they travel. The public half is a fact that others rely on; the private half leaves its device only sealed under a passphrase or a passkey that no server ever sees. The
parameters lie in the sealed key, so that a later release may ask for more and still open what was made before.
*/
import { type Infer, base64, exactly, record, taggedBy, text, whole } from '../../kernel/schema.ts'
import { AccountId } from '../people/contract.ts'
import { PersonalKeyId, PublicKey } from './contract-vault.ts'

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
