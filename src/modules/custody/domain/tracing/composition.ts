/*
Of what a lot is made: one pass up from the lot, each made lot after everything that was made of it, carrying how many grams of the
asked-for lot pass through it. What reaches a root belongs to its site; what has no origin is kept apart with its reason.

The order of all sums is fixed by the record alone (made lots newest first, the draws of each by the identifier of their source), so two
graphs of one record, the whole and a part, give the same numbers to the last bit. Cost: lots and draws beneath.
*/
import { wholeParts } from './apportion.ts'
import { FLAG, type Graph, NO_SITE, coverOf, explainedOf, inFrom, inTo, isRoot } from './graph.ts'
import { type SitePortion, type Tally, addGrams, createTally, fromGroups, fromRoot, portionsOf, seeRoot, shareOut } from './tally.ts'

export interface Composition {
  readonly node: number
  readonly mass: number
  readonly sites: readonly SitePortion[]
  readonly siteUnknown: number
  readonly gained: number
  readonly overdrawn: number
  readonly voided: number
  /** Lots and draws that were walked. */
  readonly nodes: number
  readonly draws: number
  /** Something inside is in quarantine. */
  readonly held: boolean
}
/** The lot that is asked about, and of what was made of it how much went through each made lot: for pictures, bounds and papers. */
export interface Cone {
  readonly asked: number
  /** Newest first, the lot itself at the beginning; none for a root. */
  readonly made: Int32Array
  /** Beside each: how much of the asked-for lot it carried. */
  readonly carried: Float64Array
}

/** Scratch that one graph lends to one walk at a time. */
export interface Scratch {
  carried: Float64Array
  weights: Float64Array
  slots: Int32Array
}
export const createScratch = (): Scratch => ({ carried: new Float64Array(0), weights: new Float64Array(0), slots: new Int32Array(0) })

function prepare(scratch: Scratch, graph: Graph): void {
  const made = graph.count - graph.rootCount
  if (scratch.carried.length < made) scratch.carried = new Float64Array(made + (made >> 4) + 64)
  if (scratch.slots.length < graph.sites.length) scratch.slots = new Int32Array(graph.sites.length + 64)
}

export interface Walked {
  readonly composition: Composition
  readonly cone: Cone
}

/** `day`: draws after it do not count. */
export function compose(graph: Graph, node: number, { day, scratch }: { readonly day: number; readonly scratch: Scratch }): Walked {
  prepare(scratch, graph)
  const made = madeAbove(graph, node)
  const tally = createTally(graph, scratch.slots)
  const { carried } = scratch
  const { rootCount, flags, mass, intake } = graph
  const asked = mass[node] ?? 0
  const whole = asked === 0 ? 1 : asked
  if (made.length === 0) {
    seeRoot(tally, node)
    fromRoot(tally, node, whole)
  } else carried[node - rootCount] = whole
  let [draws, held] = [0, false]
  for (const lot of made) {
    const amount = carried[lot - rootCount] ?? 0
    const weight = mass[lot] ?? 0
    const total = intake[lot - rootCount] ?? 0
    const marks = flags[lot] ?? 0
    const isGained = (marks & FLAG.gained) !== 0
    const known = total === 0 ? 0 : isGained && weight > 0 ? (amount * explainedOf(graph, lot)) / weight : amount
    held = held || (marks & FLAG.held) !== 0
    tally.gained += amount - known
    const rate = total === 0 ? 0 : known / total
    const edges = inTo(graph, lot) - inFrom(graph, lot)
    if (!fromGroups(tally, lot, { edges, rate })) fromDraws(graph, lot, { rate, tally, carried, day })
    draws += edges
  }
  const sites = portionsOf(tally)
  const cone = { asked: node, made, carried: Float64Array.from(made, (lot) => carried[lot - rootCount] ?? 0) }
  for (const lot of made) carried[lot - rootCount] = 0
  const { siteUnknown, gained, overdrawn, voided } = tally
  const nodes = made.length + tally.roots
  return {
    cone,
    composition: { node, mass: asked, sites, siteUnknown, gained, overdrawn, voided, nodes, draws, held: held || tally.held },
  }
}

