/* F30: a digger younger than eighteen on the day of production, the same digger at two sites on one day, or one identity entered twice. A digger is a register number here, never a name. */
import { calendarDate, count, maybe, orNull, record, text } from '../../../../../kernel/schema.ts'
import { addMonths } from '../../../../../kernel/calendar.ts'
import { defineRule, numberOf } from './rule.ts'

export const f30 = defineRule({
  id: 'F30',
  family: 'parties',
  severities: ['C', 'A'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['date-of-birth-unknown', 'same-name-two-persons', 'typing-error'],
  inputs: record({
    digger: text(60),
    producedOn: calendarDate(),
    bornOn: orNull(calendarDate()),
    /** Where a register tells the age and keeps the day of birth to itself. */
    ageYears: maybe(count()),
    otherSite: orNull(text()),
    sameAs: orNull(text(60)),
  }),
  thresholds: { leastMonths: numberOf('months', 216, [216, 300]) },
  speak: ({ digger, producedOn, bornOn, ageYears, otherSite, sameAs }, at) => {
    const leastYears = Math.floor(at('leastMonths') / 12)
    const isYounger = ageYears !== undefined && ageYears * 12 + 11 < at('leastMonths')
    if (isYounger || (bornOn !== null && addMonths(bornOn, at('leastMonths')) > producedOn))
      return { severity: 'C', facts: { digger, producedOn, why: 'under-age', leastYears } }
    if (otherSite !== null) return { severity: 'A', facts: { digger, producedOn, why: 'two-sites', otherSite } }
    return sameAs === null ? null : { severity: 'A', facts: { digger, producedOn, why: 'entered-twice', sameAs } }
  },
})
