/* A store that lives only in memory: the workspace that a PIN given under duress opens. What is written there is gone when the phone is locked. */
import type { Box, Change, SealedRow, SealedStore } from './sealed-store.ts'

export class MemoryStore implements SealedStore {
  readonly #rows = new Map<string, { readonly box: Box; readonly key: string; readonly value: unknown }>()
  readonly #in = (box: Box) => [...this.#rows.values()].filter((row) => row.box === box)

  read(box: Box, key: string): Promise<unknown> {
    return Promise.resolve(this.#rows.get(`${box}\n${key}`)?.value)
  }
  readBytes(box: Box, key: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const value = this.#rows.get(`${box}\n${key}`)?.value
    return Promise.resolve(value instanceof Uint8Array ? Uint8Array.from(value) : undefined)
  }
  list(box: Box): Promise<readonly SealedRow[]> {
    return Promise.resolve(this.#in(box).map(({ key, value }) => ({ key, value })))
  }
  keys(box: Box): Promise<readonly string[]> {
    return Promise.resolve(this.#in(box).map(({ key }) => key))
  }
  write(changes: readonly Change[]): Promise<void> {
    for (const change of changes) {
      const { box, key } = change
      if ('drop' in change) this.#rows.delete(`${box}\n${key}`)
      else this.#rows.set(`${box}\n${key}`, { box, key, value: 'putBytes' in change ? change.putBytes : structuredClone(change.put) })
    }
    return Promise.resolve()
  }
  size(): Promise<{ readonly rows: number; readonly bytes: number }> {
    return Promise.resolve({ rows: this.#rows.size, bytes: 0 })
  }
}
