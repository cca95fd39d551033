/*
What is known of conflict at one site, as its page asks. `here` is for the cleared alone; whoever else reads conflict gets what is known of the whole territoire,
which is the same for every site in it, so that no two of them can be told apart.
*/
import { type Infer, calendarDate, count, decimal, exactly, listOf, orNull, record, text, whole, yesOrNo } from '../../kernel/schema.ts'
import { SiteId } from '../sites/contract.ts'
import { RoadblockId, SheetId } from './contract-ids.ts'
import { Contradiction, RedNeighbour } from './contract-layers.ts'
import { Cut } from './contract-cut.ts'
import { Freshness, GradedSource, Looked, OperatorClass, OperatorShown, RESTRICTED, RoadblockState } from './contract-roads.ts'
import { Interference } from './contract-sheets.ts'
import { TypeCount } from './contract-warnings.ts'

export const NearestRoadblock = record({
  id: RoadblockId,
  name: text(120),
  kilometres: decimal(),
  state: RoadblockState,
  freshness: Freshness,
  operators: listOf(OperatorShown),
  on: calendarDate(),
  source: GradedSource,
})
export type NearestRoadblock = Infer<typeof NearestRoadblock>
export const SiteHere = record({
  /** The newest that stands; `null`: nobody described this site. */
  sheet: orNull(record({ sheet: SheetId, interference: Interference, on: calendarDate(), source: text(400) })),
  contradictions: listOf(Contradiction),
  /** The site is the red one or the neighbour. */
  neighbours: listOf(RedNeighbour),
  roadblock: orNull(NearestRoadblock),
  /** Events at a known place near it. */
  events: record({ number: count(), lastOn: orNull(calendarDate()) }),
  /** Warnings of this site that the reader may read. */
  warnings: count(),
})
export type SiteHere = Infer<typeof SiteHere>
export const SiteAround = record({
  area: text(12),
  name: text(160),
  operators: listOf(OperatorClass),
  roadblocks: Looked,
  lastLooked: orNull(calendarDate()),
  /** Every day is covered by a source. */
  isCovered: yesOrNo(),
  /** `null`: none is known, and nobody looked at all days. */
  events: orNull(count()),
  warnings: listOf(TypeCount, 60),
})
export type SiteAround = Infer<typeof SiteAround>
export const SiteConflict = record({
  site: SiteId,
  from: calendarDate(),
  today: calendarDate(),
  /** Distances that were used (D). */
  rules: record({ nearKm: whole(), neighbourKm: whole(), roadblockKm: whole() }),
  here: orNull(SiteHere),
  /** `null`: nobody wrote down in which territoire it lies. */
  around: orNull(SiteAround),
  cut: orNull(Cut),
  withheld: listOf(exactly(RESTRICTED)),
})
export type SiteConflict = Infer<typeof SiteConflict>
