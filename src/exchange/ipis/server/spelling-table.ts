/*
The table of spellings as people see it: what the program delivers, with what imports noticed and what people corrected on top.
The same table, as corrections, goes into the next import.
*/
import { mustParse, oneOf } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { spellingIdOf } from '../ids.ts'
import { foldSpelling } from '../spelling-book.ts'
import type { SpellingAnswer, SpellingRow } from '../spelling-correction.ts'
import { spellingKinds } from '../spelling-kinds.ts'
import { type Spelling, shippedSpellings } from '../spellings.ts'
import { type StoredSpelling, listCounts, listStoredSpellings } from './store.ts'

const Kind = oneOf(...spellingKinds)

/** The table with how often the last file used each line. */
export async function readSpellingTable(tx: Tx, tenant: string): Promise<SpellingAnswer> {
  const counts = await listCounts(tx, tenant)
  const times = new Map(counts.map((one) => [one.id, one.times]))
  const spellings = await listSpellings(tx, tenant)
  return {
    spellings: spellings.map((one) => (counts.length === 0 ? one : { ...one, times: times.get(one.id) ?? 0 })),
    importedAt: counts[0]?.counted_at ?? null,
  }
}

/** Sorted by kind, then by the written word. */
export async function listSpellings(tx: Tx, tenant: string): Promise<readonly SpellingRow[]> {
  const rows = new Map(shippedSpellings.map((one) => [idOf(one), rowOfShipped(one)]))
  for (const stored of await listStoredSpellings(tx, tenant)) {
    if (stored.meaning !== null || !rows.has(stored.id)) rows.set(stored.id, rowOfStored(stored))
  }
  return [...rows.values()].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
}

/** What people said, newest meaning of each; goes on top of the delivered table. */
export async function listCorrections(tx: Tx, tenant: string): Promise<readonly Spelling[]> {
  const stored = await listStoredSpellings(tx, tenant)
  return stored.flatMap((one) =>
    one.meaning === null
      ? []
      : [{ kind: mustParse(Kind, one.kind), asWritten: one.as_written, isBeginning: one.is_beginning, meaning: one.meaning }],
  )
}

/** A spelling's identifier follows from its kind and folded text, so that it needs no row to be named. */
export const idOf = (one: Pick<Spelling, 'kind' | 'asWritten' | 'isBeginning'>): string =>
  spellingIdOf(one.isBeginning ? `${one.kind}/begins` : one.kind, foldSpelling(one.asWritten))

const rowOfShipped = (one: Spelling): SpellingRow => ({ id: idOf(one), ...one, origin: 'delivered' })
const rowOfStored = (one: StoredSpelling): SpellingRow => ({
  id: one.id,
  kind: mustParse(Kind, one.kind),
  asWritten: one.as_written,
  isBeginning: one.is_beginning,
  meaning: one.meaning,
  origin: one.meaning === null ? 'noticed' : 'corrected',
  ...(one.corrected_by === null ? {} : { correctedBy: one.corrected_by }),
  ...(one.corrected_at === null ? {} : { correctedAt: one.corrected_at }),
  ...(one.reason === null ? {} : { reason: one.reason }),
})
const sortKey = (row: SpellingRow): string => `${row.kind}|${foldSpelling(row.asWritten)}|${row.id}`
