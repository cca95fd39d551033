/* The rulebooks with their hashes: the domain has no cryptography, so the fingerprint is made here, once per rulebook. */
import { createHash } from 'node:crypto'
import { rulebookText } from '../../../../kernel/rulebook.ts'
import { type PublishedRulebook, statusRulebookOn, statusRulebooks } from '../../domain/status/rulebooks.ts'

const published: ReadonlyMap<string, PublishedRulebook> = new Map(
  statusRulebooks.map((book) => [book.id, { book, hash: createHash('sha256').update(rulebookText(book)).digest('hex') }]),
)
export const listPublishedRulebooks = (): readonly PublishedRulebook[] => [...published.values()]

/** The rulebook of a country on a day, with its hash. */
export function publishedRulebookOn(country: string, day: string): PublishedRulebook {
  const found = published.get(statusRulebookOn(country, day).id)
  if (!found) throw new Error('a rulebook that was not published')
  return found
}
