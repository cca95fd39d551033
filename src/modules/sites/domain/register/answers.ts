/*
What a reader of sites gets back over HTTP: one schema per answer, used by the routes, the API page and the screens. Days are
calendar dates, instants end in `At`. A field that is absent in an observation was not asked; `null` in an answer is "none known".
No answer holds the name of a person.
*/
import {
  type Infer,
  anything,
  calendarDate,
  count,
  decimal,
  id,
  instant,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  text,
  whole,
  yesOrNo,
} from '../../../../kernel/schema.ts'
import { LocatedPosition, StatedPlace } from '../../../places/contract.ts'
import { PositionPrecision } from './precision.ts'
import { ActivityStatus, FactSource, Mineral, ReportedColour, SiteObservation, TraceabilityScheme } from '../../contract-observations.ts'

export const ShownColour = oneOf('green', 'yellow', 'red', 'blue', 'none')
export const ShownInternal = oneOf('NONE', 'BLUE_PENDING', 'BLUE_ACTIVE', 'BLUE_LAPSED_GREEN', 'GREEN', 'YELLOW', 'RED')
export const Basis = oneOf('order', 'blue-application', 'reported', 'none')
const Allowed = oneOf('yes', 'no', 'review', 'derogation')
export const Allows = record({ allocateTags: Allowed, produce: Allowed, move: Allowed, certify: Allowed })

const LapseShown = { colour: oneOf('green', 'yellow', 'red', 'blue'), on: calendarDate() }
/** What people read, see `domain/lapse.ts`; `days` since the lapse. `colour`, `internal` and `validUntil` beside it are what the rule says. */
const legibleFields = { shown: ShownColour, lapse: orNull(record({ ...LapseShown, days: count() })) }

/** The standing as a list shows it. `daysLeft` is 0 once the clock ran out, `null` without a clock. */
export const StandingShort = record({
  ...legibleFields,
  colour: ShownColour,
  internal: ShownInternal,
  basis: Basis,
  since: orNull(calendarDate()),
  validUntil: orNull(calendarDate()),
  lapsed: yesOrNo(),
  daysLeft: orNull(count()),
  orderNumber: orNull(text()),
  orderSignedOn: orNull(calendarDate()),
  held: yesOrNo(),
})
export type StandingShort = Infer<typeof StandingShort>

/** `GET /api/sites/:site/standing`, and part of the page of one site. */
export const StandingAnswer = record({
  site: id('site'),
  asOf: calendarDate(),
  knownAt: instant(),
  ...legibleFields,
  internal: ShownInternal,
  colour: ShownColour,
  wireCode: whole(),
  basis: Basis,
  since: orNull(calendarDate()),
  validUntil: orNull(calendarDate()),
  lapsed: yesOrNo(),
  daysLeft: orNull(count()),
  orderNumber: orNull(text()),
  orderSignedOn: orNull(calendarDate()),
  /** The ruling order's own first day: later than `since` where it extends a colour that an order before it gave. */
  orderEffectiveFrom: maybe(calendarDate()),
  /** `null`: no publication of the order that rules was known by then; absent: no order rules, or its publication is not known here. */
  orderPublishedOn: maybe(orNull(calendarDate())),
  hold: orNull(record({ by: text(), reason: text(), from: calendarDate() })),
  allows: Allows,
  rulebook: record({ id: text(), hash: text() }),
})

export const AreaShown = record({ code: text(12), name: text(), kind: text() })
export const SiteRow = record({
  id: id('site'),
  name: text(),
  nationalId: text(),
  icglrId: orNull(text()),
  minerals: listOf(Mineral),
  /** Where the position lies. */
  province: orNull(AreaShown),
  territoire: orNull(AreaShown),
  /** What the papers say; may differ, and neither corrects the other. */
  stated: StatedPlace,
  standing: StandingShort,
  /** Last day on which somebody stood on the site; `null`: nobody is known to have. */
  lastVisitOn: orNull(calendarDate()),
})
export type SiteRow = Infer<typeof SiteRow>

/** Whether positions and ICGLR identifiers are whole, or rounded and shortened, for this reader. */
const precise = { positionPrecision: PositionPrecision }
const perColour = { green: count(), yellow: count(), red: count(), blue: count(), none: count() }
/** `GET /api/sites`. `byColour` counts the filtered list before paging, by the colour that people read, `lapsedByColour` those whose clock ran out. */
export const SiteList = record({
  ...precise,
  asOf: calendarDate(),
  knownAt: instant(),
  total: count(),
  page: count(),
  pageSize: count(),
  byColour: record(perColour),
  lapsedByColour: record(perColour),
  sites: listOf(SiteRow, 500),
})
export type SiteList = Infer<typeof SiteList>

