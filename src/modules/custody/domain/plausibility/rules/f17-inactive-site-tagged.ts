/* F17: bags were tagged at a site where an independent visit or the local committee saw no work within thirty days before or after. A box of tags
that was counted and gave none out is a sign only: nobody saw the place. */
import { calendarDate, count, grams, listOf, oneOf, orNull, record, text, yesOrNo } from '../../../../../kernel/schema.ts'
import { daysBetween } from '../../../../../kernel/calendar.ts'
import { days, defineRule } from './rule.ts'

export const f17 = defineRule({
  id: 'F17',
  family: 'place',
  severities: ['A', 'C'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['visit-on-a-rest-day', 'new-pit-opened', 'site-chosen-wrongly'],
  inputs: record({
    site: text(),
    seenOn: calendarDate(),
    by: oneOf('visit', 'committee', 'box'),
    working: yesOrNo(),
    miners: orNull(count()),
    bags: listOf(record({ on: calendarDate(), massGrams: grams() }), 10_000),
  }),
  thresholds: { days: days(30) },
  speak: ({ seenOn, by, working, miners, bags }, at) => {
    if (working && miners !== 0) return null
    const around = bags.filter((bag) => Math.abs(daysBetween(seenOn, bag.on)) <= at('days'))
    const massGrams = around.reduce((sum, bag) => sum + bag.massGrams, 0)
    return massGrams === 0 ? null : { severity: by === 'box' ? 'A' : 'C', facts: { seenOn, by, miners, bags: around.length, massGrams } }
  },
})
