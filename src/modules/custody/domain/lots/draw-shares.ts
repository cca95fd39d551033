/*
Several inputs become several outputs: how many grams of which input went into which output. Both sums are exact: each input gives
all that was drawn from it, each output takes its part of the whole by its mass. Largest remainders throughout; it knows no lots.
*/
import { apportion } from '../tracing/apportion.ts'

/** One row per output, in it one number per input. Every output takes at least one gram where there are grams enough. */
export function drawShares(drawn: readonly number[], outputs: readonly number[]): readonly (readonly number[])[] {
  const whole = drawn.reduce((sum, one) => sum + one, 0)
  const wanted = atLeastOne(apportion(whole, outputs), outputs)
  const left = [...drawn]
  return wanted.map((grams) => {
    const part = apportion(grams, left)
    part.forEach((taken, at) => (left[at] = (left[at] ?? 0) - taken))
    return part
  })
}

/** A small output beside a large one must not lose its origin to rounding: the largest gives it a gram. */
function atLeastOne(parts: readonly number[], outputs: readonly number[]): readonly number[] {
  const given = [...parts]
  outputs.forEach((mass, at) => {
    const largest = given.indexOf(Math.max(...given))
    if (mass === 0 || given[at] !== 0 || (given[largest] ?? 0) < 2) return
    given[largest] = (given[largest] ?? 0) - 1
    given[at] = 1
  })
  return given
}
