/*
The way of a lot beside what is known of the ground, cut by the reader's tier. Who may see the lot at all is custody's rule. Costs: the record of the lot, three
statements over roads, one over the events of the days, and the register from memory.
*/
import { addDays } from '../../../../kernel/calendar.ts'
import { type Position, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { LotWay } from '../../../custody/contract-way.ts'
import type { Area } from '../../../places/contract.ts'
import type { SiteOverview } from '../../../sites/contract.ts'
import { ConflictEvent, pointPrecisions } from '../../contract-events.ts'
import { RESTRICTED, type RoadblockLine } from '../../contract-roads.ts'
import type { Cut } from '../../contract-cut.ts'
import type { FindingKind, LotRoute, RouteArea, RouteFinding, RouteLeg } from '../../contract-route.ts'
import { coversAll, countryOfArea } from '../../domain/coverage.ts'
import { metresBetween, placesAlong } from '../../domain/roads/ground.ts'
import { STALE_DAYS, standingIn } from '../../domain/roads/roadblock.ts'
import { lookedAt, lookedTogether } from '../../domain/roads/survey.ts'
import {
  CORRIDOR_KM,
  type Ground,
  type Leg,
  ROAD_KM,
  groundOf,
  kilometresFrom,
  legsOfWay,
  linesOf,
  namedPlaces,
  standsOn,
} from '../../domain/roads/way.ts'
import { type Tier, sees } from '../../domain/tiers/tiers.ts'
import { cutOf } from '../read-events.ts'
import { type ImportRow, listEvents, listImports } from '../store-events.ts'
import { type KnownRoads, knownRoads } from './known-roads.ts'
import { roadblockLines, territoireOf } from './read-roads.ts'
import type { MapHouse, SheetSeen } from './seams.ts'

/** Events of so many days before a leg still count as near it in time, and a red site so near as a neighbour (both D). */
export const EVENT_DAYS = 90
export const RED_KM = 15
const MOST_EVENTS = 5_000
const AREA_STEP_METRES = 4_000
export const routeRules = { corridorKm: CORRIDOR_KM, roadKm: ROAD_KM, staleDays: STALE_DAYS, eventDays: EVENT_DAYS, redKm: RED_KM }

export interface RouteAsked {
  readonly tenant: string
  readonly tier: Tier
  readonly account: string
  readonly now: string
}

export async function readRoute(tx: Tx, house: MapHouse, { way, ...asked }: RouteAsked & { readonly way: LotWay }): Promise<LotRoute> {
  const { tenant, tier, now } = asked
  const question = { asOf: way.formedOn, knownAt: now, precision: 'exact' as const }
  const sites = await house.sites.overview(tx, tenant, question)
  const names = new Map<string, string>(sites.map((one) => [one.id, one.name]))
  const legs = legsOfWay(way, (site) => names.get(site) ?? '?')
  const head = { lot: way.lot, number: way.number, formedOn: way.formedOn, rules: routeRules }
  const isCleared = sees(tier, 'cleared')
  if (!sees(tier, 'committee')) return { ...head, legs: legs.map(withheldLeg), territoires: null, cut: null, withheld: [RESTRICTED] }
  const map = await readMap(tx, house, { ...asked, sites, legs })
  const told = await Promise.all(legs.map((leg) => tellLeg(leg, map)))
  return {
    ...head,
    legs: isCleared ? told : legs.map(withheldLeg),
    territoires: await territoiresOf(told, map),
    cut: map.cut,
    withheld: isCleared ? [] : [RESTRICTED],
  }
}
const bareLeg = ({ from, to, since, until, mode, road, basis }: Leg) => ({
  ...{ from: from.name, to: to?.name ?? null, since, until, mode, road, basis },
})
/** The same whatever there is to tell: who is not told learns not even whether there is something. */
const withheldLeg = (leg: Leg): RouteLeg => ({ ...bareLeg(leg), match: RESTRICTED, roads: [], findings: null, looked: null })

interface KnownEvent {
  readonly key: string
  readonly event: ConflictEvent
  readonly mayBeShared: boolean
}
interface Around {
  readonly known: KnownRoads
  readonly cut: Cut | null
  /** From the first day of the way to its last. */
  readonly days: { readonly from: string; readonly until: string }
  readonly lines: ReadonlyMap<string, RoadblockLine>
  readonly events: readonly KnownEvent[]
  readonly imports: readonly ImportRow[]
  readonly sites: readonly SiteOverview[]
  readonly sheets: readonly SheetSeen[]
  readonly positionOf: ReturnType<typeof namedPlaces>
  readonly areaAt: (at: Position) => Promise<Area | null>
}
async function readMap(
  tx: Tx,
  house: MapHouse,
  { tenant, tier, account, sites, legs }: RouteAsked & { readonly sites: readonly SiteOverview[]; readonly legs: readonly Leg[] },
): Promise<Around> {
  const known = await knownRoads(tx, tenant)
  const from = legs.reduce((first, leg) => (leg.since < first ? leg.since : first), legs[0]?.since ?? '2000-01-01')
  const until = legs.reduce((last, leg) => (leg.until > last ? leg.until : last), from)
  // A committee hears of events that may be passed on, as on the screen of events.
  const withUnshared = sees(tier, 'cleared')
  const days = { from: addDays(from, -EVENT_DAYS), until }
  const wanted = { ...days, violence: null, source: null, area: null, actor: null, withUnshared }
  const rows = await listEvents(tx, tenant, { ...wanted, most: MOST_EVENTS })
  const cut = rows.length < MOST_EVENTS ? null : await cutOf(tx, tenant, { asked: wanted, listed: rows.length })
  const lines = await roadblockLines(tx, house, { known, days: { from, until }, tenant, account })
  const places = sites.map(({ id, name, aliases, position }) => ({ id, names: [name, ...aliases], at: position }))
  return {
    ...{ known, cut },
    days: { from, until },
    lines: new Map(lines.map((line) => [line.id, line])),
    events: rows.map(({ key, content, mayBeShared }) => ({ key, mayBeShared, event: mustParse(ConflictEvent, content) })),
    imports: (await listImports(tx, tenant)).filter((one) => withUnshared || one.mayBeShared),
    sites,
    sheets: await house.sheets(tx, tenant),
    positionOf: namedPlaces(known.roads, places),
    areaAt: async (at) => (await house.places.locate(tx, at, tenant)).territoire,
  }
}

async function tellLeg(leg: Leg, map: Around): Promise<RouteLeg> {
  const ground = groundOf(leg, map.known.roads, map.positionOf)
  const areas = await areasOf(ground, map)
  const days = { from: leg.since, until: leg.until }
  const surveys = map.known.surveys.map((one) => one.facts)
  const looked = areas.map(({ code, name }) => ({
    ...{ area: code, name, roadblocks: lookedAt(surveys, code, days) },
    events: coversAll(map.imports, countryOfArea(code), days),
  }))
  const findings = [
    ...roadblocksOn(leg, ground, map),
    ...armedRoads(ground, map),
    ...eventsNear(leg, ground, { map, areas }),
    ...aboutSite(leg, map),
  ]
  const roads =
    ground.how === 'road' ? ground.sections.map((one) => map.known.roads.find((road) => road.id === one.road)?.facts.name ?? '?') : []
  const together = {
    roadblocks: lookedTogether(looked.map((one) => one.roadblocks)),
    events: looked.length > 0 && looked.every((one) => one.events),
  }
  return { ...bareLeg(leg), match: ground.how, roads, findings, looked: { ...together, areas: looked } }
}

async function areasOf(ground: Ground, { areaAt }: Around): Promise<readonly Area[]> {
  const found = new Map<string, Area>()
  for (const line of linesOf(ground))
    for (const at of placesAlong(line, AREA_STEP_METRES)) {
      const area = await areaAt(at)
      if (area) found.set(area.code, area)
    }
  return [...found.values()]
}

function roadblocksOn({ since, until }: Leg, ground: Ground, { known, lines }: Around): readonly RouteFinding[] {
  return known.roadblocks.flatMap(({ id, roadblock, facts, at }): RouteFinding[] => {
    const kilometres = standsOn(ground, { at, road: facts.road })
    const freshness = standingIn(roadblock, { from: since, until })
    const line = lines.get(id)
    if (kilometres === null || freshness === null || !line) return []
    const { name, state, operators, barrier, taxed, amount, firstSeen, lastSeen } = line
    const source = line.seen.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0]?.source ?? line.source
    const shown = { name, at, state, freshness, operators, barrier, taxed, amount, firstSeen, on: lastSeen, source }
    return [{ kind: 'roadblock', roadblock: id, ...shown, kilometres: kilometres === 0 ? null : kilometres }]
  })
}
function armedRoads(ground: Ground, { known }: Around): readonly RouteFinding[] {
  if (ground.how !== 'road') return []
  return known.roads.flatMap(({ id, facts }): RouteFinding[] => {
    if (facts.armed === 'no' || !ground.sections.some((one) => one.road === id)) return []
    return [{ kind: 'armed-road', road: id, name: facts.name, armed: facts.armed, on: facts.asOf, source: facts.source }]
  })
}
function eventsNear(
  { since, until }: Leg,
  ground: Ground,
  { map: { events, imports }, areas }: { readonly map: Around; readonly areas: readonly Area[] },
): readonly RouteFinding[] {
  const first = addDays(since, -EVENT_DAYS)
  const sourceOf = (source: string) => imports.find((one) => one.source === source)?.content
  const named = (source: string): string => {
    const content = sourceOf(source)
    return typeof content === 'object' && content !== null && 'name' in content ? String(content.name) : source
  }
  const inDays = events.filter(({ event }) => event.until >= first && event.from <= until)
  const points = inDays.flatMap(({ key, event, mayBeShared }): RouteFinding[] => {
    const kilometres = event.at === null || !pointPrecisions.includes(event.precision) ? null : kilometresFrom(ground, event.at)
    if (kilometres === null || kilometres > CORRIDOR_KM) return []
    const sides = [event.sideA, event.sideB].filter(Boolean).join(' – ')
    const told = { place: event.placeWritten, precision: event.precision, sides, deaths: event.deaths.best, mayBeShared, kilometres }
    return [{ kind: 'event', key, ...told, on: event.until, source: named(event.source) }]
  })
  // What is known of an area alone stands at no place: it is counted there, and never on the line.
  const counted = areas.flatMap(({ code, name }): RouteFinding[] => {
    const own = inDays.filter(({ event }) => event.precision === 'territoire' && event.territoire === code)
    const last = own
      .map(({ event }) => event.until)
      .toSorted()
      .at(-1)
    const sources = [...new Set(own.map(({ event }) => named(event.source)))].join(', ')
    return last === undefined ? [] : [{ kind: 'events-of-area', area: code, name, events: own.length, on: last, source: sources }]
  })
  return [...points, ...counted]
}
/** Of a leg that begins at a site: its newest sheet, and red sites near it. */
function aboutSite({ from }: Leg, { sites, sheets }: Around): readonly RouteFinding[] {
  const site = sites.find((one) => one.id === from.site)
  if (!site) return []
  const own = sheets.filter((one) => one.site === site.id)
  const near = sites.flatMap(({ id, name, position, shown, standing }): RouteFinding[] => {
    if (id === site.id || shown !== 'red' || position === null || site.position === null) return []
    const kilometres = Math.round(metresBetween(site.position, position) / 100) / 10
    if (kilometres > RED_KM) return []
    return [
      { kind: 'red-neighbour', site: id, siteName: name, on: standing.since, source: standing.orderNumber ?? standing.basis, kilometres },
    ]
  })
  return [...own.map((one): RouteFinding => ({ kind: 'sheet', ...one, siteName: site.name })), ...near]
}

