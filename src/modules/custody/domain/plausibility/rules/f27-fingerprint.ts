/* F27: the verdict of a laboratory that compared the analytic fingerprint of a sample with the reference of the site. The comparison is theirs; the rule only passes it on. */
import { oneOf, record, text } from '../../../../../kernel/schema.ts'
import { defineRule } from './rule.ts'

export const f27 = defineRule({
  id: 'F27',
  family: 'place',
  severities: ['A'],
  evidence: 'V',
  source: 'our-default',
  case: { name: 'afp-method', evidence: 'V' },
  evaluated: 'scan',
  explanations: ['reference-too-small', 'laboratory-method', 'ore-of-another-site'],
  inputs: record({ site: text(), laboratory: text(120), sample: text(60), verdict: oneOf('match', 'no-match', 'not-conclusive') }),
  thresholds: {},
  speak: ({ laboratory, sample, verdict }) => (verdict === 'no-match' ? { severity: 'A', facts: { laboratory, sample } } : null),
})
