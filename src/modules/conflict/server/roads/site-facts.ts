/*
Facts that may contradict the status of a site, and the sites around a red one: read once, and asked of one site or of all. Every fact keeps its day and its source.
Cost: the events of two years once, the roads, the sheets that stand; for each red site that is asked about two sums.
*/
import { addDays, addMonths, daysBetween } from '../../../../kernel/calendar.ts'
import { type Position, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { SiteOverview } from '../../../sites/contract.ts'
import { ConflictEvent, ConflictImport, pointPrecisions } from '../../contract-events.ts'
import type { Contradiction, RedNeighbour, TellingFact } from '../../contract-layers.ts'
import type { Cut } from '../../contract-cut.ts'
import type { RoadblockLine } from '../../contract-roads.ts'
import { metresBetween } from '../../domain/roads/ground.ts'
import { sees } from '../../domain/tiers/tiers.ts'
import { cutOf } from '../read-events.ts'
import { listEvents, listImports } from '../store-events.ts'
import type { KnownRoads } from './known-roads.ts'
import { newestSource, roadblockLines } from './read-roads.ts'
import type { RouteAsked } from './read-route.ts'
import type { MapHouse } from './seams.ts'

/** How near an event or a roadblock counts as at a site, how near a red site is a neighbour, and the longest days compared (all D). */
export const NEAR_KM = 10
export const NEIGHBOUR_KM = 15
const MOST_DAYS = 365
const MOST_EVENTS = 5_000
export const EVENT_MONTHS = 24

export const kilometresBetween = (a: Position, b: Position): number => Math.round(metresBetween(a, b) / 100) / 10

export interface Fact extends Omit<TellingFact, 'kilometres'> {
  readonly at: Position | null
  readonly site: string | null
}
export interface Facts {
  readonly facts: readonly Fact[]
  readonly roadblocks: readonly RoadblockLine[]
  readonly cut: Cut | null
}
export async function factsOf(
  tx: Tx,
  house: MapHouse,
  { tenant, tier, account, known, today }: RouteAsked & { readonly known: KnownRoads; readonly today: string },
): Promise<Facts> {
  const from = addMonths(today, -EVENT_MONTHS)
  const withUnshared = sees(tier, 'cleared')
  const asked = { from, until: today, violence: null, source: null, area: null, actor: null, withUnshared }
  const rows = await listEvents(tx, tenant, { ...asked, most: MOST_EVENTS })
  const cut = rows.length < MOST_EVENTS ? null : await cutOf(tx, tenant, { asked, listed: rows.length })
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
  return { facts: [...events, ...roadblocks, ...sheets], roadblocks: lines, cut }
}

export function contradictionOf(site: SiteOverview, facts: readonly Fact[]): readonly Contradiction[] {
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
  /** Only what this site has to do with. */
  readonly about: string | null
}
/** Of each red site the others that lie near or on the same road and dig the same, with what was weighed of them before and after it became red. */
export async function neighboursOf(
  tx: Tx,
  house: MapHouse,
  { tenant, sites, known, km, today, about }: NeighboursAsked,
): Promise<RedNeighbour[]> {
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
      if (about !== null && red.id !== about && site.id !== about) return []
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
