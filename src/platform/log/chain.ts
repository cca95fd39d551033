/*
The bytes that signatures and hashes are made over; the outside description with test vectors is docs/spec/event.md and
docs/spec/ledger-chain.md. What the sender can know (content) is signed; what only the server knows (place in the chain, time
of learning) is hashed together with that signature and the previous hash. Changing any of it needs a new version prefix.
*/
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { Draft } from './event.ts'

export const FIRST_PREVIOUS_HASH = new Uint8Array(32)
const SIGNED_PREFIX = Buffer.from('chanzo-event-v1\n')
const LINK_PREFIX = 'chanzo-link-v1\n'

/** SHA-256 of the canonical content of one event: 32 bytes. */
export function contentDigest(tenant: string, device: string, draft: Draft): Uint8Array {
  const { actor, happenedAt, id, kind, payload, subject } = draft
  return sha256(canonicalJson({ actor, device, happenedAt, id, kind, payload, subject, tenant }))
}

/** What is signed: a prefix and the content digests of the batch, in order. */
export const signedMessage = (digests: readonly Uint8Array[]): Uint8Array => Buffer.concat([SIGNED_PREFIX, ...digests])

export interface Link {
  readonly digest: Uint8Array
  readonly position: number
  readonly subjectVersion: number
  readonly learnedAt: string
  readonly batchIndex: number
  readonly batchSize: number
  readonly signature: Uint8Array
  readonly previousHash: Uint8Array
}

/** The hash of one entry, which the next entry names. */
export function linkHash(link: Link): Uint8Array {
  const text = canonicalJson({
    batchIndex: link.batchIndex,
    batchSize: link.batchSize,
    content: toHex(link.digest),
    learnedAt: link.learnedAt,
    position: link.position,
    previous: toHex(link.previousHash),
    signature: Buffer.from(link.signature).toString('base64'),
    subjectVersion: link.subjectVersion,
  })
  return sha256(LINK_PREFIX + text)
}

export const sha256 = (data: string | Uint8Array): Uint8Array => createHash('sha256').update(data).digest()
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