/** `GET /api/sites/map`: one short record per site that has a position. */
export const MapSite = record({
  id: id('site'),
  name: text(),
  lat: decimal(),
  lon: decimal(),
  /** The colour that people read. */
  shown: ShownColour,
  /** Day on which that colour ran out; `null` while it runs. */
  lapsedOn: orNull(calendarDate()),
  basis: Basis,
  held: yesOrNo(),
  minerals: listOf(Mineral),
  lastVisitOn: orNull(calendarDate()),
})
export const SiteMap = record({
  ...precise,
  asOf: calendarDate(),
  knownAt: instant(),
  withoutPosition: count(),
  sites: listOf(MapSite, 100_000),
})
export type SiteMap = Infer<typeof SiteMap>

/** The author's territory did not hold the site. */
const away = { outsideTerritory: maybe(yesOrNo()) }
const voidable = { voidedAt: orNull(instant()), voidReason: orNull(text(2000)) }
export const VisitShown = record({
  id: id('event'),
  on: calendarDate(),
  onSite: yesOrNo(),
  notVisitedReason: orNull(text()),
  source: FactSource,
  position: orNull(LocatedPosition),
  stated: orNull(StatedPlace),
  observed: SiteObservation,
  /** Interference of armed actors: the source's own flag, or any kind of any actor where the flag was not asked. `null`: not asked. */
  armedInterference: orNull(yesOrNo()),
  /** Whether the site had a green colour, not lapsed, on that day by what is known now. */
  greenThen: yesOrNo(),
  learnedAt: instant(),
  ...away,
  ...voidable,
})
export const ReportShown = record({
  id: id('event'),
  on: calendarDate(),
  reported: ReportedColour,
  asWritten: orNull(text()),
  source: FactSource,
  observed: orNull(SiteObservation),
  learnedAt: instant(),
  ...away,
  ...voidable,
})
export const TraceabilityShown = record({
  id: id('event'),
  on: calendarDate(),
  scheme: TraceabilityScheme,
  asWritten: orNull(text()),
  source: FactSource,
  learnedAt: instant(),
  ...away,
  ...voidable,
})
export const HoldShown = record({
  hold: id('hold'),
  by: text(),
  reason: text(),
  from: calendarDate(),
  liftedOn: orNull(calendarDate()),
  learnedAt: instant(),
})
export const BlueShown = record({
  application: id('blue-application'),
  exporter: id('organisation'),
  riskAssessment: record({ reference: text(), date: calendarDate() }),
  receipts: listOf(record({ level: text(), on: calendarDate(), recordedAt: instant() })),
  objections: listOf(record({ criterion: text(), by: text(), on: calendarDate(), recordedAt: instant() })),
  learnedAt: instant(),
})
export const PeriodShown = record({
  from: calendarDate(),
  to: orNull(calendarDate()),
  internal: ShownInternal,
  colour: ShownColour,
  shown: ShownColour,
  lapse: orNull(record(LapseShown)),
  basis: Basis,
  lapsed: yesOrNo(),
  orderNumber: orNull(text()),
  validUntil: orNull(calendarDate()),
  held: yesOrNo(),
})
export const SiteOrderShown = record({
  order: id('order'),
  number: text(),
  orderKind: text(),
  colour: ShownColour,
  proposed: orNull(ShownColour),
  deviationReason: orNull(text(2000)),
  inspection: orNull(id('inspection')),
  signedOn: calendarDate(),
  effectiveFrom: calendarDate(),
  until: orNull(calendarDate()),
  publishedOn: orNull(calendarDate()),
  annulledOn: orNull(calendarDate()),
  learnedAt: instant(),
})

/**
 * `GET /api/sites/:site?asOf=&knownAt=`: everything that the page of one site draws, newest first except the periods. The entry in the
 * register (names, minerals, place) and the phase of an inspection are those of today, whatever `knownAt` says.
 */
