/*
The proof that goes with a paper (C2SP tlog-proof): index, path and signed checkpoint in one text, checked without network. `extra` carries the
entry for readers; it is not believed: whoever checks makes the entry again from the paper.
*/
import { fromBase64, sameBytes, toBase64, utf8 } from './bytes.ts'
import { holdsInclusion } from './check-proof.ts'
import { type Checkpoint, readCheckpoint } from './checkpoint.ts'
import { type NoteCrypto, type NoteKey, signersOf } from './note.ts'
import { leafHash } from './tree.ts'

const FIRST_LINE = 'c2sp.org/tlog-proof@v1'

export interface OfflineProof {
  readonly index: number
  readonly path: readonly Uint8Array[]
  readonly checkpoint: string
  readonly extra: Uint8Array | null
}
export function offlineProofText({ index, path, checkpoint, extra }: OfflineProof): string {
  const lines = [FIRST_LINE, ...(extra ? [`extra ${toBase64(extra)}`] : []), `index ${index}`, ...path.map(toBase64), '', checkpoint]
  return lines.join('\n')
}

export function readOfflineProof(text: string): OfflineProof | null {
  const split = text.indexOf('\n\n')
  if (split < 0) return null
  const [first, ...lines] = text.slice(0, split).split('\n')
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()?.slice(6) ?? '') : undefined
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1]
  const path = lines.flatMap((line) => fromBase64(line) ?? [])
  if (first !== FIRST_LINE || index === undefined || extra === null || path.length !== lines.length) return null
  return { index: Number(index), path, checkpoint: text.slice(split + 2), extra: extra ?? null }
}

export type ProofFault = 'not-a-proof' | 'not-a-checkpoint' | 'signature-does-not-hold' | 'not-signed-by-the-log' | 'not-in-the-tree'
export type ProofVerdict =
  | { readonly ok: true; readonly index: number; readonly checkpoint: Checkpoint; readonly signers: readonly string[] }
  | { readonly ok: false; readonly fault: ProofFault }

/** Whether the log of `key` holds the entry; cosignatures of `witnesses` are named when they hold. */
export function checkOfflineProof(
  text: string,
  asked: { readonly entry: string; readonly key: NoteKey; readonly witnesses?: readonly NoteKey[] },
  crypto: NoteCrypto,
): ProofVerdict {
  const proof = readOfflineProof(text)
  if (!proof) return { ok: false, fault: 'not-a-proof' }
  const checkpoint = readCheckpoint(proof.checkpoint)
  if (!checkpoint) return { ok: false, fault: 'not-a-checkpoint' }
  const signers = signersOf(proof.checkpoint, [asked.key, ...(asked.witnesses ?? [])], crypto)
  if (!signers) return { ok: false, fault: 'signature-does-not-hold' }
  const byTheLog = signers.some((one) => sameBytes(one.key.id, asked.key.id) && one.key.name === asked.key.name)
  if (!byTheLog || checkpoint.origin !== asked.key.name) return { ok: false, fault: 'not-signed-by-the-log' }
  const leaf = leafHash(crypto.sha256, utf8(asked.entry))
  const claim = { index: proof.index, size: checkpoint.size, leaf, path: proof.path, root: checkpoint.root }
  if (!holdsInclusion(crypto.sha256, claim)) return { ok: false, fault: 'not-in-the-tree' }
  return { ok: true, index: proof.index, checkpoint, signers: signers.map((one) => one.key.name) }
}
