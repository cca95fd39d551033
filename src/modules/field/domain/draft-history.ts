/*
The history of an unfinished form: states of it with the states that their authors had seen. It answers which of them nobody went on
from (the heads), whether one follows from another, and where two of them parted. Revisions arrive in any order and some never; a parent
that is not here is only a name. It knows nothing of what is in a form.
*/
export interface HistoryNode {
  readonly revision: string
  readonly parents: readonly string[]
}
export interface StateNode extends HistoryNode {
  readonly state: 'open' | 'finished' | 'dropped'
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What nobody went on from, in the order of their names, which is the order in time for names made of it. */
export function headsOf<Node extends HistoryNode>(nodes: readonly Node[]): readonly Node[] {
  const followed = new Set(nodes.flatMap(({ revision, parents }) => parents.filter((parent) => parent !== revision)))
  return nodes.filter(({ revision }) => !followed.has(revision)).toSorted((a, b) => byName(a.revision, b.revision))
}

/** All that a revision goes back to, itself among them; a circle, which no honest device makes, is walked once. */
export function ancestorsOf(nodes: readonly HistoryNode[], revision: string): ReadonlySet<string> {
  const parents = new Map(nodes.map((node) => [node.revision, node.parents]))
  const seen = new Set<string>()
  const open = [revision]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...(parents.get(next) ?? []))
  }
  return seen
}

/** Whether `later` was made by somebody who had seen `earlier`; a revision follows from itself. */
export const followsFrom = (nodes: readonly HistoryNode[], later: string, earlier: string): boolean =>
  ancestorsOf(nodes, later).has(earlier)

/** Where two revisions parted: the newest that both go back to; null where nothing that is known here is. */
export function nearestCommon(nodes: readonly HistoryNode[], one: string, other: string): string | null {
  const theirs = ancestorsOf(nodes, other)
  const known = new Set(nodes.map((node) => node.revision))
  const common = [...ancestorsOf(nodes, one)].filter((revision) => theirs.has(revision) && known.has(revision))
  const passed = new Set(common.flatMap((revision) => [...ancestorsOf(nodes, revision)].filter((before) => before !== revision)))
  return (
    common
      .filter((revision) => !passed.has(revision))
      .toSorted(byName)
      .at(-1) ?? null
  )
}

export type Meeting = 'same' | 'ahead' | 'behind' | 'parted'
/** How what is here stands to what came: `behind` takes it over, `ahead` waits to be sent, `parted` is for somebody to look at. */
export function meet(nodes: readonly HistoryNode[], here: string, there: string): Meeting {
  if (here === there) return 'same'
  if (followsFrom(nodes, there, here)) return 'behind'
  return followsFrom(nodes, here, there) ? 'ahead' : 'parted'
}

/** Two heads are for somebody to look at as long as one of them is not over. */
export const isParted = (heads: readonly StateNode[]): boolean => heads.length > 1 && heads.some((head) => head.state === 'open')
