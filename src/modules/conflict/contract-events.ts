/*
Events of violence as outside sources report them (UCDP, or a file of the operator's own): words that an importer says and a map reads. An event
is somebody else's claim about a day and a place; how well day and place are known is part of it and is never improved here. What a source knows
only of a territoire, a province or the country has no point at all in any answer.
*/
import {
  type Infer,
  calendarDate,
  count,
  exactly,
  id,
  type Id,
  listOf,
  oneOf,
  orNull,
  position,
  record,
  text,
  yesOrNo,
} from '../../kernel/schema.ts'

export const ConflictImportId = id('conflict-import')
export type ConflictImportId = Id<'conflict-import'>

/** `own`: a file of the operator's, whose terms may forbid sharing. */
export const ConflictSource = oneOf('ucdp-ged', 'ucdp-candidate', 'own')
export type ConflictSource = Infer<typeof ConflictSource>

export const Violence = oneOf('state-based', 'non-state', 'one-sided', 'other')
export type Violence = Infer<typeof Violence>

/**
 * How well the place is known. `exact` and `near` (some kilometres around a named place) are points; `unstated`: a point of which the file does not
 * say how well it is known. All others are areas, or nothing that a map can show.
 */
export const PlacePrecision = oneOf('exact', 'near', 'unstated', 'territoire', 'province', 'line', 'country', 'sea')
export type PlacePrecision = Infer<typeof PlacePrecision>
export const pointPrecisions: readonly PlacePrecision[] = ['exact', 'near', 'unstated']

export const DayPrecision = oneOf('day', 'days', 'week', 'month', 'months', 'year')
export type DayPrecision = Infer<typeof DayPrecision>

/** Dead, as the source counts them. `null`: the source gives no such number; that is not 0. */
export const Deaths = record({
  best: count(),
  low: orNull(count()),
  high: orNull(count()),
  sideA: orNull(count()),
  sideB: orNull(count()),
  civilians: orNull(count()),
  unknown: orNull(count()),
})
export type Deaths = Infer<typeof Deaths>

const code = text(12)
export const ConflictEvent = record({
  source: ConflictSource,
  /** As the source numbers it: the same event keeps it from one edition to the next. */
  sourceId: text(80),
  /** First and last day on which it may have happened. */
  from: calendarDate(),
  until: calendarDate(),
  dayPrecision: DayPrecision,
  violence: Violence,
  conflict: orNull(text(240)),
  sideA: text(240),
  sideB: orNull(text(240)),
  deaths: Deaths,
  /** How many reports it rests on. */
  reports: orNull(count()),
  placeWritten: orNull(text(400)),
  described: orNull(text(1000)),
  precision: PlacePrecision,
  at: orNull(position()),
  /** OCHA codes as the file states them, or where the point lay with the boundaries of the day of import. */
  province: orNull(code),
  territoire: orNull(code),
  /** Not final: the source may still change or withdraw it. */
  isProvisional: yesOrNo(),
})
export type ConflictEvent = Infer<typeof ConflictEvent>
export const eventKey = ({ source, sourceId }: Pick<ConflictEvent, 'source' | 'sourceId'>): string => `${source}:${sourceId}`

/** What a file says of itself: which days and country it covers. Without it nobody could tell "no event" from "nobody looked". */
export const ConflictImport = record({
  source: ConflictSource,
  /** As it is cited. */
  name: text(160),
  sha256: text(64),
  country: text(2),
  coversFrom: calendarDate(),
  coversUntil: calendarDate(),
  events: count(),
  rejected: count(),
  /** Whether its terms allow to pass its rows on. Never set for an own file that does not say so. */
  mayBeShared: yesOrNo(),
})
export type ConflictImport = Infer<typeof ConflictImport>

/* ---- in the log: subject `conflict-import:<id>`, one for each file and source ---- */

export const ConflictEventsRecorded = record({ events: listOf(ConflictEvent, 200) })
/** Events that an earlier edition of the source had in this period, and this one no longer has. */
export const ConflictEventsDropped = record({ keys: listOf(text(120), 1000) })
/** Written last: a file without it was cut off, and its events are not yet told to cover anything. */
export const conflictImportKinds = {
  'conflict-events.recorded.v1': ConflictEventsRecorded,
  'conflict-events.dropped.v1': ConflictEventsDropped,
  'conflict-import.finished.v1': ConflictImport,
} as const

export interface KnownAsked {
  readonly source: ConflictSource
  readonly from: string
  readonly until: string
  /** `null`: of any country. A file speaks for its own country alone. */
  readonly country: string | null
}
/** What an importer may ask of the record. */
export interface ConflictEventsDoor<Tx> {
  /** Whether this import was written to its end. */
  readonly isFinished: (tx: Tx, tenant: string, id: string) => Promise<boolean>
  /** Canonical JSON of every event of a source that lies within these days, by its key. */
  readonly known: (tx: Tx, tenant: string, asked: KnownAsked) => Promise<ReadonlyMap<string, string>>
}

/* ---- answers ---- */

export const AreaCount = record({
  area: code,
  name: text(160),
  kind: text(40),
  level: oneOf('province', 'territoire'),
  /** Known to lie in it. What is known less precisely is counted in the area above, never in both. */
  events: count(),
  deaths: count(),
  /** Whether a source covers all days asked for. Where none does, 0 says nothing: nobody looked. */
  isCovered: yesOrNo(),
})
export type AreaCount = Infer<typeof AreaCount>
export const SourceLine = record({ ...ConflictImport.shape, import: ConflictImportId, importedOn: calendarDate() })
export type SourceLine = Infer<typeof SourceLine>

/** An area has no point: `at` is `null` for whatever is known less well than a place. */
export const EventLine = record({ key: text(120), ...ConflictEvent.shape, mayBeShared: yesOrNo() })
export type EventLine = Infer<typeof EventLine>
export const EventAnswer = record({
  /** The days that were asked for, or those that the answer chose: two years up to the last day that a source tells of. */
  from: calendarDate(),
  until: calendarDate(),
  /** The newest of those that fit, at most 500. */
  events: listOf(EventLine),
  total: count(),
  deaths: count(),
  byPrecision: listOf(record({ precision: PlacePrecision, events: count() })),
  areas: listOf(AreaCount),
  /** Known for the country only, or for a road, a border or a lake. */
  ofNoArea: count(),
  sources: listOf(SourceLine),
  /** Left out for want of clearance: rows of files that may not be passed on. Never how many. */
  withheld: listOf(exactly('own-source')),
})
export type EventAnswer = Infer<typeof EventAnswer>
