/* The standing of a site as a decision saw it, in the events of bags and sachets. */
import { calendarDate, maybe, oneOf, orNull, record, text, yesOrNo } from '../../../../kernel/schema.ts'
import { Colour, InternalStatus } from '../../../sites/contract.ts'

export const StandingSeen = record({
  internal: InternalStatus,
  basis: oneOf('order', 'blue-application', 'reported', 'none'),
  validUntil: orNull(calendarDate()),
  orderNumber: orNull(text()),
  lapsed: yesOrNo(),
  hold: yesOrNo(),
  produce: oneOf('yes', 'no', 'review', 'derogation'),
  rulebook: text(),
  /** Absent in what was written before these were kept. */
  lapsedColour: maybe(orNull(Colour)),
  lapsedOn: maybe(orNull(calendarDate())),
})
