/*
One pass over the whole record for the rules that need no text. Thresholds come in as plain numbers and what is found goes out as lists of
lot numbers: what a hit means, how grave it is called and who is asked about it, is not known here. A record that was declared a mistake is
not looked at.

Three loops: over all lots (memory in order), over all draws beside the lot that they made, over the roots of each site by production day
(memory in order again, summed by day). The common lot that breaks no rule costs a few comparisons.
*/
import { FLAG, type Graph, inFrom, inTo, kindOf } from './graph.ts'

/** Ratios in hundredths of a percent, as everywhere; days as days. */
export interface ScanThresholds {
  /** F08: a second scale, or a lot beside its inputs, shows more than this much more. */
  readonly gainWarn: number
  readonly gainCritical: number
  /** F09, by leg: bags into a trader's lot, and everything later. */
  readonly firstLossWarn: number
  readonly firstLossCritical: number
  readonly laterLossWarn: number
  readonly laterLossCritical: number
  /** F12: days from the tag at the mine to the trader's lot. */
  readonly slowDays: readonly [warn: number, alert: number, critical: number]
  /** F13: days by which a later step may seem earlier. */
  readonly marginDays: number
  /** F23. */
  readonly combinationExcess: number
  /** F05: grams a month by number of the site, zero where nobody declared one; and the factors. */
  readonly monthlyBaseline: Float64Array
  readonly capacityFactors: readonly [warn: number, alert: number, critical: number]
  /** F06: the most grams a day by number of the site, zero where unknown; and the factors. */
  readonly dailyMost: Float64Array
  readonly labourFactors: readonly [warn: number, alert: number, critical: number]
}

/** What one rule found: how many, by grade (1 warning, 2 alert, 3 critical), and the first of them. */
export interface RuleHits {
  count: number
  readonly byGrade: [number, number, number]
  readonly lots: number[]
  readonly grades: number[]
}
export interface SiteDayHit {
  readonly site: number
  /** Days since 1970: the last day of the window, or the day. */
  readonly day: number
  readonly grams: number
  readonly against: number
  readonly grade: number
}
export const SCANNED = ['F01', 'F02-F03', 'F04', 'F08', 'F09', 'F12', 'F13', 'F22', 'F23'] as const
export type ScannedRule = (typeof SCANNED)[number]
export interface ScanResult {
  readonly rules: { readonly [Rule in ScannedRule]: RuleHits }
  readonly f05: { readonly count: number; readonly worst: readonly SiteDayHit[] }
  readonly f06: { readonly count: number; readonly worst: readonly SiteDayHit[] }
  readonly lots: number
  readonly draws: number
}

const ALL = 10_000
const WINDOW_DAYS = 30

export function scan(graph: Graph, thresholds: ScanThresholds, most = 10_000): ScanResult {
  const empty = (): RuleHits => ({ count: 0, byGrade: [0, 0, 0], lots: [], grades: [] })
  const rules = {
    ...{ F01: empty(), 'F02-F03': empty(), F04: empty(), F08: empty(), F09: empty() },
    ...{ F12: empty(), F13: empty(), F22: empty(), F23: empty() },
  }
  const note: Note = (rule, lot, grade) => {
    const hits = rules[rule]
    hits.count++
    hits.byGrade[grade - 1] = (hits.byGrade[grade - 1] ?? 0) + 1
    if (hits.lots.length >= most) return
    hits.lots.push(lot)
    hits.grades.push(grade)
  }
  scanLots(graph, thresholds, note)
  scanDraws(graph, thresholds, note)
  const { f05, f06 } = scanSites(graph, thresholds, most)
  return { rules, f05, f06, lots: graph.count, draws: graph.edgeCount }
}
type Note = (rule: ScannedRule, lot: number, grade: number) => void

const SPEAKING = FLAG.sameTag | FLAG.strangeTag | FLAG.withoutRight | FLAG.gained | FLAG.overdrawn

