/*
Lists of sites with their standing on a day: for a table and for a map. Every site is read and evaluated, then filtered, sorted and
cut to a page, because a colour is computed and no index can know it.
*/
import { type Position, asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Area } from '../../../places/contract.ts'
import type { SiteList, SiteMap, SiteRow } from '../../domain/register/answers.ts'
import { isOver } from '../../domain/status/lapse.ts'
import { type PositionPrecision, coarsePosition, shownIcglrId } from '../../domain/register/precision.ts'
import type { SearchWords } from '../../domain/register/name-search.ts'
import { type SiteFilter, type SiteSort, filterSites, findSites } from '../../domain/register/site-filter.ts'
import type { Question } from '../../domain/status/status-fact.ts'
import type { House, SitesDoors } from './place-of-site.ts'
import { type pageOf, slice } from '../questions.ts'
import { shortStandingsOf } from '../status/standings.ts'
import type { SiteTableRow } from './store-register.ts'

export interface Seen extends SiteRow {
  readonly aliases: readonly string[]
  readonly words: SearchWords
  readonly latitude: number | null
  readonly longitude: number | null
}
export type Areas = ReadonlyMap<string, { readonly code: string; readonly name: string; readonly kind: string }>

export async function readAreas(tx: Tx, { places }: SitesDoors): Promise<Areas> {
  const areas = [...(await places.listAreas(tx, 'province')), ...(await places.listAreas(tx, 'territoire'))]
  return new Map(areas.map(({ code, name, kind }: Area) => [code, { code, name, kind }]))
}
export const areaOf = (areas: Areas, code: string | null) => (code === null ? null : (areas.get(code) ?? { code, name: code, kind: '' }))

/** What is asked, and how precisely the asker may see where sites lie. */
interface Asked {
  readonly question: Question
  readonly precision: PositionPrecision
}
/** All sites that were registered by then, with their standing, as the asker may see them: filters run on what is shown. */
export async function readAllSites(tx: Tx, { tenant, doors }: House, { question, precision }: Asked): Promise<readonly Seen[]> {
  const areas = await readAreas(tx, doors)
  // One plain record for each site: ten thousand of them are made at every question.
  return (await shortStandingsOf(tx, tenant, question)).map(({ row, words, short, lastVisitOn }) => {
    const at = pointOf(row, precision)
    return {
      id: asId('site', row.id),
      name: row.name,
      nationalId: row.national_id,
      icglrId: shownIcglrId(row.icglr_id, precision),
      minerals: [...row.minerals],
      province: areaOf(areas, row.province_code),
      territoire: areaOf(areas, row.territoire_code),
      stated: row.stated,
      standing: short,
      lastVisitOn,
      aliases: row.aliases,
      words,
      latitude: at?.latitude ?? null,
      longitude: at?.longitude ?? null,
    }
  })
}

function pointOf({ latitude, longitude }: SiteTableRow, precision: PositionPrecision): Position | null {
  if (latitude === null || longitude === null) return null
  return precision === 'exact' ? { latitude, longitude } : coarsePosition({ latitude, longitude })
}

export interface ListWish extends Asked {
  readonly filter: SiteFilter
  readonly sort: SiteSort
  readonly page: ReturnType<typeof pageOf>
}

export async function readSiteList(tx: Tx, house: House, { question, precision, filter, sort, page }: ListWish): Promise<SiteList> {
  const found = findSites(await readAllSites(tx, house, { question, precision }), filter, sort)
  const byColour = { green: 0, yellow: 0, red: 0, blue: 0, none: 0 }
  const lapsedByColour = { ...byColour }
  for (const { standing } of found) {
    byColour[standing.shown] += 1
    if (isOver(standing)) lapsedByColour[standing.shown] += 1
  }
  const sites = slice(found, page).map(({ aliases: _aliases, words: _words, latitude: _latitude, longitude: _longitude, ...row }) => row)
  return { positionPrecision: precision, ...question, total: found.length, ...page, byColour, lapsedByColour, sites }
}

export async function readSiteMap(
  tx: Tx,
  house: House,
  { question, precision, filter }: Omit<ListWish, 'sort' | 'page'>,
): Promise<SiteMap> {
  const found = filterSites(await readAllSites(tx, house, { question, precision }), filter)
  const sites = found.flatMap(({ id, name, latitude, longitude, standing, minerals, lastVisitOn }) => {
    if (latitude === null || longitude === null) return []
    const { shown, basis, held } = standing
    const lapsedOn = isOver(standing) ? (standing.lapse?.on ?? null) : null
    return [{ id, name, lat: latitude, lon: longitude, shown, lapsedOn, basis, held, minerals, lastVisitOn }]
  })
  return { positionPrecision: precision, ...question, withoutPosition: found.length - sites.length, sites }
}
