/*
The rows of the outbox and of what was sent, with the light entries that stay in memory. Memory follows what was written and never goes ahead
of it. A row that this version cannot read stays where it is, for a later version or for the rescue.
*/
import { causalOrder } from '../../modules/field/domain/causal.ts'
import { type Entry, type OutboxRow, type Said, entryOf, isSettled, readRow, rowChanges } from './outbox-entry.ts'
import type { Change, SealedStore } from './sealed-store.ts'

export interface Shelf {
  readonly inOrder: () => readonly Entry[]
  readonly get: (id: string) => Entry | undefined
  readonly read: (id: string) => Promise<OutboxRow | null>
  /** In one write with `more`. */
  readonly put: (rows: readonly OutboxRow[], more?: readonly Change[]) => Promise<void>
  readonly alter: (said: ReadonlyMap<string, Partial<Said>>) => Promise<void>
  /** Forgets what was settled before the instant and is whole. */
  readonly forget: (before: string, isWhole: (entry: Entry) => boolean) => Promise<void>
}

export async function openShelf({ store, now }: { readonly store: SealedStore; readonly now: () => string }): Promise<Shelf> {
  const entries = new Map<string, Entry>()
  let order: readonly Entry[] | null = null
  const note = (row: unknown): void => {
    const entry = entryOf(row)
    if (entry === null) return
    entries.set(entry.id, entry)
    order = null
  }
  for (const { value } of [...(await store.list('sent')), ...(await store.list('outbox'))]) note(value)
  const read = async (id: string): Promise<OutboxRow | null> => {
    const entry = entries.get(id)
    return entry === undefined ? null : readRow(await store.read(isSettled(entry) ? 'sent' : 'outbox', id))
  }
  const put = async (rows: readonly OutboxRow[], more: readonly Change[] = []): Promise<void> => {
    if (rows.length + more.length === 0) return
    await store.write([...rows.flatMap(rowChanges), ...more])
    rows.forEach(note)
  }
  return {
    inOrder: () => (order ??= causalOrder([...entries.values()])),
    get: (id) => entries.get(id),
    read,
    put,
    alter: async (said) => {
      const rows = await Promise.all([...said].map(async ([id, what]) => ({ row: await read(id), what })))
      await put(rows.flatMap(({ row, what }) => (row === null ? [] : [saidOf(row, what, now())])))
    },
    forget: async (before, isWhole) => {
      const old = [...entries.values()].filter(
        (one) => isSettled(one) && one.settledAt !== null && one.settledAt < before && (one.isDismissed || isWhole(one)),
      )
      if (old.length === 0) return
      await store.write(old.map(({ id }): Change => ({ box: 'sent', key: id, drop: true })))
      for (const { id } of old) entries.delete(id)
      order = null
    },
  }
}

function saidOf(row: OutboxRow, what: Partial<Said>, at: string): OutboxRow {
  const said = { ...row, ...what }
  return { ...said, settledAt: isSettled(said) ? (row.settledAt ?? at) : null }
}
