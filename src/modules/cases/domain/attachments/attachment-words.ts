/*
The words of what is kept in a case besides texts: a photograph, a scan, a recording. Which it is, what it shows and the key that opens it stand in a
sealed text of its vault (`head`); here stand the number, the hash of the ciphertext and its size, which is one of five whatever the file was.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Infer, exactly, id, instant, oneOf, record, taggedBy, whole } from '../../../../kernel/schema.ts'
import { Sha256 } from '../../../documents/contract-uploads.ts'
import { AccountId } from '../../../people/contract.ts'
import { PackageField, ReferralId } from '../referral/referral-words.ts'
import { SealedRef, Vault } from '../sealed-ref.ts'

export const AttachmentId = id('case-attachment')
export type AttachmentId = Infer<typeof AttachmentId>

/** Plain sizes in bytes, label and length included; larger is not taken (D). */
export const FILE_SIZES = [131_072, 524_288, 2_097_152, 4_194_304, 8_388_608] as const
/** An age file for one recipient: its head, and 16 bytes for every 64 KiB. */
export const sealedSizeOf = (plain: number): number => plain + 184 + 16 * Math.ceil(plain / 65_536)
const sealedSizes: readonly number[] = FILE_SIZES.map(sealedSizeOf)
const SealedSize = whole().refine((bytes) => sealedSizes.includes(bytes), 'not-a-sealed-size')

export const WithdrawnBecause = oneOf('wrong-file', 'not-needed', 'person-wished')
export type WithdrawnBecause = Infer<typeof WithdrawnBecause>

const which = { attachment: AttachmentId }
const kept = { ...which, head: SealedRef, sha256: Sha256, bytes: SealedSize }
const released = { ...which, referral: ReferralId, field: PackageField }
const withdrawn = { ...which, because: WithdrawnBecause }
export const AttachmentCommand = taggedBy('step', [
  record({ step: exactly('keep-attachment'), ...kept }),
  record({ step: exactly('release-attachment'), ...released }),
  record({ step: exactly('withdraw-attachment'), ...withdrawn }),
])
export type AttachmentCommand = Infer<typeof AttachmentCommand>

/** The vault stands in each, so that who does not read a witness's vault is told none of its files. */
const stamp = { vault: Vault, by: AccountId, at: instant() }
export const attachmentKinds = {
  'case-attachment.kept.v1': record({ ...kept, ...stamp }),
  'case-attachment.released.v1': record({ ...released, ...stamp }),
  'case-attachment.withdrawn.v1': record({ ...withdrawn, ...stamp }),
} as const
type Kinds = typeof attachmentKinds
export type AttachmentEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
