/* F23: a lot weighs more than its inputs and a small margin. */
import { grams, record } from '../../../../../kernel/schema.ts'
import { combinationFinding } from '../mass-balance.ts'
import { combinationExcess } from '../tolerances.ts'
import { defineRule, share, spokenBy } from './rule.ts'

export const f23 = defineRule({
  id: 'F23',
  family: 'balance',
  severities: ['C'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'arrival',
  explanations: ['lot-not-yet-recorded', 'scale-not-checked', 'other-unit', 'typing-error'],
  inputs: record({ inputGrams: grams(), massGrams: grams() }),
  thresholds: { excess: share(combinationExcess.hundredthsOfPercent) },
  speak: ({ inputGrams, massGrams }, at) => spokenBy(combinationFinding(inputGrams, massGrams, at('excess'))),
})
