/* F29: a card or approval that did not run on the day, a trader outside the zone of the card, or a digger who is not a member of the cooperative named. */
import { calendarDate, listOf, maybe, oneOf, orNull, record, text, yesOrNo } from '../../../../../kernel/schema.ts'
import { type Facts, defineRule } from './rule.ts'

export const f29 = defineRule({
  id: 'F29',
  family: 'parties',
  severities: ['A'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['paper-renewed', 'register-late', 'typing-error'],
  inputs: record({
    paper: oneOf('artisan-card', 'trader-card', 'approval', 'membership'),
    number: orNull(text(60)),
    on: calendarDate(),
    validFrom: orNull(calendarDate()),
    validUntil: orNull(calendarDate()),
    zones: listOf(text(80), 100),
    siteZone: orNull(text(80)),
    isMember: orNull(yesOrNo()),
    /** The office ended it before its last day. */
    ended: maybe(oneOf('withdrawn', 'reported-lost')),
  }),
  thresholds: {},
  speak: ({ paper, number, on, validFrom, validUntil, zones, siteZone, isMember, ended }) => {
    const spoken = (why: string, more: Facts = {}) => ({ severity: 'A', facts: { paper, number, on, why, ...more } }) as const
    if (ended !== undefined) return spoken(ended)
    if (validFrom !== null && on < validFrom) return spoken('not-yet', { validFrom })
    if (validUntil !== null && on > validUntil) return spoken('expired', { validUntil })
    if (siteZone !== null && zones.length > 0 && !zones.includes(siteZone))
      return spoken('outside-zone', { zones: zones.join(', '), siteZone })
    return isMember === false ? spoken('not-a-member') : null
  },
})
