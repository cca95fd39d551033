/*
Lays a record out as a graph. Lots and draws come in any order, one at a time and each in the same borrowed object, so that ten million
of them cost no ten million objects. What cannot be a record (a lot that comes from itself, a draw from a lot that is not there) is
refused as a whole; contradictions that people can write (overdraws, gains, mistakes) are marked and kept.
*/
import { FLAG, type Graph, GraphFault, NONE, NO_SITE } from './graph.ts'
import { orderedRadix, roomFor } from './layout.ts'

/** One lot, as numbers. */
export interface LotFact {
  /** The four words of its identifier. */
  a: number
  b: number
  c: number
  d: number
  code: number
  mass: number
  /** How much of the mass its own scales explain: the least that they showed since it was made. */
  least: number
  /** Days since 1970; 0 where there is none. */
  produced: number
  formed: number
  /** Number of the site, or NO_SITE. */
  site: number
  holder: number
  flags: number
  /** Place in the log of the event that made it. */
  position: number
}
export interface DrawFact {
  /** Words of the lot that was made, then of the lot that was drawn from. */
  intoA: number
  intoB: number
  intoC: number
  intoD: number
  fromA: number
  fromB: number
  fromC: number
  fromD: number
  drawn: number
}
export const emptyLot = (): LotFact => ({
  ...{ a: 0, b: 0, c: 0, d: 0, code: 0, mass: 0, least: 0, produced: 0, formed: 0 },
  ...{ site: NO_SITE, holder: 0, flags: 0, position: 0 },
})
export const emptyDraw = (): DrawFact => ({ intoA: 0, intoB: 0, intoC: 0, intoD: 0, fromA: 0, fromB: 0, fromC: 0, fromD: 0, drawn: 0 })

export interface Builder {
  readonly addLot: (lot: LotFact) => void
  readonly addDraw: (draw: DrawFact) => void
  readonly finish: (names: { readonly sites: string[]; readonly holders: string[] }) => Graph
}

const u32 = (size: number) => new Uint32Array(size)
const at = (array: { readonly [index: number]: number }, index: number): number => array[index] ?? 0

/** `expected` only spares growing; more may come. */
export function createBuilder(expected: { readonly lots: number; readonly draws: number }): Builder {
  const lots = rawLots(expected.lots)
  const draws = { count: 0, into: u32(expected.draws * 4 + 4), from: u32(expected.draws * 4 + 4), drawn: u32(expected.draws + 1) }
  return {
    addLot: (lot) => addLot(lots, lot),
    addDraw: (draw) => {
      const n = draws.count++
      if (draw.drawn > NONE || draw.drawn < 0) throw new GraphFault('amount-too-large')
      if (n >= draws.drawn.length) {
        draws.into = roomFor(draws.into, 4 * n + 4)
        draws.from = roomFor(draws.from, 4 * n + 4)
        draws.drawn = roomFor(draws.drawn, n + 1)
      }
      const { into, from } = draws
      into[4 * n] = draw.intoA
      into[4 * n + 1] = draw.intoB
      into[4 * n + 2] = draw.intoC
      into[4 * n + 3] = draw.intoD
      from[4 * n] = draw.fromA
      from[4 * n + 1] = draw.fromB
      from[4 * n + 2] = draw.fromC
      from[4 * n + 3] = draw.fromD
      draws.drawn[n] = draw.drawn
    },
    finish: (names) => {
      const find = finderOf(lots)
      const links = { count: draws.count, into: u32(draws.count), from: u32(draws.count), drawn: draws.drawn }
      for (let n = 0; n < draws.count; n++) {
        links.into[n] = find(draws.into, n)
        links.from[n] = find(draws.from, n)
      }
      draws.into = u32(0)
      draws.from = u32(0)
      return layOut(lots, links, names)
    },
  }
}

function rawLots(size: number) {
  return {
    count: 0,
    ids: u32(4 * size + 4),
    mass: u32(size + 1),
    least: u32(size + 1),
    produced: new Uint16Array(size + 1),
    formed: new Uint16Array(size + 1),
    site: u32(size + 1),
    holder: u32(size + 1),
    code: new Uint8Array(size + 1),
    flags: new Uint16Array(size + 1),
    position: new Float64Array(size + 1),
  }
}
type RawLots = ReturnType<typeof rawLots>
interface Links {
  readonly count: number
  readonly into: Uint32Array<ArrayBuffer>
  readonly from: Uint32Array<ArrayBuffer>
  readonly drawn: Uint32Array<ArrayBuffer>
}

