/* What changed between two days in one layer: the sites whose mark is another one, and how many went which way. Pure. */
import type { MarkedSite } from './site-features.ts'

export interface Change {
  readonly id: string
  readonly name: string
  /** Keys of marks; `null`: the site is not on that map. */
  readonly from: string | null
  readonly to: string | null
}

export function changesBetween(before: readonly MarkedSite[], after: readonly MarkedSite[]): readonly Change[] {
  const old = new Map(before.map((one) => [one.site.id, one]))
  const now = new Set(after.map((one) => one.site.id))
  const changed = after.flatMap(({ site, key }): readonly Change[] => {
    const from = old.get(site.id)?.key ?? null
    return from === key ? [] : [{ id: site.id, name: site.name, from, to: key }]
  })
  const gone = before
    .filter((one) => !now.has(one.site.id))
    .map(({ site, key }): Change => ({ id: site.id, name: site.name, from: key, to: null }))
  return [...changed, ...gone]
}

/** Ways and their numbers, most first. */
export function waysOf(
  changes: readonly Change[],
): readonly { readonly from: string | null; readonly to: string | null; readonly n: number }[] {
  const ways = new Map<string, { from: string | null; to: string | null; n: number }>()
  for (const { from, to } of changes) {
    const key = `${from ?? ''}>${to ?? ''}`
    const way = ways.get(key)
    if (way) way.n += 1
    else ways.set(key, { from, to, n: 1 })
  }
  return [...ways.values()].toSorted((a, b) => b.n - a.n)
}

/** The most frequent ways, and how many sites went another one, so that the numbers of a sentence add up. */
export function mostOf(changes: readonly Change[], most: number) {
  const ways = waysOf(changes)
  const told = ways.slice(0, most)
  return { told, others: ways.slice(most).reduce((sum, { n }) => sum + n, 0) }
}
