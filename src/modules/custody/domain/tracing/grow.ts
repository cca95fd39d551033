/*
What the log says since the layout, added at the end of the arrays: new lots with their draws, and what changed of lots that were there.
A change that the layout cannot take (another site or production day of a laid-out root, other draws of a lot that has some) is
answered by `stale`: the whole is then laid out again. Nothing is half-added.
*/
import type { LotFact } from './build.ts'
import {
  type Amounts,
  FLAG,
  type Graph,
  NONE,
  NO_SITE,
  consumerOf,
  drawnFrom,
  eachOut,
  inFrom,
  inTo,
  isRoot,
  nodeOf,
  wordsOfId,
} from './graph.ts'
import { refold } from './groups.ts'
import { roomFor } from './layout.ts'

export interface GrownLot {
  readonly id: string
  readonly fact: LotFact
  readonly draws: readonly { readonly from: string; readonly drawn: number }[]
}
const LAST_DAY = 65_535

/** In any order; the answer is `stale` when only a new layout can say it. */
export function grow(graph: Graph, lots: readonly GrownLot[]): 'grown' | 'stale' {
  if (Math.max(graph.sites.length, graph.holders.length) >= NO_SITE) return 'stale'
  const sorted = lots.toSorted((one, other) => one.fact.position - other.fact.position || (one.id < other.id ? -1 : 1))
  const isNew = new Set<string>()
  for (const lot of sorted) {
    const node = nodeOf(graph, lot.id)
    if (node === -1) {
      if (lot.draws.some((draw) => nodeOf(graph, draw.from) === -1 && !isNew.has(draw.from))) return 'stale'
      isNew.add(lot.id)
    } else if (isOtherwise(graph, node, lot)) return 'stale'
    // Four bytes do not hold it: a new layout has eight.
    if (lot.fact.mass > NONE && graph.mass instanceof Uint32Array) return 'stale'
    if (lot.draws.some((draw) => draw.drawn > NONE) && graph.drawn instanceof Uint32Array) return 'stale'
  }
  const touched = new Set<number>()
  for (const lot of sorted) {
    const known = nodeOf(graph, lot.id)
    const node = known === -1 ? append(graph, lot) : known
    change(graph, node, lot)
    touched.add(node)
    for (let edge = inFrom(graph, node); edge < inTo(graph, node); edge++) touched.add(graph.source[edge] ?? 0)
  }
  for (const node of touched) {
    markOverdrawn(graph, node)
    refold(graph, node)
    eachOut(graph, node, (edge) => seeDays(graph, consumerOf(graph, edge)))
  }
  return 'grown'
}

/** What a laid-out lot cannot become. */
function isOtherwise(graph: Graph, node: number, { fact, draws }: GrownLot): boolean {
  const [from, to] = [inFrom(graph, node), inTo(graph, node)]
  if (to - from !== draws.length) return true
  const drawn = new Map(draws.map((draw) => [nodeOf(graph, draw.from), draw.drawn]))
  for (let edge = from; edge < to; edge++) if (drawn.get(graph.source[edge] ?? 0) !== graph.drawn[edge]) return true
  return graph.site[node] !== fact.site || graph.produced[node] !== fact.produced || graph.code[node] !== fact.code
}