function addLot(lots: RawLots, lot: LotFact): void {
  const n = lots.count++
  if (lot.mass > NONE || lot.mass < 0 || lot.least > NONE) throw new GraphFault('amount-too-large')
  if (n >= lots.mass.length) {
    lots.ids = roomFor(lots.ids, 4 * n + 4)
    lots.mass = roomFor(lots.mass, n + 1)
    lots.least = roomFor(lots.least, n + 1)
    lots.produced = roomFor(lots.produced, n + 1)
    lots.formed = roomFor(lots.formed, n + 1)
    lots.site = roomFor(lots.site, n + 1)
    lots.holder = roomFor(lots.holder, n + 1)
    lots.code = roomFor(lots.code, n + 1)
    lots.flags = roomFor(lots.flags, n + 1)
    lots.position = roomFor(lots.position, n + 1)
  }
  lots.ids[4 * n] = lot.a
  lots.ids[4 * n + 1] = lot.b
  lots.ids[4 * n + 2] = lot.c
  lots.ids[4 * n + 3] = lot.d
  lots.mass[n] = lot.mass
  lots.least[n] = lot.least
  lots.produced[n] = lot.produced
  lots.formed[n] = lot.formed
  lots.site[n] = lot.site
  lots.holder[n] = lot.holder
  lots.code[n] = lot.code
  lots.flags[n] = lot.flags
  lots.position[n] = lot.position
}

/** Finds lots by identifier with a table that is thrown away after the layout. */
function finderOf(lots: RawLots): (words: Uint32Array<ArrayBuffer>, n: number) => number {
  let size = 1024
  while (size < lots.count * 1.6) size *= 2
  const slots = u32(size).fill(NONE)
  const { ids } = lots
  const slotOf = (words: Uint32Array<ArrayBuffer>, n: number): number =>
    (Math.imul(at(words, 4 * n + 3) ^ Math.imul(at(words, 4 * n + 1), 0x85eb_ca6b) ^ at(words, 4 * n + 2), 0x9e37_79b1) >>> 0) & (size - 1)
  const same = (words: Uint32Array<ArrayBuffer>, n: number, lot: number): boolean =>
    ids[4 * lot + 3] === words[4 * n + 3] &&
    ids[4 * lot + 2] === words[4 * n + 2] &&
    ids[4 * lot + 1] === words[4 * n + 1] &&
    ids[4 * lot] === words[4 * n]
  for (let lot = 0; lot < lots.count; lot++) {
    let slot = slotOf(ids, lot)
    while (at(slots, slot) !== NONE) slot = (slot + 1) & (size - 1)
    slots[slot] = lot
  }
  return (words, n) => {
    for (let slot = slotOf(words, n); ; slot = (slot + 1) & (size - 1)) {
      const lot = at(slots, slot)
      if (lot === NONE) throw new GraphFault('unknown-lot', 'a draw speaks of a lot that is not in the record')
      if (same(words, n, lot)) return lot
    }
  }
}

function layOut(lots: RawLots, links: Links, names: { readonly sites: string[]; readonly holders: string[] }): Graph {
  const { count } = lots
  const inCount = u32(count)
  for (let n = 0; n < links.count; n++) inCount[at(links.into, n)] = at(inCount, at(links.into, n)) + 1
  const { order, rootCount } = orderOf(lots, links, inCount)
  const place = u32(count)
  for (let n = 0; n < count; n++) place[at(order, n)] = n
  if (Math.max(names.sites.length, names.holders.length) >= NO_SITE) throw new GraphFault('too-many-names')
  const graph: Graph = {
    ...{ rootCount, baseCount: count, count, edgeCount: links.count, sites: names.sites, holders: names.holders },
    siteStart: u32(names.sites.length + 1),
    ...{
      mass: u32(count),
      produced: new Uint16Array(count),
      formed: new Uint16Array(count),
      site: new Uint16Array(count),
      holder: new Uint16Array(count),
    },
    ...{
      code: new Uint8Array(count),
      flags: new Uint16Array(count),
      firstOut: u32(count).fill(NONE),
      ids: u32(4 * count),
      idOrder: u32(count),
    },
    ...{ inStart: u32(count - rootCount + 1), source: u32(links.count), drawn: u32(links.count), edgeBlock: u32((links.count >> 4) + 1) },
    ...{ moreNode: u32(0), moreStart: u32(1), moreEdge: u32(0), explained: new Map() },
    ...{ lateIds: new Map(), lateMore: new Map(), lateRoots: new Map() },
  }
  copyLots(graph, lots, order)
  layArrows(graph, links, { place, inCount, order })
  linkOuts(graph)
  markWeights(graph, lots, order)
  graph.idOrder = orderedRadix(count, (node) => at(graph.ids, 4 * node + 3))
  return graph
}

