/*
Documents: papers and photographs that facts point to. A file is kept once by the hash of its bytes and never changed; what it is
about is said by the fact of the module that attaches it, and that module decides who may read it. No file name is kept: it could be a person's.
*/
import { type Infer, count, maybe, oneOf, position, record, text } from '../../kernel/schema.ts'
import type { Position } from '../../kernel/schema.ts'

/** Largest file, in bytes (ICGLR exchange: 10 MB; a state may set less). */
export const MOST_BYTES = 10_000_000

export const MediaType = oneOf('application/pdf', 'image/png', 'image/jpeg')
export type MediaType = Infer<typeof MediaType>

/** A kept file, by the SHA-256 (64 hex digits) of the bytes as kept. */
export const DocumentRef = record({ sha256: text(64), mediaType: MediaType, bytes: count() })
export type DocumentRef = Infer<typeof DocumentRef>

/** A document or photograph attached to a fact. `position` only where the place of the photograph is evidence. */
export const Attachment = record({
  file: DocumentRef,
  /** What it shows, in the words of who attached it; never a person's name. */
  title: text(160),
  kind: oneOf('photo', 'order', 'report', 'consent', 'title', 'form', 'map', 'receipt', 'other'),
  /** As the camera wrote it, local time without zone. */
  takenAt: maybe(text(30)),
  position: maybe(position()),
})
export type Attachment = Infer<typeof Attachment>

export interface KeptDocument extends DocumentRef {
  readonly content: Uint8Array
}

/** What was read in a photograph before its hidden data were removed. */
export interface PhotoFacts {
  readonly widthPixels: number
  readonly heightPixels: number
  readonly takenAt: string | null
  readonly position: Position | null
}

/** What other modules may ask of documents. Who may read a document is decided by the module that asks. */
export interface DocumentsDoor<Tx> {
  /** Those of the hashes that are kept. */
  readonly kept: (tx: Tx, tenant: string, hashes: readonly string[]) => Promise<readonly DocumentRef[]>
  readonly content: (tx: Tx, tenant: string, sha256: string) => Promise<KeptDocument | null>
  /** Also what came without a name, which `kept` and `content` do not know: for the desk of voices alone. */
  readonly received: (tx: Tx, tenant: string, sha256: string) => Promise<KeptDocument | null>
}
