/*
How many, by type and place, of one quarter: persons whose interview found it and reports of observers together, each counted as one (D). Cases are opened
one by one in memory and added up; what is handed on are sums. Releases decide what of them may be told, and when.
*/
import { asId } from '../../../../kernel/schema.ts'
import { dayAfter } from '../../../../kernel/disclosure/place-and-time.ts'
import { addMonths } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { PlacesDoor } from '../../../places/contract.ts'
import type { CaseStatistics, PlaceCount } from '../../../releases/contract.ts'
import type { SitesDoor } from '../../../sites/contract.ts'
import { placeEventsOf } from '../../domain/statistics/place-events.ts'
import { type Records, asProgram } from '../record/records.ts'
import { casesOf } from '../statistics/store-tallies.ts'
import { type CountedSignals, countSignals } from './store-signals.ts'

export interface PlaceCountDoors {
  readonly records: Pick<Records, 'each'>
  readonly sites: Pick<SitesDoor<Tx>, 'briefs'>
  readonly places: Pick<PlacesDoor<Tx>, 'listAreas'>
}
type Counted = Omit<CountedSignals, 'provinceCode' | 'territoireCode'> & { readonly area: string | null }

export const placeCountsFrom =
  (doors: PlaceCountDoors): CaseStatistics<Tx>['signals'] =>
  async (tx, tenant, quarter) => {
    const before = dayAfter(quarter)
    const reports = await countSignals(tx, tenant, { from: addMonths(before, -3), before })
    const persons = await personsOf(tx, doors, { tenant, quarter })
    const all: readonly Counted[] = [
      ...reports.map(({ territoireCode, provinceCode, ...one }) => ({ ...one, area: territoireCode ?? provinceCode })),
      ...persons,
    ]
    return placed(tx, doors, { tenant, all })
  }

async function personsOf(
  tx: Tx,
  { records }: PlaceCountDoors,
  { tenant, quarter }: { readonly tenant: string; readonly quarter: string },
): Promise<readonly Counted[]> {
  await asProgram(tx)
  const sums = new Map<string, Counted>()
  for await (const { whole } of records.each(tx, tenant, await casesOf(tx, tenant, null)))
    for (const { type, site, area } of placeEventsOf(whole, quarter)) {
      const key = `${type} ${site} ${area}`
      sums.set(key, { type, site, area, reports: (sums.get(key)?.reports ?? 0) + 1 })
    }
  return [...sums.values()]
}

/** Named by province and territoire; what lies in no known area is counted nowhere. */
async function placed(
  tx: Tx,
  { sites, places }: PlaceCountDoors,
  { tenant, all }: { readonly tenant: string; readonly all: readonly Counted[] },
): Promise<readonly PlaceCount[]> {
  const ids = [...new Set(all.flatMap(({ site }) => (site === null ? [] : [asId('site', site)])))]
  const briefs = ids.length === 0 ? [] : await sites.briefs(tx, ids, tenant)
  const territoires = await places.listAreas(tx, 'territoire', tenant)
  const provinces = await places.listAreas(tx, 'province', tenant)
  return all.flatMap(({ type, site, area, reports: persons }): readonly PlaceCount[] => {
    const brief = briefs.find((one) => one.id === site)
    const code = brief?.territoireCode ?? brief?.provinceCode ?? area
    const territoire = territoires.find((one) => one.code === code)
    const admin1 = provinces.find((one) => one.code === (territoire?.parent ?? code))?.code
    if (admin1 === undefined) return []
    return [{ type, persons, admin1, admin2: territoire?.code ?? null, site: territoire && brief ? brief.id : null }]
  })
}
