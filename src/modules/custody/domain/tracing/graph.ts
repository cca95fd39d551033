/*
The record of all lots as arrays of numbers: a point for every lot, an arrow for every draw. Ten million bags stand in less than fifty
bytes an arrow, and a walk up or down touches nothing else.

Order is what makes it quick, and what makes two graphs of one record answer alike to the last gram:
- first the roots (lots without inputs) by site and by the lot into which they went, so that a site since a date is a few sums (`groups.ts`);
- then the made lots in the order of the log, so that every source stands before what was made of it, and one pass down or up suffices;
- arrows lie with the lot that they lead into, by the id of their source.
What was added after the arrays were laid out follows at the end, in the order of the log (`grow.ts`).

It knows no names, no SQL and no words: sites and holders are numbers, days are days since 1970, amounts are whole grams (gold:
milligrams). More than 65,534 sites or holders do not fit and are refused, never cut; the record itself then answers.
*/

export const NONE = 0xffff_ffff
export const NO_SITE = 0xffff
/** Flags that differ; no root has all of them. */
export const MIXED = 0xffff

/** In the order of the codes; never reordered, because snapshots hold the codes. */
export const KINDS = ['bag', 'trader-lot', 'export-lot', 'processed-lot', 'part', 'gold-sachet', 'gold-bar'] as const
export const MINERALS = ['Au', 'Sn', 'Ta', 'W', 'other'] as const
export const STANDINGS = ['NONE', 'BLUE_PENDING', 'BLUE_ACTIVE', 'BLUE_LAPSED_GREEN', 'GREEN', 'YELLOW', 'RED'] as const

export const FLAG = {
  voided: 1,
  held: 2,
  certified: 4,
  sent: 8,
  /** Another lot that is not voided has the same tag (F01). */
  sameTag: 16,
  /** A finding F02 or F03 stands beside it. */
  strangeTag: 32,
  /** The site's standing on the production day did not allow production (F04). */
  withoutRight: 64,
  /** It weighs more than what it came from: `explained` says how much has an origin. */
  gained: 128,
  /** Lots that are not voided drew more from it than it holds. */
  overdrawn: 256,
  /** More than one lot drew from it. */
  moreOuts: 512,
  noTag: 1024,
  /** Four bits: the standing on the production day plus one; zero where none was kept. */
  standing: 2048,
  /** Taken during one walk and given back at its end. */
  mark: 32_768,
} as const
export const STANDING_SHIFT = 11
export const standingOfFlags = (flags: number): number => (flags >> STANDING_SHIFT) & 15

type Small = Uint16Array<ArrayBuffer>
type Wide = Uint32Array<ArrayBuffer>
/** Four bytes each; eight in a record with an amount above 4,294 tonnes (gold: 4.29). */
export type Amounts = Wide | Float64Array<ArrayBuffer>

export interface Graph {
  /** Roots that were laid out: the first of all. */
  rootCount: number
  /** Lots that were laid out together; what follows was added later. */
  baseCount: number
  count: number
  edgeCount: number
  /** By number: identifiers of sites and organisations. */
  readonly sites: string[]
  readonly holders: string[]
  /** Where the roots of each site begin; one more than there were sites at the layout. */
  siteStart: Wide
  mass: Amounts
  produced: Uint16Array<ArrayBuffer>
  formed: Uint16Array<ArrayBuffer>
  site: Small
  holder: Small
  /** Three bits kind, three bits mineral, one bit for milligrams. */
  code: Uint8Array<ArrayBuffer>
  flags: Uint16Array<ArrayBuffer>
  firstOut: Wide
  /** Four words each, as the identifier is written. */
  ids: Wide
  /** The laid-out lots by the last word of their identifier. */
  idOrder: Wide
  /** Of lots from `rootCount` on, and one more: where their arrows begin. */
  inStart: Wide
  source: Wide
  drawn: Amounts
  /** The lot into which the first arrow of each sixteen leads. */
  edgeBlock: Wide
  /** Lots with several outgoing arrows: all of these after the first. */
  moreNode: Wide
  moreStart: Wide
  moreEdge: Wide
  /** Of made lots, in their order: the sum of their draws, and the first and last day on which what went into them was formed. */
  intake: Float64Array<ArrayBuffer>
  oldest: Small
  newest: Small
  /* Roots of one site that first went into the same lot (`groups.ts`). */
  siteGroup: Wide
  groupStart: Wide
  /** NONE for those that nobody drew from. */
  groupInto: Wide
  /** The sum, or NONE where the bags must be read one by one. */
  groupWhole: Wide
  groupFrom: Small
  groupTo: Small
  groupSite: Small
  /** The flags of all its roots where they are alike, MIXED where they are not. */
  groupMarks: Small
  /** Of the made lots that were laid out, and one more: where in `madeGroup` the groups stand that went into each. */
  madeGroupStart: Wide
  madeGroup: Wide
  /** Of lots with the flag `gained`. */
  readonly explained: Map<number, number>
  /* Of what was added after the layout. */
  readonly lateIds: Map<string, number>
  readonly lateMore: Map<number, number[]>
  readonly lateRoots: Map<number, number[]>
}

/** A fault of the record itself, never said to a user. */
export type GraphFaultCode = 'lot-comes-from-itself' | 'amount-too-large' | 'unknown-lot' | 'unknown-code' | 'too-many-names'