function scanLots(graph: Graph, thresholds: ScanThresholds, note: Note): void {
  const { flags, produced, formed, mass } = graph
  const { marginDays } = thresholds
  for (let lot = 0, count = graph.count; lot < count; lot++) {
    const marks = flags[lot] ?? 0
    const isLate = (produced[lot] ?? 0) > (formed[lot] ?? 0) + marginDays
    if (((marks & SPEAKING) === 0 && !isLate) || (marks & FLAG.voided) !== 0) continue
    if (isLate) note('F13', lot, 3)
    if ((marks & FLAG.sameTag) !== 0) note('F01', lot, 3)
    if ((marks & FLAG.strangeTag) !== 0) note('F02-F03', lot, 3)
    if ((marks & FLAG.withoutRight) !== 0) note('F04', lot, 3)
    if ((marks & FLAG.overdrawn) !== 0) note('F22', lot, 3)
    if ((marks & FLAG.gained) !== 0 && (lot < graph.rootCount || inFrom(graph, lot) === inTo(graph, lot))) {
      const [before, after] = [graph.explained.get(lot) ?? 0, mass[lot] ?? 0]
      if ((after - before) * ALL > before * thresholds.gainCritical) note('F08', lot, 3)
      else if ((after - before) * ALL > before * thresholds.gainWarn) note('F08', lot, 2)
    }
  }
}

function scanDraws(graph: Graph, thresholds: ScanThresholds, note: Note): void {
  const { source, drawn, formed, flags, mass, inStart, rootCount } = graph
  const { marginDays, slowDays, gainWarn, gainCritical } = thresholds
  const [slow] = slowDays
  let edge = 0
  for (let made = 0, count = graph.count - rootCount; made < count; made++) {
    const lot = made + rootCount
    const end = inStart[made + 1] ?? 0
    if (edge === end) continue
    if (((flags[lot] ?? 0) & FLAG.voided) !== 0) {
      edge = end
      continue
    }
    const first = edge
    const day = formed[lot] ?? 0
    let total = 0
    let isLate = false
    let isSlow = false
    for (; edge < end; edge++) {
      total += drawn[edge] ?? 0
      const days = day - (formed[source[edge] ?? 0] ?? 0)
      if (days > slow) isSlow = true
      if (days < -marginDays) isLate = true
    }
    if (isLate) note('F13', lot, 3)
    if (isSlow) noteSlow(graph, { first, end, day }, { slowDays, note })
    const weight = mass[lot] ?? 0
    const more = (weight - total) * ALL
    if (more > 0) {
      if (more > total * thresholds.combinationExcess) note('F23', lot, 3)
      if (more > total * gainCritical) note('F08', lot, 3)
      else if (more > total * gainWarn) note('F08', lot, 2)
    } else if (-more > total * Math.min(thresholds.firstLossWarn, thresholds.laterLossWarn)) {
      const isFirst = kindOf(graph.code[source[first] ?? 0] ?? 0) === 0
      const [warn, critical] = isFirst
        ? [thresholds.firstLossWarn, thresholds.firstLossCritical]
        : [thresholds.laterLossWarn, thresholds.laterLossCritical]
      if (-more > total * critical) note('F09', lot, 3)
      else if (-more > total * warn) note('F09', lot, 2)
    }
  }
}

/** Each bag that waited too long before it came into this lot. */
function noteSlow(
  graph: Graph,
  { first, end, day }: { readonly first: number; readonly end: number; readonly day: number },
  { slowDays: [warn, alert, critical], note }: { readonly slowDays: ScanThresholds['slowDays']; readonly note: Note },
): void {
  for (let edge = first; edge < end; edge++) {
    const bag = graph.source[edge] ?? 0
    if (kindOf(graph.code[bag] ?? 0) !== 0) continue
    const days = day - (graph.formed[bag] ?? 0)
    if (days > warn) note('F12', bag, days > critical ? 3 : days > alert ? 2 : 1)
  }
}

