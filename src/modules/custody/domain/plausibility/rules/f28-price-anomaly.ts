/* F28: a price far from the table for its grade, or goods sold for less than they were bought. Cents of a US dollar per kilogram. */
import { count, oneOf, orNull, record } from '../../../../../kernel/schema.ts'
import { defineRule, isAboveShare, numberOf, share } from './rule.ts'

const price = (cents: number) => numberOf('cents-per-kilogram', cents, [1, 10_000_000])
/** Grades in percent at which the table of coltan prices steps, richest first. */
const steps = [40, 30, 20, 10] as const

export const f28 = defineRule({
  id: 'F28',
  family: 'patterns',
  severities: ['W'],
  evidence: 'S',
  source: 'domain-section-14',
  evaluated: 'scan',
  explanations: ['price-of-another-day', 'grade-estimated', 'other-unit', 'typing-error'],
  inputs: record({
    mineral: oneOf('Sn', 'Ta', 'W', 'Au'),
    gradeHundredths: orNull(count()),
    buyCents: count(),
    sellCents: orNull(count()),
  }),
  thresholds: {
    tolerance: share(4_000),
    'Ta.40': price(5_000),
    'Ta.30': price(4_000),
    'Ta.20': price(1_500),
    'Ta.10': price(500),
    'Sn.least': price(300),
    'Sn.most': price(1_500),
  },
  speak: ({ mineral, gradeHundredths, buyCents, sellCents }, at) => {
    if (sellCents !== null && buyCents > sellCents) return { severity: 'W', facts: { mineral, why: 'below-purchase', buyCents, sellCents } }
    if (mineral === 'Sn') {
      const [least, most] = [at('Sn.least'), at('Sn.most')]
      return buyCents >= least && buyCents <= most
        ? null
        : { severity: 'W', facts: { mineral, why: 'off-table', buyCents, fromCents: least, toCents: most } }
    }
    const step = mineral === 'Ta' && gradeHundredths !== null ? steps.find((one) => gradeHundredths >= one * 100) : undefined
    if (step === undefined) return null
    const expected = at(`Ta.${step}`)
    const gap = Math.abs(buyCents - expected)
    if (!isAboveShare(gap, expected, at('tolerance'))) return null
    return { severity: 'W', facts: { mineral, why: 'off-grade', buyCents, expectedCents: expected, gradeHundredths } }
  },
})