interface Drawing {
  readonly rate: number
  readonly tally: Tally
  readonly carried: Float64Array
  readonly day: number
}
/** The draws of one lot one by one: what it has of made lots goes on to them, what it has of roots to their sites. */
function fromDraws(graph: Graph, lot: number, { rate, tally, carried, day }: Drawing): void {
  const { rootCount, source, drawn, flags, site } = graph
  for (let edge = inFrom(graph, lot), to = inTo(graph, lot); edge < to; edge++) {
    const before = source[edge] ?? 0
    const grams = drawn[edge] ?? 0
    const marks = flags[before] ?? 0
    const root = before < rootCount || isRoot(graph, before)
    if (root) seeRoot(tally, before)
    if ((marks & (FLAG.voided | FLAG.overdrawn | FLAG.gained)) === 0) {
      if (root) addGrams(tally, site[before] ?? NO_SITE, grams)
      else carried[before - rootCount] = (carried[before - rootCount] ?? 0) + rate * grams
    } else if ((marks & FLAG.voided) !== 0) tally.voided += rate * grams
    else {
      const part = rate * grams
      const covered = part * coverOf(graph, before, day)
      tally.overdrawn += part - covered
      if (root) fromRoot(tally, before, covered)
      else carried[before - rootCount] = (carried[before - rootCount] ?? 0) + covered
    }
  }
  shareOut(tally, rate)
}

/** The roots beneath, each once, in the order in which they are met. Cost: the draws beneath. */
export function rootsOf(graph: Graph, { asked, made }: Cone): readonly number[] {
  const { flags, source, rootCount } = graph
  const roots = made.length === 0 ? [asked] : []
  for (const lot of made) {
    for (let edge = inFrom(graph, lot), to = inTo(graph, lot); edge < to; edge++) {
      const before = source[edge] ?? 0
      const marks = flags[before] ?? 0
      if ((marks & FLAG.mark) !== 0 || (before >= rootCount && !isRoot(graph, before))) continue
      flags[before] = marks | FLAG.mark
      roots.push(before)
    }
  }
  for (const root of roots) flags[root] = (flags[root] ?? 0) & ~FLAG.mark
  return roots
}

/** The made lots that a lot came from and itself, newest first; none for a root. */
function madeAbove(graph: Graph, node: number): Int32Array {
  if (isRoot(graph, node)) return new Int32Array(0)
  const { flags, source, rootCount } = graph
  const found = [node]
  flags[node] = (flags[node] ?? 0) | FLAG.mark
  for (let next = 0; next < found.length; next++) {
    const lot = found[next] ?? 0
    const to = inTo(graph, lot)
    for (let edge = inFrom(graph, lot); edge < to; edge++) {
      const before = source[edge] ?? 0
      if (before < rootCount) continue
      const marks = flags[before] ?? 0
      if ((marks & FLAG.mark) !== 0 || isRoot(graph, before)) continue
      flags[before] = marks | FLAG.mark
      found.push(before)
    }
  }
  const sorted = Int32Array.from(found).sort()
  sorted.reverse()
  for (const lot of sorted) flags[lot] = (flags[lot] ?? 0) & ~FLAG.mark
  return sorted
}

export interface WholeShares {
  readonly sites: readonly { readonly portion: SitePortion; readonly key: string; readonly amount: number; readonly hundredths: number }[]
  readonly siteUnknown: number
  readonly gained: number
  readonly overdrawn: number
  readonly voided: number
  readonly unexplained: number
  readonly unexplainedHundredths: number
}

/** Whole units that sum to the lot's mass, and hundredths of a percent that sum to 10,000; heaviest site first. */
export function wholeShares(graph: Graph, found: Composition): WholeShares {
  const sites = found.sites
    .map((portion) => ({ portion, key: graph.sites[portion.site] ?? '' }))
    .sort((one, other) => other.portion.weight - one.portion.weight || (one.key < other.key ? -1 : 1))
  const rest = [found.siteUnknown, found.gained, found.overdrawn, found.voided]
  const weights = [...sites.map(({ portion }) => portion.weight), ...rest]
  const [amounts, hundredths] = [wholeParts(found.mass, weights), wholeParts(10_000, weights)]
  const [siteUnknown = 0, gained = 0, overdrawn = 0, voided = 0] = amounts.slice(sites.length)
  return {
    sites: sites.map(({ portion, key }, n) => ({ portion, key, amount: amounts[n] ?? 0, hundredths: hundredths[n] ?? 0 })),
    ...{ siteUnknown, gained, overdrawn, voided },
    unexplained: siteUnknown + gained + overdrawn + voided,
    unexplainedHundredths: hundredths.slice(sites.length).reduce((sum, one) => sum + one, 0),
  }
}
