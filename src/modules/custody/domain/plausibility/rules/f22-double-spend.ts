/* F22: more was drawn from a lot than it weighs. */
import { grams, record, text } from '../../../../../kernel/schema.ts'
import { doubleSpendFinding } from '../mass-balance.ts'
import { defineRule, spokenBy } from './rule.ts'

export const f22 = defineRule({
  id: 'F22',
  family: 'balance',
  severities: ['C'],
  evidence: 'V',
  source: 'icglr-standards',
  evaluated: 'arrival',
  explanations: ['lot-not-yet-recorded', 'other-unit', 'typing-error'],
  inputs: record({ lot: text(), massGrams: grams(), drawnGrams: grams() }),
  thresholds: {},
  speak: ({ lot, massGrams, drawnGrams }) => spokenBy(doubleSpendFinding(lot, massGrams, drawnGrams)),
})
