/*
Facts that contradict a status, and what happens around red sites. Every row holds both facts with their days and sources; none of them changes a status. A
committee gets how many by territoire. Cost: the register from memory, the events of two years once, two sums for each red site.
*/
import { addDays, addMonths, daysBetween, todayAt } from '../../../../kernel/calendar.ts'
import { type Position, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { SiteOverview } from '../../../sites/contract.ts'
import { ConflictEvent, ConflictImport, pointPrecisions } from '../../contract-events.ts'
import type { ChecksAnswer, Contradiction, RedNeighbour, TellingFact } from '../../contract-layers.ts'
import { RESTRICTED } from '../../contract-roads.ts'
import { metresBetween } from '../../domain/roads/ground.ts'
import { sees } from '../../domain/tiers/tiers.ts'
import { listEvents, listImports } from '../store-events.ts'
import { type KnownRoads, knownRoads } from './known-roads.ts'
import { newestSource, roadblockLines } from './read-roads.ts'
import type { RouteAsked } from './read-route.ts'
import type { MapHouse } from './seams.ts'

/** How near an event or a roadblock counts as at a site, how near a red site is a neighbour, and the longest days compared (all D). */
export const NEAR_KM = 10
export const NEIGHBOUR_KM = 15
const MOST_DAYS = 365
const MOST_EVENTS = 5_000
const EVENT_MONTHS = 24

const kilometresBetween = (a: Position, b: Position): number => Math.round(metresBetween(a, b) / 100) / 10

export async function readChecks(tx: Tx, house: MapHouse, asked: RouteAsked & { readonly km: number }): Promise<ChecksAnswer> {
  const { tenant, tier, now } = asked
  const today = todayAt(now)
  const isCleared = sees(tier, 'cleared')
  // A committee gets numbers at one distance only: numbers at many would draw circles around a site.
  const km = isCleared ? asked.km : NEIGHBOUR_KM
  const sites = await house.sites.overview(tx, tenant, { asOf: today, knownAt: now, precision: 'exact' })
  const known = await knownRoads(tx, tenant)
  const facts = await factsOf(tx, house, { ...asked, known, today })
  const contradictions = sites.flatMap((site) => contradictionOf(site, facts))
  const neighbours = await neighboursOf(tx, house, { tenant, sites, known, km, today })
  const names = await house.places.listAreas(tx, 'territoire', tenant)
  const number = (rows: readonly { readonly territoire: string | null }[], area: string) =>
    rows.filter((one) => one.territoire === area).length
  return {
    ...{ km, today, contradictions: isCleared ? contradictions : null, neighbours: isCleared ? neighbours : null },
    territoires: names.map(({ code, name }) => ({
      ...{ area: code, name, contradictions: number(contradictions, code), neighbours: number(neighbours, code) },
    })),
    withheld: isCleared ? [] : [RESTRICTED],
  }
}

interface Fact extends Omit<TellingFact, 'kilometres'> {
  readonly at: Position | null
  readonly site: string | null
}
async function factsOf(
  tx: Tx,
  house: MapHouse,
  { tenant, tier, account, known, today }: RouteAsked & { readonly known: KnownRoads; readonly today: string },
): Promise<readonly Fact[]> {
  const from = addMonths(today, -EVENT_MONTHS)
  const withUnshared = sees(tier, 'cleared')
  const rows = await listEvents(tx, tenant, {
    ...{ from, until: today, violence: null, source: null, area: null, actor: null, withUnshared, most: MOST_EVENTS },
  })
  const files = (await listImports(tx, tenant)).flatMap(({ content, mayBeShared }) =>
    withUnshared || mayBeShared ? [mustParse(ConflictImport, content)] : [],
  )
  const events = rows.flatMap(({ content }): Fact[] => {
    const event = mustParse(ConflictEvent, content)
    const title = [event.sideA, event.sideB].filter(Boolean).join(' – ')
    // The middle of an area is no place: what is known only of a territoire accuses none of its sites.
    if (event.at === null || !pointPrecisions.includes(event.precision)) return []
    const source = files.find((one) => one.source === event.source)?.name ?? event.source
    return [{ what: 'event', title, on: event.until, source, at: event.at, site: null }]
  })
  const lines = await roadblockLines(tx, house, { known, days: { from: today, until: today }, tenant, account })
  const roadblocks = lines.flatMap((one): Fact[] =>
    one.state === 'confirmed'
      ? [{ what: 'roadblock', title: one.name, on: one.lastSeen, source: newestSource(one).name, at: one.at, site: null }]
      : [],
  )
  const sheets = (await house.sheets(tx, tenant)).flatMap((one): Fact[] =>
    one.interference === 'none' || one.interference === 'not-known'
      ? []
      : [{ what: 'sheet', title: one.interference, on: one.on, source: one.source, at: null, site: one.site }],
  )
  return [...events, ...roadblocks, ...sheets]
}

function contradictionOf(site: SiteOverview, facts: readonly Fact[]): readonly Contradiction[] {
  const { shown, standing, lastVisitOn } = site
  const { since } = standing
  if (shown === 'none' || shown === 'blue') return []
  const row = {
    ...{ site: site.id, siteName: site.name, territoire: site.territoireCode, status: shown, since, lastVisitOn },
    statusSource: standing.orderNumber ?? standing.basis,
  }
  if (shown === 'red') {
    const isLooked =
      since !== null &&
      [lastVisitOn, ...facts.filter((one) => one.site === site.id).map((one) => one.on)].some((on) => on !== null && on > since)
    return isLooked ? [] : [{ ...row, kind: 'red-not-looked', fact: null }]
  }
  const near = facts.flatMap(({ at, site: of, ...fact }): TellingFact[] => {
    if (since === null || fact.on <= since) return []
    if (of === site.id) return [{ ...fact, kilometres: null }]
    if (at === null || site.position === null) return []
    const kilometres = kilometresBetween(at, site.position)
    return kilometres > NEAR_KM ? [] : [{ ...fact, kilometres }]
  })
  const newest = near.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0]
  return newest ? [{ ...row, kind: 'armed-beside-status', fact: newest }] : []
}

