/*
The small texts of screens, at hand at once although they lie sealed: read into memory when the phone opens, written behind in the order in which
they changed. What could not be written stays in memory and is tried again with the next change; whoever writes then is told that it is not kept.
*/
import type { FileKeep, Keep } from '../device.ts'
import { isPersonDraft } from './person-drafts.ts'
import type { Change, SealedStore } from './sealed-store.ts'

export interface KeepInMemory extends Keep {
  /** Resolves when nothing waits to be written any more, or could not be written. */
  readonly settled: () => Promise<void>
  /** For changes of `kept` that were written past this facade, together with others. */
  readonly learn: (changes: readonly Change[]) => void
}

export async function openKeep(store: SealedStore, onTrouble: (error: unknown) => void): Promise<KeepInMemory> {
  const texts = new Map<string, string>()
  for (const box of ['kept', 'person'] as const)
    for (const { key, value } of await store.list(box)) if (typeof value === 'string') texts.set(key, value)
  const waiting = new Set<string>()
  let running: Promise<void> | null = null
  let failed: Error | null = null

  const changeOf = (key: string): Change => {
    const text = texts.get(key)
    // Forms about persons lie apart: nothing that leaves the telephone whole takes them along.
    const box = isPersonDraft(key) ? 'person' : 'kept'
    return text === undefined ? { box, key, drop: true } : { box, key, put: text }
  }
  // Nothing may come between finding that nothing waits and saying that nobody writes: the last change would stay behind.
  const flush = async (): Promise<void> => {
    try {
      while (waiting.size > 0) {
        const keys = [...waiting]
        waiting.clear()
        try {
          await store.write(keys.map(changeOf))
          failed = null
        } catch (error) {
          for (const key of keys) waiting.add(key)
          failed = error instanceof Error ? error : new Error('not kept')
          onTrouble(error)
          return
        }
      }
    } finally {
      running = null
    }
  }
  const start = (): Promise<void> => {
    running ??= Promise.resolve().then(flush)
    return running
  }
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => {
      texts.set(key, text)
      waiting.add(key)
      const before = failed
      void start()
      if (before !== null) throw before
    },
    removeItem: (key) => {
      texts.delete(key)
      waiting.add(key)
      void start()
    },
    keys: () => [...texts.keys()],
    settled: async () => {
      if (running !== null) await running
      if (waiting.size > 0) await start()
    },
    learn: (changes) => {
      for (const change of changes) {
        if (change.box !== 'kept') continue
        waiting.delete(change.key)
        if ('put' in change && typeof change.put === 'string') texts.set(change.key, change.put)
        else texts.delete(change.key)
      }
    },
  }
}

/** Photographs of drafts, in the box `file`. */
export const filesIn = (store: SealedStore): FileKeep => ({
  keep: (key, bytes) => store.write([{ box: 'file', key, putBytes: bytes }]),
  read: async (key) => (await store.readBytes('file', key)) ?? null,
  drop: (key) => store.write([{ box: 'file', key, drop: true }]),
  keys: async (prefix) => (await store.keys('file')).filter((key) => key.startsWith(prefix)),
})
