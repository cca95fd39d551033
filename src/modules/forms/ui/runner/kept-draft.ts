/*
The draft of a form on this device. The answers are written at every change, at once and whole, so that a reload or an empty battery
loses nothing; photographs lie beside them in the device's database, because they are too large for the same place. A draft is named
by who fills in what with which version: a new version of the form never meets the draft of an old one.
*/

import { deviceFiles } from '../../../../app/device.ts'
import type { Consumed } from '../../../../app/answer.ts'
import { dropSignals, signalsKey } from './evidence-signals.ts'

export interface Draft {
  readonly xml: string
  /** Key of the screen on which somebody stopped. */
  readonly at: string
  /** Day and time of the last change, by this device. */
  readonly savedAt: string
}
export interface NamedFile {
  readonly name: string
  readonly blob: Blob
}

const placeOf = (key: string): string => `chanzo.form.${key}`

/** False when the device could not keep it: the person must be told at once. */
export function keepDraft(storage: Pick<Storage, 'setItem'>, key: string, draft: Draft): boolean {
  try {
    storage.setItem(placeOf(key), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}
/** A damaged draft counts as none. */
export function keptDraft(storage: Pick<Storage, 'getItem'>, key: string): Draft | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(placeOf(key)) ?? 'null')
    return isDraft(value) ? value : null
  } catch {
    return null
  }
}
export async function dropDraft(storage: Pick<Storage, 'removeItem'>, key: string): Promise<void> {
  dropSignals(storage, key)
  storage.removeItem(placeOf(key))
  for (const { name } of await keptFiles(key)) await dropFile(key, name)
}
/** All that a draft lies under: whoever hands the form in lets it go in the same write. */
export const consumedOf = async (key: string): Promise<Consumed> => ({
  texts: [placeOf(key), signalsKey(key)],
  files: await deviceFiles().keys(`${key}/`),
})
const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && 'xml' in value && typeof value.xml === 'string' && 'at' in value && 'savedAt' in value

/* ---- photographs ---- */

const fileKey = (key: string, name: string): string => `${key}/${name}`

export const keepFile = async (key: string, { name, blob }: NamedFile): Promise<void> =>
  deviceFiles().keep(fileKey(key, name), new Uint8Array(await blob.arrayBuffer()))
export const dropFile = (key: string, name: string): Promise<void> => deviceFiles().drop(fileKey(key, name))
export async function keptFiles(key: string): Promise<readonly NamedFile[]> {
  const files: NamedFile[] = []
  for (const place of await deviceFiles().keys(`${key}/`)) {
    const bytes = await deviceFiles().read(place)
    if (bytes) files.push({ name: place.slice(key.length + 1), blob: new Blob([bytes], { type: 'image/jpeg' }) })
  }
  return files
}
