/*
Layers of conflict for the map (and what was told of places by those who protect persons, as it was told once), and facts that contradict a status. Every feature says by whom it is told, of which day, how sure it is and whether somebody looked;
what is known of an area alone has no geometry here, and the screen lays it over the boundaries.
*/
import {
  type Infer,
  calendarDate,
  count,
  decimal,
  exactly,
  grams,
  listOf,
  maybe,
  numberInUrl,
  oneOf,
  orNull,
  record,
  text,
  yesOrNo,
} from '../../kernel/schema.ts'
import { Cut } from './contract-cut.ts'
import { Mineral, SiteId } from '../sites/contract.ts'
import { Freshness, Looked, RESTRICTED } from './contract-roads.ts'

export const ConflictLayer = oneOf('events', 'sheets', 'roadblocks', 'roads', 'told')
export type ConflictLayer = Infer<typeof ConflictLayer>
const coordinates = listOf(decimal(), 2)
export const ConflictFeature = record({
  type: exactly('Feature'),
  geometry: orNull(record({ type: oneOf('Point', 'LineString'), coordinates: listOf(decimal(), 2).or(listOf(coordinates, 300)) })),
  properties: record({
    layer: ConflictLayer,
    key: text(160),
    title: text(600),
    /** Codes: kind of violence, class of operator, interference. */
    kinds: listOf(text(40), 20),
    area: orNull(text(12)),
    areaName: orNull(text(160)),
    /** Of an area: how many; `null` where there is no number to tell. */
    events: orNull(count()),
    /** Of what was told of a place: ten or more, rounded down to ten. Never added up: one person may stand behind several lines. */
    persons: orNull(count()),
    on: orNull(calendarDate()),
    freshness: orNull(Freshness),
    /** As the source states it: precision of a place, or letters and digits of the Admiralty scale. */
    confidence: orNull(text(40)),
    source: text(400),
    licence: orNull(text(60)),
    looked: Looked,
    /** Leaves the house in no file. */
    mayBeShared: yesOrNo(),
  }),
})
export type ConflictFeature = Infer<typeof ConflictFeature>
export const LayersQuery = record({ from: maybe(calendarDate()), until: maybe(calendarDate()) })
export const LayersAnswer = record({
  from: calendarDate(),
  until: calendarDate(),
  layers: listOf(
    record({
      layer: ConflictLayer,
      collection: record({ type: exactly('FeatureCollection'), features: listOf(ConflictFeature, 20_000) }),
      withheld: listOf(exactly(RESTRICTED)),
      cut: orNull(Cut),
    }),
  ),
})
export type LayersAnswer = Infer<typeof LayersAnswer>

/* ---- facts that contradict a status ---- */

export const TellingFact = record({
  what: oneOf('event', 'roadblock', 'sheet'),
  title: text(600),
  on: calendarDate(),
  source: text(400),
  kilometres: orNull(decimal()),
})
export type TellingFact = Infer<typeof TellingFact>
export const Contradiction = record({
  /** `armed-beside-status`: armed actors are told of after the status began. `red-not-looked`: nobody looked since it became red. */
  kind: oneOf('armed-beside-status', 'red-not-looked'),
  site: SiteId,
  siteName: text(160),
  territoire: orNull(text(12)),
  status: oneOf('green', 'yellow', 'red'),
  since: orNull(calendarDate()),
  statusSource: text(160),
  fact: orNull(TellingFact),
  lastVisitOn: orNull(calendarDate()),
})
export type Contradiction = Infer<typeof Contradiction>
const Moved = record({ from: calendarDate(), until: calendarDate(), grams: grams(), lots: count() })
export const RedNeighbour = record({
  red: SiteId,
  redName: text(160),
  redSince: calendarDate(),
  redSource: text(160),
  site: SiteId,
  siteName: text(160),
  territoire: orNull(text(12)),
  status: text(20),
  mineral: Mineral,
  kilometres: orNull(decimal()),
  /** The road on which both lie. */
  road: orNull(text(120)),
  before: Moved,
  after: Moved,
})
export type RedNeighbour = Infer<typeof RedNeighbour>
export const ChecksQuery = record({ km: maybe(numberInUrl().min(1, 'too-near').max(100, 'too-far')) })
export const ChecksAnswer = record({
  km: decimal(),
  today: calendarDate(),
  /** `null`: not for the reader. */
  contradictions: orNull(listOf(Contradiction)),
  neighbours: orNull(listOf(RedNeighbour)),
  territoires: listOf(record({ area: text(12), name: text(160), contradictions: count(), neighbours: count() })),
  /** Of the events that were looked through, where there are more. */
  cut: orNull(Cut),
  withheld: listOf(exactly(RESTRICTED)),
})
export type ChecksAnswer = Infer<typeof ChecksAnswer>
