/* What the answers of a form say about the site beside its criteria: the shape that is kept with them. */
import { type Infer, count, decimal, listOf, maybe, oneOf, record, text, yesOrNo } from '../../../../kernel/schema.ts'
import { LocatedPosition } from '../../../places/contract.ts'
import { ActivityStatus, Mineral, SiteObservation } from '../../contract-observations.ts'

/** What a form said about the site beside its criteria. Absent: not asked. */
export const SaidOfSite = record({
  observed: SiteObservation,
  position: maybe(LocatedPosition),
  activity: maybe(ActivityStatus),
  workersMen: maybe(count()),
  workersWomen: maybe(count()),
  childrenUnder15: maybe(count()),
  children15To18: maybe(count()),
  pits: maybe(count()),
  pitDepthMetres: maybe(decimal()),
  /** As the people at the site told it. */
  production: maybe(listOf(record({ mineral: Mineral, kilogramsPerDay: decimal() }), 5)),
  hoursOnFoot: maybe(decimal()),
  /** The form's own word on whether the team stood on the site; it may turn back after the visit was opened. */
  reached: maybe(yesOrNo()),
  notReachedReason: maybe(text(400)),
  /** Whether anything at all was said: a form with criteria only makes no visit. */
  basis: oneOf('said', 'nothing'),
})
export type SaidOfSite = Infer<typeof SaidOfSite>
