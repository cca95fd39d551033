/*
Flow monitoring as it travels: points where passing groups are counted, what was counted, and what follows from it. Groups are observed, nobody is asked or named, and who
counted is an account and a device. A count is always taken, also when its parts do not add up: that is a finding. Answers hold no number below the least cell.
*/
import {
  type Infer,
  calendarDate,
  count,
  decimal,
  exactly,
  instant,
  keyed,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { SiteId } from '../sites/contract.ts'
import { FlowCountId, FlowPointId } from './contract-ids.ts'
import type { RushFigures } from './contract-rush.ts'

export { FlowCountId, FlowPointId } from './contract-ids.ts'

/* ---- points ---- */

export const PointType = oneOf('border-official', 'border-unofficial', 'transport-hub', 'mine-access')
export type PointType = Infer<typeof PointType>
export const SuspensionReason = oneOf('security', 'access', 'weather', 'staff', 'funds', 'other')
export type SuspensionReason = Infer<typeof SuspensionReason>
export const OpenPoint = record({
  /** Short, as files call it; one point has it. */
  code: text(24),
  name: text(120),
  type: PointType,
  /** P-code of the territoire or soum. */
  area: text(12),
  /** The site whose axis it stands on. */
  site: maybe(SiteId),
  from: calendarDate(),
})
export type OpenPoint = Infer<typeof OpenPoint>
export const SuspendPoint = record({ from: calendarDate(), reason: SuspensionReason })
/** The first day on which it counts again. */
export const ResumePoint = record({ from: calendarDate() })
/** The first day on which it no longer stands. */
export const ClosePoint = record({ from: calendarDate() })

/* ---- what was counted ---- */

export const FlowDirection = oneOf('in', 'out', 'transit')
export type FlowDirection = Infer<typeof FlowDirection>
export const Transport = oneOf('foot', 'bike', 'moto', 'car', 'truck', 'bus', 'boat', 'train', 'plane', 'animal')
export const FlowReason = oneOf(
  ...([
    'work-mining',
    'work-other',
    'trade',
    'family',
    'return',
    'conflict',
    'disaster',
    'health',
    'education',
    'seasonal',
    'other',
  ] as const),
)
export type FlowReason = Infer<typeof FlowReason>
export const Stay = oneOf('under-week', 'week-to-3-months', 'to-year', 'over-year')
/** ISO 3166-1, three letters. */
export const Country3 = text(3)
export const FlowPlace = record({ country: maybe(Country3), adm1: maybe(text(12)), adm2: maybe(text(12)) })
export type FlowPlace = Infer<typeof FlowPlace>
/** `null`: not counted, which is not 0. */
const counted = orNull(count())
export const Vulnerable = record({ pregnant: counted, elderly: counted, disability: counted, unaccompanied: counted })
/** A group that passed, as it was observed. One person alone is a group of one. */
export const FlowGroup = record({
  /** Hour of the wall clock at the point. */
  hour: orNull(whole().min(0).max(23)),
  direction: FlowDirection,
  size: whole().min(1, 'empty-group').max(20_000, 'too-many'),
  women: counted,
  men: counted,
  girls: counted,
  boys: counted,
  under5: counted,
  vulnerable: maybe(Vulnerable),
  from: maybe(FlowPlace),
  to: maybe(FlowPlace),
  nationalities: maybe(listOf(record({ iso3: Country3, n: whole().min(1) }), 20)),
  transport: orNull(Transport),
  reason: orNull(FlowReason),
  stay: orNull(Stay),
})
export type FlowGroup = Infer<typeof FlowGroup>
/** No groups: somebody counted all day and nobody passed. That is not the same as a day on which nobody counted. */
export const RecordCount = record({ point: FlowPointId, day: calendarDate(), groups: listOf(FlowGroup, 500) })
export type RecordCount = Infer<typeof RecordCount>
export const WithdrawReason = oneOf('counted-twice', 'wrong-point', 'wrong-day', 'mistyped', 'invented')
export const WithdrawCount = record({ reason: WithdrawReason })

/** Passages by the keys of one question; what nobody said is `unknown`. */
const ByKey = keyed(count())
/** What one sending adds to its day. `fitting`: the groups of which every part was counted and adds up. */
export const DaySums = record({
  groups: count(),
  passages: count(),
  /** Groups whose women, men, girls and boys do not add up to their size: counted as passages, left out of the parts. */
  misfits: count(),
  /** Groups that nobody divided. */
  undivided: count(),
  fitting: record({ groups: count(), passages: count(), women: count(), men: count(), girls: count(), boys: count(), under5: count() }),
  vulnerable: record({ pregnant: count(), elderly: count(), disability: count(), unaccompanied: count() }),
  by: record({ direction: ByKey, reason: ByKey, transport: ByKey, stay: ByKey, from: ByKey, to: ByKey, nationality: ByKey }),
})
export type DaySums = Infer<typeof DaySums>
export type FlowDimension = keyof DaySums['by']

/* ---- answers ---- */

export const ShownNumber = taggedBy('is', [record({ is: exactly('shown'), n: count() }), record({ is: exactly('few') })])
export type ShownNumber = Infer<typeof ShownNumber>
export const FlowRules = record({
  least: count(),
  floorTo: count(),
  recentDays: count(),
  earlierDays: count(),
  factor: decimal(),
  leastRecent: count(),
  leastEarlier: count(),
  /** Of one file of group rows. */
  mostRows: count(),
  mark: exactly('D'),
})
/** Means of passages a day over days that were counted; never told without how many those are. */
export const Boom = record({
  is: oneOf('alert', 'quiet', 'too-few-days'),
  recent: orNull(decimal()),
  earlier: orNull(decimal()),
  recentDays: count(),
  earlierDays: count(),
  until: calendarDate(),
})
export type Boom = Infer<typeof Boom>
export const PointState = oneOf('counting', 'suspended', 'closed')
export const PointLine = record({
  id: FlowPointId,
  code: text(24),
  name: text(120),
  type: PointType,
  area: text(12),
  areaName: text(160),
  site: orNull(SiteId),
  zone: text(40),
  state: PointState,
  suspension: orNull(record({ from: calendarDate(), reason: SuspensionReason })),
  from: calendarDate(),
})
export type PointLine = Infer<typeof PointLine>
export const PointFlow = record({
  point: PointLine,
  countedDays: count(),
  suspendedDays: count(),
  /** Open, not suspended, and nobody counted. Never zero passages. */
  uncountedDays: count(),
  /** Of the days that may be told; `fewDays` are those below the least cell, left out. */
  passages: count(),
  fewDays: count(),
  daily: orNull(decimal()),
  /** Whole percent of told numbers, or `null` where either part is too small to be told. */
  minors: orNull(count()),
  mining: orNull(count()),
  /** Passages in for each one out. */
  inOut: orNull(decimal()),
  /** Only for who keeps points. */
  misfits: orNull(count()),
  boom: Boom,
})
export type PointFlow = Infer<typeof PointFlow>
export const KeyCount = record({ key: text(40), name: text(160), passages: ShownNumber })
/** The months of which parts, origins, reasons, nationalities and shares are told: those that the days touch and that are over. */
const Months = listOf(text(7))
export const Flows = record({
  from: calendarDate(),
  until: calendarDate(),
  months: Months,
  points: listOf(PointFlow),
  origins: listOf(KeyCount),
  reasons: listOf(KeyCount),
  /** Cells of nationality and point; without sums. */
  nationalities: record({ keys: listOf(text(12)), rows: listOf(record({ point: FlowPointId, cells: listOf(ShownNumber) })) }),
  keeps: yesOrNo(),
  counts: yesOrNo(),
  rules: FlowRules,
})
export type Flows = Infer<typeof Flows>
/** One month that is over, of a point or of all points of a site's axis; `null` where nothing is told. */
export const FlowMonth = record({
  month: text(7),
  minors: orNull(count()),
  mining: orNull(count()),
  inOut: orNull(decimal()),
  into: orNull(count()),
  out: orNull(count()),
})
export type FlowMonth = Infer<typeof FlowMonth>
/** All points that stand on the axis of a site, together and one by one. */
export const AxisFlow = record({
  ...{ from: calendarDate(), until: calendarDate(), months: listOf(FlowMonth), points: listOf(PointFlow) },
  ...{ passages: count(), fewDays: count(), minors: orNull(count()), mining: orNull(count()), inOut: orNull(decimal()) },
  ...{ origins: listOf(KeyCount), reasons: listOf(KeyCount), rules: FlowRules },
})
export type AxisFlow = Infer<typeof AxisFlow>
export const DayState = oneOf('counted', 'suspended', 'uncounted', 'closed')
export type DayState = Infer<typeof DayState>
export const FlowDay = record({ day: calendarDate(), state: DayState, passages: orNull(ShownNumber), misfits: orNull(count()) })
export type FlowDay = Infer<typeof FlowDay>
export const PointDetail = record({
  flow: PointFlow,
  days: listOf(FlowDay),
  months: listOf(FlowMonth),
  origins: listOf(KeyCount),
  reasons: listOf(KeyCount),
  parts: record({ women: ShownNumber, men: ShownNumber, girls: ShownNumber, boys: ShownNumber }),
  /** Sendings, newest first, at most a hundred. */
  sendings: listOf(
    record({
      id: FlowCountId,
      day: calendarDate(),
      source: oneOf('telephone', 'file'),
      groups: orNull(count()),
      misfits: orNull(count()),
      at: instant(),
      withdrawn: orNull(WithdrawReason),
    }),
  ),
  /** Groups whose parts do not add up, newest first, at most fifty. */
  findings: listOf(record({ day: calendarDate(), hour: orNull(whole()), size: count(), sum: count() })),
  keeps: yesOrNo(),
  rules: FlowRules,
})
export type PointDetail = Infer<typeof PointDetail>
export const Points = record({ points: listOf(PointLine), counts: yesOrNo(), keeps: yesOrNo() })
export type Points = Infer<typeof Points>

/* ---- for other modules ---- */

export interface FlowAlert {
  readonly point: FlowPointId
  readonly name: string
  readonly area: string
  readonly site: string | null
  /** Both means are there: without them nothing is an alert. */
  readonly boom: RushFigures
}
export interface MobilityDoor<Tx> {
  /** Points on whose axis far more people pass than before, by the clock of the server. */
  readonly alerts: (tx: Tx, tenant: string) => Promise<readonly FlowAlert[]>
}
