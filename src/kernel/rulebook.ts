/*
Rules are data with a date and a source. A rulebook is frozen once published: its hash over the canonical text is stored with
every decision that used it, so a decision can be explained, and recomputed after the law has changed. The evidence mark says
how far a value may be trusted; anything but V is a default that a screen must show as such.
*/
import { canonicalJson } from './canonical-json.ts'

/** V read in the source · S seen in a secondary source · U unverified · D our own proposal. */
export type Evidence = 'V' | 'S' | 'U' | 'D'

export interface Rule {
  readonly id: string
  readonly evidence: Evidence
  /** Where it stands, in words that a reader can look up. */
  readonly source: string
}

export interface Rulebook<Values> {
  readonly id: string
  /** First day on which it applies. */
  readonly from: string
  readonly title: string
  readonly values: Values
}

/** The text whose SHA-256 is the rulebook's hash. */
export const rulebookText = (rulebook: Rulebook<unknown>): string => canonicalJson(rulebook)

/** The rulebook in force on a day: the newest that began on or before it; the oldest for any day before. */
export function rulebookOn<Book extends Rulebook<unknown>>(books: readonly [Book, ...Book[]], day: string): Book {
  const oldest = books.reduce((found, book) => (book.from < found.from ? book : found), books[0])
  return books.reduce((found, book) => (book.from <= day && book.from >= found.from ? book : found), oldest)
}
