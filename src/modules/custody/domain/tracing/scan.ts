/*
One pass over the whole record for the rules that need no text. Thresholds come in as plain numbers and what is found goes out as lists of
lot numbers: what a hit means, how grave it is called and who is asked about it, is not known here. A record that was declared a mistake is
not looked at.

Roots are read site by site, each column once and in order: flags and days, and grams summed by production day. Of a made lot the sum of its
draws and the days of what went into it stand beside it since it was laid out. The common lot that breaks no rule costs a few comparisons.
*/
import { FLAG, type Graph, isRoot, kindOf } from './graph.ts'

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
  const f05 = createSiteHits(most)
  const f06 = createSiteHits(most)
  const speak = createSpeaker(graph, thresholds, note)
  for (let site = 0; site < graph.sites.length; site++) scanSite(graph, site, { thresholds, speak, f05, f06 })
  const { marginDays } = thresholds
  scanLots(graph, { from: graph.siteStart.at(-1) ?? 0, to: graph.count, marginDays, speak })
  scanMade(graph, thresholds, note)
  return { rules, f05: f05.done(), f06: f06.done(), lots: graph.count, draws: graph.edgeCount }
}
type Note = (rule: ScannedRule, lot: number, grade: number) => void

const SPEAKING = FLAG.sameTag | FLAG.strangeTag | FLAG.withoutRight | FLAG.gained | FLAG.overdrawn
const MILLIGRAMS = 64

/** What is to be said of a lot whose flags or days are not the common ones. */
function createSpeaker(graph: Graph, thresholds: ScanThresholds, note: Note): (lot: number) => void {
  const { flags, produced, formed, mass } = graph
  return (lot) => {
    const marks = flags[lot] ?? 0
    if ((marks & FLAG.voided) !== 0) return
    if ((produced[lot] ?? 0) > (formed[lot] ?? 0) + thresholds.marginDays) note('F13', lot, 3)
    if ((marks & FLAG.sameTag) !== 0) note('F01', lot, 3)
    if ((marks & FLAG.strangeTag) !== 0) note('F02-F03', lot, 3)
    if ((marks & FLAG.withoutRight) !== 0) note('F04', lot, 3)
    if ((marks & FLAG.overdrawn) !== 0) note('F22', lot, 3)
    if ((marks & FLAG.gained) !== 0 && isRoot(graph, lot)) {
      const [before, after] = [graph.explained.get(lot) ?? 0, mass[lot] ?? 0]
      if ((after - before) * ALL > before * thresholds.gainCritical) note('F08', lot, 3)
      else if ((after - before) * ALL > before * thresholds.gainWarn) note('F08', lot, 2)
    }
  }
}

/** Lots that lie after those of the sites: roots without a site, what was made, what was added since the layout. */
function scanLots(
  graph: Graph,
  {
    from,
    to,
    marginDays,
    speak,
  }: { readonly from: number; readonly to: number; readonly marginDays: number; readonly speak: (lot: number) => void },
): void {
  const { flags, produced, formed } = graph
  for (let lot = from; lot < to; lot++)
    if (((flags[lot] ?? 0) & SPEAKING) !== 0 || (produced[lot] ?? 0) > (formed[lot] ?? 0) + marginDays) speak(lot)
}

