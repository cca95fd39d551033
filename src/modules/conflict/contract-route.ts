/*
Over which ground a lot went, and what is known of that ground: leg by leg, each finding with its source and its day, never one number for the whole. What
nobody looked at is said as such. `null` in place of findings: the reader is not told, which says nothing of what there is.
*/
import {
  type Infer,
  calendarDate,
  count,
  decimal,
  exactly,
  listOf,
  oneOf,
  orNull,
  position,
  record,
  taggedBy,
  text,
  yesOrNo,
} from '../../kernel/schema.ts'
import { LotId } from '../custody/contract.ts'
import { SiteId } from '../sites/contract.ts'
import { PlacePrecision } from './contract-events.ts'
import { Cut } from './contract-cut.ts'
import { RoadId, RoadblockId, SheetId } from './contract-ids.ts'
import {
  ArmedOnRoad,
  Barrier,
  Freshness,
  GradedSource,
  Looked,
  OperatorClass,
  OperatorShown,
  RESTRICTED,
  RoadblockState,
  TaxAmount,
  Taxed,
} from './contract-roads.ts'
import { Interference } from './contract-sheets.ts'

/** `written`: somebody recorded the transport. `origin`: from the site to the first place written down. `handover`: it changed hands, by no way that was written. */
export const LegBasis = oneOf('written', 'origin', 'handover')
export type LegBasis = Infer<typeof LegBasis>
/** How the ground of a leg is known. `corridor`: a straight line between two places; `around`: only one of them; `restricted`: not for the reader. */
export const LegMatch = oneOf('road', 'corridor', 'around', 'unknown', RESTRICTED)
export type LegMatch = Infer<typeof LegMatch>

export const FindingKind = oneOf('roadblock', 'event', 'events-of-area', 'armed-road', 'sheet', 'red-neighbour')
export type FindingKind = Infer<typeof FindingKind>
const kilometres = orNull(decimal())
export const RouteFinding = taggedBy('kind', [
  record({
    kind: exactly('roadblock'),
    roadblock: RoadblockId,
    name: text(120),
    at: orNull(position()),
    state: RoadblockState,
    freshness: Freshness,
    operators: listOf(OperatorShown),
    barrier: Barrier,
    taxed: listOf(Taxed),
    amount: orNull(TaxAmount),
    firstSeen: calendarDate(),
    on: calendarDate(),
    source: GradedSource,
    /** From the line; `null`: on the road itself. */
    kilometres,
  }),
  record({
    kind: exactly('event'),
    key: text(120),
    place: orNull(text(400)),
    precision: PlacePrecision,
    sides: text(600),
    deaths: count(),
    on: calendarDate(),
    source: text(200),
    mayBeShared: yesOrNo(),
    kilometres,
  }),
  record({ kind: exactly('events-of-area'), area: text(12), name: text(160), events: count(), on: calendarDate(), source: text(200) }),
  record({ kind: exactly('armed-road'), road: RoadId, name: text(120), armed: ArmedOnRoad, on: calendarDate(), source: GradedSource }),
  record({
    kind: exactly('sheet'),
    sheet: SheetId,
    site: SiteId,
    siteName: text(160),
    interference: Interference,
    on: calendarDate(),
    source: text(200),
  }),
  record({ kind: exactly('red-neighbour'), site: SiteId, siteName: text(160), on: orNull(calendarDate()), source: text(200), kilometres }),
])
export type RouteFinding = Infer<typeof RouteFinding>

export const LegArea = record({ area: text(12), name: text(160), roadblocks: Looked, events: yesOrNo() })
export const RouteLeg = record({
  from: text(160),
  to: orNull(text(160)),
  since: calendarDate(),
  until: calendarDate(),
  mode: orNull(text(40)),
  road: orNull(text(400)),
  basis: LegBasis,
  match: LegMatch,
  /** Names of the roads that fit. */
  roads: listOf(text(120)),
  findings: orNull(listOf(RouteFinding)),
  /** Which of the areas that it crosses somebody looked at in these days. `null`: the reader is not told. */
  looked: orNull(record({ roadblocks: Looked, events: yesOrNo(), areas: listOf(LegArea) })),
})
export type RouteLeg = Infer<typeof RouteLeg>
/** For committees: which kinds of finding a territoire on the way has, and which classes of operator. Never how many, where or who. */
export const RouteArea = record({
  area: text(12),
  name: text(160),
  kinds: listOf(FindingKind),
  operators: listOf(OperatorClass),
  roadblocks: Looked,
  events: yesOrNo(),
})
export type RouteArea = Infer<typeof RouteArea>

export const LotRoute = record({
  lot: LotId,
  number: text(),
  formedOn: calendarDate(),
  legs: listOf(RouteLeg, 1_000),
  territoires: orNull(listOf(RouteArea)),
  /** Numbers that this house chose. */
  rules: record({ corridorKm: decimal(), roadKm: decimal(), staleDays: count(), eventDays: count(), redKm: decimal() }),
  /** Of the events that were looked through, where there are more. */
  cut: orNull(Cut),
  withheld: listOf(exactly(RESTRICTED)),
})
export type LotRoute = Infer<typeof LotRoute>