export class GraphFault extends Error {
  readonly code: GraphFaultCode
  constructor(code: GraphFault['code'], detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`)
    this.code = code
  }
}

export const kindOf = (code: number): number => code & 7
export const mineralOf = (code: number): number => (code >> 3) & 7
export const isMilligrams = (code: number): boolean => (code & 64) !== 0
export const codeOf = (kind: number, mineral: number, inMilligrams: boolean): number => kind | (mineral << 3) | (inMilligrams ? 64 : 0)

/** First and last-but-one arrow into a lot; both alike for a root. */
export const inFrom = (graph: Graph, node: number): number => (node < graph.rootCount ? 0 : (graph.inStart[node - graph.rootCount] ?? 0))
export const inTo = (graph: Graph, node: number): number => (node < graph.rootCount ? 0 : (graph.inStart[node - graph.rootCount + 1] ?? 0))
export const isRoot = (graph: Graph, node: number): boolean => inFrom(graph, node) === inTo(graph, node)

/** The lot into which an arrow leads: the block knows where to begin, a few steps do the rest. */
export function consumerOf(graph: Graph, edge: number): number {
  const { inStart, rootCount } = graph
  let made = (graph.edgeBlock[edge >> 4] ?? 0) - rootCount
  while ((inStart[made + 1] ?? NONE) <= edge) made++
  return made + rootCount
}

/** Calls `see` with every arrow out of a lot, whatever became of the lot that it leads into. */
export function eachOut(graph: Graph, node: number, see: (edge: number) => void): void {
  const first = graph.firstOut[node] ?? NONE
  if (first === NONE) return
  see(first)
  if (((graph.flags[node] ?? 0) & FLAG.moreOuts) === 0) return
  const at = indexOfSorted(graph.moreNode, node)
  if (at >= 0) for (let more = graph.moreStart[at] ?? 0; more < (graph.moreStart[at + 1] ?? 0); more++) see(graph.moreEdge[more] ?? 0)
  for (const edge of graph.lateMore.get(node) ?? []) see(edge)
}

/** What others drew from a lot by `day`, mistakes left out. */
export function drawnFrom(graph: Graph, node: number, day: number): number {
  let total = 0
  eachOut(graph, node, (edge) => {
    const into = consumerOf(graph, edge)
    if (((graph.flags[into] ?? 0) & FLAG.voided) === 0 && (graph.formed[into] ?? 0) <= day) total += graph.drawn[edge] ?? 0
  })
  return total
}

/** How much of a lot's mass has an origin. */
export const explainedOf = (graph: Graph, node: number): number =>
  ((graph.flags[node] ?? 0) & FLAG.gained) === 0 ? (graph.mass[node] ?? 0) : (graph.explained.get(node) ?? 0)

/** What of a draw a lot can really have given: less than one where more was drawn from it than it held. */
export function coverOf(graph: Graph, node: number, day: number): number {
  if (((graph.flags[node] ?? 0) & FLAG.overdrawn) === 0) return 1
  const [mass, total] = [graph.mass[node] ?? 0, drawnFrom(graph, node, day)]
  return total > mass ? mass / total : 1
}

function indexOfSorted(sorted: Wide, value: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = sorted[middle] ?? 0
    if (found === value) return middle
    if (found < value) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/* ---- identifiers ---- */

/** The four words of an identifier as it is written. */
export function wordsOfId(id: string): readonly [number, number, number, number] {
  const hex = id.replaceAll('-', '')
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new GraphFault('unknown-lot', id)
  const word = (at: number): number => Number.parseInt(hex.slice(at, at + 8), 16)
  return [word(0), word(8), word(16), word(24)]
}
const hexOf = (word: number): string => word.toString(16).padStart(8, '0')
export function idOf(graph: Graph, node: number): string {
  const word = (at: number): string => hexOf(graph.ids[4 * node + at] ?? 0)
  const [a, b, c, d] = [word(0), word(1), word(2), word(3)]
  return `${a}-${b.slice(0, 4)}-${b.slice(4)}-${c.slice(0, 4)}-${c.slice(4)}${d}`
}

/** The number of a lot; -1 when the graph does not know it. */
export function nodeOf(graph: Graph, id: string): number {
  const late = graph.lateIds.get(id)
  if (late !== undefined) return late
  const words = wordsOfId(id)
  const { ids, idOrder } = graph
  let [low, high] = [0, idOrder.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ids[4 * (idOrder[middle] ?? 0) + 3] ?? 0) < words[3]) low = middle + 1
    else high = middle
  }
  for (; low < idOrder.length; low++) {
    const node = idOrder[low] ?? 0
    if (ids[4 * node + 3] !== words[3]) return -1
    if (ids[4 * node] === words[0] && ids[4 * node + 1] === words[1] && ids[4 * node + 2] === words[2]) return node
  }
  return -1
}

/** Bytes of all arrays, and of the maps as far as they can be known. */
export function bytesOf(graph: Graph): number {
  const arrays = [graph.siteStart, graph.mass, graph.produced, graph.formed, graph.site, graph.holder, graph.code, graph.flags]
  const links = [graph.firstOut, graph.ids, graph.idOrder, graph.inStart, graph.source, graph.drawn, graph.edgeBlock]
  const more = [graph.moreNode, graph.moreStart, graph.moreEdge, graph.intake, graph.oldest, graph.newest]
  const groups = [graph.siteGroup, graph.groupStart, graph.groupInto, graph.groupWhole, graph.groupFrom, graph.groupTo]
  const intoMade = [graph.groupSite, graph.groupMarks, graph.madeGroupStart, graph.madeGroup]
  const maps = 40 * graph.explained.size + 100 * graph.lateIds.size + 60 * (graph.lateMore.size + graph.lateRoots.size)
  return [...arrays, ...links, ...more, ...groups, ...intoMade].reduce((sum, array) => sum + array.byteLength, maps)
}
