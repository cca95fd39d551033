/*
Of what a lot is made: one pass up from the lot, each made lot after everything that was made of it, carrying how many grams of the
asked-for lot pass through it. What reaches a root belongs to its site; what has no origin is kept apart with its reason.

The order of all sums is fixed by the record alone (made lots newest first, the draws of each by the identifier of their source), so two
graphs of one record, the whole and a part, give the same numbers to the last bit. Cost: lots and draws beneath.
*/
import { wholeParts } from './apportion.ts'
import { FLAG, type Graph, NO_SITE, coverOf, explainedOf, inFrom, inTo, isRoot, standingOfFlags } from './graph.ts'

export interface SitePortion {
  /** Number of the site in the graph. */
  readonly site: number
  /** Exact part of the lot's mass, before rounding to whole grams. */
  readonly weight: number
  readonly lots: number
  /** Days since 1970; 0 where none is known. */
  readonly from: number
  readonly to: number
  readonly held: number
  readonly withoutRight: number
  /** By standing plus one; first those of which none was kept. */
  readonly standings: readonly number[]
}
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
/** The made lots above a lot and its roots, and what of the lot went through each: for pictures, bounds and papers. */
export interface Cone {
  /** Newest first, the lot itself at the beginning. */
  readonly made: Int32Array
  /** Beside each: how much of the asked-for lot it carried. */
  readonly carried: Float64Array
  readonly roots: readonly number[]
}

const NO_SITE_SLOT = 0

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
  const tally = createTally(scratch.slots)
  const { carried } = scratch
  const { rootCount, source, drawn, mass, flags, site, intake } = graph
  const asked = mass[node] ?? 0
  const roots: number[] = []
  const seeRoot = (root: number): void => {
    if (((flags[root] ?? 0) & FLAG.mark) !== 0) return
    flags[root] = (flags[root] ?? 0) | FLAG.mark
    roots.push(root)
  }
  let draws = 0
  if (made.length === 0) {
    seeRoot(node)
    tally.fromRoot(graph, node, asked === 0 ? 1 : asked)
  } else carried[node - rootCount] = asked === 0 ? 1 : asked
  for (const lot of made) {
    const amount = carried[lot - rootCount] ?? 0
    const weight = mass[lot] ?? 0
    const [from, to] = [inFrom(graph, lot), inTo(graph, lot)]
    const total = intake[lot - rootCount] ?? 0
    const isGained = ((flags[lot] ?? 0) & FLAG.gained) !== 0
    const known = total === 0 ? 0 : isGained && weight > 0 ? (amount * explainedOf(graph, lot)) / weight : amount
    tally.gained += amount - known
    const rate = total === 0 ? 0 : known / total
    for (let edge = from; edge < to; edge++) {
      const lotBefore = source[edge] ?? 0
      const part = rate * (drawn[edge] ?? 0)
      const marks = flags[lotBefore] ?? 0
      const root = lotBefore < rootCount || isRoot(graph, lotBefore)
      if (root) seeRoot(lotBefore)
      if ((marks & (FLAG.voided | FLAG.overdrawn | FLAG.gained)) === 0) {
        if (!root) carried[lotBefore - rootCount] = (carried[lotBefore - rootCount] ?? 0) + part
        else {
          const of = site[lotBefore] ?? NO_SITE
          if (of === NO_SITE) tally.siteUnknown += part
          else tally.add(of, part)
        }
      } else if ((marks & FLAG.voided) !== 0) tally.voided += part
      else {
        const covered = part * coverOf(graph, lotBefore, day)
        tally.overdrawn += part - covered
        if (root) tally.fromRoot(graph, lotBefore, covered)
        else carried[lotBefore - rootCount] = (carried[lotBefore - rootCount] ?? 0) + covered
      }
    }
    draws += to - from
  }
  const portions = tally.portions(graph, roots)
  let held = false
  for (const lot of made) held = held || ((flags[lot] ?? 0) & FLAG.held) !== 0
  for (const root of roots) {
    held = held || ((flags[root] ?? 0) & FLAG.held) !== 0
    flags[root] = (flags[root] ?? 0) & ~FLAG.mark
  }
  const cone = { made, carried: Float64Array.from(made, (lot) => carried[lot - rootCount] ?? 0), roots }
  for (const lot of made) carried[lot - rootCount] = 0
  const { siteUnknown, gained, overdrawn, voided } = tally
  const nodes = made.length + roots.length
  return { cone, composition: { node, mass: asked, sites: portions, siteUnknown, gained, overdrawn, voided, nodes, draws, held } }
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

/** Adds up by site in the order in which sites are met. */
function createTally(slots: Int32Array) {
  const sites: number[] = []
  const weights: number[] = []
  const tally = {
    siteUnknown: 0,
    gained: 0,
    overdrawn: 0,
    voided: 0,
    add(site: number, part: number): void {
      const slot = slots[site] ?? NO_SITE_SLOT
      if (slot === NO_SITE_SLOT) {
        sites.push(site)
        weights.push(part)
        slots[site] = sites.length
      } else weights[slot - 1] = (weights[slot - 1] ?? 0) + part
    },
    fromRoot(graph: Graph, root: number, part: number): void {
      const mass = graph.mass[root] ?? 0
      const known = mass === 0 ? part : (part * explainedOf(graph, root)) / mass
      tally.gained += part - known
      const site = graph.site[root] ?? NO_SITE
      if (site === NO_SITE) tally.siteUnknown += known
      else tally.add(site, known)
    },
    portions(graph: Graph, roots: readonly number[]): readonly SitePortion[] {
      const found = sites.map((site, n) => ({
        ...{ site, weight: weights[n] ?? 0, lots: 0, from: 0, to: 0, held: 0, withoutRight: 0 },
        standings: [0, 0, 0, 0, 0, 0, 0, 0],
      }))
      for (const root of roots) {
        const one = found[(slots[graph.site[root] ?? NO_SITE] ?? 0) - 1]
        if (!one) continue
        const [marks, day] = [graph.flags[root] ?? 0, graph.produced[root] ?? 0]
        one.lots++
        if (day !== 0 && (one.from === 0 || day < one.from)) one.from = day
        if (day > one.to) one.to = day
        if ((marks & FLAG.held) !== 0) one.held++
        if ((marks & FLAG.withoutRight) !== 0) one.withoutRight++
        const standing = standingOfFlags(marks)
        one.standings[standing] = (one.standings[standing] ?? 0) + 1
      }
      for (const site of sites) slots[site] = NO_SITE_SLOT
      return found
    },
  }
  return tally
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
    sites: sites.map((one, n) => ({ ...one, amount: amounts[n] ?? 0, hundredths: hundredths[n] ?? 0 })),
    ...{ siteUnknown, gained, overdrawn, voided },
    unexplained: siteUnknown + gained + overdrawn + voided,
    unexplainedHundredths: hundredths.slice(sites.length).reduce((sum, one) => sum + one, 0),
  }
}
