/*
Which sites a list shows and in which order. Pure, so that the meaning of a filter is written once. Cost: one look at every site;
10,000 sites take some milliseconds.
*/
import type { SiteRow } from './answers.ts'
import { isOver, shownEnd } from '../status/lapse.ts'

export interface SiteFilter {
  /** Words that must all occur in name, alias or key, without regard to case and accents. */
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
}
export type SiteSort = 'name' | 'ending' | 'last-visit'
export interface Sought extends SiteRow {
  readonly aliases: readonly string[]
}

export function filterSites<Site extends Sought>(sites: readonly Site[], filter: SiteFilter): readonly Site[] {
  const words = fold(filter.text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
  return sites.filter(
    (site) =>
      hasWords(site, words) &&
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
    return sites.toSorted((one, other) => compare(fold(one.name), fold(other.name)) || compare(one.nationalId, other.nationalId))
  const key = (site: Site): string => (sort === 'ending' ? (shownEnd(site.standing) ?? '9999') : (site.lastVisitOn ?? ''))
  return sites.toSorted((one, other) => compare(key(one), key(other)) || compare(one.nationalId, other.nationalId))
}

const isOneOf = (wanted: readonly string[] | undefined, has: readonly string[]): boolean =>
  wanted === undefined || wanted.length === 0 || has.some((one) => wanted.includes(one))
function hasWords(site: Sought, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = fold([site.name, site.nationalId, site.icglrId ?? '', ...site.aliases].join(' '))
  return words.every((word) => text.includes(word))
}
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