export const SitePage = record({
  ...precise,
  id: id('site'),
  name: text(),
  aliases: listOf(text()),
  nationalId: text(),
  icglrId: orNull(text()),
  country: text(),
  minerals: listOf(Mineral),
  activity: orNull(ActivityStatus),
  position: orNull(LocatedPosition),
  province: orNull(AreaShown),
  territoire: orNull(AreaShown),
  stated: StatedPlace,
  /** The stated place and the computed one name different areas. */
  placeDiffers: record({ province: yesOrNo(), territoire: yesOrNo() }),
  registeredOn: calendarDate(),
  source: FactSource,
  standing: StandingAnswer,
  periods: listOf(PeriodShown),
  lastVisitOn: orNull(calendarDate()),
  lastReportOn: orNull(calendarDate()),
  lastTraceability: orNull(record({ on: calendarDate(), scheme: TraceabilityScheme })),
  visits: listOf(VisitShown),
  reports: listOf(ReportShown),
  traceability: listOf(TraceabilityShown),
  orders: listOf(SiteOrderShown),
  holds: listOf(HoldShown),
  blueApplications: listOf(BlueShown),
  inspections: listOf(
    record({
      inspection: id('inspection'),
      on: calendarDate(),
      onSite: yesOrNo(),
      phase: text(),
      result: orNull(ShownColour),
      /** Criteria that some member answered as violated, by what was known then. */
      violated: maybe(listOf(text(40))),
    }),
  ),
})
export type SitePage = Infer<typeof SitePage>

const Waiting = record({
  site: id('site'),
  name: text(),
  nationalId: text(),
  standing: StandingShort,
  /** The day that makes it urgent: end of the status, or the day of the finding. */
  day: orNull(calendarDate()),
})
const WaitingInspection = record({
  inspection: id('inspection'),
  site: id('site'),
  name: text(),
  on: calendarDate(),
  result: orNull(ShownColour),
})
const WaitingMission = record({
  mission: id('mission'),
  missionKind: text(),
  plannedFrom: calendarDate(),
  plannedTo: calendarDate(),
  sites: count(),
  phase: text(),
})
const counted = <Item extends ReturnType<typeof record>>(item: Item) => record({ count: count(), first: listOf(item, 500) })
/** `GET /api/status/attention?page=&pageSize=`: what waits; `count` is the whole, `first` the most urgent ones or the page asked for. */
export const Attention = record({
  asOf: calendarDate(),
  expiringIn30Days: counted(Waiting),
  greenWithInterference: counted(Waiting),
  lapsedGreens: counted(Waiting),
  inspectionsToReview: counted(WaitingInspection),
  /** Sent back by the reviewer with a reason; absent from servers of before. */
  inspectionsReturned: maybe(counted(WaitingInspection)),
  missionsInProgress: counted(WaitingMission),
})
export type Attention = Infer<typeof Attention>

export const figureNames = [
  'sites',
  'everGreen',
  'newestGreen',
  'newestGreenLapsed',
  'interferenceOnOrAfterGreen',
  'interferenceWhileGreen',
  'neverVisited',
  'neverVisitedSince',
] as const
export const FigureName = oneOf(...figureNames)
export type FigureName = Infer<typeof FigureName>
/** `GET /api/reports/validity?asOf=&unvisitedYears=`. `neverVisitedSince` counts sites on which nobody stood since that day, or ever. */
export const ValidityAnswer = record({
  asOf: calendarDate(),
  knownAt: instant(),
  sites: count(),
  everGreen: count(),
  newestGreen: count(),
  newestGreenLapsed: count(),
  interferenceOnOrAfterGreen: count(),
  interferenceWhileGreen: count(),
  neverVisited: count(),
  neverVisitedSince: record({ day: calendarDate(), sites: count() }),
})
export type ValidityAnswer = Infer<typeof ValidityAnswer>
/** `GET /api/reports/validity/:figure?asOf=&page=`: the sites behind one number. */
export const FigureList = record({
  figure: FigureName,
  asOf: calendarDate(),
  knownAt: instant(),
  total: count(),
  page: count(),
  pageSize: count(),
  sites: listOf(
    record({
      id: id('site'),
      name: text(),
      nationalId: text(),
      firstGreenOn: orNull(calendarDate()),
      newestGreenOn: orNull(calendarDate()),
      lastVisitOn: orNull(calendarDate()),
      /** Days with armed interference that made it count. */
      interferenceOn: listOf(calendarDate()),
    }),
  ),
})
export type FigureList = Infer<typeof FigureList>

export const Rulebooks = record({
  rulebooks: listOf(record({ id: text(), from: calendarDate(), title: text(), hash: text(), values: anything() })),
  criteria: listOf(
    record({
      id: text(),
      level: oneOf('R', 'Y', 'P'),
      evidence: oneOf('V', 'S', 'U', 'D'),
      source: text(),
      violation: record({ fr: text(2000), en: text(2000) }),
    }),
  ),
})
