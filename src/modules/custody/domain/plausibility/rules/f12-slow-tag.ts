/* F12: between the tag at the mine and the trader lot lies too long a time. */
import { calendarDate, orNull, record, text } from '../../../../../kernel/schema.ts'
import { daysBetween } from '../../../../../kernel/calendar.ts'
import { days, defineRule, gravest } from './rule.ts'

export const f12 = defineRule({
  id: 'F12',
  family: 'time',
  severities: ['W', 'A', 'C'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['road-closed', 'waiting-for-price', 'late-record', 'typing-error'],
  inputs: record({ tag: orNull(text(60)), taggedOn: calendarDate(), tradedOn: calendarDate() }),
  thresholds: { warning: days(14), alert: days(45), critical: days(120) },
  speak: ({ tag, taggedOn, tradedOn }, at) => {
    const days = daysBetween(taggedOn, tradedOn)
    const facts = { tag, taggedOn, tradedOn, days }
    return gravest(
      [
        ['C', days > at('critical')],
        ['A', days > at('alert')],
        ['W', days > at('warning')],
      ],
      facts,
    )
  },
})
