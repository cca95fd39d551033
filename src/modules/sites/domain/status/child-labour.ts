/*
Sites at which child labour is no longer seen, for who counts: seen before, and the newest word of somebody on the site says no. It refuses to call resolved what nobody went
to see again. Pure.
*/
export interface ChildrenSaid {
  readonly site: string
  readonly on: string
  readonly seen: boolean
  readonly learnedAt: string
}
export interface Resolved {
  readonly site: string
  /** The first day on which they were no longer seen. */
  readonly on: string
  readonly learnedAt: string
}
/** By what was said up to `until`, oldest first; on one day a yes is stronger than a no. */
export function resolvedSites(said: readonly ChildrenSaid[], until: string): readonly Resolved[] {
  const bySite = Map.groupBy(
    said.filter((one) => one.on <= until),
    (one) => one.site,
  )
  return [...bySite].flatMap(([site, all]) => {
    const last = all
      .filter((one) => one.seen)
      .toSorted((a, b) => (a.on < b.on ? -1 : 1))
      .at(-1)
    if (last === undefined) return []
    const [first] = all.filter((one) => !one.seen && one.on > last.on).toSorted((a, b) => (a.on < b.on ? -1 : 1))
    if (first === undefined) return []
    return [{ site, on: first.on, learnedAt: first.learnedAt > last.learnedAt ? first.learnedAt : last.learnedAt }]
  })
}
