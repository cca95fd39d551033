/* F04: on the day of production the standing of the site, as known when the bag was learned of, allows no production. */
import { type Schema, calendarDate, oneOf, orNull, record, text, yesOrNo } from '../../../../../kernel/schema.ts'
import { type StandingFacts, ineligibleSite } from '../arrival-rules.ts'
import { Colour, InternalStatus } from '../../../../sites/contract.ts'
import { defineRule, spokenBy } from './rule.ts'

const standing: Schema<StandingFacts> = record({
  internal: InternalStatus,
  basis: oneOf('order', 'blue-application', 'reported', 'none'),
  validUntil: orNull(calendarDate()),
  orderNumber: orNull(text()),
  lapsed: yesOrNo(),
  hold: yesOrNo(),
  produce: oneOf('yes', 'no', 'review', 'derogation'),
  rulebook: text(),
  lapsedColour: orNull(Colour),
  lapsedOn: orNull(calendarDate()),
})

export const f04 = defineRule({
  id: 'F04',
  family: 'place',
  severities: ['C'],
  evidence: 'V',
  source: 'icglr-standards',
  evaluated: 'arrival',
  explanations: ['order-not-yet-known', 'site-chosen-wrongly', 'typing-error'],
  inputs: record({ site: orNull(text()), producedOn: calendarDate(), standing: orNull(standing) }),
  thresholds: {},
  speak: ({ site, producedOn, standing: seen }) => spokenBy(ineligibleSite(site, producedOn, seen)),
})
