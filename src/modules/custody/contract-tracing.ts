/*
Tracing: what a reader gets back when asking of what a lot is made, where the production of a site went, and which lots touched
somebody or something. Amounts are whole grams, gold in whole milligrams beside; every sum is exact.

How an answer counts, in one place:
- A lot is a point, every draw an arrow with its amount. What a lot holds is in proportion to what was drawn for it; what was lost on
  the way was lost in proportion. What it weighs beyond its inputs has no origin.
- `asOf`: only lots made and draws done on or before that day, as known today; a record that was declared a mistake never counts.
- Bounds say what is proven: the least and the most that can have come from a site whatever part of each lot went where. Draws and
  weights are taken as recorded; of what was lost, kept or taken by others nobody knows which part it was. Grams without an origin
  count for no site.
*/
import {
  type Infer,
  calendarDate,
  count,
  decimal,
  grams,
  instant,
  listOf,
  maybe,
  milligrams,
  oneOf,
  orNull,
  record,
  text,
  yesOrNo,
} from '../../kernel/schema.ts'
import { OrganisationId } from '../people/contract.ts'
import { InternalStatus, Mineral, SiteId } from '../sites/contract.ts'
import { LotId, LotKind, LotState } from './contract.ts'

/** Who answered, and how much of the log it knew. The record itself answers, slower, when the engine is not ready or is behind. */
const answered = {
  answeredBy: oneOf('engine', 'reference'),
  position: count(),
  asOf: orNull(calendarDate()),
} as const

/** `milligrams` for gold alone; `grams` is then the value rounded, for lists. */
export const Amount = record({ grams: grams(), milligrams: orNull(milligrams()) })
export type Amount = Infer<typeof Amount>

/* ---- of what is this lot made ---- */

/** What the standing of the site was on the production day, as the record of each bag keeps it; `null`: not kept. */
const StandingCount = record({ status: orNull(InternalStatus), lots: count() })

export const SitePart = record({
  site: SiteId,
  siteName: orNull(text()),
  amount: Amount,
  hundredthsOfPercent: count(),
  /** The least and the most of the lot that can have come from the site. */
  least: Amount,
  most: Amount,
  /** `exact`: both can really be reached. `sound`: the truth is between them, they may be closer. */
  proven: oneOf('exact', 'sound'),
  /** Bags (or other first lots) of the site in the lot. */
  lots: count(),
  producedFrom: orNull(calendarDate()),
  producedTo: orNull(calendarDate()),
  standings: listOf(StandingCount, 20),
  /** Of those bags: how many a rule or a person holds, and how many lay on a site that might not produce on that day (F04). */
  held: count(),
  withoutRight: count(),
})
export type SitePart = Infer<typeof SitePart>

/** Part of the lot that no site answers for, and why. They sum to `total`. */
export const Unexplained = record({
  total: Amount,
  hundredthsOfPercent: count(),
  /** From bags or first lots whose site nobody knows. */
  siteUnknown: Amount,
  /** Weight that came on the way: a lot heavier than its inputs, a second scale that showed more. */
  gained: Amount,
  /** From lots of which more was drawn than they held. */
  overdrawn: Amount,
  /** From records that were declared a mistake. */
  voided: Amount,
})

export const TracePaper = record({
  number: text(),
  kind: text(),
  validFrom: orNull(calendarDate()),
  validUntil: orNull(calendarDate()),
  lots: count(),
})
/** An organisation through whose hands the lot, or something in it, went. */
export const TraceHand = record({
  organisation: OrganisationId,
  name: orNull(text()),
  since: calendarDate(),
  lots: count(),
})

/**
 * The flow, small enough for a picture whatever the size of the record: sites, then lots by what was done, then the lot. Small ones of a
 * layer are put together (`lots` > 1, `lot` null).
 */
export const FlowLayer = oneOf('site', 'purchase', 'processing', 'lot')
export const FlowNode = record({
  key: text(60),
  layer: FlowLayer,
  /** `null` for what was put together. */
  label: orNull(text()),
  lot: orNull(LotId),
  site: orNull(SiteId),
  kind: orNull(LotKind),
  lots: count(),
  amount: Amount,
  holder: orNull(OrganisationId),
  held: yesOrNo(),
})
export const FlowLink = record({ from: text(60), to: text(60), amount: Amount })
export const Flow = record({ nodes: listOf(FlowNode, 200), links: listOf(FlowLink, 2_000) })
export type Flow = Infer<typeof Flow>

/** Where the way touched the ground, in order. Coordinates of sites are rounded for who is not cleared; depots have names only. */
export const WayPlace = record({
  what: oneOf('site', 'depot', 'road'),
  site: orNull(SiteId),
  name: text(),
  organisation: orNull(OrganisationId),
  latitude: orNull(decimal()),
  longitude: orNull(decimal()),
  exact: yesOrNo(),
  from: orNull(calendarDate()),
  to: orNull(calendarDate()),
  lots: count(),
})

