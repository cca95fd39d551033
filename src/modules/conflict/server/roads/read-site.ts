/*
What is known of conflict at one site, cut by the reader's tier. For who is not cleared the answer follows from the territoire alone: two sites of one territoire get
the same, byte for byte. Cost: that of the facts of all sites, and one pass over the warnings of a year.
*/
import { addMonths, todayAt } from '../../../../kernel/calendar.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { SiteId, type SiteOverview } from '../../../sites/contract.ts'
import { type RoadblockLine, RESTRICTED } from '../../contract-roads.ts'
import type { NearestRoadblock, SiteAround, SiteConflict, SiteHere } from '../../contract-site.ts'
import type { WarningList } from '../../contract-warnings.ts'
import { sees } from '../../domain/tiers/tiers.ts'
import { readEvents } from '../read-events.ts'
import { type KnownRoads, knownRoads } from './known-roads.ts'
import { newestSource, territoireOf } from './read-roads.ts'
import type { RouteAsked } from './read-route.ts'
import type { MapHouse, WarningsAsked } from './seams.ts'
import { EVENT_MONTHS, type Facts, NEAR_KM, NEIGHBOUR_KM, contradictionOf, factsOf, kilometresBetween, neighboursOf } from './site-facts.ts'

/** How far the nearest roadblock is looked for (D). */
const ROADBLOCK_KM = 30

export interface SiteAsked extends RouteAsked {
  readonly site: string
  readonly asker: WarningsAsked['asker']
}
/** `null`: there is no such site. */
export async function readSiteConflict(tx: Tx, house: MapHouse, asked: SiteAsked): Promise<SiteConflict | null> {
  const { tenant, tier, now } = asked
  const today = todayAt(now)
  const days = { from: addMonths(today, -EVENT_MONTHS), until: today }
  const sites = await house.sites.overview(tx, tenant, { asOf: today, knownAt: now, precision: 'exact' })
  const site = sites.find((one) => one.id === asked.site)
  if (!site) return null
  const isCleared = sees(tier, 'cleared')
  const known = await knownRoads(tx, tenant)
  const found = await factsOf(tx, house, { ...asked, known, today })
  const warnings = await house.warnings(tx, { tenant, asker: asked.asker, now })
  const around = await aroundOf(tx, house, { ...asked, site, known, found, warnings, days })
  return {
    ...{ site: mustParse(SiteId, site.id), from: days.from, today, around },
    rules: { nearKm: NEAR_KM, neighbourKm: NEIGHBOUR_KM, roadblockKm: ROADBLOCK_KM },
    here: isCleared ? await hereOf(tx, house, { tenant, sites, site, known, found, warnings, today }) : null,
    cut: found.cut,
    withheld: isCleared ? [] : [RESTRICTED],
  }
}

interface Known {
  readonly site: SiteOverview
  readonly known: KnownRoads
  readonly found: Facts
  readonly warnings: WarningList
}
async function hereOf(
  tx: Tx,
  house: MapHouse,
  { tenant, sites, site, known, found, warnings, today }: Known & { tenant: string; sites: readonly SiteOverview[]; today: string },
): Promise<SiteHere> {
  const sheet = (await house.sheets(tx, tenant)).filter((one) => one.site === site.id).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0]
  const near = found.facts.filter(
    ({ what, at }) => what === 'event' && at !== null && site.position !== null && kilometresBetween(at, site.position) <= NEAR_KM,
  )
  return {
    sheet: sheet ? { sheet: sheet.sheet, interference: sheet.interference, on: sheet.on, source: sheet.source } : null,
    contradictions: [...contradictionOf(site, found.facts)],
    neighbours: [...(await neighboursOf(tx, house, { tenant, sites, known, km: NEIGHBOUR_KM, today, about: site.id }))],
    roadblock: nearestOf(site, found.roadblocks),
    events: {
      number: near.length,
      lastOn:
        near
          .map((one) => one.on)
          .toSorted()
          .at(-1) ?? null,
    },
    warnings: warnings.items.filter((one) => one.site?.id === site.id).length,
  }
}
/** Of those that stand, also where nobody saw it for long: then it is told as such. */
function nearestOf({ position }: SiteOverview, roadblocks: readonly RoadblockLine[]): NearestRoadblock | null {
  const near = roadblocks.flatMap((line): NearestRoadblock[] => {
    if (line.state === 'lifted' || line.at === null || position === null) return []
    const kilometres = kilometresBetween(line.at, position)
    if (kilometres > ROADBLOCK_KM) return []
    const { id, name, state, freshness, operators, lastSeen: on } = line
    return [{ id, name, kilometres, state, freshness, operators, on, source: newestSource(line) }]
  })
  return near.toSorted((a, b) => a.kilometres - b.kilometres)[0] ?? null
}

interface AroundAsked extends SiteAsked, Omit<Known, 'site'> {
  readonly days: { readonly from: string; readonly until: string }
}
async function aroundOf(
  tx: Tx,
  house: MapHouse,
  { tenant, tier, site, known, found, warnings, days }: Omit<AroundAsked, 'site'> & Pick<Known, 'site'>,
): Promise<SiteAround | null> {
  const area = site.territoireCode
  if (area === null) return null
  const told = await readEvents(
    tx,
    { tenant, places: house.places },
    { ...days, violence: null, source: null, area, actor: null, withUnshared: sees(tier, 'cleared') },
  )
  const counted = told.areas.find((one) => one.area === area)
  const name = counted?.name ?? area
  const { operators, looked, lastLooked } = territoireOf({ area, name }, { roadblocks: found.roadblocks, surveys: known.surveys, days })
  const isCovered = counted?.isCovered ?? false
  const events = counted?.events ?? 0
  return {
    ...{ area, name, operators, roadblocks: looked, lastLooked, isCovered },
    events: events === 0 && !isCovered ? null : events,
    warnings: warnings.counts.filter((one) => one.territoire === area),
  }
}
