/*
Where the production of a site went: one pass down from its roots of the days asked for, each made lot after everything that it came
from, carrying how many grams of them it holds. At every lot part of it goes on, part stays, part was lost; the sum is what was produced.
Bags of one site that went whole into one lot count as one sum (`groups.ts`), the others one by one. Cost: those sums, and the lots and draws
beneath.
*/
import type { Scratch } from './composition.ts'
import { FLAG, type Graph, NONE, consumerOf, coverOf, eachOut, explainedOf, mineralOf } from './graph.ts'

export interface Reached {
  readonly node: number
  /** Grams of the asked-for production that came into the lot's mass. */
  readonly amount: number
  /** What of it is still in the lot: not drawn by others. */
  readonly stays: number
  /** What of the asked-for production went missing between its inputs and its scale. */
  readonly lost: number
}
export interface Impact {
  readonly produced: number
  readonly bags: number
  readonly from: number
  readonly to: number
  /** Roots that were not drawn whole, with what is left of them. */
  readonly untouched: readonly Reached[]
  readonly reached: readonly Reached[]
  /** Weight that went missing between inputs and scales. */
  readonly lost: number
}
export interface SiteAsked {
  readonly since: number
  readonly day: number
  readonly mineral: number
  /** Only these roots count. */
  readonly isMeant?: (root: number) => boolean
}
/** What of a site is asked about: groups that count as one, and roots that are looked at one by one. */
export interface Starts {
  readonly groups: readonly number[]
  readonly roots: readonly number[]
  /** A root that shows the unit of all. */
  readonly example: number
}

/** Produced on `since` or later and by `day`, of one mineral; mistakes left out. */
export function startsOfSite(graph: Graph, site: number, { since, day, mineral, isMeant }: SiteAsked): Starts {
  const { produced, flags, code, siteGroup, groupStart, groupInto, groupWhole, groupFrom, groupTo, formed } = graph
  const [groups, roots]: [number[], number[]] = [[], []]
  const see = (root: number): void => {
    const dug = produced[root] ?? 0
    const isAsked = dug >= since && dug <= day && mineralOf(code[root] ?? 0) === mineral && ((flags[root] ?? 0) & FLAG.voided) === 0
    if (isAsked && (isMeant === undefined || isMeant(root))) roots.push(root)
  }
  for (let group = siteGroup[site] ?? 0, end = siteGroup[site + 1] ?? 0; group < end; group++) {
    const [first, last] = [groupFrom[group] ?? 0, groupTo[group] ?? 0]
    if (last < since || first > day) continue
    const start = groupStart[group] ?? 0
    const into = groupInto[group] ?? 0
    const isWhole = first >= since && last <= day && (groupWhole[group] ?? NONE) !== NONE && isMeant === undefined
    if (!isWhole || ((flags[into] ?? 0) & FLAG.voided) !== 0 || (formed[into] ?? 0) > day)
      for (let root = start; root < (groupStart[group + 1] ?? 0); root++) see(root)
    else if (mineralOf(code[start] ?? 0) === mineral) groups.push(group)
  }
  for (const root of graph.lateRoots.get(site) ?? []) see(root)
  return { groups, roots, example: roots[0] ?? groupStart[groups[0] ?? 0] ?? 0 }
}

/** From lots that bring all of themselves. `day`: lots made after it do not count. */
export function impactOf(
  graph: Graph,
  { groups, roots }: Pick<Starts, 'groups' | 'roots'>,
  { day, scratch }: { readonly day: number; readonly scratch: Scratch },
): Impact {
  const { rootCount, flags, drawn, mass, formed, produced, groupInto, groupWhole, groupStart, groupFrom, groupTo } = graph
  const made = graph.count - rootCount
  if (scratch.weights.length < made) scratch.weights = new Float64Array(made + (made >> 4) + 64)
  const carried = scratch.weights
  const found = madeBelow(graph, roots, { day, into: groups.map((group) => groupInto[group] ?? 0) })
  const isCounted = (lot: number): boolean => ((flags[lot] ?? 0) & FLAG.voided) === 0 && (formed[lot] ?? 0) <= day
  /** Gives what `lot` holds to what was made of it; the answer is what stays. */
  const giveOn = (lot: number, held: number): number => {
    const weight = mass[lot] ?? 0
    if (weight === 0) return held
    const rate = (held / weight) * coverOf(graph, lot, day)
    let given = 0
    const give = (edge: number): void => {
      const into = consumerOf(graph, edge)
      if (!isCounted(into)) return
      const part = rate * (drawn[edge] ?? 0)
      carried[into - rootCount] = (carried[into - rootCount] ?? 0) + part
      given += part
    }
    const first = graph.firstOut[lot] ?? NONE
    if (first !== NONE && ((flags[lot] ?? 0) & FLAG.moreOuts) === 0) give(first)
    else eachOut(graph, lot, give)
    return Math.max(0, held - given)
  }
  let [total, bags, from, to, lost] = [0, roots.length, 65_535, 0, 0]
  for (const group of groups) {
    const into = (groupInto[group] ?? 0) - rootCount
    const grams = groupWhole[group] ?? 0
    carried[into] = (carried[into] ?? 0) + grams
    total += grams
    bags += (groupStart[group + 1] ?? 0) - (groupStart[group] ?? 0)
    from = Math.min(from, groupFrom[group] ?? 0)
    to = Math.max(to, groupTo[group] ?? 0)
  }
  const untouched: Reached[] = []
  for (const root of roots) {
    const amount = explainedOf(graph, root)
    total += amount
    const dug = produced[root] ?? 0
    if (dug !== 0 && dug < from) from = dug
    if (dug > to) to = dug
    const stays = giveOn(root, amount)
    if (stays > 1e-6) untouched.push({ node: root, amount, stays, lost: 0 })
  }
  const reached: Reached[] = []
  for (const lot of found) {
    const came = carried[lot - rootCount] ?? 0
    const intake = graph.intake[lot - rootCount] ?? 0
    const amount = intake === 0 ? 0 : came * Math.min(1, explainedOf(graph, lot) / intake)
    lost += came - amount
    reached.push({ node: lot, amount, stays: giveOn(lot, amount), lost: came - amount })
  }
  for (const lot of found) carried[lot - rootCount] = 0
  return { produced: total, bags, from: to === 0 ? 0 : from, to, untouched, reached, lost }
}

/** Every lot that was made of these, directly or on the way, sources first; `into`: lots that are known to be of them. */
export function madeBelow(
  graph: Graph,
  starts: Iterable<number>,
  { day, into: known = [] }: { readonly day: number; readonly into?: readonly number[] },
): Int32Array {
  const { flags, formed } = graph
  const found: number[] = []
  const meet = (into: number): void => {
    const marks = flags[into] ?? 0
    if ((marks & (FLAG.mark | FLAG.voided)) !== 0 || (formed[into] ?? 0) > day) return
    flags[into] = marks | FLAG.mark
    found.push(into)
  }
  const see = (edge: number): void => meet(consumerOf(graph, edge))
  const seeOuts = (lot: number): void => {
    const first = graph.firstOut[lot] ?? NONE
    if (first === NONE) return
    if (((flags[lot] ?? 0) & FLAG.moreOuts) === 0) see(first)
    else eachOut(graph, lot, see)
  }
  for (const into of known) meet(into)
  for (const start of starts) seeOuts(start)
  for (let next = 0; next < found.length; next++) seeOuts(found[next] ?? 0)
  const sorted = Int32Array.from(found).sort()
  for (const lot of sorted) flags[lot] = (flags[lot] ?? 0) & ~FLAG.mark
  return sorted
}
