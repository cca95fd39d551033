/* F14: one account closed more bags within an hour than hands can. */
import { count, record, text } from '../../../../../kernel/schema.ts'
import { defineRule, gravest, times } from './rule.ts'

export const f14 = defineRule({
  id: 'F14',
  family: 'patterns',
  severities: ['W', 'A'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['entered-in-one-go', 'account-shared', 'clock-of-the-phone'],
  inputs: record({ account: text(), hour: text(20), tags: count() }),
  thresholds: { warning: times(30), alert: times(60) },
  speak: ({ hour, tags }, at) =>
    gravest(
      [
        ['A', tags > at('alert')],
        ['W', tags > at('warning')],
      ],
      { hour, tags },
    ),
})