/** Roots lie by site and day, so one walk along them sees each day whole. What was added since the layout is put in first. */
function scanSites(graph: Graph, thresholds: ScanThresholds, most: number): Pick<ScanResult, 'f05' | 'f06'> {
  const hits = { capacity: createSiteHits(most), labour: createSiteHits(most) }
  const { siteStart, produced } = graph
  for (let site = 0; site < graph.sites.length; site++) {
    if ((thresholds.monthlyBaseline[site] ?? 0) === 0 && (thresholds.dailyMost[site] ?? 0) === 0) continue
    const late = graph.lateRoots.get(site)
    const to = siteStart[site + 1] ?? 0
    const from = Math.min(to, siteStart[site] ?? 0)
    const roots = late ? Uint32Array.from([...range(from, to), ...late].sort((a, b) => (produced[a] ?? 0) - (produced[b] ?? 0))) : null
    scanSite(graph, { site, roots, from: roots ? 0 : from, to: roots ? roots.length : to }, { thresholds, hits })
  }
  return { f05: hits.capacity.done(), f06: hits.labour.done() }
}

interface Stretch {
  readonly site: number
  /** In order of their days; `null` where the numbers from `from` to `to` are that already. */
  readonly roots: Uint32Array | null
  readonly from: number
  readonly to: number
}
interface SiteScan {
  readonly thresholds: ScanThresholds
  readonly hits: { readonly capacity: SiteHits; readonly labour: SiteHits }
}
/** Grams by day, with room for a window before the first; no branch hangs on how the days of the roots lie. */
const byDay = new Float64Array(65_536 + WINDOW_DAYS)
function scanSite(graph: Graph, { site, roots, from, to }: Stretch, { thresholds, hits }: SiteScan): void {
  const { produced, mass, flags, code } = graph
  if (from === to) return
  const [monthly, daily] = [thresholds.monthlyBaseline[site] ?? 0, thresholds.dailyMost[site] ?? 0]
  const mostInMonth = monthly > 0 ? monthly * thresholds.capacityFactors[0] : Infinity
  const mostInDay = daily > 0 ? daily * thresholds.labourFactors[0] : Infinity
  const first = produced[roots === null ? from : (roots[from] ?? 0)] ?? 0
  const last = produced[roots === null ? to - 1 : (roots[to - 1] ?? 0)] ?? 0
  const shift = WINDOW_DAYS - first
  byDay.fill(0, 0, last + shift + 1)
  for (let n = from; n < to; n++) {
    const root = roots === null ? n : (roots[n] ?? 0)
    if ((((flags[root] ?? 0) & FLAG.voided) | ((code[root] ?? 0) & MILLIGRAMS)) !== 0) continue
    const at = (produced[root] ?? 0) + shift
    byDay[at] = (byDay[at] ?? 0) + (mass[root] ?? 0)
  }
  let sum = 0
  for (let at = WINDOW_DAYS; at <= last + shift; at++) {
    const today = byDay[at] ?? 0
    sum += today - (byDay[at - WINDOW_DAYS] ?? 0)
    if ((sum <= mostInMonth && today <= mostInDay) || today === 0) continue
    const day = at - shift
    if (sum > mostInMonth)
      hits.capacity.see({ site, day, grams: sum, against: monthly, grade: gradeOf(sum / monthly, thresholds.capacityFactors) })
    if (today > mostInDay)
      hits.labour.see({ site, day, grams: today, against: daily, grade: gradeOf(today / daily, thresholds.labourFactors) })
  }
}
const MILLIGRAMS = 64
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, n) => from + n)
const gradeOf = (ratio: number, [, alert, critical]: readonly [number, number, number]): number =>
  ratio > critical ? 3 : ratio > alert ? 2 : 1

type SiteHits = ReturnType<typeof createSiteHits>
/** The worst day of each site, and how many days there were. */
function createSiteHits(most: number) {
  const worst: SiteDayHit[] = []
  let count = 0
  return {
    see(hit: SiteDayHit): void {
      count++
      const last = worst.at(-1)
      if (last?.site !== hit.site) {
        if (worst.length < most) worst.push(hit)
      } else if (hit.grams > last.grams) worst[worst.length - 1] = hit
    },
    done: () => ({ count, worst }),
  }
}
