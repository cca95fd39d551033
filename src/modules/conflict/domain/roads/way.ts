/*
The way of a lot as legs, and the ground of each: a known road where the record names it or both ends lie on it, else a straight corridor between two known
places, else the surroundings of the one that is known, else nothing. What was written stays apart from what was concluded.
*/
import type { Position } from '../../../../kernel/schema.ts'
import type { LotWay } from '../../../custody/contract-way.ts'
import type { LegBasis } from '../../contract-route.ts'
import type { RoadFacts } from '../../contract-roads.ts'
import { foldedActor as folded } from '../folded.ts'
import { type Line, metresToLine } from './ground.ts'

/** Half the width of a straight corridor, and how near a road counts as on it (both D). */
export const CORRIDOR_KM = 10
export const ROAD_KM = 2

export interface Stop {
  readonly name: string
  readonly site: string | null
}
export interface Leg {
  readonly from: Stop
  /** `null`: nobody wrote where it went. */
  readonly to: Stop | null
  readonly since: string
  readonly until: string
  readonly mode: string | null
  readonly road: string | null
  readonly basis: LegBasis
}

/** From each site to the first place that was written down since, then as written, then the changes of hands without a way. */
export function legsOfWay(way: LotWay, nameOf: (site: string) => string): readonly Leg[] {
  const written = way.legs.map((one): Leg => ({ ...one, from: place(one.from), to: place(one.to), basis: 'written' }))
  const first = [
    ...way.stays.map(({ place: name, since }) => ({ name, since })),
    ...way.legs.map(({ from, since }) => ({ name: from, since })),
  ].toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
  const origins = way.sites.map(({ site, from, until }): Leg => {
    const next = first.find((one) => one.since >= until)
    const days = { since: from, until: next?.since ?? (way.formedOn > until ? way.formedOn : until) }
    return { from: { name: nameOf(site), site }, to: next ? place(next.name) : null, ...days, mode: null, road: null, basis: 'origin' }
  })
  const handed = way.unwritten.map(({ from, to, since, until }): Leg => {
    return { from: place(from), to: place(to), since, until, mode: null, road: null, basis: 'handover' }
  })
  return [...origins, ...[...written, ...handed].toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))]
}
const place = (name: string): Stop => ({ name, site: null })

export interface RoadOfMap {
  readonly id: string
  readonly facts: RoadFacts
}
export interface Section {
  readonly road: string
  readonly line: Line
}
export type Ground =
  | { readonly how: 'road'; readonly sections: readonly Section[] }
  | { readonly how: 'corridor' | 'around'; readonly line: Line }
  | { readonly how: 'unknown' }

export function groundOf(leg: Leg, roads: readonly RoadOfMap[], positionOf: (stop: Stop) => Position | null): Ground {
  const sections = roads.flatMap((road) => sectionOf(leg, road) ?? [])
  if (sections.length > 0) return { how: 'road', sections }
  const ends = [leg.from, leg.to].flatMap((stop) => (stop === null ? [] : (positionOf(stop) ?? [])))
  if (ends.length === 0) return { how: 'unknown' }
  return { how: ends.length === 2 ? 'corridor' : 'around', line: ends }
}

/** The part between the two ends where both lie on the road; the whole road where it is named, or where all that is known is the site that it serves. */
function sectionOf({ from, to, road }: Leg, { id, facts }: RoadOfMap): Section | null {
  const line = facts.waypoints.map((one) => one.at)
  const [start, end] = [waypointOf(from, facts), to === null ? null : waypointOf(to, facts)]
  if (start !== null && end !== null) return { road: id, line: line.slice(Math.min(start, end), Math.max(start, end) + 1) }
  const isNamed = road !== null && folded(facts.name) === folded(road)
  return isNamed || (to === null && start !== null) ? { road: id, line } : null
}
function waypointOf({ name, site }: Stop, { waypoints, links }: RoadFacts): number | null {
  const wanted = folded(name)
  const link = links.find((one) => (site !== null && one.site === site) || folded(one.name) === wanted)
  if (link) return link.waypoint
  const at = waypoints.findIndex((one) => one.name !== null && folded(one.name) === wanted)
  return at === -1 ? null : at
}

export const linesOf = (ground: Ground): readonly Line[] =>
  ground.how === 'road' ? ground.sections.map((one) => one.line) : ground.how === 'unknown' ? [] : [ground.line]
/** Kilometres from the nearest line of the ground, to the hundred metres; `null` where there is no line. */
export function kilometresFrom(ground: Ground, at: Position): number | null {
  const lines = linesOf(ground)
  if (lines.length === 0) return null
  return Math.round(Math.min(...lines.map((line) => metresToLine(at, line))) / 100) / 10
}

/** Whether something at a place, or tied to a road, stands on this ground; `kilometres` 0 on the road itself. */
export function standsOn(ground: Ground, { at, road }: { readonly at: Position | null; readonly road: string | null }): number | null {
  if (ground.how === 'unknown') return null
  const tied = ground.how === 'road' && ground.sections.some((one) => one.road === road)
  if (at === null) return tied ? 0 : null
  const away = kilometresFrom(ground, at)
  if (away === null || away > (ground.how === 'road' ? ROAD_KM : CORRIDOR_KM)) return null
  return tied ? 0 : away
}

/** Where places are, by the names that roads and the register give them. */
export function namedPlaces(
  roads: readonly RoadOfMap[],
  sites: readonly { readonly id: string; readonly names: readonly string[]; readonly at: Position | null }[],
): (stop: Stop) => Position | null {
  const byName = new Map<string, Position>()
  const bySite = new Map<string, Position>()
  for (const { id, names, at } of sites) {
    if (at === null) continue
    bySite.set(id, at)
    for (const name of names) byName.set(folded(name), at)
  }
  for (const { facts } of roads) {
    for (const { name, at } of facts.waypoints) if (name !== null) byName.set(folded(name), at)
    for (const { name, waypoint } of facts.links) {
      const at = facts.waypoints[waypoint]?.at
      if (at) byName.set(folded(name), at)
    }
  }
  return ({ name, site }) => bySite.get(site ?? '') ?? byName.get(folded(name)) ?? null
}