export const LotComposition = record({
  ...answered,
  lot: LotId,
  number: text(),
  kind: LotKind,
  /** `quarantined` also when something inside of it is held. */
  state: LotState,
  mineral: Mineral,
  mass: Amount,
  holder: OrganisationId,
  holderName: orNull(text()),
  formedOn: calendarDate(),
  /** Lots and draws beneath, the lot itself included. */
  nodes: count(),
  draws: count(),
  /** Heaviest first. With `unexplained.total` they sum to `mass`. */
  sites: listOf(SitePart, 5_000),
  unexplained: Unexplained,
  papers: listOf(TracePaper, 200),
  hands: listOf(TraceHand, 500),
  /** More papers or places than are listed. */
  shortened: yesOrNo(),
  flow: Flow,
  way: listOf(WayPlace, 500),
})
export type LotComposition = Infer<typeof LotComposition>
export const CompositionQuery = record({ asOf: maybe(calendarDate()) })

/* ---- where did this site's production go ---- */

export const ReachedLot = record({
  lot: LotId,
  number: text(),
  kind: LotKind,
  state: LotState,
  mass: Amount,
  /** How much of it comes from what was asked about. */
  amount: Amount,
  holder: OrganisationId,
  holderName: orNull(text()),
  formedOn: calendarDate(),
  certificate: orNull(text()),
})
/** By what it is now: where the amounts lie. They sum to what was produced, less what was lost. */
export const WhereNow = record({ state: oneOf('held', 'in-transit', 'quarantined', 'exported', 'lost'), lots: count(), amount: Amount })
export const WhoHas = record({ organisation: OrganisationId, name: orNull(text()), lots: count(), amount: Amount })

export const SiteImpact = record({
  ...answered,
  site: SiteId,
  siteName: orNull(text()),
  since: orNull(calendarDate()),
  mineral: orNull(Mineral),
  /** One for each mineral of the site, since grams of gold and of tin are not summed. */
  minerals: listOf(
    record({
      mineral: Mineral,
      produced: Amount,
      bags: count(),
      producedFrom: orNull(calendarDate()),
      producedTo: orNull(calendarDate()),
      /** Lots that hold some of it, bags not counted. */
      lotsReached: count(),
      exported: Amount,
      exportLots: count(),
      now: listOf(WhereNow, 5),
      holders: listOf(WhoHas, 500),
    }),
    10,
  ),
  /** The lots reached that you may see, most of the site's first; at most 200. */
  lots: listOf(ReachedLot, 200),
  shortened: yesOrNo(),
})
export type SiteImpact = Infer<typeof SiteImpact>
/** `since`: produced on that day or later. */
export const ImpactQuery = record({ since: maybe(calendarDate()), asOf: maybe(calendarDate()) })

/* ---- which lots touched this trader, depot, road, paper, tag ---- */

/** Exactly one of the five. */
export const TouchedQuery = record({
  organisation: maybe(OrganisationId),
  /** A depot or a place of a leg, as written. */
  place: maybe(text(120)),
  /** A road, as written on the transport. */
  road: maybe(text(120)),
  paper: maybe(text(60)),
  tag: maybe(text(40)),
  since: maybe(calendarDate()),
  asOf: maybe(calendarDate()),
})
export const TouchedLot = record({
  lot: LotId,
  number: text(),
  kind: LotKind,
  state: LotState,
  mineral: Mineral,
  mass: Amount,
  holder: OrganisationId,
  holderName: orNull(text()),
  formedOn: calendarDate(),
  /** The first day on which it touched; `null` for a lot that only holds something that did. */
  touchedOn: orNull(calendarDate()),
})
export const Touched = record({
  ...answered,
  what: oneOf('organisation', 'place', 'road', 'paper', 'tag'),
  /** As asked; the name of the organisation where there is one. */
  label: text(),
  /** Lots that touched it themselves, newest first; at most 200 that you may see. */
  lots: listOf(TouchedLot, 200),
  direct: count(),
  /** Lots that hold something of those, and the export lots among them. */
  reached: listOf(TouchedLot, 200),
  beyond: count(),
  exportLots: count(),
  shortened: yesOrNo(),
})
export type Touched = Infer<typeof Touched>

/* ---- how the engine is ---- */

/** For whoever runs the server and for a page that shows freshness. */
export const TraceEngineState = record({
  engine: oneOf('ready', 'starting', 'behind', 'down', 'off'),
  position: count(),
  head: count(),
  lots: count(),
  draws: count(),
  bytes: count(),
  /** How it came up: from its snapshot and what the log had since, or from the record whole. */
  from: orNull(oneOf('snapshot', 'record')),
  readyInMilliseconds: orNull(count()),
  readyAt: orNull(instant()),
})
export type TraceEngineState = Infer<typeof TraceEngineState>
