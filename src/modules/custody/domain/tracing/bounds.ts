/*
What is proven of a lot and a site: the least and the most that can have come from there, whatever part of each lot went where.

Taken as recorded: which lots were drawn from, how much, what every lot weighed. Unknown: which part of a lot a draw took, which part was
lost between inputs and scale, which part is still there or went to others. So for each site a quantity y stands on every draw, between
nothing and the draw, and at every made lot what comes in goes out again: into the draws that lead to the asked-for lot, into everything
else that left or stayed, or into the loss; nothing holds more than its size. A root of the site is of the site whole; a root of another
site not at all. Grams without an origin (gains, overdrafts, records declared a mistake, roots without a site) are of no site.

- `sound`: one pass from the roots with an interval per lot. The truth lies inside; where two draws of one lot both lead to the asked-for
  lot, it forgets that they share it, and may be wider than need be.
- `exact`: the same as a flow. The most is the greatest flow from the site's roots to the lot; the least is what is left when as much as
  possible has gone elsewhere. Both can really be reached, since what is not of the site always finds room where the site does not. Where no
  lot is drawn from twice on the way the interval is exact by itself and no flow is needed.
*/
import { type Cone, rootsOf } from './composition.ts'
import { FLAG, type Graph, NO_SITE, drawnFrom, explainedOf, inFrom, inTo, isRoot } from './graph.ts'
import { type Network, createNetwork } from './max-flow.ts'

export interface Bounds {
  readonly least: number
  readonly most: number
  readonly proven: 'exact' | 'sound'
}
/** Beyond this the flow is not tried: the interval answers. */
export const MOST_FLOW_LOTS = 5_000
const MOST_FLOW_WORK = 400_000

/** A made lot on the way, or a root that is not simply all of its site. */
interface Vessel {
  readonly site: number
  /** What a root of a site brings in; zero for a made lot. */
  readonly supply: number
  /** Most that can be inside. */
  readonly room: number
  readonly loss: number
  /** All that left or stayed: at least what the way takes. */
  readonly whole: number
  readonly draws: { readonly into: number; readonly grams: number }[]
}
interface Way {
  /** Roots and older lots first; the asked-for lot last. */
  readonly vessels: readonly Vessel[]
  /** By site: what roots of it bring straight into a vessel. */
  readonly brought: ReadonlyMap<number, ReadonlyMap<number, number>>
  readonly isTree: boolean
}

export function boundsOf(
  graph: Graph,
  cone: Cone,
  { day, sites }: { readonly day: number; readonly sites: readonly number[] },
): readonly Bounds[] {
  if (cone.made.length === 0) {
    const [site, grams] = [graph.site[cone.asked] ?? NO_SITE, explainedOf(graph, cone.asked)]
    return sites.map((one) => (one === site ? { least: grams, most: grams, proven: 'exact' } : { least: 0, most: 0, proven: 'exact' }))
  }
  const way = wayOf(graph, cone, day)
  const arcs = way.vessels.reduce((sum, one) => sum + one.draws.length + 3, 0)
  const useFlow = !way.isTree && cone.made.length <= MOST_FLOW_LOTS && arcs * sites.length <= MOST_FLOW_WORK
  const flow = useFlow ? flowOf(way) : null
  return sites.map((site) => flow?.(site) ?? { ...intervalOf(way, site), proven: way.isTree ? 'exact' : 'sound' })
}

