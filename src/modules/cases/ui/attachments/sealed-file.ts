/*
A photograph, scan or recording as it is sealed on the device: under a key of its own, made here and forgotten, in one of five sizes. What it shows, what
it is called, which kind it is and the key that opens it go together into a text of the vault (`head`); so whoever reads the vault opens the file, a
service gets the head of one file alone, and whoever only sends keeps nothing that opens it. Inside stands where it belongs: moved, it does not open.
*/
import type { VaultName } from '../../contract-vault.ts'
import { type AttachmentCommand, FILE_SIZES } from '../../domain/attachments/attachment-words.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import { type Bytes, fromUtf8, joined } from '../../../../app/field/keys.ts'
import { newPair, openFileWith, sealFileTo } from '../../../../app/sealing/age.ts'

export const FILE_KINDS = ['identity-paper', 'medical', 'consent', 'court', 'person', 'place', 'other'] as const
export type FileKind = (typeof FILE_KINDS)[number]
export const MEDIA_TYPES = ['image/jpeg', 'application/pdf', 'audio/wav'] as const
export type MediaKind = (typeof MEDIA_TYPES)[number]

/** What is known of a file where its vault is open, and nowhere else. */
export interface FileHead {
  readonly attachment: string
  readonly title: string
  readonly kind: FileKind
  readonly mediaType: MediaKind
  readonly key: string
}
export interface FileToSeal {
  readonly caseId: string
  readonly vault: VaultName
  readonly attachment: string
  readonly title: string
  readonly kind: FileKind
  readonly mediaType: MediaKind
  readonly content: Bytes
}
export interface SealedFile {
  /** To be sealed in the vault, slot `attachment`. */
  readonly head: string
  readonly sealed: Bytes
  readonly sha256: string
}
const LABEL_ROOM = 160
/** Bytes of content that are taken. */
export const MOST_FILE_BYTES = (FILE_SIZES[FILE_SIZES.length - 1] ?? 0) - LABEL_ROOM

/** Refuses with `attachment-too-large`. */
export async function sealFile(file: FileToSeal): Promise<Outcome<SealedFile>> {
  const { attachment, title, kind, mediaType, content } = file
  const label = fromUtf8(labelOf(file))
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, content.length)
  const bare = label.length + length.length + content.length
  const size = FILE_SIZES.find((most) => bare <= most)
  if (size === undefined) return refused('attachment-too-large', { most: Math.floor(MOST_FILE_BYTES / 1_000_000) })
  const { publicKey, privateHalf } = await newPair()
  const sealed = await sealFileTo(publicKey, joined(label, length, content, new Uint8Array(size - bare)))
  const head: FileHead = { attachment, title, kind, mediaType, key: privateHalf }
  return accepted({ head: JSON.stringify(head), sealed, sha256: await hashOf(sealed) })
}

/** Refuses with `cannot-open`: another file, another place, or not what was sealed. */
export async function openFile(
  head: FileHead,
  sealed: Bytes,
  { caseId, vault }: { readonly caseId: string; readonly vault: VaultName },
): Promise<Outcome<Bytes>> {
  const plain = await openFileWith(head.key, sealed)
  const label = fromUtf8(labelOf({ caseId, vault, attachment: head.attachment }))
  const start = label.length + 4
  if (plain === null || plain.length < start || label.some((byte, at) => plain[at] !== byte)) return refused('cannot-open', { vault })
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(label.length)
  return start + length <= plain.length ? accepted(plain.slice(start, start + length)) : refused('cannot-open', { vault })
}
const labelOf = ({ caseId, vault, attachment }: Pick<FileToSeal, 'caseId' | 'vault' | 'attachment'>): string =>
  `chanzo-sealed-file-v1 ${caseId} ${vault} ${attachment}\n`

/** Null when a text of the vault is none of a file. */
export function readHead(text: string | null): FileHead | null {
  if (text === null) return null
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof said !== 'object' || said === null) return null
  const of = (name: string): string => String(Reflect.get(said, name) ?? '')
  const kind = FILE_KINDS.find((one) => one === of('kind'))
  const mediaType = MEDIA_TYPES.find((one) => one === of('mediaType'))
  if (kind === undefined || mediaType === undefined || of('key') === '') return null
  return { attachment: of('attachment'), title: of('title'), kind, mediaType, key: of('key') }
}

/** Goes with the text that describes it, in the same steps. */
export const keepCommand = (
  head: { readonly vault: VaultName; readonly id: string },
  { attachment, sealed, sha256 }: Pick<SealedFile, 'sealed' | 'sha256'> & { readonly attachment: string },
): { readonly about: 'attachment'; readonly ask: AttachmentCommand } => ({
  about: 'attachment',
  ask: { step: 'keep-attachment', attachment: asId('case-attachment', attachment), head, sha256, bytes: sealed.length },
})

async function hashOf(bytes: Bytes): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
