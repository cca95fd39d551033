/* A file of a case as the app makes, sends and opens one: its head sealed in a vault, its bytes under a key of their own, sent in pieces. */
import type { VaultKey, VaultName } from '../../src/modules/cases/contract-vault.ts'
import { CaseTexts } from '../../src/modules/cases/contract.ts'
import type { OneCommand } from '../../src/modules/cases/domain/file/file-words.ts'
import {
  type FileHead,
  type FileKind,
  type MediaKind,
  keepCommand,
  openFile,
  readHead,
  sealFile,
} from '../../src/modules/cases/ui/attachments/sealed-file.ts'
import { sealText } from '../../src/app/sealing/sealed-text.ts'
import { mustParse } from '../../src/kernel/schema.ts'
import { type KeyedPerson, must } from './case-people.ts'
import { type Answer, type Client, newId } from './client.ts'

export interface MadeFile {
  readonly attachment: string
  readonly head: { readonly vault: VaultName; readonly id: string }
  /** What opens this file and no other: what a package carries. */
  readonly headText: string
  readonly sealed: Uint8Array
  readonly steps: readonly OneCommand[]
}
export interface Making {
  readonly title?: string
  readonly kind?: FileKind
  readonly mediaType?: MediaKind
  readonly content: Uint8Array<ArrayBuffer>
}
export async function makeFile(
  caseId: string,
  to: VaultKey,
  { title = 'Carte', kind = 'identity-paper', mediaType = 'image/jpeg', content }: Making,
): Promise<MadeFile> {
  const attachment = newId()
  const { vault } = to
  const file = must(await sealFile({ caseId, vault, attachment, title, kind, mediaType, content }))
  const head = { vault, id: newId() }
  const sealed = must(await sealText(to, { caseId, slot: 'attachment', id: head.id }, file.head))
  const keep: OneCommand = { about: 'access', ask: { step: 'keep-text', sealed } }
  return { attachment, head, headText: file.head, sealed: file.sealed, steps: [keep, keepCommand(head, { attachment, ...file })] }
}

export const piecesOf = (caseId: string, attachment: string): string => `/api/cases/${caseId}/files/${attachment}/pieces`
/** As a telephone sends it; stops where it is told to. */
export async function sendPieces(
  client: Client,
  caseId: string,
  { attachment, sealed }: Pick<MadeFile, 'attachment' | 'sealed'>,
  { from = 0, to = sealed.length, piece = 200_000 }: { readonly from?: number; readonly to?: number; readonly piece?: number } = {},
): Promise<Answer> {
  let last: Answer = { status: 0, body: null }
  for (let at = from; at < to; at += piece) {
    const bytes = sealed.subarray(at, Math.min(at + piece, to))
    const query = `offset=${at}&of=${sealed.length}&type=application%2Foctet-stream`
    last = await client.upload(`${piecesOf(caseId, attachment)}?${query}`, bytes, 'application/octet-stream', 'PUT')
    if (last.status !== 200) return last
  }
  return last
}

/** Opened by who reads the vault: first its texts, then the bytes. */
export async function readFile(
  { client, unlocked }: KeyedPerson,
  caseId: string,
  { attachment, vault }: { readonly attachment: string; readonly vault: VaultName },
): Promise<{ readonly head: FileHead; readonly content: Uint8Array }> {
  const { texts, ...sealed } = mustParse(CaseTexts, (await client.get(`/api/cases/${caseId}/texts/${vault}`)).body)
  must(await unlocked.openVaults(caseId, sealed))
  for (const text of texts.filter((one) => one.slot === 'attachment')) {
    const head = readHead(must(await unlocked.openText(caseId, text)))
    if (head?.attachment !== attachment) continue
    const { status, body } = await client.bytes(`/api/cases/${caseId}/files/${attachment}`)
    if (status !== 200) throw new Error(`the file was answered with ${status}`)
    return { head, content: must(await openFile(head, Uint8Array.from(body), { caseId, vault })) }
  }
  throw new Error('no head of this file')
}

/** With the head of one file alone, as a service has it. */
export async function openedFile(
  headText: string,
  sealed: Uint8Array,
  place: { readonly caseId: string; readonly vault: VaultName },
): Promise<Uint8Array> {
  const head = readHead(headText)
  if (head === null) throw new Error('no head of a file')
  return must(await openFile(head, Uint8Array.from(sealed), place))
}
