/*
Sealed texts and their keys as they travel: made on a device, opened on a device. For each case and vault there is a pair of keys (age, X25519); the
private half goes to each reader sealed to the reader's personal key, and in shares to the custodians of the organisation, two of whom together
can hand it to one more reader. Nothing here can be opened by who carries it.
*/
import { type Id, type Infer, base64, id, listOf, oneOf, record, text, whole } from '../../kernel/schema.ts'
import { AccountId } from '../people/contract.ts'

export const PersonalKeyId = id('personal-key')
export type PersonalKeyId = Id<'personal-key'>
/** Each vault has keys and readers of its own; what proves consent is kept longer than the rest, so it has one too. */
export const VaultName = oneOf('identity', 'narrative', 'witness', 'perpetrator', 'evidence')
export type VaultName = Infer<typeof VaultName>
/** 1 with the case; one more each time a reader leaves. */
const generation = whole().min(1, 'not-a-generation').max(10_000, 'not-a-generation')
const boxOf = (most: number) => base64().max(most, 'too-long')

/** `age1…`: the recipient of the age format. */
export const PublicKey = text(80).regex(/^age1[0-9a-z]{58}$/, 'not-a-public-key')
export const VaultKey = record({ vault: VaultName, generation, publicKey: PublicKey })
export type VaultKey = Readonly<Infer<typeof VaultKey>>
/** The private half of a vault's key, sealed to one personal key. */
export const VaultWrap = record({ vault: VaultName, generation, reader: AccountId, key: PersonalKeyId, wrapped: boxOf(2000) })
export type VaultWrap = Readonly<Infer<typeof VaultWrap>>
/** One share of the private half, sealed to the personal key of one custodian. */
export const VaultShare = record({ vault: VaultName, generation, custodian: AccountId, key: PersonalKeyId, share: boxOf(2000) })
export type VaultShare = Readonly<Infer<typeof VaultShare>>
/** What comes with a new case, with a new reader, or with a new generation. */
export const VaultKeys = record({ keys: listOf(VaultKey, 8), wraps: listOf(VaultWrap, 200), shares: listOf(VaultShare, 60) })
export type VaultKeys = Readonly<Infer<typeof VaultKeys>>

/** Where in its vault a text belongs; what it says stays on devices. */
export const TextSlot = oneOf(
  ...([
    'identity',
    'safe-contact',
    'story',
    'note',
    'evidence',
    'reason',
    'photo',
    'plan',
    'witness',
    'perpetrator',
    'attachment',
  ] as const),
)
export type TextSlot = Infer<typeof TextSlot>
/** At most 64 kB sealed; a photograph is made smaller on the device. */
export const SealedText = record({
  id: text(40).regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'not-an-id'),
  vault: VaultName,
  generation,
  slot: TextSlot,
  box: boxOf(88_000),
})
export type SealedText = Readonly<Infer<typeof SealedText>>
