/*
Groups of roots: those of one site that first went into the same lot lie side by side. Where all of a group are of one mineral and were drawn
whole, once, by nobody else, nothing about one bag is needed to say what the lot got of the site: the sum stands beside the group. A change of
a bag (a scale, a mistake, a second draw) makes its group be added up again, or read bag by bag from then on.
*/
import { FLAG, type Graph, MIXED, NONE, NO_SITE, consumerOf } from './graph.ts'

const ODD = FLAG.voided | FLAG.gained | FLAG.overdrawn | FLAG.moreOuts

/** After the layout: finds the groups and adds them up. */
export function foldGroups(graph: Graph): void {
  const { rootCount, site, firstOut, sites, produced } = graph
  const [starts, intos]: [number[], number[]] = [[], []]
  const siteGroup = new Uint32Array(sites.length + 1)
  for (let root = 0, lastSite = -1, lastInto = -1; root < rootCount; root++) {
    const [of, edge] = [site[root] ?? 0, firstOut[root] ?? NONE]
    const into = edge === NONE ? NONE : of === lastSite && isInto(graph, edge, lastInto) ? lastInto : consumerOf(graph, edge)
    if (of === lastSite && into === lastInto) continue
    if (of < sites.length) siteGroup[of + 1] = starts.length + 1
    starts.push(root)
    intos.push(into)
    lastSite = of
    lastInto = into
  }
  for (let of = 0; of < sites.length; of++) siteGroup[of + 1] = Math.max(siteGroup[of + 1] ?? 0, siteGroup[of] ?? 0)
  starts.push(rootCount)
  graph.siteGroup = siteGroup
  graph.groupStart = Uint32Array.from(starts)
  graph.groupInto = Uint32Array.from(intos)
  graph.groupWhole = new Uint32Array(intos.length)
  graph.groupFrom = new Uint16Array(intos.length)
  graph.groupTo = new Uint16Array(intos.length)
  graph.groupSite = Uint16Array.from(intos, (_, group) => site[starts[group] ?? 0] ?? NO_SITE)
  graph.groupMarks = new Uint16Array(intos.length)
  for (let group = 0; group < intos.length; group++) {
    let [from, to] = [65_535, 0]
    for (let root = starts[group] ?? 0; root < (starts[group + 1] ?? 0); root++) {
      const day = produced[root] ?? 0
      if (day < from) from = day
      if (day > to) to = day
    }
    graph.groupFrom[group] = from
    graph.groupTo[group] = to
    addUp(graph, group)
  }
  standByMade(graph)
}
/** Beside each made lot the groups that went into it, in their order: counted, then laid. */
function standByMade(graph: Graph): void {
  const { groupInto, rootCount, baseCount } = graph
  const starts = new Uint32Array(baseCount - rootCount + 1)
  for (const into of groupInto) if (into !== NONE) starts[into - rootCount + 1] = (starts[into - rootCount + 1] ?? 0) + 1
  for (let made = 1; made < starts.length; made++) starts[made] = (starts[made] ?? 0) + (starts[made - 1] ?? 0)
  const groups = new Uint32Array(starts.at(-1) ?? 0)
  const next = starts.slice()
  for (const [group, into] of groupInto.entries()) {
    if (into === NONE) continue
    const at = next[into - rootCount] ?? 0
    groups[at] = group
    next[into - rootCount] = at + 1
  }
  graph.madeGroupStart = starts
  graph.madeGroup = groups
}
const isInto = (graph: Graph, edge: number, into: number): boolean =>
  into >= graph.rootCount &&
  into !== NONE &&
  edge >= (graph.inStart[into - graph.rootCount] ?? 0) &&
  edge < (graph.inStart[into - graph.rootCount + 1] ?? 0)

/** The sum of a group that can be taken as one; NONE for one that is read bag by bag. */
function addUp(graph: Graph, group: number): void {
  const { groupStart, groupInto, mass, drawn, firstOut, flags, code, produced } = graph
  const start = groupStart[group] ?? 0
  let total = groupInto[group] === NONE ? NONE : 0
  for (let root = start; root < (groupStart[group + 1] ?? 0) && total < NONE; root++) {
    const grams = mass[root] ?? 0
    const isWhole =
      ((flags[root] ?? 0) & ODD) === 0 &&
      code[root] === code[start] &&
      grams > 0 &&
      drawn[firstOut[root] ?? 0] === grams &&
      produced[root] !== 0
    total = isWhole ? total + grams : NONE
  }
  graph.groupWhole[group] = Math.min(total, NONE)
  const marks = flags[start] ?? 0
  let alike = marks
  for (let root = start + 1; root < (groupStart[group + 1] ?? 0); root++) if (flags[root] !== marks) alike = MIXED
  graph.groupMarks[group] = alike
}

/** What is known about a root has changed. */
export function refold(graph: Graph, root: number): void {
  if (root >= graph.rootCount) return
  let [low, high] = [0, graph.groupInto.length]
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((graph.groupStart[middle] ?? 0) <= root) low = middle
    else high = middle
  }
  addUp(graph, low)
}
