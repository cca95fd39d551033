/*
Looks a spelling up and remembers what was not found. Case, kind of apostrophe and blanks do not count; accents do, because a
missing accent has stood for another name. What is not in the book keeps its written form as its meaning.
*/
import { spellingIdOf } from './ids.ts'
import type { SpellingKind } from './spelling-kinds.ts'
import { type Spelling, shippedSpellings } from './spellings.ts'

export interface UnknownSpelling {
  readonly kind: SpellingKind
  readonly asWritten: string
  readonly times: number
}

/** Meanings by the id of the table's line; null where the line has none. */
export type Lookups = { readonly [line: string]: string | null }

export interface SpellingBook {
  /** The meaning, or null for a spelling that is not in the book (which is then noted). */
  readonly meaningOf: (kind: SpellingKind, asWritten: string) => string | null
  /** Noted so far, most frequent first. */
  readonly unknown: () => readonly UnknownSpelling[]
  /** What was looked up since this was asked before. */
  readonly takeLookups: () => Lookups
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
  const noted = new Map<string, UnknownSpelling>()
  let lookups: { [line: string]: string | null } = {}
  return {
    meaningOf: (kind, asWritten) => {
      const found = find(kind, asWritten)
      lookups[idOfSpelling(found ?? { kind, asWritten, isBeginning: false })] = found?.meaning ?? null
      if (found) return found.meaning
      const key = keyOf({ kind, asWritten })
      noted.set(key, { kind, asWritten: noted.get(key)?.asWritten ?? asWritten, times: (noted.get(key)?.times ?? 0) + 1 })
      return null
    },
    unknown: () => [...noted.values()].sort((a, b) => b.times - a.times || (a.asWritten < b.asWritten ? -1 : 1)),
    takeLookups: () => {
      const taken = lookups
      lookups = {}
      return taken
    },
  }
}

/** A line's identifier follows from its kind and folded text, so that it needs no row to be named. */
export const idOfSpelling = (one: Pick<Spelling, 'kind' | 'asWritten' | 'isBeginning'>): string =>
  spellingIdOf(one.isBeginning ? `${one.kind}/begins` : one.kind, foldSpelling(one.asWritten))

const keyOf = (one: Pick<Spelling, 'kind' | 'asWritten'>): string => `${one.kind}|${foldSpelling(one.asWritten)}`
