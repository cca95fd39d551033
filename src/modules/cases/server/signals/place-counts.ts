/*
How many, by type and place, of one quarter: persons whose interview found it, each one, and bodies that reported it, each one voice and one of them left out
(D, `domain/signals/reports-counted.ts`). Cases are opened one by one in memory and added up; what is handed on are sums. Releases decide what of them may be
told, and when.
*/
import { asId } from '../../../../kernel/schema.ts'
import { dayAfter } from '../../../../kernel/disclosure/place-and-time.ts'
import { addMonths } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { PlacesDoor } from '../../../places/contract.ts'
import type { CaseStatistics, PlaceCount } from '../../../releases/contract.ts'
import type { SitesDoor } from '../../../sites/contract.ts'
import { reportsCounted } from '../../domain/signals/reports-counted.ts'
import { placeEventsOf } from '../../domain/statistics/place-events.ts'
import { type Records, asProgram } from '../record/records.ts'
import { casesOf } from '../statistics/store-tallies.ts'
import { listReported } from './store-signals.ts'

export interface PlaceCountDoors {
  readonly records: Pick<Records, 'each'>
  readonly sites: Pick<SitesDoor<Tx>, 'briefs'>
  readonly places: Pick<PlacesDoor<Tx>, 'listAreas'>
}
/** One, or several alike, before it is known in which areas the place lies. */
interface Counted {
  readonly type: string
  readonly site: string | null
  readonly area: string | null
  readonly persons: number
}

export const placeCountsFrom =
  (doors: PlaceCountDoors): CaseStatistics<Tx>['signals'] =>
  async (tx, tenant, quarter) => {
    const before = dayAfter(quarter)
    const reported = await listReported(tx, tenant, { from: addMonths(before, -3), before })
    const persons = await personsOf(tx, doors, { tenant, quarter })
    const known = await areasOf(tx, doors, { tenant, sites: [...reported, ...persons].map((one) => one.site) })
    const reports = reportsCounted(
      reported.flatMap(({ type, sender, site, territoireCode, provinceCode }) => {
        const place = known({ site, area: territoireCode ?? provinceCode })
        return place === null ? [] : [{ type, sender, site: place.site, territoire: place.admin2, province: place.admin1 }]
      }),
    )
    return [
      ...reports.map(({ type, site, territoire, province, reports: voices }) => ({
        ...{ type, site, admin1: province, admin2: territoire, persons: voices },
      })),
      ...persons.flatMap(({ type, persons: counted, ...one }) => {
        const place = known(one)
        return place === null ? [] : [{ type, persons: counted, ...place }]
      }),
    ]
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
      sums.set(key, { type, site, area, persons: (sums.get(key)?.persons ?? 0) + 1 })
    }
  return [...sums.values()]
}

/** Where a place lies, by province and territoire; what lies in no known area is counted nowhere. */
async function areasOf(
  tx: Tx,
  { sites, places }: PlaceCountDoors,
  asked: { readonly tenant: string; readonly sites: readonly (string | null)[] },
): Promise<(one: Pick<Counted, 'site' | 'area'>) => Pick<PlaceCount, 'admin1' | 'admin2' | 'site'> | null> {
  const { tenant } = asked
  const ids = [...new Set(asked.sites.flatMap((site) => (site === null ? [] : [asId('site', site)])))]
  const briefs = ids.length === 0 ? [] : await sites.briefs(tx, ids, tenant)
  const territoires = await places.listAreas(tx, 'territoire', tenant)
  const provinces = await places.listAreas(tx, 'province', tenant)
  return ({ site, area }) => {
    const brief = briefs.find((one) => one.id === site)
    const code = brief?.territoireCode ?? brief?.provinceCode ?? area
    const territoire = territoires.find((one) => one.code === code)
    const admin1 = provinces.find((one) => one.code === (territoire?.parent ?? code))?.code
    if (admin1 === undefined) return null
    return { admin1, admin2: territoire?.code ?? null, site: territoire && brief ? brief.id : null }
  }
}
