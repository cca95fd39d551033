/* F26: a grade far from the usual of its site (three median deviations, twenty assays and more), or a blend richer than the richest of its inputs. Grades in ten-thousandths. */
import { count, listOf, record, text } from '../../../../../kernel/schema.ts'
import { defineRule, times } from './rule.ts'

function twiceMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? 2 * (sorted[middle] ?? 0) : (sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)
}

export const f26 = defineRule({
  id: 'F26',
  family: 'weights',
  severities: ['A', 'C'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['new-pit-opened', 'laboratory-method', 'cleaning-on-the-way', 'typing-error'],
  inputs: record({ element: text(20), grade: count(), siteGrades: listOf(count(), 10_000), inputGrades: listOf(count(), 5_000) }),
  thresholds: { deviations: times(3), leastAssays: times(20) },
  speak: ({ element, grade, siteGrades, inputGrades }, at) => {
    const richest = inputGrades.length === 0 ? null : Math.max(...inputGrades)
    if (richest !== null && grade > richest) return { severity: 'C', facts: { element, grade, richest, why: 'blend' } }
    if (siteGrades.length < at('leastAssays')) return null
    // Medians of an even number of values are halves: everything is doubled, then doubled again.
    const median = twiceMedian(siteGrades)
    const deviation = twiceMedian(siteGrades.map((one) => Math.abs(2 * one - median)))
    if (2 * Math.abs(2 * grade - median) <= at('deviations') * deviation) return null
    return {
      severity: 'A',
      facts: {
        element,
        grade,
        median: Math.round(median / 2),
        deviation: Math.round(deviation / 4),
        assays: siteGrades.length,
        why: 'site',
      },
    }
  },
})