function wayOf(graph: Graph, cone: Cone, day: number): Way {
  const place = new Map<number, number>()
  const lots: number[] = []
  const isOdd = (lot: number): boolean => ((graph.flags[lot] ?? 0) & (FLAG.gained | FLAG.overdrawn)) !== 0
  const isVoided = (lot: number): boolean => ((graph.flags[lot] ?? 0) & FLAG.voided) !== 0
  for (const root of rootsOf(graph, cone))
    if (isOdd(root) && !isVoided(root)) {
      place.set(root, lots.length)
      lots.push(root)
    }
  const asked = cone.made[0] ?? 0
  for (const lot of cone.made.toReversed())
    if (lot === asked || !isVoided(lot)) {
      place.set(lot, lots.length)
      lots.push(lot)
    }
  const draws: { into: number; grams: number }[][] = lots.map(() => [])
  const intake = new Float64Array(lots.length)
  const brought = new Map<number, Map<number, number>>()
  for (const [into, lot] of lots.entries()) {
    for (let edge = inFrom(graph, lot); edge < inTo(graph, lot); edge++) {
      const before = graph.source[edge] ?? 0
      const grams = graph.drawn[edge] ?? 0
      intake[into] = (intake[into] ?? 0) + grams
      const vessel = place.get(before)
      if (vessel !== undefined) draws[vessel]?.push({ into, grams })
      else if (isRoot(graph, before) && !isVoided(before)) {
        const site = graph.site[before] ?? NO_SITE
        const known = brought.get(site) ?? new Map<number, number>()
        known.set(into, (known.get(into) ?? 0) + grams)
        brought.set(site, known)
      }
    }
  }
  const vessels = lots.map((lot, n): Vessel => {
    const taken = draws[n]?.reduce((sum, one) => sum + one.grams, 0) ?? 0
    const explained = explainedOf(graph, lot)
    const whole = Math.max(graph.mass[lot] ?? 0, drawnFrom(graph, lot, day), taken)
    const root = isRoot(graph, lot)
    const room = root ? explained : Math.min(explained, intake[n] ?? 0)
    return {
      site: root ? (graph.site[lot] ?? NO_SITE) : NO_SITE,
      supply: root ? explained : 0,
      ...{ room, loss: root ? 0 : (intake[n] ?? 0) - room, whole, draws: draws[n] ?? [] },
    }
  })
  return { vessels, brought, isTree: draws.every((out) => out.length < 2) }
}

function intervalOf({ vessels, brought }: Way, site: number): { readonly least: number; readonly most: number } {
  const low = new Float64Array(vessels.length)
  const high = new Float64Array(vessels.length)
  for (const [into, grams] of brought.get(site) ?? []) {
    low[into] = grams
    high[into] = grams
  }
  for (const [n, vessel] of vessels.entries()) {
    const supply = vessel.site === site ? vessel.supply : 0
    const least = Math.max(0, (low[n] ?? 0) + supply - vessel.loss)
    const most = Math.min((high[n] ?? 0) + supply, vessel.room)
    for (const { into, grams } of vessel.draws) {
      low[into] = (low[into] ?? 0) + Math.max(0, grams - (vessel.whole - least))
      high[into] = (high[into] ?? 0) + Math.min(grams, most)
    }
    if (n === vessels.length - 1) return { least, most }
  }
  return { least: 0, most: 0 }
}

/** The network once for the lot; per site only what the roots bring changes. */
function flowOf(way: Way): (site: number) => Bounds {
  const { vessels, brought } = way
  const [source, lot, elsewhere] = [0, 1, 2]
  const inOf = (n: number): number => 3 + 2 * n
  const outOf = (n: number): number => 4 + 2 * n
  const network: Network = createNetwork(3 + 2 * vessels.length)
  const supplies = vessels.map((vessel, n) => {
    const asked = n === vessels.length - 1
    network.addArc(inOf(n), outOf(n), vessel.room)
    if (vessel.loss > 0) network.addArc(inOf(n), elsewhere, vessel.loss)
    const taken = vessel.draws.reduce((sum, one) => sum + one.grams, 0)
    if (asked) network.addArc(outOf(n), lot, vessel.room)
    else if (vessel.whole > taken) network.addArc(outOf(n), elsewhere, vessel.whole - taken)
    for (const { into, grams } of vessel.draws) network.addArc(outOf(n), inOf(into), grams)
    return network.addArc(source, inOf(n), 0)
  })
  return (site) => {
    let total = 0
    for (const [n, vessel] of vessels.entries()) {
      const grams = (brought.get(site)?.get(n) ?? 0) + (vessel.site === site ? vessel.supply : 0)
      total += grams
      network.setCapacity(supplies[n] ?? 0, grams)
    }
    network.reset()
    const most = network.flow(source, lot)
    network.reset()
    return { least: total - network.flow(source, elsewhere), most, proven: 'exact' }
  }
}
