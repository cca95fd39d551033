/*
Facts that contradict a status, and what happens around red sites. Every row holds both facts with their days and sources; none of them changes a status. A
committee gets how many by territoire.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { ChecksAnswer } from '../../contract-layers.ts'
import { RESTRICTED } from '../../contract-roads.ts'
import { sees } from '../../domain/tiers/tiers.ts'
import { knownRoads } from './known-roads.ts'
import type { RouteAsked } from './read-route.ts'
import type { MapHouse } from './seams.ts'
import { NEIGHBOUR_KM, contradictionOf, factsOf, neighboursOf } from './site-facts.ts'

export async function readChecks(tx: Tx, house: MapHouse, asked: RouteAsked & { readonly km: number }): Promise<ChecksAnswer> {
  const { tenant, tier, now } = asked
  const today = todayAt(now)
  const isCleared = sees(tier, 'cleared')
  // A committee gets numbers at one distance only: numbers at many would draw circles around a site.
  const km = isCleared ? asked.km : NEIGHBOUR_KM
  const sites = await house.sites.overview(tx, tenant, { asOf: today, knownAt: now, precision: 'exact' })
  const known = await knownRoads(tx, tenant)
  const { facts, cut } = await factsOf(tx, house, { ...asked, known, today })
  const contradictions = sites.flatMap((site) => contradictionOf(site, facts))
  const neighbours = await neighboursOf(tx, house, { tenant, sites, known, km, today, about: null })
  const names = await house.places.listAreas(tx, 'territoire', tenant)
  const number = (rows: readonly { readonly territoire: string | null }[], area: string) =>
    rows.filter((one) => one.territoire === area).length
  return {
    ...{ km, today, contradictions: isCleared ? contradictions : null, neighbours: isCleared ? neighbours : null },
    territoires: names.map(({ code, name }) => ({
      ...{ area: code, name, contradictions: number(contradictions, code), neighbours: number(neighbours, code) },
    })),
    cut,
    withheld: isCleared ? [] : [RESTRICTED],
  }
}
