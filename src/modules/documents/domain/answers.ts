/* What the upload answers. */
import { type Infer, count, maybe, oneOf, orNull, position, record, text } from '../../../kernel/schema.ts'
import { DocumentRef } from '../contract.ts'

/** `position` is told only where the sender said that the place of the photograph is evidence. */
export const KeptFile = record({
  file: DocumentRef,
  photo: orNull(record({ widthPixels: count(), heightPixels: count(), takenAt: orNull(text(30)), position: orNull(position()) })),
})
export type KeptFile = Infer<typeof KeptFile>

export const UploadQuery = record({ evidence: maybe(oneOf('true', 'false')), language: maybe(text(8)) })
