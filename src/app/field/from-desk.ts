/*
A browser that was a desk and becomes a telephone still has in clear what was typed there. At the first opening it goes into the sealed store of whoever
opens, piece by piece: away from the desk only when it is kept here.
*/
import type { FileKeep, Keep } from '../device.ts'
import type { SealedStore } from './sealed-store.ts'

export interface Desk {
  readonly keep: Keep
  readonly files: FileKeep
  /** What the service worker kept of answers to a desk. */
  readonly forgetAnswers: () => Promise<void>
}
/** What identifies nobody, and is needed before a PIN was typed. */
const STAYS = new Set(['chanzo.field', 'chanzo.theme', 'chanzo.language', 'chanzo.verify.lists'])

export async function takeFromDesk({ keep, files, forgetAnswers }: Desk, store: SealedStore): Promise<void> {
  for (const key of keep.keys()) {
    const text = keep.getItem(key)
    if (!key.startsWith('chanzo.') || STAYS.has(key) || text === null) continue
    const place = await placeFor(store, key, text)
    if (place !== null) await store.write([{ box: 'kept', key: place, put: text }])
    keep.removeItem(key)
  }
  for (const key of await files.keys('')) {
    const bytes = await files.read(key)
    if (bytes === null) continue
    // What has the name already came from here, before the telephone died: photographs are never changed under their name.
    if ((await store.readBytes('file', key)) === undefined) await store.write([{ box: 'file', key, putBytes: bytes }])
    await files.drop(key)
  }
  await forgetAnswers()
}

/**
 * Null when it is kept here already, by an opening that was cut before it was taken from the desk. What was typed after that, in a window that was
 * still a desk, is neither left in clear nor put over what stands here: it lies beside it, as a second answer does.
 */
async function placeFor(store: SealedStore, key: string, text: string): Promise<string | null> {
  for (let n = 1, place = key; ; place = `${key}~${++n}`) {
    const here = await store.read('kept', place)
    if (here === text) return null
    if (here === undefined) return place
  }
}
