/*
Roads, roadblocks and surveys of roadblocks as they travel. A roadblock names a place and who holds it, as a group, a body or a class, never a person. A survey
says which areas somebody looked at for roadblocks, and on which days: without one "no roadblock is known" and "nobody looked" would be the same answer.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  decimal,
  exactly,
  id,
  instant,
  listOf,
  maybe,
  oneOf,
  orNull,
  position,
  record,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { SiteId } from '../sites/contract.ts'
import { ActorId, RoadId, RoadblockId } from './contract-ids.ts'
import { Credibility, Reliability, SheetMineral } from './contract-sheets.ts'

export const SurveyId = id('roadblock-survey')
export type SurveyId = Id<'roadblock-survey'>

export const OperatorClass = oneOf('army', 'police', 'armed-group', 'state-service', 'customary', 'private', 'unknown')
export type OperatorClass = Infer<typeof OperatorClass>
export const Barrier = oneOf('barrier', 'rope', 'post', 'mobile', 'river-crossing')
export type Barrier = Infer<typeof Barrier>
export const Taxed = oneOf('persons', 'minerals', 'vehicles', 'other-goods')
export type Taxed = Infer<typeof Taxed>
export const TaxedPer = oneOf('person', 'kilogram', 'vehicle', 'load')
/** `not-known` is not `no`: nobody could say. */
export const ArmedOnRoad = oneOf('yes', 'no', 'not-known')
/** Who says so, how far the source is trusted and the information confirmed. */
export const GradedSource = record({ name: text(160), reliability: Reliability, credibility: Credibility })
export type GradedSource = Readonly<Infer<typeof GradedSource>>

/* ---- roads ---- */

export const Waypoint = record({ at: position(), name: orNull(text(120)) })
/** A place of trade that the road ties to others: where ore comes from, is first sold, leaves the province. */
export const RoadLink = record({
  kind: oneOf('site', 'selling-point', 'exit-point'),
  site: orNull(SiteId),
  name: text(120),
  /** The waypoint at which it lies, counted from 0. */
  waypoint: whole().min(0, 'not-a-waypoint'),
})
export const RoadFacts = record({
  name: text(120),
  waypoints: listOf(Waypoint, 300).min(2, 'too-few'),
  links: listOf(RoadLink, 60),
  armed: ArmedOnRoad,
  source: GradedSource,
  asOf: calendarDate(),
})
export type RoadFacts = Readonly<Infer<typeof RoadFacts>>

/* ---- roadblocks ---- */

export const Operator = record({ actor: orNull(ActorId), written: orNull(text(120)), class: OperatorClass })
export const TaxAmount = record({ value: decimal().min(0, 'negative-amount').max(1e9, 'too-much'), currency: text(3), per: TaxedPer })
export const RoadblockFacts = record({
  /** Of the place. */
  name: text(120),
  /** Where it stands: a position, or a road with the kilometre from its first waypoint. One of the two. */
  at: orNull(position()),
  road: orNull(RoadId),
  km: orNull(decimal().min(0, 'negative-distance').max(5000, 'too-far')),
  operators: listOf(Operator, 6).min(1, 'too-few'),
  barrier: Barrier,
  taxed: listOf(Taxed, 4),
  amount: orNull(TaxAmount),
  resources: listOf(SheetMineral, 5),
  firstSeen: calendarDate(),
  lastSeen: calendarDate(),
  source: GradedSource,
})
export type RoadblockFacts = Readonly<Infer<typeof RoadblockFacts>>
export const SeeRoadblock = record({ seenOn: calendarDate(), source: GradedSource })
export const LiftRoadblock = record({ liftedOn: calendarDate(), source: GradedSource })
export const RoadblockState = oneOf('proposed', 'confirmed', 'lifted')
export type RoadblockState = Infer<typeof RoadblockState>
/** `stale`: not seen again for longer than the rule says. */
export const Freshness = oneOf('seen', 'stale')
export type Freshness = Infer<typeof Freshness>

/* ---- surveys ---- */

export const SurveyFacts = record({
  /** P-codes of territoires. */
  areas: listOf(text(12), 60).min(1, 'too-few'),
  from: calendarDate(),
  until: calendarDate(),
  /** The body that looked; never a person. */
  lookedBy: text(160),
  method: orNull(text(400)),
})
export type SurveyFacts = Readonly<Infer<typeof SurveyFacts>>
export const WithdrawSurvey = record({ why: text(400) })

/* ---- answers ---- */

/** Whether somebody looked at all of the days, at some, at none. */
export const Looked = oneOf('yes', 'partly', 'no')
export type Looked = Infer<typeof Looked>
export const RESTRICTED = 'restricted'

export const RoadLine = record({
  ...RoadFacts.shape,
  id: RoadId,
  kilometres: decimal(),
  /** The days for which it was described before. */
  versions: listOf(calendarDate()),
})
export type RoadLine = Infer<typeof RoadLine>
export const OperatorShown = record({ ...Operator.shape, name: orNull(text(120)) })
export const RoadblockLine = record({
  ...RoadblockFacts.shape,
  id: RoadblockId,
  state: RoadblockState,
  freshness: Freshness,
  operators: listOf(OperatorShown),
  roadName: orNull(text(120)),
  /** Where it stands: as given, or the kilometre on the road. */
  at: orNull(position()),
  territoire: orNull(text(12)),
  territoireName: orNull(text(120)),
  seen: listOf(record({ on: calendarDate(), source: GradedSource })),
  liftedOn: orNull(calendarDate()),
  /** The reader proposed it. */
  own: yesOrNo(),
})
export type RoadblockLine = Infer<typeof RoadblockLine>
export const SurveyLine = record({ ...SurveyFacts.shape, id: SurveyId, areaNames: listOf(text(160)), declaredOn: calendarDate() })
export type SurveyLine = Infer<typeof SurveyLine>
/** What a committee gets of a territoire: which classes of operator hold something there. Never how many, where or who. */
export const TerritoireRoads = record({
  area: text(12),
  name: text(160),
  operators: listOf(OperatorClass),
  taxed: listOf(Taxed),
  looked: Looked,
  lastLooked: orNull(calendarDate()),
})
export type TerritoireRoads = Infer<typeof TerritoireRoads>

export const RoadsQuery = record({ from: maybe(calendarDate()), until: maybe(calendarDate()) })
export const RoadsAnswer = record({
  from: calendarDate(),
  until: calendarDate(),
  now: instant(),
  /** For who is cleared; for others what they proposed themselves. */
  roads: listOf(RoadLine),
  roadblocks: listOf(RoadblockLine),
  surveys: listOf(SurveyLine),
  territoires: listOf(TerritoireRoads),
  may: record({ propose: yesOrNo(), map: yesOrNo() }),
  withheld: listOf(exactly(RESTRICTED)),
})
export type RoadsAnswer = Infer<typeof RoadsAnswer>