/** What came into each made lot stands beside it: its sum, its first and its last day. Only where they speak are the draws read. */
function scanMade(graph: Graph, thresholds: ScanThresholds, note: Note): void {
  const { flags, mass, formed, intake, oldest, newest, rootCount, inStart } = graph
  const { marginDays, slowDays } = thresholds
  const leastLoss = Math.min(thresholds.firstLossWarn, thresholds.laterLossWarn)
  for (let made = 0, count = graph.count - rootCount; made < count; made++) {
    const total = intake[made] ?? 0
    const lot = made + rootCount
    if (((flags[lot] ?? 0) & FLAG.voided) !== 0 || inStart[made] === inStart[made + 1]) continue
    const day = formed[lot] ?? 0
    if ((newest[made] ?? 0) > day + marginDays) note('F13', lot, 3)
    if (day - (oldest[made] ?? 0) > slowDays[0])
      noteSlow(graph, { first: inStart[made] ?? 0, end: inStart[made + 1] ?? 0, day }, { slowDays, note })
    const more = ((mass[lot] ?? 0) - total) * ALL
    if (more > 0) {
      if (more > total * thresholds.combinationExcess) note('F23', lot, 3)
      if (more > total * thresholds.gainCritical) note('F08', lot, 3)
      else if (more > total * thresholds.gainWarn) note('F08', lot, 2)
    } else if (-more > total * leastLoss) {
      const isFirst = kindOf(graph.code[graph.source[inStart[made] ?? 0] ?? 0] ?? 0) === 0
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

interface SiteScan {
  readonly thresholds: ScanThresholds
  readonly speak: (lot: number) => void
  readonly f05: SiteHits
  readonly f06: SiteHits
}
/** Grams by day, clean between sites. What has no day, is a mistake or is gold falls on the first, where nobody looks. */
const byDay = new Float64Array(65_536)
function scanSite(graph: Graph, site: number, { thresholds, speak, f05, f06 }: SiteScan): void {
  const { produced, formed, mass, flags, code, siteStart } = graph
  const { marginDays } = thresholds
  const to = siteStart[site + 1] ?? 0
  const from = Math.min(to, siteStart[site] ?? 0)
  const [monthly, daily] = [thresholds.monthlyBaseline[site] ?? 0, thresholds.dailyMost[site] ?? 0]
  if (monthly === 0 && daily === 0) return scanLots(graph, { from, to, marginDays, speak })
  for (let root = from; root < to; root++) {
    const marks = flags[root] ?? 0
    const day = produced[root] ?? 0
    if ((marks & SPEAKING) !== 0 || day > (formed[root] ?? 0) + marginDays) speak(root)
    const at = (marks & FLAG.voided) === 0 && (code[root] ?? 0) < MILLIGRAMS ? day : 0
    byDay[at] = (byDay[at] ?? 0) + (mass[root] ?? 0)
  }
  const late = graph.lateRoots.get(site) ?? []
  for (const root of late) {
    const at = ((flags[root] ?? 0) & FLAG.voided) === 0 && (code[root] ?? 0) < MILLIGRAMS ? (produced[root] ?? 0) : 0
    byDay[at] = (byDay[at] ?? 0) + (mass[root] ?? 0)
  }
  byDay[0] = 0
  const mostInMonth = monthly > 0 ? monthly * thresholds.capacityFactors[0] : Infinity
  const mostInDay = daily > 0 ? daily * thresholds.labourFactors[0] : Infinity
  const [first, last] = blocksOf(graph, site, late)
  let before = 0
  for (let block = first; block <= last; block++) {
    let [sum, peak] = [0, 0]
    for (let day = block << 5, end = day + 32; day < end; day++) {
      const today = byDay[day] ?? 0
      sum += today
      if (today > peak) peak = today
    }
    // Any thirty days lie within two blocks.
    if (sum + before > mostInMonth || peak > mostInDay) scanDays(block, { mostInMonth, mostInDay, f05, f06 })
    before = sum
  }
  byDay.fill(0, first << 5, (last + 1) << 5)
  f05.take(site, { against: monthly, factors: thresholds.capacityFactors })
  f06.take(site, { against: daily, factors: thresholds.labourFactors })
}

/** The first and the last block with a production day of the site. */
function blocksOf(graph: Graph, site: number, late: readonly number[]): readonly [first: number, last: number] {
  const { siteGroup, groupFrom, groupTo, produced } = graph
  let [first, last] = [65_535, 0]
  for (let group = siteGroup[site] ?? 0, end = siteGroup[site + 1] ?? 0; group < end; group++) {
    first = Math.min(first, groupFrom[group] ?? 0)
    last = Math.max(last, groupTo[group] ?? 0)
  }
  for (const root of late) {
    first = Math.min(first, produced[root] ?? 0)
    last = Math.max(last, produced[root] ?? 0)
  }
  return [Math.min(first, last) >> 5, last >> 5]
}

/** The days of one block of 32, each with the thirty that end on it. */
function scanDays(
  block: number,
  { mostInMonth, mostInDay, f05, f06 }: Pick<SiteScan, 'f05' | 'f06'> & { readonly mostInMonth: number; readonly mostInDay: number },
): void {
  const begin = block << 5
  let sum = 0
  for (let day = Math.max(0, begin - WINDOW_DAYS); day < begin; day++) sum += byDay[day] ?? 0
  for (let day = begin; day < begin + 32; day++) {
    const today = byDay[day] ?? 0
    sum += today - (day < WINDOW_DAYS ? 0 : (byDay[day - WINDOW_DAYS] ?? 0))
    if (today === 0) continue
    if (sum > mostInMonth) f05.see(day, sum)
    if (today > mostInDay) f06.see(day, today)
  }
}
const gradeOf = (ratio: number, [, alert, critical]: readonly [number, number, number]): number =>
  ratio > critical ? 3 : ratio > alert ? 2 : 1

type SiteHits = ReturnType<typeof createSiteHits>
/** The worst day of each site, and how many days there were. */
function createSiteHits(most: number) {
  const worst: SiteDayHit[] = []
  let [count, of, worstDay, worstGrams] = [0, 0, 0, 0]
  return {
    see(day: number, grams: number): void {
      of++
      if (grams <= worstGrams) return
      worstDay = day
      worstGrams = grams
    },
    /** What was seen since the last time was of this site. */
    take(site: number, { against, factors }: { readonly against: number; readonly factors: readonly [number, number, number] }): void {
      if (of > 0 && worst.length < most)
        worst.push({ site, day: worstDay, grams: worstGrams, against, grade: gradeOf(worstGrams / against, factors) })
      count += of
      of = 0
      worstGrams = 0
    },
    done: () => ({ count, worst }),
  }
}