/** Roots by site and production day, then made lots by their place in the log, sources first. */
function orderOf(lots: RawLots, links: Links, inCount: Uint32Array): { order: Uint32Array<ArrayBuffer>; rootCount: number } {
  const { count } = lots
  let rootCount = 0
  for (let n = 0; n < count; n++) if (at(inCount, n) === 0) rootCount++
  const roots = u32(rootCount)
  const made = u32(count - rootCount)
  for (let n = 0, r = 0, m = 0; n < count; n++) {
    if (at(inCount, n) === 0) roots[r++] = n
    else made[m++] = n
  }
  const order = u32(count)
  const sorted = orderedRadix(rootCount, (n) => at(lots.site, at(roots, n)) * 65_536 + at(lots.produced, at(roots, n)))
  for (let n = 0; n < rootCount; n++) order[n] = at(roots, at(sorted, n))
  const byId = (one: number, other: number): number => {
    for (let word = 0; word < 4; word++) {
      const apart = at(lots.ids, 4 * one + word) - at(lots.ids, 4 * other + word)
      if (apart !== 0) return apart
    }
    return 0
  }
  made.sort((one, other) => at(lots.position, one) - at(lots.position, other) || byId(one, other))
  order.set(sourcesFirst(made, links, count), rootCount)
  return { order, rootCount }
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

function copyLots(graph: Graph, lots: RawLots, order: Uint32Array): void {
  for (let node = 0; node < graph.count; node++) {
    const n = at(order, node)
    for (let word = 0; word < 4; word++) graph.ids[4 * node + word] = at(lots.ids, 4 * n + word)
    graph.mass[node] = at(lots.mass, n)
    graph.produced[node] = at(lots.produced, n)
    graph.formed[node] = at(lots.formed, n)
    graph.site[node] = at(lots.site, n)
    graph.holder[node] = at(lots.holder, n)
    graph.code[node] = at(lots.code, n)
    graph.flags[node] = at(lots.flags, n)
  }
  const starts = u32(graph.sites.length + 1)
  for (let node = 0; node < graph.rootCount; node++) {
    const site = at(graph.site, node)
    if (site < graph.sites.length) starts[site + 1] = at(starts, site + 1) + 1
  }
  for (let site = 0; site < graph.sites.length; site++) starts[site + 1] = at(starts, site + 1) + at(starts, site)
  graph.siteStart = starts
}

/** Arrows beside the lot that they lead into, by the identifier of their source. */
function layArrows(
  graph: Graph,
  links: Links,
  { place, inCount, order }: { readonly place: Uint32Array; readonly inCount: Uint32Array; readonly order: Uint32Array },
): void {
  const { rootCount, inStart, source, drawn, ids } = graph
  for (let node = rootCount; node < graph.count; node++)
    inStart[node - rootCount + 1] = at(inStart, node - rootCount) + at(inCount, at(order, node))
  const next = inStart.slice()
  for (let n = 0; n < links.count; n++) {
    const made = at(place, at(links.into, n)) - rootCount
    const edge = at(next, made)
    next[made] = edge + 1
    source[edge] = at(place, at(links.from, n))
    drawn[edge] = at(links.drawn, n)
  }
  const isAfter = (one: number, other: number): boolean => {
    for (let word = 0; word < 4; word++) {
      const apart = at(ids, 4 * one + word) - at(ids, 4 * other + word)
      if (apart !== 0) return apart > 0
    }
    return false
  }
  for (let made = 0; made < graph.count - rootCount; made++) {
    const [from, to] = [at(inStart, made), at(inStart, made + 1)]
    if (to - from > 64) sortWide(graph, { from, to }, isAfter)
    else
      for (let edge = from + 1; edge < to; edge++) {
        const [lot, amount] = [at(source, edge), at(drawn, edge)]
        let into = edge
        for (; into > from && isAfter(at(source, into - 1), lot); into--) {
          source[into] = at(source, into - 1)
          drawn[into] = at(drawn, into - 1)
        }
        source[into] = lot
        drawn[into] = amount
      }
    for (let block = (from + 15) >> 4; block << 4 < to; block++) graph.edgeBlock[block] = made + rootCount
  }
}

function sortWide(
  graph: Graph,
  { from, to }: { readonly from: number; readonly to: number },
  isAfter: (one: number, other: number) => boolean,
): void {
  const pairs = Array.from({ length: to - from }, (_, n) => [at(graph.source, from + n), at(graph.drawn, from + n)] as const)
  pairs.sort(([one], [other]) => (isAfter(one, other) ? 1 : -1))
  pairs.forEach(([lot, amount], n) => {
    graph.source[from + n] = lot
    graph.drawn[from + n] = amount
  })
}

/** The first arrow out of each lot; the others of lots that have several stand apart. */
function linkOuts(graph: Graph): void {
  const { firstOut, flags, source } = graph
  const more: { lot: number; edge: number }[] = []
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const lot = at(source, edge)
    if (at(firstOut, lot) === NONE) firstOut[lot] = edge
    else {
      more.push({ lot, edge })
      flags[lot] = at(flags, lot) | FLAG.moreOuts
    }
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
  const { rootCount, inStart, drawn, source, flags, mass } = graph
  const taken = new Float64Array(graph.count)
  for (let node = 0; node < graph.count; node++) {
    const isCounted = (at(flags, node) & FLAG.voided) === 0
    const isMade = node >= rootCount
    let total = isMade ? 0 : NONE
    for (let edge = isMade ? at(inStart, node - rootCount) : 0; isMade && edge < at(inStart, node - rootCount + 1); edge++) {
      total += at(drawn, edge)
      if (isCounted) taken[at(source, edge)] = at(taken, at(source, edge)) + at(drawn, edge)
    }
    const explained = Math.min(total, at(lots.least, at(order, node)), at(mass, node))
    if (explained < at(mass, node)) {
      flags[node] = at(flags, node) | FLAG.gained
      graph.explained.set(node, explained)
    }
  }
  for (let node = 0; node < graph.count; node++) if (at(taken, node) > at(mass, node)) flags[node] = at(flags, node) | FLAG.overdrawn
}
