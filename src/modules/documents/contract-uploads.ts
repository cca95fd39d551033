/*
Files in pieces, for every room that takes them: how large a piece is, and where it goes. Pieces may come twice or overlap what is there; one that leaves a
hole is not kept, and the answer says where to go on.
*/
import { type Infer, maybe, numberInUrl, record, text } from '../../kernel/schema.ts'

export const MOST_PART_BYTES = 1_000_000
export const Sha256 = text(64).regex(/^[0-9a-f]{64}$/, 'not-a-hash')
export const UploadPart = record({ offset: numberInUrl(), of: numberInUrl(), type: text(60), language: maybe(text(8)) })
export type UploadPart = Infer<typeof UploadPart>
export type Placed = { readonly kind: 'new'; readonly from: number } | { readonly kind: 'known' } | { readonly kind: 'hole' }

/** What of a piece of `length` bytes at `offset` is new when `received` are there. */
export function placePart(offset: number, length: number, received: number): Placed {
  if (offset > received) return { kind: 'hole' }
  return offset + length <= received ? { kind: 'known' } : { kind: 'new', from: received - offset }
}
