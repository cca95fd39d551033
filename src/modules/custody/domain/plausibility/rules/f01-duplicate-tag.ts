/* F01: the number of a tag is on more than one lot or sheet. Any second use speaks; all lots concerned are held. */
import { orNull, record, text } from '../../../../../kernel/schema.ts'
import { duplicateTag } from '../arrival-rules.ts'
import { defineRule, spokenBy } from './rule.ts'

export const f01 = defineRule({
  id: 'F01',
  family: 'tags',
  severities: ['C'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'arrival',
  explanations: ['typing-error', 'two-issuers-same-number'],
  inputs: record({ tag: text(40), other: orNull(record({ lot: text(), number: text() })) }),
  thresholds: {},
  speak: ({ tag, other }) => spokenBy(duplicateTag(tag, other)),
})
