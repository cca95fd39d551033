/*
Files in a package: which may go under the fields that were ticked, and what the receiver needs to open exactly those. Each goes with its own key, sealed
into the package like every word of it; the key of the vault never leaves.
*/
import { asId } from '../../../../kernel/schema.ts'
import { VaultName } from '../../contract-vault.ts'
import { type Attachments, type KeptAttachment, fieldsOfVault, liveAttachments } from '../../domain/attachments/attachment.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import type { PackageField, ReferralId } from '../../domain/referral/referral-words.ts'
import { type FileHead, readHead } from './sealed-file.ts'

/** The place of files among the texts of a package. */
export const FILES_IN_PACKAGE = 'files'
export interface FileToGo {
  readonly file: KeptAttachment
  readonly field: PackageField
}
/** Those whose vault has a ticked field, under the first of them. */
export const filesThatMayGo = (attachments: Attachments, chosen: readonly PackageField[]): readonly FileToGo[] =>
  liveAttachments(attachments).flatMap((file) => {
    const field = fieldsOfVault[file.head.vault].find((one) => chosen.includes(one))
    return field === undefined ? [] : [{ file, field }]
  })

export const releaseSteps = (referral: ReferralId, going: readonly FileToGo[]): readonly OneCommand[] =>
  going.map(({ file, field }) => ({
    about: 'attachment',
    ask: { step: 'release-attachment', attachment: asId('case-attachment', file.attachment), referral, field },
  }))

export interface ReceivedFile {
  readonly case: string
  readonly vault: VaultName
  readonly head: FileHead
}
/** What opens the files that go, as a text of the package; nothing where none goes. */
export function headsOf(
  { case: of, read }: { readonly case: string; readonly read: (ref: KeptAttachment['head']) => string | null },
  going: readonly FileToGo[],
): { readonly [field: string]: string } {
  const heads = going.flatMap(({ file }) => {
    const head = read(file.head)
    return head === null ? [] : [{ case: of, vault: file.head.vault, head }]
  })
  return heads.length === 0 ? {} : { [FILES_IN_PACKAGE]: packedFiles(heads) }
}
export const packedFiles = (files: readonly { readonly case: string; readonly vault: VaultName; readonly head: string }[]): string =>
  JSON.stringify(files)
/** What does not read as a file is passed over. */
export function unpackedFiles(text: string | undefined): readonly ReceivedFile[] {
  if (text === undefined) return []
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    return []
  }
  return (Array.isArray(said) ? said : []).flatMap((one: unknown): readonly ReceivedFile[] => {
    if (typeof one !== 'object' || one === null) return []
    const of = (name: string): string => String(Reflect.get(one, name) ?? '')
    const vault = VaultName.options.find((name) => name === of('vault'))
    const head = readHead(of('head'))
    return vault === undefined || head === null ? [] : [{ case: of('case'), vault, head }]
  })
}
