/*
Red sites on an agenda: one item each while a committee can take them one by one; beyond that one item for each territoire, with how many and a way to their list (D). Pure; it
refuses nothing and leaves none out of the count.
*/
import type { AgendaItem } from '../contract-meetings.ts'
import { committeeRules } from './rules.ts'

export interface RedSite {
  readonly id: NonNullable<AgendaItem['site']>
  readonly name: string
  readonly territoireCode: string | null
  readonly validUntil: string | null
}
interface Asked {
  readonly red: readonly RedSite[]
  /** Of the committee: where a site lies that no territoire is known of. */
  readonly area: string
  readonly nameOf: (code: string) => string
  /** The agenda has them by territoire already, and keeps to it. */
  readonly isByArea: boolean
}
export function redSiteItems({ red, area, nameOf, isByArea }: Asked): readonly AgendaItem[] {
  if (red.length <= committeeRules.redSitesOneByOne && !isByArea)
    return red.map(({ id, name, validUntil }) => ({
      ...{ key: `red-site:${id}`, source: 'red-site', ref: id, site: id, label: name, day: validUntil, n: null },
    }))
  const counts = new Map<string, number>()
  for (const { territoireCode } of red) counts.set(territoireCode ?? area, (counts.get(territoireCode ?? area) ?? 0) + 1)
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, n]) => ({
      ...{ key: `red-sites:${code}`, source: 'red-sites', ref: code, site: null, label: nameOf(code), day: null, n },
    }))
}
