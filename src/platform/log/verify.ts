/*
Recomputes the chain of a tenant from its first entry and checks every signature, naming the first entry that does not hold.
Keys name themselves (an id is the hash of its key), so none can be put in another's place; but whoever writes to the database
can bring a key of his own. So the answer names every server key that signed, and the caller says which it knows. Cost: one pass, one hash an entry, one
signature check a batch; memory stays at one page of entries.
*/
import type { Database } from '../database/connect.ts'
import { verifySignature } from '../keys/signer.ts'
import { FIRST_PREVIOUS_HASH, contentDigest, linkHash, signedMessage } from './chain.ts'
import type { StoredEvent } from './event.ts'
import { loadAfter, readHead } from './store.ts'

export type BadReason = 'position-gap' | 'previous-hash' | 'hash' | 'signature' | 'unknown-key' | 'broken-batch' | 'head'
/** A server key that signed entries, with the first and last of them. */
export interface SigningKey {
  readonly key: string
  readonly from: number
  readonly to: number
  readonly entries: number
}
export interface Verification {
  readonly tenant: string
  readonly events: number
  readonly ok: boolean
  readonly keys: readonly SigningKey[]
  readonly firstBad: { readonly position: number; readonly id: string | null; readonly reason: BadReason } | null
}
export type KeyOf = (tenant: string, device: string) => Promise<Uint8Array | null>

const PAGE = 2000

export async function verifyLog({
  database,
  tenant,
  keyOf,
  report,
}: {
  database: Database
  tenant: string
  keyOf: KeyOf
  report?: (done: number, total: number) => void
}): Promise<Verification> {
  const head = await database.read((tx) => readHead(tx, tenant))
  const total = head?.position ?? 0
  const walk = newWalk(tenant, keyOf)
  for (let position = 0; position < total;) {
    const page = await database.read((tx) => loadAfter(tx, tenant, position, PAGE))
    if (page.length === 0) break
    for (const event of page) {
      if (event.position > total) break
      const reason = await walk.step(event)
      if (reason)
        return { tenant, events: walk.count(), ok: false, keys: walk.keys(), firstBad: { position: event.position, id: event.id, reason } }
    }
    position = page.at(-1)?.position ?? total
    report?.(Math.min(position, total), total)
  }
  const tailReason = walk.end(head?.hash ?? FIRST_PREVIOUS_HASH, total)
  const firstBad = tailReason ? { position: walk.count(), id: null, reason: tailReason } : null
  return { tenant, events: walk.count(), ok: firstBad === null, keys: walk.keys(), firstBad }
}

function newWalk(tenant: string, keyOf: KeyOf) {
  let hash: Uint8Array = FIRST_PREVIOUS_HASH
  let count = 0
  const signers = new Map<string, SigningKey>()
  let batch: Uint8Array[] = []
  const keys = new Map<string, Uint8Array | null>()
  const keyFor = async (device: string): Promise<Uint8Array | null> => {
    if (!keys.has(device)) keys.set(device, await keyOf(tenant, device))
    return keys.get(device) ?? null
  }
  const step = async (event: StoredEvent): Promise<BadReason | null> => {
    if (event.position !== count + 1) return 'position-gap'
    if (!sameBytes(event.previousHash, hash)) return 'previous-hash'
    const digest = contentDigest(tenant, event.device, event)
    if (!sameBytes(linkHash({ ...event, digest }), event.hash)) return 'hash'
    if (event.batchIndex !== batch.length || event.batchIndex >= event.batchSize) return 'broken-batch'
    batch.push(digest)
    if (batch.length === event.batchSize) {
      const key = await keyFor(event.device)
      if (!key) return 'unknown-key'
      if (!verifySignature(key, signedMessage(batch), event.signature)) return 'signature'
      batch = []
    }
    hash = event.hash
    count += 1
    if (event.device.startsWith('server:')) {
      const key = event.device.slice('server:'.length)
      const before = signers.get(key)
      signers.set(key, { key, from: before?.from ?? event.position, to: event.position, entries: (before?.entries ?? 0) + 1 })
    }
    return null
  }
  const end = (headHash: Uint8Array, total: number): BadReason | null =>
    batch.length > 0 ? 'broken-batch' : count !== total || !sameBytes(hash, headHash) ? 'head' : null
  return { step, end, count: () => count, keys: () => [...signers.values()] }
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
