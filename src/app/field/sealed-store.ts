/*
What one person's part of a telephone keeps, value by value sealed under that person's data key. Several changes are one: a finished form
leaves the drafts and enters the outbox together, or not at all.
*/

/** `kept`: small texts of screens; `file`: photographs of drafts; `answer`: what the server said; `outbox`, `photo`: what it must still get;
 * `sent`: what it took; `draft`: what is known of the revisions of drafts; `rescue`: rescue files carried for colleagues;
 * `setting`: cursor, carried areas, clock, session. */
export type Box = 'kept' | 'file' | 'answer' | 'outbox' | 'photo' | 'sent' | 'draft' | 'setting' | 'rescue' | 'person'

export type Change =
  | { readonly box: Box; readonly key: string; readonly put: unknown }
  | { readonly box: Box; readonly key: string; readonly putBytes: Uint8Array<ArrayBuffer> }
  | { readonly box: Box; readonly key: string; readonly drop: true }

export interface SealedRow {
  readonly key: string
  readonly value: unknown
}

export interface SealedStore {
  /** Plain JSON as it was put; undefined when there is none. */
  readonly read: (box: Box, key: string) => Promise<unknown>
  readonly readBytes: (box: Box, key: string) => Promise<Uint8Array<ArrayBuffer> | undefined>
  /** Values of a box in the order in which their keys were first put. A damaged row is `undefined`, under a key that nothing has. */
  readonly list: (box: Box) => Promise<readonly SealedRow[]>
  readonly keys: (box: Box) => Promise<readonly string[]>
  /** All changes or none. Throws `DeviceFull` when there is no room. */
  readonly write: (changes: readonly Change[]) => Promise<void>
  readonly size: () => Promise<{ readonly rows: number; readonly bytes: number }>
}

export class DeviceFull extends Error {}
