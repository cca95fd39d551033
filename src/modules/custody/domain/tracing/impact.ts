/*
Where the production of a site went: one pass down from its roots of the days asked for, each made lot after everything that it came
from, carrying how many grams of them it holds. At every lot part of it goes on, part stays, part was lost; the sum is what was produced.
Cost: the roots of those days and the lots and draws beneath; where they lie in one stretch the first step reads memory in order.
*/
import type { Scratch } from './composition.ts'
import { FLAG, type Graph, NONE, consumerOf, coverOf, eachOut, explainedOf, inFrom, inTo, mineralOf } from './graph.ts'

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

/** The roots of a site that were produced on `since` or later and by `day`, of one mineral; mistakes left out. */
export function rootsOfSite(
  graph: Graph,
  site: number,
  { since, day, mineral }: { readonly since: number; readonly day: number; readonly mineral: number },
): Uint32Array {
  const { produced, siteStart, flags, code, lateRoots } = graph
  const end = siteStart[site + 1] ?? 0
  let [low, high] = [Math.min(end, siteStart[site] ?? 0), end]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((produced[middle] ?? 0) < since) low = middle + 1
    else high = middle
  }
  const late = lateRoots.get(site) ?? []
  const found = new Uint32Array(end - low + late.length)
  let count = 0
  const see = (root: number): void => {
    const made = produced[root] ?? 0
    if (made >= since && made <= day && mineralOf(code[root] ?? 0) === mineral && ((flags[root] ?? 0) & FLAG.voided) === 0)
      found[count++] = root
  }
  for (let root = low; root < end && (produced[root] ?? 0) <= day; root++) see(root)
  for (const root of late) see(root)
  return found.subarray(0, count)
}

/** From any lots that bring all of themselves: roots of a site, or a single lot. `day`: lots made after it do not count. */
export function impactOf(graph: Graph, starts: Uint32Array, { day, scratch }: { readonly day: number; readonly scratch: Scratch }): Impact {
  const { rootCount, flags, drawn, mass, formed, produced } = graph
  const made = graph.count - rootCount
  if (scratch.weights.length < made) scratch.weights = new Float64Array(made + (made >> 4) + 64)
  const carried = scratch.weights
  const found = madeBelow(graph, starts, day)
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
  let [total, from, to, lost] = [0, 0, 0, 0]
  const untouched: Reached[] = []
  for (const root of starts) {
    const amount = explainedOf(graph, root)
    total += amount
    const dug = produced[root] ?? 0
    if (dug !== 0 && (from === 0 || dug < from)) from = dug
    if (dug > to) to = dug
    const stays = giveOn(root, amount)
    if (stays > 1e-6) untouched.push({ node: root, amount, stays, lost: 0 })
  }
  const reached: Reached[] = []
  for (const lot of found) {
    const came = carried[lot - rootCount] ?? 0
    let intake = 0
    for (let edge = inFrom(graph, lot); edge < inTo(graph, lot); edge++) intake += drawn[edge] ?? 0
    const amount = intake === 0 ? 0 : came * Math.min(1, explainedOf(graph, lot) / intake)
    lost += came - amount
    reached.push({ node: lot, amount, stays: giveOn(lot, amount), lost: came - amount })
  }
  for (const lot of found) carried[lot - rootCount] = 0
  return { produced: total, bags: starts.length, from, to, untouched, reached, lost }
}

/** Every lot that was made of these, directly or on the way, sources first. */
export function madeBelow(graph: Graph, starts: Uint32Array, day: number): Int32Array {
  const { flags, formed } = graph
  const found: number[] = []
  const see = (edge: number): void => {
    const into = consumerOf(graph, edge)
    const marks = flags[into] ?? 0
    if ((marks & (FLAG.mark | FLAG.voided)) !== 0 || (formed[into] ?? 0) > day) return
    flags[into] = marks | FLAG.mark
    found.push(into)
  }
  for (const start of starts) {
    const first = graph.firstOut[start] ?? NONE
    if (first === NONE) continue
    if (((flags[start] ?? 0) & FLAG.moreOuts) === 0) see(first)
    else eachOut(graph, start, see)
  }
  for (let next = 0; next < found.length; next++) eachOut(graph, found[next] ?? 0, see)
  const sorted = Int32Array.from(found).sort()
  for (const lot of sorted) flags[lot] = (flags[lot] ?? 0) & ~FLAG.mark
  return sorted
}
