/*
Which records of the register may be the same place: how alike two names are, weighed with how far apart the places lie. Homonyms
are common in the country (a river, a hill, a family name), so a name alone never decides, and no record is refused because of it: the
officer is warned and judges. All weights are our own (D).
*/
import type { Position } from '../../../../kernel/schema.ts'

export interface Candidate {
  readonly site: string
  readonly name: string
  readonly nationalId: string
  readonly aliases: readonly string[]
  readonly at: Position | null
}
export interface Likely {
  readonly site: string
  readonly name: string
  readonly nationalId: string
  readonly matched: string
  /** 0–100. */
  readonly score: number
  readonly distanceMetres: number | null
}

/** At least so much to be shown. */
export const LEAST_SCORE = 55
const MOST_SHOWN = 10
/** Further apart than this, the same name is a homonym. */
export const FARTHEST_METRES = 25_000
/** How alike names must be where the distance is not known. */
const ALIKE_WITHOUT_PLACE = 0.85

/** Words that say what a thing is and not which: French, Swahili and the abbreviations of forms. */
const IDLE = new Set(
  'site sites mine mines carre carres carriere puits chantier colline mont village localite ville cite camp de du des la le les l d a au aux et ya wa na kwa mgodi machimbo mlima kilima kijiji secteur zone'.split(
    ' ',
  ),
)

export function wordsOf(name: string): readonly string[] {
  const all = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const telling = all.filter((word) => !IDLE.has(word))
  return telling.length > 0 ? telling : all
}

/** Letters that people exchange when they write down what they hear: Kalimbi, Kalymbi, Carimbi; doubled letters count once. */
export const heard = (word: string): string =>
  word
    .replace(/ch|sh/g, 's')
    .replace(/ph/g, 'f')
    .replace(/dj/g, 'j')
    .replace(/tsh|c|k|q/g, 'k')
    .replace(/y/g, 'i')
    .replace(/w/g, 'u')
    .replace(/ou/g, 'u')
    .replace(/z/g, 's')
    .replace(/r/g, 'l')
    .replace(/(.)\1+/g, '$1')

/** Letters to change, add, drop or swap with the neighbour to make one word of the other. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    ;[before, previous] = [previous, row]
  }
  return previous[b.length] ?? 0
}

function wordLikeness(a: string, b: string): number {
  if (a === b) return 1
  const digits = /\d/
  if (digits.test(a) || digits.test(b)) return 0
  const [x, y] = [heard(a), heard(b)]
  if (x === y) return 0.95
  const longest = Math.max(x.length, y.length)
  return longest < 4 ? 0 : 1 - editDistance(x, y) / longest
}

/** 0–1, whatever the order of the words: each word of the shorter name finds its best partner; words left over cost a little. */
export function nameLikeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const joined = wordLikeness(a.toSorted().join(''), b.toSorted().join(''))
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  if (few.length === 0) return 0
  const free = [...many]
  let sum = 0
  for (const word of few) {
    const scored = free.map((partner, at) => ({ at, likeness: wordLikeness(word, partner) }))
    const best = scored.reduce((top, next) => (next.likeness > top.likeness ? next : top), { at: -1, likeness: 0 })
    if (best.at >= 0) free.splice(best.at, 1)
    sum += best.likeness
  }
  const apart = sum / few.length - 0.12 * free.length
  return Math.max(joined, apart, 0)
}

const EARTH_METRES = 6_371_008.8
export function metresBetween(a: Position, b: Position): number {
  const rad = (degrees: number): number => (degrees * Math.PI) / 180
  const h =
    Math.sin(rad(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(rad(b.longitude - a.longitude) / 2) ** 2
  return Math.round(2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h))))
}

/** Same ground: 1 up to 250 m; half at 3 km; a tenth at 25 km and beyond. Unknown distance: the name alone counts, with a discount. */
function nearness(metres: number | null): number {
  if (metres === null) return 0.6
  if (metres <= 250) return 1
  const steps: readonly (readonly [number, number])[] = [
    [250, 1],
    [3000, 0.5],
    [25_000, 0.1],
  ]
  for (const [at, [far, low]] of steps.entries()) {
    const [near, high] = steps[at - 1] ?? [0, 1]
    if (metres <= far) return high - ((high - low) * Math.log(metres / near)) / Math.log(far / near)
  }
  return 0.1
}

/** The name weighs 60, the nearness 40, and a name that is not alike at all needs the same ground to be shown. */
export function scoreOf(likeness: number, metres: number | null): number {
  const alike = likeness < 0.5 ? likeness * 0.6 : likeness
  return Math.round(100 * (0.6 * alike + 0.4 * nearness(metres) * (likeness < 0.5 && (metres ?? Infinity) > 150 ? 0.5 : 1)))
}

export function likelyDuplicates(
  asked: { readonly name: string; readonly aliases?: readonly string[]; readonly at: Position | null; readonly self?: string },
  register: readonly Candidate[],
): readonly Likely[] {
  const names = [asked.name, ...(asked.aliases ?? [])]
  const found: Likely[] = []
  for (const { site, name, nationalId, aliases, at } of register) {
    if (site === asked.self) continue
    // The distance first: it is cheap, and leaves some dozens of names to compare out of thousands.
    const distanceMetres = asked.at === null || at === null ? null : metresBetween(asked.at, at)
    if (distanceMetres !== null && distanceMetres > FARTHEST_METRES) continue
    let [matched, best] = [name, 0]
    for (const theirs of [name, ...aliases]) {
      const likeness = Math.max(...names.map((ours) => nameLikeness(ours, theirs)))
      if (likeness > best) [matched, best] = [theirs, likeness]
    }
    if (distanceMetres === null && best < ALIKE_WITHOUT_PLACE) continue
    const score = scoreOf(best, distanceMetres)
    if (score >= LEAST_SCORE) found.push({ site, name, nationalId, matched, score, distanceMetres })
  }
  return found.toSorted((a, b) => b.score - a.score || (a.site < b.site ? -1 : 1)).slice(0, MOST_SHOWN)
}
