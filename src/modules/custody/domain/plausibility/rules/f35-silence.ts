/* F35: a site in a high-risk area produces, and nothing was reported from it and nobody visited it for half a year. */
import { calendarDate, grams, orNull, record, text, yesOrNo } from '../../../../../kernel/schema.ts'
import { addMonths } from '../../../../../kernel/calendar.ts'
import { defineRule, months } from './rule.ts'

export const f35 = defineRule({
  id: 'F35',
  family: 'place',
  severities: ['W'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['no-visit-recorded', 'road-closed'],
  inputs: record({ site: text(), on: calendarDate(), highRisk: yesOrNo(), producedGrams: grams(), lastHeardOn: orNull(calendarDate()) }),
  thresholds: { months: months(6) },
  speak: ({ on, highRisk, producedGrams, lastHeardOn }, at) => {
    const limitMonths = at('months')
    const isHeard = lastHeardOn !== null && addMonths(lastHeardOn, limitMonths) >= on
    return !highRisk || producedGrams === 0 || isHeard ? null : { severity: 'W', facts: { on, producedGrams, lastHeardOn, limitMonths } }
  },
})
