/* What was told of a site and its territory, quarter by quarter, and whether anybody was there: nothing told is not the same as nobody looked. */
import { quarterOf } from '../../../../kernel/disclosure/place-and-time.ts'
import type { ToldPlace, ToldPlaces } from '../../../releases/contract.ts'
import type { SitePage } from '../../domain/register/answers.ts'

export interface ToldQuarter {
  readonly quarter: string
  readonly toldOn: string
  readonly atSite: readonly ToldPlace[]
  readonly around: readonly ToldPlace[]
  /** Somebody was on the site in that quarter and wrote it down. */
  readonly wasVisited: boolean
}
const QUARTERS = 8

export function toldOfSite(site: Pick<SitePage, 'id' | 'territoire' | 'visits' | 'inspections'>, told: ToldPlaces): readonly ToldQuarter[] {
  const visited = new Set([...site.visits, ...site.inspections].flatMap(({ on, onSite }) => (onSite ? [quarterOf(on)] : [])))
  const of = (quarter: string, level: ToldPlace['level'], code: string | undefined): readonly ToldPlace[] =>
    told.lines.filter((one) => one.quarter === quarter && one.level === level && one.code === code)
  return told.quarters.slice(0, QUARTERS).map(({ quarter, toldOn }) => ({
    ...{ quarter, toldOn, wasVisited: visited.has(quarter) },
    ...{ atSite: of(quarter, 'site', site.id), around: of(quarter, 'territoire', site.territoire?.code) },
  }))
}
