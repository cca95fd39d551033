/*
Looks a spelling up and remembers what was not found. Case, kind of apostrophe and blanks do not count; accents do, because a
missing accent has stood for another name. What is not in the book keeps its written form as its meaning.
*/
import type { SpellingKind } from './spelling-kinds.ts'
import { type Spelling, shippedSpellings } from './spellings.ts'

export interface UnknownSpelling {
  readonly kind: SpellingKind
  readonly asWritten: string
  readonly times: number
}

/** A line of the table and how often it was looked up; a text that only begins like a line counts for that line. */
export type SeenSpelling = Pick<Spelling, 'kind' | 'asWritten' | 'isBeginning'> & { readonly times: number }

export interface SpellingBook {
  /** The meaning, or null for a spelling that is not in the book (which is then noted). */
  readonly meaningOf: (kind: SpellingKind, asWritten: string) => string | null
  /** Noted so far, most frequent first. */
  readonly unknown: () => readonly UnknownSpelling[]
  /** Every line that was looked up, found or not. */
  readonly seen: () => readonly SeenSpelling[]
}

/** Texts that fold alike are one spelling. */
export const foldSpelling = (asWritten: string): string =>
  asWritten.normalize('NFC').replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim().toLowerCase()

/** A beginning keeps its last blank: `GPS (village ` is not `GPS (villages`. */
const foldBeginning = (asWritten: string): string => asWritten.normalize('NFC').replaceAll('’', "'").toLowerCase()

/** `corrections` win over the delivered table. */
export function openSpellingBook(corrections: readonly Spelling[] = []): SpellingBook {
  const exact = new Map<string, Spelling>()
  const beginnings: Spelling[] = []
  for (const one of [...shippedSpellings, ...corrections]) {
    if (one.isBeginning) beginnings.unshift(one)
    else exact.set(keyOf(one), one)
  }
  const find = (kind: SpellingKind, asWritten: string): Spelling | undefined => {
    const folded = foldSpelling(asWritten)
    return (
      exact.get(keyOf({ kind, asWritten })) ??
      beginnings.find((one) => one.kind === kind && folded.startsWith(foldBeginning(one.asWritten)))
    )
  }
  const seen = new Map<string, SeenSpelling & { readonly isKnown: boolean }>()
  return {
    meaningOf: (kind, asWritten) => {
      const found = find(kind, asWritten)
      const line = found ?? { kind, asWritten, isBeginning: false }
      const key = keyOf(line)
      const before = seen.get(key)
      seen.set(key, {
        ...{ kind, asWritten: before?.asWritten ?? line.asWritten, isBeginning: line.isBeginning },
        ...{ times: (before?.times ?? 0) + 1, isKnown: found !== undefined },
      })
      return found?.meaning ?? null
    },
    unknown: () =>
      [...seen.values()]
        .filter((one) => !one.isKnown)
        .map(({ kind, asWritten, times }) => ({ kind, asWritten, times }))
        .sort((a, b) => b.times - a.times || (a.asWritten < b.asWritten ? -1 : 1)),
    seen: () => [...seen.values()].map(({ isKnown: _isKnown, ...one }) => one),
  }
}

const keyOf = (one: Pick<Spelling, 'kind' | 'asWritten'> & { readonly isBeginning?: boolean }): string =>
  `${one.isBeginning ? 'begins' : 'is'}|${one.kind}|${foldSpelling(one.asWritten)}`
