/*
One dimension of the instrument: how many strong, medium and weak indicators were answered yes, whether that makes it positive, whether it
still could, and which smallest sets of open questions would make it so. The rule is monotone: a yes more never makes it less.
*/
import { type Answer, isOpen, mayBeAsked } from './answers.ts'
import { type Dimension, type IndicatorCode, codesOf, inOrder } from './indicator-codes.ts'
import { type Profile, type Weight, weightOf, weights } from './instrument-ilo-ec-2009-v1.ts'

export interface Tally {
  readonly S: number
  readonly M: number
  readonly W: number
}
export type Sign = 'POSITIVE' | 'NEGATIVE'
export type ThreeValued = Sign | 'UNDETERMINED'

/** The clause of the rule that a tally fulfils, strongest first; `null` when none. */
export function ruleMatched({ S, M, W }: Tally): string | null {
  if (S >= 2) return '2S'
  if (S === 1 && M >= 1) return '1S+1M'
  if (S === 1 && W >= 1) return '1S+1W'
  if (M >= 3) return '3M'
  return M === 2 && W >= 1 ? '2M+1W' : null
}
export const isPositive = (tally: Tally): boolean => ruleMatched(tally) !== null
const sign = (tally: Tally): Sign => (isPositive(tally) ? 'POSITIVE' : 'NEGATIVE')

export interface NextBest {
  /** How many more must be answered yes. */
  readonly size: number
  /** Every question that is in one of the smallest sets, strongest first. */
  readonly questions: readonly IndicatorCode[]
  /** The first of the smallest sets, strongest first. */
  readonly sets: readonly (readonly IndicatorCode[])[]
  /** How many smallest sets there are. */
  readonly setCount: number
}
export interface DimensionResult extends Tally {
  readonly dim: Dimension
  readonly floor: Sign
  readonly ceiling: Sign
  readonly result: ThreeValued
  readonly ruleMatched: string | null
  /** What was answered yes. */
  readonly items: readonly { readonly code: IndicatorCode; readonly weight: Weight }[]
  /** Open because the person would not say; never proposed. */
  readonly declined: readonly IndicatorCode[]
  /** `null` where it is settled, or where only what was declined could change it. */
  readonly nextBest: NextBest | null
}
export type Answered = ReadonlyMap<IndicatorCode, Answer>
type Sorted = { readonly [weight in Weight]: readonly IndicatorCode[] }

const MOST_SETS = 12
const counted = (codes: Sorted): Tally => ({ S: codes.S.length, M: codes.M.length, W: codes.W.length })
const add = (a: Tally, b: Tally): Tally => ({ S: a.S + b.S, M: a.M + b.M, W: a.W + b.W })

export function dimensionResult(dim: Dimension, answered: Answered, profile: Profile): DimensionResult {
  const sorted = (wanted: (answer: Answer) => boolean): Sorted => {
    const found: { [weight in Weight]: IndicatorCode[] } = { S: [], M: [], W: [] }
    for (const code of codesOf[dim]) {
      const weight = weightOf(profile, code)
      if (weight && wanted(answered.get(code) ?? 'NOT_ASKED')) found[weight].push(code)
    }
    return found
  }
  const yes = sorted((answer) => answer === 'YES')
  const low = counted(yes)
  const high = add(low, counted(sorted(isOpen)))
  const [floor, ceiling] = [sign(low), sign(high)]
  const result = floor === 'POSITIVE' ? 'POSITIVE' : ceiling === 'NEGATIVE' ? 'NEGATIVE' : 'UNDETERMINED'
  const declined = sorted((answer) => answer === 'DECLINED')
  return {
    ...{ dim, ...low, floor, ceiling, result, ruleMatched: ruleMatched(low) },
    items: weights.flatMap((weight) => yes[weight].map((code) => ({ code, weight }))).toSorted((a, b) => inOrder(a.code, b.code)),
    declined: weights.flatMap((weight) => declined[weight]).toSorted(inOrder),
    nextBest: result === 'UNDETERMINED' ? nextBest(low, sorted(mayBeAsked)) : null,
  }
}

/** Smallest first, so the first size that has a pattern has all of the smallest; the rule never needs more than three. */
function nextBest(low: Tally, open: Sorted): NextBest | null {
  for (let size = 1; size <= 3; size++) {
    const patterns = patternsOf(size, counted(open)).filter((pattern) => isPositive(add(low, pattern)))
    if (patterns.length === 0) continue
    return {
      size,
      questions: weights.flatMap((weight) => (patterns.some((pattern) => pattern[weight] > 0) ? open[weight] : [])),
      sets: setsOf(patterns, open),
      setCount: patterns.reduce(
        (sum, pattern) => sum + weights.reduce((all, weight) => all * choose(open[weight].length, pattern[weight]), 1),
        0,
      ),
    }
  }
  return null
}

/** How many of each weight may be answered yes, the most strong first. */
function patternsOf(size: number, open: Tally): readonly Tally[] {
  const found: Tally[] = []
  for (let S = Math.min(size, open.S); S >= 0; S--)
    for (let M = Math.min(size - S, open.M); M >= 0; M--) if (size - S - M <= open.W) found.push({ S, M, W: size - S - M })
  return found
}

function setsOf(patterns: readonly Tally[], open: Sorted): readonly (readonly IndicatorCode[])[] {
  const found: (readonly IndicatorCode[])[] = []
  for (const pattern of patterns) {
    let sets: readonly (readonly IndicatorCode[])[] = [[]]
    for (const weight of weights) {
      const more = picks(open[weight], pattern[weight])
      sets = sets.flatMap((set) => more.map((pick) => [...set, ...pick])).slice(0, MOST_SETS)
    }
    found.push(...sets)
    if (found.length >= MOST_SETS) break
  }
  return found.slice(0, MOST_SETS)
}

/** The first ways to take `many` of them, in their order. */
function picks(codes: readonly IndicatorCode[], many: number): readonly (readonly IndicatorCode[])[] {
  if (many === 0) return [[]]
  const found: (readonly IndicatorCode[])[] = []
  for (let at = 0; at + many <= codes.length && found.length < MOST_SETS; at++) {
    const first = codes[at]
    if (first) found.push(...picks(codes.slice(at + 1), many - 1).map((rest) => [first, ...rest]))
  }
  return found.slice(0, MOST_SETS)
}

function choose(from: number, many: number): number {
  let ways = 1
  for (let at = 0; at < many; at++) ways = (ways * (from - at)) / (at + 1)
  return ways
}
