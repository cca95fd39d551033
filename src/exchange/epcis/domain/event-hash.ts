import type { Json, JsonObject } from './json.ts'

export type CbvVersion = 'CBV2.0' | 'CBV2.1'
/** SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal digits. */
export type Sha256 = (text: string) => string

/** The text that is hashed. */
export const preHash = (_event: JsonObject, _context: Json, _version: CbvVersion = 'CBV2.0'): string => ''
/** `ni:///sha-256;…?ver=CBV2.0`; `context` is that of the document (`ReadEvent.context` will do). */
export const eventHashWith =
  (sha256: Sha256) =>
  (event: JsonObject, context: Json, version: CbvVersion = 'CBV2.0'): string =>
    `ni:///sha-256;${sha256(preHash(event, context, version))}?ver=${version}`
