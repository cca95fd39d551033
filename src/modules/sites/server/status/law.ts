/*
The law of a tenant: for a country, a day and what was known, the rulebook that speaks. A choice of the tenant comes first, then the
country's own texts. Read once per question; the table holds a handful of rows.
*/
import { createHash } from 'node:crypto'
import { rulebookText } from '../../../../kernel/rulebook.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type Adoption, adoptionOn, bookOf } from '../../domain/status/adopted-rulebooks.ts'
import type { PublishedRulebook, StatusRulebook } from '../../domain/status/rulebooks.ts'
import { publishedRulebookOn } from './published-rulebooks.ts'
import { listAdoptions } from './store-rulebooks.ts'

export interface Law {
  readonly rulebookOn: (country: string, day: string, knownAt: string) => PublishedRulebook
  readonly adoptions: readonly Adoption[]
}

export async function readLaw(tx: Tx, tenant: string): Promise<Law> {
  const adoptions = await listAdoptions(tx, tenant)
  if (adoptions.length === 0) return { adoptions, rulebookOn: publishedRulebookOn }
  const books = new Map(adoptions.map((one) => [one.id, published(bookOf(one))]))
  return {
    adoptions,
    rulebookOn: (country, day, knownAt) => {
      const chosen = adoptionOn(adoptions, { country, day, knownAt })
      return (chosen && books.get(chosen.id)) ?? publishedRulebookOn(country, day)
    },
  }
}

const published = (book: StatusRulebook): PublishedRulebook => ({
  book,
  hash: createHash('sha256').update(rulebookText(book)).digest('hex'),
})

/** For a time line: the books that may speak, and the days on which another begins to. */
export const turnsOf = (
  { adoptions }: Law,
  country: string,
): { readonly books: readonly StatusRulebook[]; readonly days: readonly string[] } => {
  const own = adoptions.filter((one) => one.country === country)
  return { books: own.map(bookOf), days: own.map((one) => one.from) }
}
