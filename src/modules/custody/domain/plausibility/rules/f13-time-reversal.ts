/* F13: a step lies before the one that it follows. */
import { calendarDate, record, text } from '../../../../../kernel/schema.ts'
import { timeReversal } from '../arrival-rules.ts'
import { defineRule, spokenBy } from './rule.ts'

export const f13 = defineRule({
  id: 'F13',
  family: 'time',
  severities: ['C'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'arrival',
  explanations: ['typing-error', 'clock-of-the-phone', 'late-record'],
  inputs: record({ what: text(60), upstreamOn: calendarDate(), downstreamOn: calendarDate() }),
  thresholds: {},
  speak: ({ what, upstreamOn, downstreamOn }) => spokenBy(timeReversal(what, upstreamOn, downstreamOn)),
})
