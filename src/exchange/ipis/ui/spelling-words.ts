/* The words of the table: what a spelling is about, what it means, and what stands first. Pure but for the dictionary. */
import { wordOr } from '../../../app/words.ts'
import type { SpellingRow } from '../spelling-correction.ts'
import { closedMeanings, type SpellingKind } from '../spelling-kinds.ts'

/** A word of a closed kind in the reader's language; a name of a group or a service stands as it is. */
export const meaningText = (kind: SpellingKind, meaning: string): string =>
  closedMeanings[kind] ? wordOr(`spellings.means.${kind}.${meaning}`, meaning) : meaning

/** What may be chosen: the fixed meanings of the kind, or the names that its spellings have so far. */
export function choicesOf(kind: SpellingKind, all: readonly SpellingRow[]): readonly string[] {
  const fixed = closedMeanings[kind]
  if (fixed) return fixed
  const names = all.flatMap((one) => (one.kind === kind && one.meaning !== null ? [one.meaning] : []))
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, 'fr'))
}

export interface SpellingFilter {
  readonly kind: string
  readonly origin: string
}
/** Unknown ones first, then by kind and by how often they are used. */
export function arrange(rows: readonly SpellingRow[], { kind, origin }: SpellingFilter): readonly SpellingRow[] {
  return rows
    .filter((row) => (kind === '' || row.kind === kind) && (origin === '' || row.origin === origin))
    .toSorted(
      (a, b) =>
        Number(a.meaning !== null) - Number(b.meaning !== null) ||
        a.kind.localeCompare(b.kind) ||
        (b.visits ?? 0) - (a.visits ?? 0) ||
        a.asWritten.localeCompare(b.asWritten, 'fr'),
    )
}
