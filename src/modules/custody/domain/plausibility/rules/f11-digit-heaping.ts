/* F11: over a hundred bags and more, the last figures (tenths of a kilogram) are too uneven for a scale: chi-square over ten figures against its critical value for p = 0.001. */
import { count, listOf, record } from '../../../../../kernel/schema.ts'
import { defineRule, numberOf, times } from './rule.ts'

/** Ten counts: how many of the masses end in 0, 1 … 9 tenths of a kilogram. */
export function lastDigits(massesGrams: readonly number[]): number[] {
  const digits = Array.from({ length: 10 }, () => 0)
  for (const mass of massesGrams) {
    const digit = Math.floor((mass + 50) / 100) % 10
    digits[digit] = (digits[digit] ?? 0) + 1
  }
  return digits
}

export const f11 = defineRule({
  id: 'F11',
  family: 'patterns',
  severities: ['W'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['scale-shows-halves', 'standard-bags'],
  inputs: record({ digits: listOf(count(), 10) }),
  thresholds: { chiSquare: numberOf('thousandths', 27_877, [1, 1_000_000]), leastBags: times(100) },
  speak: ({ digits }, at) => {
    const bags = digits.reduce((sum, n) => sum + n, 0)
    if (digits.length !== 10 || bags < at('leastBags')) return null
    // Chi-square is (10 · Σ n² − bags²) / bags: both sides are multiplied by the bags.
    const excess = 10 * digits.reduce((sum, n) => sum + n * n, 0) - bags * bags
    if (excess * 1_000 <= at('chiSquare') * bags) return null
    const most = Math.max(...digits)
    const facts = {
      bags,
      digit: digits.indexOf(most),
      most,
      expected: Math.round(bags / 10),
      chiSquareThousandths: Math.floor((excess * 1_000) / bags),
    }
    return { severity: 'W', facts }
  },
})
