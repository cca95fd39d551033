/*
Both sides of a witness (C2SP tlog-witness). As a witness we cosign the head of another ledger only when it continues the one we cosigned before, and
remember it before we answer. As a ledger we ask our witnesses after each new head and keep a cosignature only when it holds.
*/
import type { Tx } from '../../../platform/database/transaction.ts'
import { type Reply, type Route, anyone } from '../../../platform/http/route.ts'
import { rawRoute } from '../../../platform/http/build-route.ts'
import { verifySignature } from '../../../platform/keys/signer.ts'
import { addCheckpointText, readAddCheckpoint } from '../domain/add-checkpoint.ts'
import { sameBytes } from '../domain/bytes.ts'
import { holdsConsistency } from '../domain/check-proof.ts'
import { type Checkpoint, readCheckpoint } from '../domain/checkpoint.ts'
import { type NoteKey, cosignatureLine, cosigned, noteKey, noteOf, readKey, readNote, signersOf } from '../domain/note.ts'
import { nodeSha256, tilesIn } from './grow.ts'
import { type LedgerParts, ledgerName } from './head-signer.ts'
import { consistencyPath } from './read.ts'
import { insertCosignature, newestCosigned, newestHead } from './store-heads.ts'
import { keepSeen, listPeers, takeSeen } from './store-peers.ts'

const crypto = { sha256: nodeSha256, verify: verifySignature }
const MOST_BYTES = 100_000
const PATIENCE_MS = 10_000

export const witnessKey = ({ keys, baseUrl }: Pick<LedgerParts, 'keys' | 'baseUrl'>): NoteKey =>
  noteKey(nodeSha256, { name: ledgerName(baseUrl).replace(/ledger$/, 'witness'), type: 4, publicKey: keys.signer('witness').publicKey })

export const witnessRoutes = (parts: LedgerParts): readonly Route[] => [
  rawRoute({
    method: 'POST',
    path: '/ledger/add-checkpoint',
    takesBytes: MOST_BYTES,
    allow: anyone,
    summary: 'As a witness: cosigns the head of a ledger that this server watches, when it continues the one before (C2SP tlog-witness)',
    answer: async ({ body }) => {
      const said = readAddCheckpoint(Buffer.isBuffer(body) ? body.toString('utf8') : '')
      const head = said && readCheckpoint(said.checkpoint)
      if (!said || !head || said.old > head.size || head.size === 0) return refusal(400, 'not-a-checkpoint')
      const watched = await parts.database.read((tx) => listPeers(tx, parts.tenant, 'log'))
      const known = watched.flatMap((peer) => (peer.name === head.origin ? (readKey(nodeSha256, peer.key) ?? []) : []))
      if (known.length === 0) return refusal(404, 'unknown-log')
      if ((signersOf(said.checkpoint, known, crypto) ?? []).length === 0) return refusal(403, 'log-signature-not-valid')
      return parts.database.transaction((tx) => cosign(tx, parts, { ...said, head }))
    },
  }),
]

interface Asked {
  readonly old: number
  readonly path: readonly Uint8Array[]
  readonly checkpoint: string
  readonly head: Checkpoint
}
async function cosign(tx: Tx, parts: LedgerParts, { old, path, checkpoint, head }: Asked): Promise<Reply> {
  const { tenant, keys, clock } = parts
  const seen = await takeSeen(tx, tenant, head.origin)
  const size = seen?.size ?? 0
  const isSplit = seen !== null && head.size === seen.size && !sameBytes(head.root, seen.root)
  if (old !== size || isSplit) return { status: 409, body: `${size}\n`, contentType: 'text/x.tlog.size' }
  const continues =
    seen === null
      ? path.length === 0
      : holdsConsistency(nodeSha256, { old: { size: seen.size, root: seen.root }, size: head.size, root: head.root, path })
  if (!continues) return refusal(422, 'head-not-consistent')
  const now = clock()
  await keepSeen(tx, tenant, { ...head, checkpoint, at: now })
  const time = Math.floor(Date.parse(now) / 1000)
  const line = cosignatureLine(witnessKey(parts), time, keys.signer('witness').sign(cosigned(time, readNote(checkpoint)?.text ?? '')))
  return { status: 200, body: `${line}\n`, contentType: 'text/plain; charset=utf-8' }
}
const refusal = (status: number, code: string): Reply => ({ status, body: { refusal: { code, facts: {} } } })

/** What came of it, by the name of the witness. */
export type Witnessed = { readonly witness: string; readonly outcome: 'cosigned' | 'up-to-date' | 'refused' | 'not-reached' }

/** Asks every witness that has not cosigned the newest head. One that does not answer is asked again in the next round. */
export async function askWitnesses(parts: LedgerParts): Promise<readonly Witnessed[]> {
  const { database, tenant } = parts
  const peers = await database.read((tx) => listPeers(tx, tenant, 'witness'))
  const answers: Witnessed[] = []
  for (const { key: text, url, name } of peers) {
    const key = readKey(nodeSha256, text)
    if (!key || url === null) continue
    const outcome = await askWitness(parts, { key, url }).catch(() => 'not-reached' as const)
    answers.push({ witness: name, outcome })
  }
  return answers
}

interface Witness {
  readonly key: NoteKey
  readonly url: string
}
async function askWitness(parts: LedgerParts, { key, url }: Witness): Promise<Witnessed['outcome']> {
  const { database, tenant } = parts
  const [head, known] = await database.read(
    async (tx) => [await newestHead(tx, tenant), await newestCosigned(tx, tenant, key.name)] as const,
  )
  if (!head || known === head.size) return 'up-to-date'
  const send = async (old: number): Promise<Response> => {
    const path = await database.read((tx) => consistencyPath(tilesIn(tx, tenant), old, head.size))
    const body = addCheckpointText({ old, path: old === head.size ? [] : path, checkpoint: head.checkpoint })
    return fetch(`${url.replace(/\/+$/, '')}/add-checkpoint`, { method: 'POST', body, signal: AbortSignal.timeout(PATIENCE_MS) })
  }
  let answer = await send(known)
  const theirs = answer.status === 409 ? Number((await answer.text()).trim()) : null
  // The witness knows another size than we remember, as after a change of our database: from there, once.
  if (theirs !== null && Number.isSafeInteger(theirs) && theirs <= head.size && theirs !== known) answer = await send(theirs)
  if (answer.status !== 200) return 'refused'
  const text = readNote(head.checkpoint)?.text ?? ''
  const lines = (await answer.text()).split('\n').filter((line) => line !== '')
  const held = signersOf(noteOf(text, lines), [key], crypto)?.[0]
  if (!held) return 'refused'
  await database.transaction((tx) =>
    insertCosignature(tx, tenant, { size: head.size, witness: key.name, line: held.line, at: parts.clock() }),
  )
  return 'cosigned'
}
