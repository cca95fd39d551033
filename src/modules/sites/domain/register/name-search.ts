/*
Finds sites by what somebody typed, as people write down names they heard: accents, doubled letters, ou for u, two words for one,
one wrong letter. Every word typed must be found in the name, an alias, the key or the place, so that a homonym is found by name and
territoire together. A word counts as near (one or two wrong letters) only where no site carries it as written or as heard: who
types a name correctly is not shown its neighbours. How near is our own choice (D). It searches what the asker is shown, nothing else.
*/
import { editDistance, heard } from './likely.ts'

/** The searchable words of a record, made once. */
export interface SearchWords {
  readonly name: readonly string[]
  readonly aliases: readonly string[]
  readonly keys: readonly string[]
}
export interface Searched {
  readonly name: string
  readonly aliases: readonly string[]
  readonly nationalId: string
  /** As the asker may see it. */
  readonly icglrId: string | null
  readonly province: { readonly code: string; readonly name: string } | null
  readonly territoire: { readonly code: string; readonly name: string } | null
  /** Of name, aliases and national key, where somebody made them before. */
  readonly words?: SearchWords
}

export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const wordsIn = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** The words and, where there are several, all of them in one: "Nya Bibwe" is found by "nyabibwe" and the other way round. */
const wordsOfName = (name: string): readonly string[] => {
  const words = wordsIn(name)
  return words.length > 1 ? [...words, words.join('')] : words
}
export const searchWordsOf = (record: Pick<Searched, 'name' | 'aliases' | 'nationalId'>): SearchWords => ({
  name: wordsOfName(record.name),
  aliases: record.aliases.flatMap(wordsOfName),
  keys: [fold(record.nationalId)],
})

/** How well a word of a record answers a word typed: 0 best, `null` not at all. */
type Rank = number | null
const WHOLE = 0
const BEGINNING = 1
const INSIDE = 2
const HEARD = 3
const NEAR = 5
/** What an alias, a key or a place adds: the site that bears the name itself stands first. */
const OF_ALIAS = 0.5
const OF_KEY = 0.6
const OF_PLACE = 0.8

function asWritten(typed: string, word: string): Rank {
  if (word === typed) return WHOLE
  if (word.startsWith(typed)) return BEGINNING
  if (typed.length >= 2 && word.includes(typed)) return INSIDE
  if (/\d/.test(typed) || typed.length < 4) return null
  return heard(word).startsWith(heard(typed)) ? HEARD : null
}

/** One wrong letter in a word of four, two in one of eight; figures are never guessed. */
function nearly(typed: string, word: string): Rank {
  if (typed.length < 4 || /\d/.test(typed) || /\d/.test(word)) return null
  const [one, other] = [heard(typed), heard(word)]
  const most = one.length >= 8 ? 2 : 1
  if (Math.abs(one.length - other.length) > most) return null
  const distance = editDistance(one, other)
  return distance <= most ? NEAR + distance : null
}

type Compare = (typed: string, word: string) => Rank

/** Names repeat, so each distinct word is compared once. */
function remembering(compare: Compare, typed: string): (word: string) => Rank {
  const known = new Map<string, Rank>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    const rank = compare(typed, word)
    known.set(word, rank)
    return rank
  }
}

const least = (words: readonly string[], rankOf: (word: string) => Rank, more: number): number =>
  words.reduce((best, word) => {
    const rank = rankOf(word)
    return rank === null ? best : Math.min(best, rank + more)
  }, Infinity)

function rankIn(site: Searched, placeWords: (name: string) => readonly string[], rankOf: (word: string) => Rank): number {
  const words = site.words ?? searchWordsOf(site)
  const places = [site.territoire, site.province].flatMap((place) => (place === null ? [] : placeWords(place.name)))
  return Math.min(
    least(words.name, rankOf, 0),
    least(words.aliases, rankOf, OF_ALIAS),
    least(site.icglrId === null ? words.keys : [...words.keys, fold(site.icglrId)], rankOf, OF_KEY),
    least(places, rankOf, OF_PLACE),
  )
}

/** The sites that answer every word, each with its rank (smaller is better); `null` when nothing was typed. */
export function searchSites<Site extends Searched>(sites: readonly Site[], text: string): ReadonlyMap<Site, number> | null {
  const typed = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (typed.length === 0) return null
  const places = new Map<string, readonly string[]>()
  const placeWords = (name: string): readonly string[] => {
    const known = places.get(name) ?? wordsOfName(name)
    places.set(name, known)
    return known
  }
  const parts = wordsIn(text)
  for (const words of [typed, parts, [parts.join('')]]) {
    const found = matching(sites, words, placeWords)
    if (found.size > 0) return found
  }
  return new Map()
}

function matching<Site extends Searched>(
  sites: readonly Site[],
  typed: readonly string[],
  placeWords: (name: string) => readonly string[],
): ReadonlyMap<Site, number> {
  let found: ReadonlyMap<Site, number> = new Map(sites.map((site) => [site, 0]))
  for (const word of typed) {
    const pick = (compare: Compare): ReadonlyMap<Site, number> => {
      const rankOf = remembering(compare, word)
      const next = new Map<Site, number>()
      for (const [site, before] of found) {
        const rank = rankIn(site, placeWords, rankOf)
        if (rank < Infinity) next.set(site, before + rank)
      }
      return next
    }
    const written = pick(asWritten)
    found = written.size > 0 ? written : pick(nearly)
  }
  return found
}
