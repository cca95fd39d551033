/*
How somebody fares after return, in three dimensions, asked again at six and twelve months. A plain mean of answers between 0 and 1: it is not the
survey of IOM, whose weights were not obtained (U), and must not be named after it. What nobody answered has no score, and no score is not nought.
*/
export const DIMENSIONS = ['economic', 'social', 'psychosocial'] as const
export type Dimension = (typeof DIMENSIONS)[number]
export const ROUNDS_MONTHS = [0, 6, 12] as const

export interface ScaledAnswer {
  readonly dimension: Dimension
  readonly value: number
  /** The scale of the question; where less is better, `worst` is the higher. */
  readonly worst: number
  readonly best: number
}
export interface ReintegrationScore {
  readonly dimensions: { readonly [D in Dimension]: number | null }
  /** Mean of the three; `null` where one of them has no answer. */
  readonly composite: number | null
}
const scaled = ({ value, worst, best }: ScaledAnswer): number | null =>
  worst === best ? null : Math.min(1, Math.max(0, (value - worst) / (best - worst)))
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

export function reintegrationScore(answers: readonly ScaledAnswer[]): ReintegrationScore {
  const of = (dimension: Dimension): number | null =>
    mean(
      answers
        .filter((one) => one.dimension === dimension)
        .map(scaled)
        .filter((value) => value !== null),
    )
  const dimensions = { economic: of('economic'), social: of('social'), psychosocial: of('psychosocial') }
  const known = DIMENSIONS.map((dimension) => dimensions[dimension]).filter((value) => value !== null)
  return { dimensions, composite: known.length === DIMENSIONS.length ? mean(known) : null }
}
