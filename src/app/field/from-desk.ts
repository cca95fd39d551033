/*
A browser that was a desk and becomes a telephone still has in clear what was typed there. At the first opening it goes into the sealed store of whoever
opens, piece by piece: away from the desk only when it is kept here.
*/
import type { FileKeep, Keep } from '../device.ts'
import type { SealedStore } from './sealed-store.ts'

export interface Desk {
  readonly keep: Keep
  readonly files: FileKeep
}
/** What identifies nobody, and is needed before a PIN was typed. */
const STAYS = new Set(['chanzo.field', 'chanzo.theme', 'chanzo.language', 'chanzo.verify.lists'])

export async function takeFromDesk({ keep, files }: Desk, store: SealedStore): Promise<void> {
  const here = new Set(await store.keys('kept'))
  for (const key of keep.keys()) {
    const text = keep.getItem(key)
    if (!key.startsWith('chanzo.') || STAYS.has(key) || text === null || here.has(key)) continue
    await store.write([{ box: 'kept', key, put: text }])
    keep.removeItem(key)
  }
  const photographs = new Set(await store.keys('file'))
  for (const key of await files.keys('')) {
    const bytes = await files.read(key)
    if (bytes === null || photographs.has(key)) continue
    await store.write([{ box: 'file', key, putBytes: bytes }])
    await files.drop(key)
  }
}
