/* F41: a sheet was entered long after its date. */
import { calendarDate, record, text } from '../../../../../kernel/schema.ts'
import { daysBetween } from '../../../../../kernel/calendar.ts'
import { days, defineRule, gravest } from './rule.ts'

export const f41 = defineRule({
  id: 'F41',
  family: 'time',
  severities: ['W', 'A'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['office-without-network', 'late-record', 'typing-error'],
  inputs: record({ sheet: text(80), sheetOn: calendarDate(), enteredOn: calendarDate() }),
  thresholds: { warning: days(15), alert: days(45) },
  speak: ({ sheet, sheetOn, enteredOn }, at) => {
    const days = daysBetween(sheetOn, enteredOn)
    return gravest(
      [
        ['A', days > at('alert')],
        ['W', days > at('warning')],
      ],
      { sheet, sheetOn, enteredOn, days },
    )
  },
})