/**
 * Of each territoire on the way what is known of the whole of it, for a committee. Neither the site that a lot comes from nor the line that it took changes what
 * is told: the territoires of two lots, read side by side, would else point at one of their sites.
 */
async function territoiresOf(told: readonly RouteLeg[], map: Around): Promise<RouteArea[]> {
  const { known, days, lines, events, imports } = map
  const areas = new Map(told.flatMap((leg) => leg.looked?.areas ?? []).map(({ area, name }) => [area, name]))
  const armed = known.roads.filter(({ facts }) => facts.armed !== 'no')
  const grounds = armed.map(({ id, facts }): Ground => ({
    how: 'road',
    sections: [{ road: id, line: facts.waypoints.map((one) => one.at) }],
  }))
  const crossed = (await Promise.all(grounds.map((ground) => areasOf(ground, map)))).flat()
  return [...areas].map(([area, name]) => {
    const { operators, looked } = territoireOf({ area, name }, { roadblocks: [...lines.values()], surveys: known.surveys, days })
    const own = events.filter(({ event }) => event.territoire === area)
    const kinds: FindingKind[] = [
      ...(crossed.some((one) => one.code === area) ? (['armed-road'] as const) : []),
      ...(own.some(({ event }) => pointPrecisions.includes(event.precision)) ? (['event'] as const) : []),
      ...(own.some(({ event }) => event.precision === 'territoire') ? (['events-of-area'] as const) : []),
      ...(operators.length > 0 ? (['roadblock'] as const) : []),
    ]
    return { area, name, kinds, operators, roadblocks: looked, events: coversAll(imports, countryOfArea(area), days) }
  })
}
