/*
What would have to be answered yes for another finding, worked out by trying and never written by hand. For each finding that could still be
reached, the fewest questions; among equals, each. Who declined a question is not asked it again, so no way leads over it.
*/
import { type Answer, mayBeAsked } from './answers.ts'
import type { DimensionResult } from './dimension.ts'
import { type AdultInput, type ChildInput, type ChildRow, type Row, adultRow, adultRows, childMatch, childRows } from './findings.ts'
import { type Dimension, type IndicatorCode, dimensions } from './indicator-codes.ts'

/** Questions that are no indicator but lead to a finding. */
export const openQuestions = ['ACT', 'PURPOSE', 'ARMED', 'C182', 'MINING_WORK', 'LIGHT_WORK'] as const
export type OpenQuestion = (typeof openQuestions)[number]

export interface Counterfactual {
  readonly to: Row
  readonly questions: readonly OpenQuestion[]
  /** Dimensions that would have to become positive. */
  readonly dimensions: readonly Dimension[]
  /** One smallest set that does it, the strongest; others stand in the dimensions. */
  readonly codes: readonly IndicatorCode[]
  /** Questions in all. */
  readonly size: number
}
export interface Situation {
  readonly child: boolean
  readonly input: ChildInput
  readonly results: { readonly [dimension in Dimension]: DimensionResult }
  /** How the questions that are no indicator stand. */
  readonly asked: { readonly [question in OpenQuestion]: Answer }
  /** How hazardous work stands as an indicator. */
  readonly hazard: Answer
}

type Way = Omit<Counterfactual, 'to'>
const nothing: Way = { questions: [], dimensions: [], codes: [], size: 0 }

/** One dimension made positive, at the least cost; `null` where it cannot be. */
function flip(results: Situation['results'], dimension: Dimension): Way | null {
  const set = results[dimension].nextBest?.sets[0]
  return set ? { questions: [], dimensions: [dimension], codes: set, size: set.length } : null
}
const asking = (situation: Situation, question: OpenQuestion): Way | null =>
  mayBeAsked(situation.asked[question]) ? { questions: [question], dimensions: [], codes: [], size: 1 } : null
const both = (a: Way, b: Way): Way => ({
  questions: [...a.questions, ...b.questions],
  dimensions: [...a.dimensions, ...b.dimensions],
  codes: [...a.codes, ...b.codes],
  size: a.size + b.size,
})
const isWay = (way: Way | null): way is Way => way !== null

/** Every choice of some of the ways. */
const choices = (ways: readonly Way[]): readonly Way[] =>
  ways.reduce<readonly Way[]>((found, way) => [...found, ...found.map((one) => both(one, way))], [nothing])

function adultAfter(input: AdultInput, way: Way): Row {
  const signs = { ...input.signs }
  for (const dimension of way.dimensions) signs[dimension] = 'POSITIVE'
  return adultRow({ signs, act: input.act || way.questions.includes('ACT') }).row
}

/** Rows above the present one; from `A0` and `A7`, every row that says something was found. */
function reachable(situation: Situation): readonly Counterfactual[] {
  const { input, results } = situation
  const now = adultRow(input).row
  const goals = adultRows.filter((row) => row !== 'A0' && row !== 'A7' && (now === 'A0' || row < now))
  const ways = choices([asking(situation, 'ACT'), ...dimensions.map((dimension) => flip(results, dimension))].filter(isWay))
  const after = ways.map((way) => ({ way, to: adultAfter(input, way) }))
  return goals.flatMap((goal) => {
    const leading = after.filter((one) => one.to === goal)
    const fewest = Math.min(...leading.map(({ way }) => way.size))
    return leading.filter(({ way }) => way.size === fewest).map(({ way, to }) => ({ to, ...way }))
  })
}

/** Ways to one row of the children's table that does not match yet. */
function childWays(situation: Situation, row: ChildRow): readonly (Way | null)[] {
  const { input, results, hazard } = situation
  const only = (question: OpenQuestion): readonly (Way | null)[] => [asking(situation, question)]
  switch (row) {
    case 'C1': {
      const act = input.act ? nothing : asking(situation, 'ACT')
      const exploited = input.signs.D4 === 'POSITIVE' || input.purpose
      const rest = exploited ? [nothing] : [asking(situation, 'PURPOSE'), flip(results, 'D4')]
      return rest.map((one) => (act && one ? both(act, one) : null))
    }
    case 'C2':
      return only('ARMED')
    case 'C3':
      return only('C182')
    case 'C4':
      return [...only('MINING_WORK'), mayBeAsked(hazard) ? { ...nothing, codes: ['D4.HAZARD'], size: 1 } : null]
    case 'C5':
      return only('LIGHT_WORK')
  }
}

export function counterfactualsOf(situation: Situation): readonly Counterfactual[] {
  if (!situation.child) return reachable(situation)
  const matching = childMatch(situation.input).rows
  return childRows
    .filter((row) => !matching.includes(row))
    .flatMap((row) => {
      const ways = childWays(situation, row).filter(isWay)
      const fewest = Math.min(...ways.map((way) => way.size))
      return ways.filter((way) => way.size === fewest).map((way) => ({ to: row, ...way }))
    })
}
