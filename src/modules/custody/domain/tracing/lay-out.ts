/*
Where everything stands in the arrays. Made lots in the order of the log, sources first; arrows beside the lot that they lead into, by the
identifier of their source. Roots by site, and within a site by the lot into which they went: a site and a lot have one stretch of memory in
common, a group, whose sum stands beside it where every bag of it was drawn whole and once. Then a question about a site adds up groups, and
a walk over the draws of a lot reads a few stretches instead of fifty places.
*/
import { type Amounts, FLAG, type Graph, GraphFault, NONE, NO_SITE } from './graph.ts'
import { foldGroups } from './groups.ts'
import { orderedRadix } from './layout.ts'
import type { Links, RawLots } from './raw-lots.ts'

const u32 = (size: number) => new Uint32Array(size)
const at = (array: { readonly [index: number]: number }, index: number): number => array[index] ?? 0
const like = (amounts: Amounts, size: number): Amounts => (amounts instanceof Float64Array ? new Float64Array(size) : u32(size))

export function layOut(lots: RawLots, links: Links, names: { readonly sites: string[]; readonly holders: string[] }): Graph {
  if (Math.max(names.sites.length, names.holders.length) >= NO_SITE) throw new GraphFault('too-many-names')
  const { count } = lots
  const inCount = u32(count)
  for (let n = 0; n < links.count; n++) inCount[at(links.into, n)] = at(inCount, at(links.into, n)) + 1
  const made = madeInOrder(lots, links, inCount)
  const rootCount = count - made.length
  const graph = emptyGraph({ count, rootCount, edges: links.count, lots, links, names })
  layArrows(graph, { lots, links, made, inCount })
  const order = u32(count)
  order.set(rootsInOrder(graph, lots, inCount))
  order.set(made, rootCount)
  const place = u32(count)
  for (let n = 0; n < count; n++) place[at(order, n)] = n
  for (let edge = 0; edge < links.count; edge++) graph.source[edge] = at(place, at(graph.source, edge))
  copyLots(graph, lots, order)
  linkOuts(graph)
  markWeights(graph, lots, order)
  foldGroups(graph)
  graph.idOrder = orderedRadix(count, (node) => at(graph.ids, 4 * node + 3))
  return graph
}

interface Sizes {
  readonly count: number
  readonly rootCount: number
  readonly edges: number
  readonly lots: RawLots
  readonly links: Links
  readonly names: { readonly sites: string[]; readonly holders: string[] }
}
function emptyGraph({ count, rootCount, edges, lots, links, names }: Sizes): Graph {
  const madeCount = count - rootCount
  const u16 = (size: number) => new Uint16Array(size)
  return {
    ...{ rootCount, baseCount: count, count, edgeCount: edges, sites: names.sites, holders: names.holders },
    ...{ siteStart: u32(names.sites.length + 1), mass: like(lots.mass, count), produced: u16(count), formed: u16(count) },
    ...{ site: u16(count), holder: u16(count), code: new Uint8Array(count), flags: u16(count), firstOut: u32(count).fill(NONE) },
    ...{ ids: u32(4 * count), idOrder: u32(0), inStart: u32(madeCount + 1), source: u32(edges), drawn: like(links.drawn, edges) },
    ...{ edgeBlock: u32((edges >> 4) + 1), moreNode: u32(0), moreStart: u32(1), moreEdge: u32(0), explained: new Map() },
    ...{ intake: new Float64Array(madeCount), oldest: u16(madeCount), newest: u16(madeCount) },
    ...{ siteGroup: u32(1), groupStart: u32(1), groupInto: u32(0), groupWhole: u32(0), groupFrom: u16(0), groupTo: u16(0) },
    ...{ groupSite: u16(0), groupMarks: u16(0), madeGroupStart: u32(1), madeGroup: u32(0) },
    ...{ lateIds: new Map(), lateMore: new Map(), lateRoots: new Map() },
  }
}

/** What was made, by its place in the log, sources first. */
function madeInOrder(lots: RawLots, links: Links, inCount: Uint32Array): Uint32Array<ArrayBuffer> {
  let size = 0
  for (let n = 0; n < lots.count; n++) if (at(inCount, n) !== 0) size++
  const made = u32(size)
  for (let n = 0, m = 0; n < lots.count; n++) if (at(inCount, n) !== 0) made[m++] = n
  const isAfter = byId(lots.ids)
  made.sort((one, other) => at(lots.position, one) - at(lots.position, other) || isAfter(one, other))
  return sourcesFirst(made, links, lots.count)
}
const byId =
  (ids: Uint32Array) =>
  (one: number, other: number): number => {
    for (let word = 0; word < 4; word++) {
      const apart = at(ids, 4 * one + word) - at(ids, 4 * other + word)
      if (apart !== 0) return apart
    }
    return 0
  }