interface NeighboursAsked {
  readonly tenant: string
  readonly sites: readonly SiteOverview[]
  readonly known: KnownRoads
  readonly km: number
  readonly today: string
}
/** Of each red site the others that lie near or on the same road and dig the same, with what was weighed of them before and after it became red. */
async function neighboursOf(tx: Tx, house: MapHouse, { tenant, sites, known, km, today }: NeighboursAsked): Promise<RedNeighbour[]> {
  const rows: RedNeighbour[] = []
  for (const red of sites) {
    const { since } = red.standing
    if (red.shown !== 'red' || since === null) continue
    const days = Math.min(MOST_DAYS, Math.max(1, daysBetween(since, today)))
    const after = { from: since, until: addDays(since, days) }
    const before = { from: addDays(since, -days - 1), until: addDays(since, -1) }
    const near = sites.flatMap((site) => {
      const kilometres = red.position && site.position ? kilometresBetween(red.position, site.position) : null
      const road = roadOfBoth(known, red.id, site.id)
      return site.id !== red.id && (road !== null || (kilometres !== null && kilometres <= km)) ? [{ site, kilometres, road }] : []
    })
    const ids = near.map((one) => one.site.id)
    const weighed = {
      before: ids.length === 0 ? [] : await house.way.weighed(tx, tenant, { sites: ids, ...before }),
      after: ids.length === 0 ? [] : await house.way.weighed(tx, tenant, { sites: ids, ...after }),
    }
    for (const { site, kilometres, road } of near)
      for (const mineral of site.minerals.filter((one) => red.minerals.includes(one))) {
        const sum = (which: 'before' | 'after') => {
          const found = weighed[which].find((one) => one.site === site.id && one.mineral === mineral)
          return { grams: found?.grams ?? 0, lots: found?.lots ?? 0 }
        }
        rows.push({
          ...{ red: red.id, redName: red.name, redSince: since, redSource: red.standing.orderNumber ?? red.standing.basis },
          ...{ site: site.id, siteName: site.name, territoire: site.territoireCode, status: site.shown, mineral, kilometres, road },
          ...{ before: { ...before, ...sum('before') }, after: { ...after, ...sum('after') } },
        })
      }
  }
  return rows
}
function roadOfBoth({ roads }: KnownRoads, a: string, b: string): string | null {
  const both = roads.find(({ facts }) => [a, b].every((site) => facts.links.some((link) => link.site === site)))
  return both?.facts.name ?? null
}
