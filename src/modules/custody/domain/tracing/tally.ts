/*
What came into a lot, added up by site. Grams of plain bags are whole numbers and are summed as such before they are shared out; where all bags
of a lot went into it whole, their sums stand beside it (`groups.ts`) and only their flags are read. It takes marks on roots that it met by
themselves and gives them back at the end.
*/
import { FLAG, type Graph, MIXED, NONE, NO_SITE, explainedOf, standingOfFlags } from './graph.ts'

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
interface Portion {
  readonly site: number
  weight: number
  /** Whole grams of the lot that is being read, not yet shared out. */
  sum: number
  lots: number
  from: number
  to: number
  held: number
  withoutRight: number
  readonly standings: number[]
}
export interface Tally {
  readonly graph: Graph
  /** By number of the site the place of its portion plus one; clean between walks. */
  readonly slots: Int32Array
  readonly found: Portion[]
  /** Those with grams that were not shared out. */
  readonly open: Portion[]
  /** Roots that were met by themselves. */
  readonly odd: number[]
  unknownGrams: number
  siteUnknown: number
  gained: number
  overdrawn: number
  voided: number
  /** Roots met, each once. */
  roots: number
  /** One of them is in quarantine. */
  held: boolean
}
export const createTally = (graph: Graph, slots: Int32Array): Tally => ({
  ...{ graph, slots, found: [], open: [], odd: [], unknownGrams: 0 },
  ...{ siteUnknown: 0, gained: 0, overdrawn: 0, voided: 0, roots: 0, held: false },
})

/** A root that is read by itself; it may come again. */
export function seeRoot(tally: Tally, root: number): void {
  const { flags } = tally.graph
  const marks = flags[root] ?? 0
  if ((marks & FLAG.mark) !== 0) return
  flags[root] = marks | FLAG.mark
  if ((marks & FLAG.held) !== 0) tally.held = true
  tally.odd.push(root)
}

/** Grams of a plain root of the lot that is being read. */
export function addGrams(tally: Tally, site: number, grams: number): void {
  if (site === NO_SITE) {
    tally.unknownGrams += grams
    return
  }
  const portion = portionOf(tally, site)
  if (portion.sum === 0) tally.open.push(portion)
  portion.sum += grams
}
/** Of what was added this much belongs to what is asked about. */
export function shareOut(tally: Tally, rate: number): void {
  for (const portion of tally.open) {
    portion.weight += rate * portion.sum
    portion.sum = 0
  }
  tally.open.length = 0
  tally.siteUnknown += rate * tally.unknownGrams
  tally.unknownGrams = 0
}

/** A part of what is asked about comes straight from a root, as far as the root has an origin. */
export function fromRoot(tally: Tally, root: number, part: number): void {
  const { mass, site } = tally.graph
  const grams = mass[root] ?? 0
  const known = grams === 0 ? part : (part * explainedOf(tally.graph, root)) / grams
  tally.gained += part - known
  const of = site[root] ?? NO_SITE
  if (of === NO_SITE) tally.siteUnknown += known
  else portionOf(tally, of).weight += known
}

/** All of a lot's draws as sums by site; false, and nothing taken, where one of them must be read by itself. */
export function fromGroups(tally: Tally, lot: number, { edges, rate }: { readonly edges: number; readonly rate: number }): boolean {
  const { madeGroup, madeGroupStart, groupStart, groupWhole, rootCount } = tally.graph
  const place = lot - rootCount
  if (place + 1 >= madeGroupStart.length) return false
  const [first, end] = [madeGroupStart[place] ?? 0, madeGroupStart[place + 1] ?? 0]
  let covered = 0
  for (let at = first; at < end; at++) {
    const group = madeGroup[at] ?? 0
    if (groupWhole[group] === NONE) return false
    covered += (groupStart[group + 1] ?? 0) - (groupStart[group] ?? 0)
  }
  if (covered !== edges) return false
  for (let at = first; at < end; at++) addGroup(tally, madeGroup[at] ?? 0, rate)
  tally.roots += covered
  return true
}

function addGroup(tally: Tally, group: number, rate: number): void {
  const { flags, groupStart, groupWhole, groupFrom, groupTo, groupSite, groupMarks } = tally.graph
  const [from, to] = [groupStart[group] ?? 0, groupStart[group + 1] ?? 0]
  const of = groupSite[group] ?? NO_SITE
  const part = rate * (groupWhole[group] ?? 0)
  const portion = of === NO_SITE ? null : portionOf(tally, of)
  if (portion) {
    portion.weight += part
    portion.lots += to - from
    between(portion, groupFrom[group] ?? 0, groupTo[group] ?? 0)
  } else tally.siteUnknown += part
  const alike = groupMarks[group] ?? MIXED
  if (alike !== MIXED) see(tally, portion, { marks: alike, lots: to - from })
  else for (let root = from; root < to; root++) see(tally, portion, { marks: flags[root] ?? 0, lots: 1 })
}
function see(tally: Tally, portion: Portion | null, { marks, lots }: { readonly marks: number; readonly lots: number }): void {
  if ((marks & FLAG.held) !== 0) tally.held = true
  if (portion) countMarks(portion, marks, lots)
}

/** Ends the tally: gives marks and slots back. Sites in the order in which they were met. */
export function portionsOf(tally: Tally): readonly SitePortion[] {
  const { graph, slots, found, odd } = tally
  const { flags, site, produced } = graph
  tally.roots += odd.length
  for (const root of odd) {
    flags[root] = (flags[root] ?? 0) & ~FLAG.mark
    // A site of which nothing came but mistakes has no portion.
    const portion = found[(slots[site[root] ?? NO_SITE] ?? 0) - 1]
    if (!portion) continue
    const day = produced[root] ?? 0
    portion.lots++
    between(portion, day, day)
    countMarks(portion, flags[root] ?? 0, 1)
  }
  for (const portion of found) slots[portion.site] = 0
  return found
}

function portionOf({ slots, found }: Tally, site: number): Portion {
  const known = found[(slots[site] ?? 0) - 1]
  if (known) return known
  const portion = { site, weight: 0, sum: 0, lots: 0, from: 0, to: 0, held: 0, withoutRight: 0, standings: [0, 0, 0, 0, 0, 0, 0, 0] }
  slots[site] = found.push(portion)
  return portion
}
function countMarks(portion: Portion, marks: number, lots: number): void {
  if ((marks & FLAG.held) !== 0) portion.held += lots
  if ((marks & FLAG.withoutRight) !== 0) portion.withoutRight += lots
  const standing = standingOfFlags(marks)
  portion.standings[standing] = (portion.standings[standing] ?? 0) + lots
}
function between(portion: Portion, from: number, to: number): void {
  if (from !== 0 && (portion.from === 0 || from < portion.from)) portion.from = from
  if (to > portion.to) portion.to = to
}