/** The order of the log already has sources first; where a record came late, its sources are moved before it. */
function sourcesFirst(made: Uint32Array<ArrayBuffer>, links: Links, count: number): Uint32Array<ArrayBuffer> {
  const rank = u32(count).fill(NONE)
  made.forEach((lot, n) => void (rank[lot] = n + 1))
  let isInOrder = true
  for (let n = 0; n < links.count && isInOrder; n++) {
    const source = at(rank, at(links.from, n))
    isInOrder = source === NONE || source < at(rank, at(links.into, n))
  }
  if (isInOrder) return made
  const inputs = new Map<number, number[]>()
  for (let n = 0; n < links.count; n++) {
    const from = at(links.from, n)
    if (at(rank, from) === NONE) continue
    const known = inputs.get(at(links.into, n))
    if (known) known.push(from)
    else inputs.set(at(links.into, n), [from])
  }
  const sorted: number[] = []
  const state = new Uint8Array(count)
  for (const start of made) {
    const waiting = [start]
    for (let lot = waiting.at(-1); lot !== undefined; lot = waiting.at(-1)) {
      const before = state[lot] === 0 ? (inputs.get(lot) ?? []).filter((one) => state[one] !== 2) : []
      if (before.some((one) => state[one] === 1)) throw new GraphFault('lot-comes-from-itself')
      if (state[lot] === 0) state[lot] = 1
      if (before.length > 0) waiting.push(...before)
      else {
        waiting.pop()
        if (state[lot] === 1) sorted.push(lot)
        state[lot] = 2
      }
    }
  }
  return Uint32Array.from(sorted)
}

interface Laid {
  readonly lots: RawLots
  readonly links: Links
  readonly made: Uint32Array
  readonly inCount: Uint32Array
}
/** Arrows beside the lot that they lead into; their sources are still numbered as they came. */
function layArrows(graph: Graph, { lots, links, made, inCount }: Laid): void {
  const { rootCount, inStart, source, drawn, intake } = graph
  const rank = u32(lots.count)
  for (let n = 0; n < made.length; n++) {
    rank[at(made, n)] = n
    inStart[n + 1] = at(inStart, n) + at(inCount, at(made, n))
  }
  const next = inStart.slice()
  for (let n = 0; n < links.count; n++) {
    const into = at(rank, at(links.into, n))
    const edge = at(next, into)
    next[into] = edge + 1
    source[edge] = at(links.from, n)
    drawn[edge] = at(links.drawn, n)
    intake[into] = at(intake, into) + at(links.drawn, n)
  }
  const compare = byId(lots.ids)
  for (let one = 0; one < made.length; one++) {
    const [from, to] = [at(inStart, one), at(inStart, one + 1)]
    if (to - from > 64) sortWide(graph, { from, to }, compare)
    else
      for (let edge = from + 1; edge < to; edge++) {
        const [lot, amount] = [at(source, edge), at(drawn, edge)]
        let into = edge
        for (; into > from && compare(at(source, into - 1), lot) > 0; into--) {
          source[into] = at(source, into - 1)
          drawn[into] = at(drawn, into - 1)
        }
        source[into] = lot
        drawn[into] = amount
      }
    for (let block = (from + 15) >> 4; block << 4 < to; block++) graph.edgeBlock[block] = one + rootCount
  }
}

function sortWide(
  graph: Graph,
  { from, to }: { readonly from: number; readonly to: number },
  compare: (one: number, other: number) => number,
): void {
  const pairs = Array.from({ length: to - from }, (_, n) => [at(graph.source, from + n), at(graph.drawn, from + n)] as const)
  pairs.sort(([one], [other]) => compare(one, other))
  pairs.forEach(([lot, amount], n) => {
    graph.source[from + n] = lot
    graph.drawn[from + n] = amount
  })
}

