/*
Finds sites by what somebody typed, as people write down names they heard: accents, doubled letters, ou for u, two words for one,
one wrong letter. Every word typed must be found in the name, an alias, the key or the place, so that a homonym is found by name and
territoire together. A word counts as near (one or two wrong letters) only where no site carries it as written or as heard: who
types a name correctly is not shown its neighbours. How near is our own choice (D). It searches what the asker is shown, nothing else.
*/
import { editDistance, heard } from './likely.ts'

/** A word as somebody wrote it, folded, and as it sounds: made once, because sounding out is the dear part. */
interface Word {
  readonly written: string
  readonly heard: string
  /** Which letters it has, a bit for each: words that share too few cannot be near each other, and that is seen at once. */
  readonly letters: number
}
/** The searchable words of a record. */
export interface SearchWords {
  /** The name, for the alphabet. */
  readonly folded: string
  readonly name: readonly Word[]
  readonly aliases: readonly Word[]
  readonly keys: readonly Word[]
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
const partsOf = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
/** What names are written with; anything else is looked for as it stands, and is nowhere. */
const NAME = /^[\p{L}\p{M}\p{N}\s'’.,/-]+$/u
function wordOf(written: string): Word {
  const sound = heard(written)
  let letters = 0
  for (let at = 0; at < sound.length; at += 1) letters |= 1 << (sound.charCodeAt(at) % 32)
  return { written, heard: sound, letters }
}
/** How many letters only one of the two words has. */
function lettersApart(one: Word, other: Word): number {
  let count = 0
  for (let differing = one.letters ^ other.letters; differing !== 0; differing &= differing - 1) count += 1
  return count
}

/** The words and, where there are several, all of them in one: "Nya Bibwe" is found by "nyabibwe" and the other way round. */
function wordsOfName(name: string): readonly Word[] {
  const parts = partsOf(name)
  return (parts.length > 1 ? [...parts, parts.join('')] : parts).map(wordOf)
}
export const searchWordsOf = (record: Pick<Searched, 'name' | 'aliases' | 'nationalId'>): SearchWords => ({
  folded: fold(record.name),
  name: wordsOfName(record.name),
  aliases: record.aliases.flatMap(wordsOfName),
  keys: [wordOf(fold(record.nationalId))],
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

type Compare = (typed: Word, word: Word) => Rank

const asWritten: Compare = (typed, word) => {
  if (word.written === typed.written) return WHOLE
  if (word.written.startsWith(typed.written)) return BEGINNING
  if (typed.written.length >= 2 && word.written.includes(typed.written)) return INSIDE
  if (typed.written.length < 4 || hasFigure(typed)) return null
  return word.heard.startsWith(typed.heard) ? HEARD : null
}

/** One wrong letter in a word of four, two in one of eight; figures are never guessed. */
const nearly: Compare = (typed, word) => {
  if (typed.written.length < 4 || hasFigure(typed)) return null
  const most = typed.heard.length >= 8 ? 2 : 1
  if (Math.abs(typed.heard.length - word.heard.length) > most || lettersApart(typed, word) > 2 * most || hasFigure(word)) return null
  const distance = editDistance(typed.heard, word.heard)
  return distance <= most ? NEAR + distance : null
}
const hasFigure = ({ written }: Word): boolean => /\d/.test(written)

/** Names repeat, so each distinct word is compared once. */
function remembering(compare: Compare, typed: Word): (word: Word) => Rank {
  const known = new Map<string, Rank>()
  return (word) => {
    const found = known.get(word.written)
    if (found !== undefined) return found
    const rank = compare(typed, word)
    known.set(word.written, rank)
    return rank
  }
}

const least = (words: readonly Word[], rankOf: (word: Word) => Rank, more: number): number =>
  words.reduce((best, word) => {
    const rank = rankOf(word)
    return rank === null ? best : Math.min(best, rank + more)
  }, Infinity)

function rankIn(site: Searched, placeWords: (name: string) => readonly Word[], rankOf: (word: Word) => Rank): number {
  const words = site.words ?? searchWordsOf(site)
  const places = [site.territoire, site.province].flatMap((place) => (place === null ? [] : placeWords(place.name)))
  return Math.min(
    least(words.name, rankOf, 0),
    least(words.aliases, rankOf, OF_ALIAS),
    least(words.keys, rankOf, OF_KEY),
    least(places, rankOf, OF_PLACE),
  )
}

/** The sites that answer every word, each with its rank (smaller is better); `null` when nothing was typed. */
export function searchSites<Site extends Searched>(sites: readonly Site[], text: string): ReadonlyMap<Site, number> | null {
  const typed = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (typed.length === 0) return null
  const places = new Map<string, readonly Word[]>()
  const placeWords = (name: string): readonly Word[] => {
    const known = places.get(name) ?? wordsOfName(name)
    places.set(name, known)
    return known
  }
  const parts = partsOf(text)
  const asTyped = [typed, ...(NAME.test(text) ? [parts, [parts.join('')]] : [])]
  const attempts = new Map(asTyped.map((words) => [words.join(' '), words]))
  for (const words of attempts.values()) {
    const found = matching(sites, words.map(wordOf), placeWords)
    if (found.size > 0) return found
  }
  return new Map()
}

interface Ranked<Site> {
  readonly site: Site
  readonly rank: number
}
function matching<Site extends Searched>(
  sites: readonly Site[],
  typed: readonly Word[],
  placeWords: (name: string) => readonly Word[],
): ReadonlyMap<Site, number> {
  let found: readonly Ranked<Site>[] | null = null
  for (const word of typed) {
    const pick = (compare: Compare, identifier: string | null): readonly Ranked<Site>[] => {
      const rankOf = remembering(compare, word)
      const next: Ranked<Site>[] = []
      const look = (site: Site, before: number): void => {
        const rank = Math.min(rankIn(site, placeWords, rankOf), identifier !== null && bears(site, identifier) ? INSIDE + OF_KEY : Infinity)
        if (rank < Infinity) next.push({ site, rank: before + rank })
      }
      if (found === null) for (const site of sites) look(site, 0)
      else for (const { site, rank } of found) look(site, rank)
      return next
    }
    const written = pick(asWritten, /\d/.test(word.written) ? word.written : null)
    found = written.length > 0 ? written : pick(nearly, null)
  }
  return new Map((found ?? []).map(({ site, rank }) => [site, rank]))
}

/** Of an ICGLR identifier as much as the asker is shown; it has figures, so nobody is kept waiting for it who typed a name. */
const bears = ({ icglrId }: Searched, typed: string): boolean => icglrId !== null && icglrId.toLowerCase().includes(typed)
