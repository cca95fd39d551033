/*
What was told of places by those who protect persons, as a layer: by territoire and quarter, types and tens, as it was told once. A single site stands here only
where ten or more stand behind it and only for who is cleared for positions; fewer are in no line, so an area without a line says nothing, not that nobody looked.
*/
import { addDays, addMonths } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { ToldPlace } from '../../../releases/contract.ts'
import type { SiteOverview } from '../../../sites/contract.ts'
import type { ConflictFeature } from '../../contract-layers.ts'
import type { ToldDoor } from './seams.ts'

export interface ToldReader {
  readonly withSites: boolean
  readonly covers: (place: { readonly province: string | null; readonly territoire: string | null }) => boolean
}
export interface ToldAsked {
  readonly tenant: string
  readonly from: string
  readonly until: string
  readonly reader: ToldReader | null
  readonly sites: readonly SiteOverview[]
  readonly areaNames: ReadonlyMap<string, string>
}
const SOURCE = 'told-places'

export async function toldFeatures(
  tx: Tx,
  toldPlaces: ToldDoor,
  { tenant, from, until, reader, sites, areaNames }: ToldAsked,
): Promise<ConflictFeature[]> {
  if (reader === null) return []
  const { lines } = await toldPlaces(tx, tenant)
  return lines.flatMap((line): ConflictFeature[] => {
    const on = lastDayOf(line.quarter)
    if (on < from || on > until || !reader.covers(line)) return []
    if (line.level !== 'site')
      return [featureOf(line, { geometry: null, on, area: line.code, title: areaNames.get(line.code) ?? line.code })]
    const site = sites.find((one) => one.id === line.code)
    if (!reader.withSites || !site || site.position === null) return []
    const geometry = { type: 'Point' as const, coordinates: [site.position.longitude, site.position.latitude] }
    return [featureOf(line, { geometry, on, area: line.territoire, title: site.name })]
  })
}
/** `2026-Q2` ends on the 30th of June. */
const lastDayOf = (quarter: string): string =>
  addDays(addMonths(`${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}-01`, 3), -1)

interface Placed {
  readonly geometry: ConflictFeature['geometry']
  readonly on: string
  readonly area: string | null
  readonly title: string
}
const featureOf = ({ type, quarter, level, code, persons }: ToldPlace, { geometry, on, area, title }: Placed): ConflictFeature => ({
  type: 'Feature',
  geometry,
  properties: {
    ...{
      layer: 'told',
      key: `told:${level}:${code}:${quarter}:${type}`,
      title,
      kinds: [type],
      area,
      areaName: title,
      events: null,
      persons,
    },
    ...{ on, freshness: null, confidence: quarter, source: SOURCE, licence: null, looked: 'partly', mayBeShared: true },
  },
})