/** Roots by site; within it by the lot that first drew from them, and by identifier; those that nobody drew from come last. */
function rootsInOrder(graph: Graph, lots: RawLots, inCount: Uint32Array): Uint32Array<ArrayBuffer> {
  const met = new Uint8Array(lots.count)
  const roots = u32(graph.rootCount)
  let count = 0
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const lot = at(graph.source, edge)
    if (at(inCount, lot) !== 0 || at(met, lot) !== 0) continue
    met[lot] = 1
    roots[count++] = lot
  }
  const drawn = count
  for (let lot = 0; lot < lots.count; lot++) if (at(inCount, lot) === 0 && at(met, lot) === 0) roots[count++] = lot
  roots.subarray(drawn).sort(byId(lots.ids))
  const starts = u32(65_537)
  for (let n = 0; n < count; n++) {
    const bucket = at(lots.site, at(roots, n)) + 1
    starts[bucket] = at(starts, bucket) + 1
  }
  for (let bucket = 0; bucket < 65_536; bucket++) starts[bucket + 1] = at(starts, bucket + 1) + at(starts, bucket)
  const sorted = u32(count)
  for (let n = 0; n < count; n++) {
    const bucket = at(lots.site, at(roots, n))
    sorted[at(starts, bucket)] = at(roots, n)
    starts[bucket] = at(starts, bucket) + 1
  }
  return sorted
}

function copyLots(graph: Graph, lots: RawLots, order: Uint32Array): void {
  const { ids, mass, produced, formed, site, holder, code, flags } = graph
  for (let node = 0; node < graph.count; node++) {
    const n = at(order, node)
    for (let word = 0; word < 4; word++) ids[4 * node + word] = at(lots.ids, 4 * n + word)
    mass[node] = at(lots.mass, n)
    produced[node] = at(lots.produced, n)
    formed[node] = at(lots.formed, n)
    site[node] = at(lots.site, n)
    holder[node] = at(lots.holder, n)
    code[node] = at(lots.code, n)
    flags[node] = at(lots.flags, n)
  }
  const starts = graph.siteStart
  for (let node = 0; node < graph.rootCount; node++) {
    const of = at(site, node)
    if (of < graph.sites.length) starts[of + 1] = at(starts, of + 1) + 1
  }
  for (let of = 0; of < graph.sites.length; of++) starts[of + 1] = at(starts, of + 1) + at(starts, of)
}

/** The first arrow out of each lot; the others of lots that have several stand apart. With them the days of what went into each lot. */
function linkOuts(graph: Graph): void {
  const { firstOut, flags, source, inStart, formed, oldest, newest } = graph
  const more: { lot: number; edge: number }[] = []
  for (let made = 0, edge = 0; made < oldest.length; made++) {
    let [least, most] = [65_535, 0]
    for (const end = at(inStart, made + 1); edge < end; edge++) {
      const lot = at(source, edge)
      const day = at(formed, lot)
      if (day < least) least = day
      if (day > most) most = day
      if (at(firstOut, lot) === NONE) firstOut[lot] = edge
      else {
        more.push({ lot, edge })
        flags[lot] = at(flags, lot) | FLAG.moreOuts
      }
    }
    oldest[made] = least
    newest[made] = most
  }
  more.sort((one, other) => one.lot - other.lot || one.edge - other.edge)
  const nodes = [...new Set(more.map((one) => one.lot))]
  graph.moreNode = Uint32Array.from(nodes)
  graph.moreEdge = Uint32Array.from(more, (one) => one.edge)
  graph.moreStart = u32(nodes.length + 1)
  for (let n = 0, group = -1, last = NONE; n < more.length; n++) {
    const lot = more[n]?.lot ?? 0
    if (lot !== last) graph.moreStart[++group] = n
    last = lot
  }
  graph.moreStart[nodes.length] = more.length
}

/** Which lots weigh more than what they came from, and from which more was drawn than they hold. */
function markWeights(graph: Graph, lots: RawLots, order: Uint32Array): void {
  const { rootCount, inStart, drawn, source, flags, mass, intake } = graph
  const taken = new Float64Array(graph.count)
  for (let node = 0; node < graph.count; node++) {
    const made = node - rootCount
    if (made >= 0 && (at(flags, node) & FLAG.voided) === 0)
      for (let edge = at(inStart, made); edge < at(inStart, made + 1); edge++)
        taken[at(source, edge)] = at(taken, at(source, edge)) + at(drawn, edge)
    const explained = Math.min(made >= 0 ? at(intake, made) : Infinity, at(lots.least, at(order, node)), at(mass, node))
    if (explained < at(mass, node)) {
      flags[node] = at(flags, node) | FLAG.gained
      graph.explained.set(node, explained)
    }
  }
  for (let node = 0; node < graph.count; node++) if (at(taken, node) > at(mass, node)) flags[node] = at(flags, node) | FLAG.overdrawn
}
