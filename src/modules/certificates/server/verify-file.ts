/*
What `chanzo verify FILE` asks: the file's text holds a code, or JSON with a `code`; the lists are this installation's own, or
documents that somebody brought on a stick. No network. A list that its root key did not sign is left out, and the answer then
says what could not be known.
*/
import { parse, looseRecord, text } from '../../../kernel/schema.ts'
import { type IssueRegister, openIssueRegister } from '../domain/issue-register.ts'
import type { RevocationList } from '../domain/revocation-list.ts'
import { openRevocationList } from '../domain/revocation-list.ts'
import { type TrustList, openTrustList } from '../domain/trust-list.ts'
import { type Verification, verifyCode } from '../domain/verify.ts'
import { nodeCrypto } from './node-crypto.ts'

export interface BroughtLists {
  /** Key lists with the root key (hexadecimal) by which each must be signed. */
  readonly trust: readonly { readonly document: unknown; readonly rootKey: string }[]
  /** Revocation lists as they were fetched; each counts only when the root key of its issuer signed it. */
  readonly revocations: readonly unknown[]
  /** Registers of offices and of what stands after a theft, likewise. */
  readonly registers?: readonly unknown[]
}

const WithCode = looseRecord({ code: text(5000) })
const WithIssuer = looseRecord({ issuer: text(40) })

/** The code in a file's text: the text itself, or the member `code` of JSON. */
export function codeInFile(contents: string): string {
  const trimmed = contents.replace(/^\uFEFF/, '').trim()
  if (!trimmed.startsWith('{')) return trimmed
  try {
    const read = parse(WithCode, JSON.parse(trimmed))
    return read.ok ? read.value.code : trimmed
  } catch {
    return trimmed
  }
}

/** The verdict on a file's text by lists that were opened against their root keys. `today` is a calendar date. */
export async function verifyFile(contents: string, lists: BroughtLists, today: string): Promise<Verification> {
  const keys: TrustList[] = []
  for (const { document, rootKey } of lists.trust) {
    const opened = await openTrustList(document, rootKey, nodeCrypto)
    if (opened !== null) keys.push(opened)
  }
  const revocations: RevocationList[] = []
  for (const document of lists.revocations) {
    const issuer = parse(WithIssuer, document)
    const root = issuer.ok ? keys.find((list) => list.issuer === issuer.value.issuer)?.rootKey : undefined
    const opened = root === undefined ? null : await openRevocationList(document, root, nodeCrypto)
    if (opened !== null) revocations.push(opened)
  }
  const registers: IssueRegister[] = []
  for (const document of lists.registers ?? []) {
    const issuer = parse(WithIssuer, document)
    const root = issuer.ok ? keys.find((list) => list.issuer === issuer.value.issuer)?.rootKey : undefined
    const opened = root === undefined ? null : await openIssueRegister(document, root, nodeCrypto)
    if (opened !== null) registers.push(opened)
  }
  return verifyCode(codeInFile(contents), { keys, revocations, registers, today, crypto: nodeCrypto })
}
