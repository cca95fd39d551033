/* F03: a tag was used before it was given to a site, or from the day on which it was declared lost, stolen, damaged or void. */
import { calendarDate, orNull, record, text, yesOrNo } from '../../../../../kernel/schema.ts'
import { tagOutOfTime } from '../arrival-rules.ts'
import { defineRule, spokenBy } from './rule.ts'

const tagRecord = orNull(
  record({
    batch: text(),
    issuer: text(),
    allocatedSite: orNull(text()),
    allocatedOn: orNull(calendarDate()),
    declared: orNull(record({ as: text(), on: calendarDate() })),
    wrongCheckDigit: yesOrNo(),
  }),
)

export const f03 = defineRule({
  id: 'F03',
  family: 'tags',
  severities: ['C'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'arrival',
  explanations: ['batch-record-late', 'typing-error', 'late-record'],
  inputs: record({ tag: text(40), usedOn: calendarDate(), record: tagRecord }),
  thresholds: {},
  speak: ({ tag, usedOn, record: known }) => spokenBy(tagOutOfTime(tag, usedOn, known)),
})
