/*
What may be told of the parts of passages: where from, why, which nationality, women and men, which way. The smallest piece that is told is one key of one point in one calendar month that is over,
over days that are told themselves, rounded down to a multiple of five; whatever is asked for is a sum of such pieces. So no two answers, whatever their days and points, say more of a
piece than the piece itself does. `unknown` and `transit` are never told: whoever stands in a small piece might as well stand there, and no total tells them apart. Our own proposal (D).
*/
import { flowRules } from './flow-rules.ts'
import { UNKNOWN } from './sums.ts'

/** One key of one question at one point in one month. */
export interface Piece {
  readonly point: string
  /** `2026-08` */
  readonly month: string
  readonly dimension: string
  readonly key: string
  readonly n: number
}
export const isHeldBack = ({ dimension, key }: Pick<Piece, 'dimension' | 'key'>): boolean =>
  key === UNKNOWN || (dimension === 'direction' && key === 'transit')
/** Zero stands for anything below the least. */
export const toldPiece = (n: number): number => (n < flowRules.least ? 0 : n - (n % flowRules.floorTo))

/** Only keys of which something is told, largest first: who is listed below five is not even named. */
export function toldKeys(pieces: readonly Piece[], dimension: string, point: string | null = null): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const piece of pieces) {
    if (piece.dimension !== dimension || (point !== null && piece.point !== point) || isHeldBack(piece)) continue
    const n = toldPiece(piece.n)
    if (n > 0) found.set(piece.key, (found.get(piece.key) ?? 0) + n)
  }
  return new Map([...found].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)))
}
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)
const percent = (part: number, rest: number): number | null => (part === 0 || rest === 0 ? null : Math.round((100 * part) / (part + rest)))

export interface ToldShares {
  readonly minors: number | null
  readonly mining: number | null
  readonly inOut: number | null
}
/** Made of told numbers alone, so that a share tells nothing that they do not. */
export function toldShares(pieces: readonly Piece[], point: string | null = null): ToldShares {
  const [parts, reasons, ways] = ['part', 'reason', 'direction'].map((dimension) => toldKeys(pieces, dimension, point))
  const of = (found: ReadonlyMap<string, number> | undefined, ...keys: readonly string[]): number =>
    sum(keys.map((key) => found?.get(key) ?? 0))
  const mining = of(reasons, 'work-mining')
  const [into, out] = [of(ways, 'in'), of(ways, 'out')]
  return {
    minors: percent(of(parts, 'girls', 'boys'), of(parts, 'women', 'men')),
    mining: percent(mining, sum([...(reasons?.values() ?? [])]) - mining),
    inOut: into === 0 || out === 0 ? null : Math.round((10 * into) / out) / 10,
  }
}

export interface ToldMonth extends ToldShares {
  readonly month: string
  readonly into: number | null
  readonly out: number | null
}
/** Month by month, for the picture: `null` where nothing is told. */
export function toldMonths(pieces: readonly Piece[], months: readonly string[]): readonly ToldMonth[] {
  return months.map((month) => {
    const here = pieces.filter((piece) => piece.month === month)
    const ways = toldKeys(here, 'direction')
    return { month, ...toldShares(here), into: ways.get('in') ?? null, out: ways.get('out') ?? null }
  })
}

/** The calendar months that a stretch of days touches and that are over on the day given, whole. */
export function wholeMonths(from: string, until: string, today: string): readonly string[] {
  const months: string[] = []
  const [year = 0, month = 1] = from.split('-').map(Number)
  for (let at = year * 12 + month - 1; ; at++) {
    const name = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
    if (name > until.slice(0, 7) || name >= today.slice(0, 7)) return months
    months.push(name)
  }
}
