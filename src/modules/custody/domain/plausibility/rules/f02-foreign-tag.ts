/* F02: a tag was used at a site to which it was not given, or nobody registered its number. */
import { calendarDate, orNull, record, text, yesOrNo } from '../../../../../kernel/schema.ts'
import { foreignTag } from '../arrival-rules.ts'
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

export const f02 = defineRule({
  id: 'F02',
  family: 'tags',
  severities: ['C'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'arrival',
  explanations: ['typing-error', 'site-chosen-wrongly', 'batch-record-late'],
  inputs: record({ tag: text(40), site: orNull(text()), record: tagRecord }),
  thresholds: {},
  speak: ({ tag, site, record: known }) => spokenBy(foreignTag(tag, site, known)),
})
