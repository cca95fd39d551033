/*
Looks a spelling up and remembers what was not found. Case, kind of apostrophe and blanks do not count; accents do, because a
missing accent has stood for another name. What is not in the book keeps its written form as its meaning.
*/
import { type Spelling, type SpellingKind, shippedSpellings } from './spellings.ts'

export interface UnknownSpelling {
  readonly kind: SpellingKind
  readonly asWritten: string
  readonly times: number
}

export interface SpellingBook {
  /** The meaning, or null for a spelling that is not in the book (which is then noted). */
  readonly meaningOf: (kind: SpellingKind, asWritten: string) => string | null
  /** Noted so far, most frequent first. */
  readonly unknown: () => readonly UnknownSpelling[]
}

/** Texts that fold alike are one spelling. */
export const foldSpelling = (asWritten: string): string =>
  asWritten.normalize('NFC').replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim().toLowerCase()

/** A beginning keeps its last blank: `GPS (village ` is not `GPS (villages`. */
const foldBeginning = (asWritten: string): string => asWritten.normalize('NFC').replaceAll('’', "'").toLowerCase()

/** `corrections` win over the delivered table. */
export function openSpellingBook(corrections: readonly Spelling[] = []): SpellingBook {
  const exact = new Map<string, string>()
  const beginnings: Spelling[] = []
  for (const one of [...shippedSpellings, ...corrections]) {
    if (one.isBeginning) beginnings.unshift(one)
    else exact.set(keyOf(one.kind, one.asWritten), one.meaning)
  }
  const noted = new Map<string, UnknownSpelling>()
  const find = (kind: SpellingKind, asWritten: string): string | null => {
    const folded = foldSpelling(asWritten)
    const found = exact.get(keyOf(kind, asWritten))
    if (found !== undefined) return found
    const begun = beginnings.find((one) => one.kind === kind && folded.startsWith(foldBeginning(one.asWritten)))
    return begun?.meaning ?? null
  }
  return {
    meaningOf: (kind, asWritten) => {
      const meaning = find(kind, asWritten)
      if (meaning === null) {
        const key = keyOf(kind, asWritten)
        noted.set(key, { kind, asWritten: noted.get(key)?.asWritten ?? asWritten, times: (noted.get(key)?.times ?? 0) + 1 })
      }
      return meaning
    },
    unknown: () => [...noted.values()].sort((a, b) => b.times - a.times || (a.asWritten < b.asWritten ? -1 : 1)),
  }
}

const keyOf = (kind: SpellingKind, asWritten: string): string => `${kind}|${foldSpelling(asWritten)}`
