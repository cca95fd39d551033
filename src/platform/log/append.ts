/*
Gives drafts their place: signs, chains, stores, moves the head and projects, all inside the caller's transaction. A crash
anywhere here leaves nothing, because nothing was committed; a crash after the commit leaves all of it.
*/
import type { Tx } from '../database/transaction.ts'
import type { Signer } from '../keys/signer.ts'
import { contentDigest, linkHash, signedMessage } from './chain.ts'
import type { Draft, StoredEvent } from './event.ts'
import type { Project } from './projection.ts'
import { type Head, insertEvents, moveHead, subjectVersions } from './store.ts'

/** How the events of one append are signed: by the server in batches, or by a device, one signature per event. */
export type Proof =
  | { readonly by: 'server'; readonly signer: Signer; readonly batch: number }
  | { readonly by: 'device'; readonly device: string; readonly signatures: readonly Uint8Array[] }

export interface Append {
  readonly head: Head
  /** Newest versions of the subjects where they are known; asked of the database otherwise. */
  readonly versions?: ReadonlyMap<string, number>
  readonly drafts: readonly Draft[]
  readonly proof: Proof
  readonly learnedAt: string
  readonly project: Project
}

/** Cost: one signature per batch (about 0.1 ms), one hash per event, three statements in all, and the projections. */
export async function append(tx: Tx, appending: Append): Promise<readonly StoredEvent[]> {
  const { events, head } = await appendAt(tx, appending)
  if (events.length > 0) await moveHead(tx, head)
  return events
}

/** The same for a caller who holds the head and moves it in the table once, when all is appended. */
export async function appendAt(
  tx: Tx,
  { head, drafts, proof, learnedAt, project, versions: known }: Append,
): Promise<{ readonly events: readonly StoredEvent[]; readonly head: Head }> {
  if (drafts.length === 0) return { events: [], head }
  const versions = new Map(known ?? (await subjectVersions(tx, head.tenant, [...new Set(drafts.map((draft) => draft.subject))])))
  const signed = signDrafts(head.tenant, drafts, proof)
  const events: StoredEvent[] = []
  let { position, hash } = head
  for (const { draft, digest, ...seal } of signed) {
    const subjectVersion = (versions.get(draft.subject) ?? 0) + 1
    versions.set(draft.subject, subjectVersion)
    position += 1
    const previousHash = hash
    hash = linkHash({ digest, position, subjectVersion, learnedAt, previousHash, ...seal })
    events.push({
      ...draft,
      ...seal,
      tenant: head.tenant,
      device: deviceOf(proof),
      position,
      subjectVersion,
      learnedAt,
      previousHash,
      hash,
    })
  }
  await insertEvents(tx, events)
  await project(tx, events)
  return { events, head: { tenant: head.tenant, position, hash, learnedAt } }
}

const deviceOf = (proof: Proof): string => (proof.by === 'server' ? `server:${proof.signer.keyId}` : proof.device)

interface Signed {
  readonly draft: Draft
  readonly digest: Uint8Array
  readonly signature: Uint8Array
  readonly batchIndex: number
  readonly batchSize: number
}

function signDrafts(tenant: string, drafts: readonly Draft[], proof: Proof): readonly Signed[] {
  const withDigest = drafts.map((draft) => ({ draft, digest: contentDigest(tenant, deviceOf(proof), draft) }))
  if (proof.by === 'device') {
    return withDigest.map((one, index) => ({
      ...one,
      signature: proof.signatures[index] ?? new Uint8Array(64),
      batchIndex: 0,
      batchSize: 1,
    }))
  }
  const signed: Signed[] = []
  for (let start = 0; start < withDigest.length; start += proof.batch) {
    const batch = withDigest.slice(start, start + proof.batch)
    const signature = proof.signer.sign(signedMessage(batch.map((one) => one.digest)))
    batch.forEach((one, batchIndex) => signed.push({ ...one, signature, batchIndex, batchSize: batch.length }))
  }
  return signed
}
