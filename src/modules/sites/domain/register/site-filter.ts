/*
Which sites a list shows and in which order. Pure, so that the meaning of a filter is written once. Cost: one look at every site;
10,000 sites take some milliseconds.
*/
import type { SiteRow } from './answers.ts'
import { type SearchWords, fold, searchSites } from './name-search.ts'
import { isOver, shownEnd } from '../status/lapse.ts'

export interface SiteFilter {
  /** Words that must all be found in name, alias, key or place: see `name-search.ts` for what is forgiven. */
  readonly text?: string | undefined
  /** As people read it: `green` finds lapsed greens too, `blue` only what is blue by a request or a report, not a lapsed green. */
  readonly colour?: readonly string[] | undefined
  readonly basis?: readonly string[] | undefined
  readonly mineral?: readonly string[] | undefined
  /** Whether the colour that people read ran out; the red that follows a lapsed green has not. */
  readonly lapsed?: boolean | undefined
  readonly held?: boolean | undefined
  /** P-codes. */
  readonly province?: string | undefined
  readonly territoire?: string | undefined
  /** Ids. */
  readonly among?: ReadonlySet<string> | undefined
}
export type SiteSort = 'name' | 'ending' | 'last-visit'
export interface Sought extends SiteRow {
  readonly aliases: readonly string[]
  readonly words?: SearchWords
}

/** Filtered and in order. By name means, where words were typed, by how well a site answers them and then by name. */
export function findSites<Site extends Sought>(sites: readonly Site[], filter: SiteFilter, sort: SiteSort): readonly Site[] {
  const ranks = searchSites(sites, filter.text ?? '')
  const found = sortSites(filterSites(ranks === null ? sites : [...ranks.keys()], { ...filter, text: undefined }), sort)
  if (ranks === null || sort !== 'name') return found
  return found.toSorted((one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0))
}

export function filterSites<Site extends Sought>(sites: readonly Site[], filter: SiteFilter): readonly Site[] {
  const ranks = searchSites(sites, filter.text ?? '')
  return sites.filter(
    (site) =>
      (ranks === null || ranks.has(site)) &&
      (filter.among === undefined || filter.among.has(site.id)) &&
      isOneOf(filter.colour, [site.standing.shown]) &&
      isOneOf(filter.basis, [site.standing.basis]) &&
      isOneOf(filter.mineral, site.minerals) &&
      (filter.lapsed === undefined || isOver(site.standing) === filter.lapsed) &&
      (filter.held === undefined || site.standing.held === filter.held) &&
      (filter.province === undefined || site.province?.code === filter.province) &&
      (filter.territoire === undefined || site.territoire?.code === filter.territoire),
  )
}

/** `ending`: the end of the colour that people read, what ran out longest ago first, none last. `last-visit`: longest unvisited first, never visited before all. */
export function sortSites<Site extends Sought>(sites: readonly Site[], sort: SiteSort): readonly Site[] {
  if (sort === 'name')
    return sites
      .map((site) => ({ site, key: site.words?.folded ?? fold(site.name) }))
      .sort((one, other) => compare(one.key, other.key) || compare(one.site.nationalId, other.site.nationalId))
      .map(({ site }) => site)
  const key = (site: Site): string => (sort === 'ending' ? (shownEnd(site.standing) ?? '9999') : (site.lastVisitOn ?? ''))
  return sites.toSorted((one, other) => compare(key(one), key(other)) || compare(one.nationalId, other.nationalId))
}

const isOneOf = (wanted: readonly string[] | undefined, has: readonly string[]): boolean =>
  wanted === undefined || wanted.length === 0 || has.some((one) => wanted.includes(one))
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
