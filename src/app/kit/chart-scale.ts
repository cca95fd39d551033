/* Round marks for the side of a chart, and where a step stands along its foot. Zero is always in it. */
export interface ChartScale {
  readonly least: number
  readonly most: number
  readonly marks: readonly number[]
}
const STEPS = [1, 2, 2.5, 5, 10] as const

/** Four or five round marks that hold every value and zero. */
export function chartScale(values: readonly (number | null)[]): ChartScale {
  const known = values.filter((one): one is number => one !== null && Number.isFinite(one))
  const low = Math.min(0, ...known)
  // Nothing but zeros: a side from none to one.
  const high = low === 0 ? Math.max(0, ...known) || 1 : Math.max(0, ...known)
  const rough = (high - low) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  // Of things that are counted there is no half.
  const isCounted = known.every((one) => Number.isInteger(one))
  const round = STEPS.filter((one) => !isCounted || Number.isInteger(one * Math.max(1, power)))
  const step = Math.max(isCounted ? 1 : 0, (round.find((one) => one * power >= rough) ?? 10) * power)
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)]
  const marks = Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)))
  return { least: marks[0] ?? 0, most: marks.at(-1) ?? 1, marks }
}

/** The middle of a step's share of the foot. */
export const chartX = (at: number, steps: number, { from, until }: { readonly from: number; readonly until: number }): number =>
  from + ((at + 0.5) * (until - from)) / Math.max(1, steps)
