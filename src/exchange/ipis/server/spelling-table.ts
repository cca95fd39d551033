/*
The table of spellings as people see it: what the program delivers, with what imports noticed and what people corrected on top.
The same table, as corrections, goes into the next import.
*/
import { mustParse, oneOf } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { foldSpelling, idOfSpelling } from '../spelling-book.ts'
import type { SpellingAnswer, SpellingRow } from '../spelling-correction.ts'
import { spellingKinds } from '../spelling-kinds.ts'
import { type Spelling, shippedSpellings } from '../spellings.ts'
import { type SpellingUse, type StoredSpelling, listStoredSpellings, listUses } from './store.ts'

const Kind = oneOf(...spellingKinds)

/** The table with how many visits use each line, and how many of them still have another meaning of it. */
export async function readSpellingTable(tx: Tx, tenant: string): Promise<SpellingAnswer> {
  const uses = Map.groupBy(await listUses(tx, tenant), (one) => one.id)
  const spellings = await listSpellings(tx, tenant)
  if (uses.size === 0) return { spellings: [...spellings] }
  return {
    spellings: spellings.map((row) => {
      const own = uses.get(row.id) ?? []
      return { ...row, visits: total(own), waiting: total(own.filter((one) => one.meaning !== row.meaning)) }
    }),
  }
}
const total = (uses: readonly SpellingUse[]): number => uses.reduce((sum, one) => sum + one.visits, 0)

/** Sorted by kind, then by the written word. */
export async function listSpellings(tx: Tx, tenant: string): Promise<readonly SpellingRow[]> {
  const rows = new Map(shippedSpellings.map((one) => [idOfSpelling(one), rowOfShipped(one)]))
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

const rowOfShipped = (one: Spelling): SpellingRow => ({ id: idOfSpelling(one), ...one, origin: 'delivered' })
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
