/*
Divides a whole number among parts so that nothing is lost and nothing appears: the method of largest remainders, in whole
numbers throughout. It knows no minerals.
*/

/** `whole` in proportion to `weights`; the answers sum to `whole`, each is less than one away from its exact part. Ties go to
 * the earlier part, so the caller's order decides. All weights zero (or none): nothing can be divided, all answers are zero. */
export function apportion(whole: number, weights: readonly number[]): readonly number[] {
  if (weights.length === 1) return weights[0] === 0 ? [0] : [whole]
  // All of it was taken, as most draws do: every part is whole. A sum that is safe was so at every step.
  if (weights.reduce((sum, weight) => sum + weight, 0) === whole && Number.isSafeInteger(whole)) return [...weights]
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (total === 0n) return weights.map(() => 0)
  if (total === BigInt(whole)) return [...weights]
  const parts = weights.map((weight, index) => {
    const product = BigInt(whole) * BigInt(weight)
    return { index, floor: Number(product / total), rest: product % total }
  })
  let left = whole - parts.reduce((sum, part) => sum + part.floor, 0)
  const answer = parts.map((part) => part.floor)
  for (const part of parts.toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))) {
    if (left === 0) break
    answer[part.index] = part.floor + 1
    left -= 1
  }
  return answer
}

/** Two million parts and a billionth stay exact in one number. */
const MOST_PARTS = 2_097_152

/**
 * The same for weights that are fractions: `whole` by largest remainders in proportion to `weights`. A part that is whole but for the last
 * bits of a fraction counts as whole. No weight at all: all answers are zero.
 */
export function wholeParts(whole: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (!(total > 0)) return weights.map(() => 0)
  const count = weights.length
  const answer = Array.from({ length: count }, () => 0)
  // Sorted as plain numbers: the remainder in billionths, and of equal ones the earlier part.
  const order = new Float64Array(count)
  let left = whole
  for (let n = 0; n < count; n++) {
    const exact = (whole * (weights[n] ?? 0)) / total
    const near = Math.round(exact)
    const floor = Math.abs(exact - near) <= 1e-9 * Math.max(1, exact) ? near : Math.floor(exact)
    answer[n] = floor
    left -= floor
    order[n] = -Math.round(Math.max(0, exact - floor) * 1e9) * MOST_PARTS + n
  }
  order.sort()
  for (let n = 0; left > 0; n = (n + 1) % count, left--) {
    const part = (((order[n] ?? 0) % MOST_PARTS) + MOST_PARTS) % MOST_PARTS
    answer[part] = (answer[part] ?? 0) + 1
  }
  for (let n = count - 1; left < 0 && n >= 0; n--) {
    const taken = Math.min(-left, answer[n] ?? 0)
    answer[n] = (answer[n] ?? 0) - taken
    left += taken
  }
  return answer
}