function append(graph: Graph, lot: GrownLot): number {
  makeRoom(graph, lot.draws.length)
  const node = graph.count++
  const { fact } = lot
  graph.ids.set(wordsOfId(lot.id), 4 * node)
  graph.lateIds.set(lot.id, node)
  graph.produced[node] = fact.produced
  graph.site[node] = fact.site
  graph.code[node] = fact.code
  graph.flags[node] = 0
  graph.firstOut[node] = NONE
  const draws = lot.draws.toSorted((one, other) => (one.from < other.from ? -1 : 1))
  for (const draw of draws) {
    const edge = graph.edgeCount++
    const source = nodeOf(graph, draw.from)
    graph.source[edge] = source
    graph.drawn[edge] = draw.drawn
    if ((edge & 15) === 0) graph.edgeBlock[edge >> 4] = node
    if ((graph.firstOut[source] ?? NONE) === NONE) graph.firstOut[source] = edge
    else {
      const more = graph.lateMore.get(source)
      if (more) more.push(edge)
      else graph.lateMore.set(source, [edge])
      graph.flags[source] = (graph.flags[source] ?? 0) | FLAG.moreOuts
    }
  }
  graph.inStart[node - graph.rootCount + 1] = graph.edgeCount
  graph.intake[node - graph.rootCount] = draws.reduce((sum, draw) => sum + draw.drawn, 0)
  seeDays(graph, node)
  if (draws.length === 0 && fact.site !== NO_SITE) {
    const roots = graph.lateRoots.get(fact.site)
    if (roots) roots.push(node)
    else graph.lateRoots.set(fact.site, [node])
  }
  return node
}

function makeRoom(graph: Graph, draws: number): void {
  const [lots, edges] = [graph.count + 1, graph.edgeCount + draws]
  graph.mass = moreRoom(graph.mass, lots)
  graph.produced = roomFor(graph.produced, lots)
  graph.formed = roomFor(graph.formed, lots)
  graph.site = roomFor(graph.site, lots)
  graph.holder = roomFor(graph.holder, lots)
  graph.code = roomFor(graph.code, lots)
  graph.flags = roomFor(graph.flags, lots)
  graph.firstOut = roomFor(graph.firstOut, lots)
  graph.ids = roomFor(graph.ids, 4 * lots)
  graph.inStart = roomFor(graph.inStart, lots - graph.rootCount + 1)
  graph.intake = roomFor(graph.intake, lots - graph.rootCount)
  graph.oldest = roomFor(graph.oldest, lots - graph.rootCount)
  graph.newest = roomFor(graph.newest, lots - graph.rootCount)
  graph.source = roomFor(graph.source, edges)
  graph.drawn = moreRoom(graph.drawn, edges)
  graph.edgeBlock = roomFor(graph.edgeBlock, (edges >> 4) + 1)
}

const moreRoom = (amounts: Amounts, needed: number): Amounts =>
  amounts instanceof Float64Array ? roomFor(amounts, needed) : roomFor(amounts, needed)

const OWN = FLAG.moreOuts | FLAG.overdrawn | FLAG.gained
function change(graph: Graph, node: number, { fact }: GrownLot): void {
  graph.mass[node] = fact.mass
  graph.formed[node] = fact.formed
  graph.holder[node] = fact.holder
  const total = isRoot(graph, node) ? Infinity : (graph.intake[node - graph.rootCount] ?? 0)
  const explained = Math.min(total, fact.least, fact.mass)
  const kept = (graph.flags[node] ?? 0) & (OWN & ~FLAG.gained)
  graph.flags[node] = fact.flags | kept | (explained < fact.mass ? FLAG.gained : 0)
  if (explained < fact.mass) graph.explained.set(node, explained)
  else graph.explained.delete(node)
}

function markOverdrawn(graph: Graph, node: number): void {
  const marks = (graph.flags[node] ?? 0) & ~FLAG.overdrawn
  graph.flags[node] = drawnFrom(graph, node, LAST_DAY) > (graph.mass[node] ?? 0) ? marks | FLAG.overdrawn : marks
}

/** The first and last day on which what went into a lot was formed. */
function seeDays(graph: Graph, node: number): void {
  let [least, most] = [LAST_DAY, 0]
  for (let edge = inFrom(graph, node); edge < inTo(graph, node); edge++) {
    const day = graph.formed[graph.source[edge] ?? 0] ?? 0
    least = Math.min(least, day)
    most = Math.max(most, day)
  }
  graph.oldest[node - graph.rootCount] = least
  graph.newest[node - graph.rootCount] = most
}
