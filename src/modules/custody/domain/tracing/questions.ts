/*
The questions of tracing on a graph, answered in plain data with identifiers: the engine asks them of the whole graph, the reference of the
part that one recursive query brought. Both are this code, so they can only differ in what they were given.
*/
import { boundsOf } from './bounds.ts'
import { type Scratch, compose, rootsOf, wholeShares } from './composition.ts'
import { wholeParts } from './apportion.ts'
import { type FlowFound, flowOf } from './flow-picture.ts'
import { FLAG, type Graph, MINERALS, idOf, isMilligrams, kindOf, nodeOf } from './graph.ts'
import { type ScanThresholds, type ScannedRule, SCANNED, scan } from './scan.ts'
import { type Starts, impactOf, madeBelow, startsOfSite } from './impact.ts'

/** Identifiers that an answer may carry for what is looked up beside it (papers, hands); beyond, it says that it is short. */
export const MOST_IDS = 20_000
const EXPORT_LOT = 2

export interface SiteFound {
  readonly site: string
  readonly amount: number
  readonly hundredths: number
  readonly least: number
  readonly most: number
  readonly proven: 'exact' | 'sound'
  readonly lots: number
  readonly from: number
  readonly to: number
  readonly held: number
  readonly withoutRight: number
  readonly standings: readonly number[]
}
export interface CompositionFound {
  readonly mass: number
  readonly inMilligrams: boolean
  readonly nodes: number
  readonly draws: number
  readonly held: boolean
  readonly sites: readonly SiteFound[]
  readonly unexplained: {
    readonly total: number
    readonly hundredths: number
    readonly siteUnknown: number
    readonly gained: number
    readonly overdrawn: number
    readonly voided: number
  }
  readonly flow: FlowFound
  /** The lot and all beneath, made ones first. */
  readonly ids: readonly string[]
  readonly isShort: boolean
}

/** `null`: not known, or made after that day. */
export function askComposition(
  graph: Graph,
  lot: string,
  { day, scratch }: { readonly day: number; readonly scratch: Scratch },
): CompositionFound | null {
  const node = nodeOf(graph, lot)
  if (node === -1 || (graph.formed[node] ?? 0) > day) return null
  const { composition, cone } = compose(graph, node, { day, scratch })
  const shares = wholeShares(graph, composition)
  const bounds = boundsOf(graph, cone, { day, sites: shares.sites.map((one) => one.portion.site) })
  const { siteUnknown, gained, overdrawn, voided } = shares
  return {
    mass: composition.mass,
    inMilligrams: isMilligrams(graph.code[node] ?? 0),
    nodes: composition.nodes,
    draws: composition.draws,
    held: composition.held,
    sites: shares.sites.map(({ portion: { lots, from, to, held, withoutRight, standings }, key, amount, hundredths }, n) => ({
      ...{ site: key, amount, hundredths, least: 0, most: 0, proven: 'sound' as const },
      ...bounds[n],
      ...{ lots, from, to, held, withoutRight, standings },
    })),
    unexplained: { total: shares.unexplained, hundredths: shares.unexplainedHundredths, siteUnknown, gained, overdrawn, voided },
    flow: flowOf(graph, { cone, day }),
    ids: [...cone.made, ...rootsOf(graph, cone)].slice(0, MOST_IDS).map((one) => idOf(graph, one)),
    isShort: composition.nodes > MOST_IDS,
  }
}

export interface LotReached {
  readonly lot: string
  readonly amount: number
  readonly stays: number
}
export interface ImpactFound {
  readonly mineral: string
  readonly inMilligrams: boolean
  readonly produced: number
  readonly bags: number
  readonly from: number
  readonly to: number
  readonly lost: number
  readonly lotsReached: number
  readonly exported: number
  readonly exportLots: number
  readonly now: readonly { readonly state: NowState; readonly lots: number; readonly amount: number }[]
  readonly holders: readonly { readonly organisation: string; readonly lots: number; readonly amount: number }[]
  /** Made lots that hold some of it, most first. */
  readonly reached: readonly LotReached[]
  readonly isShort: boolean
}
export const NOW_STATES = ['held', 'in-transit', 'quarantined', 'exported', 'lost'] as const
export type NowState = (typeof NOW_STATES)[number]
const nowOf = (flags: number): number =>
  (flags & FLAG.certified) !== 0 ? 3 : (flags & FLAG.held) !== 0 ? 2 : (flags & FLAG.sent) !== 0 ? 1 : 0

export interface ImpactAsked {
  readonly since: number
  readonly day: number
  readonly scratch: Scratch
  /** Only these lots may be spoken of; without it all. */
  readonly only?: ReadonlySet<string>
}
/** One answer for each mineral of the site. */
export function askImpact(graph: Graph, site: string, asked: ImpactAsked): readonly ImpactFound[] {
  const number = graph.sites.indexOf(site)
  if (number === -1) return []
  return MINERALS.flatMap((name, mineral) => {
    const { only, since, day } = asked
    const isMeant = only ? { isMeant: (root: number): boolean => only.has(idOf(graph, root)) } : {}
    const starts = startsOfSite(graph, number, { since, day, mineral, ...isMeant })
    return starts.roots.length + starts.groups.length === 0 ? [] : [impactOfMineral(graph, starts, { ...asked, name })]
  })
}

function impactOfMineral(graph: Graph, starts: Starts, { day, scratch, only, name }: ImpactAsked & { readonly name: string }): ImpactFound {
  const found = impactOf(graph, starts, { day, scratch })
  const seen = only ? found.reached.filter((one) => only.has(idOf(graph, one.node))) : found.reached
  // What was lost in a lot is as much its holder's business as what is in it.
  const lost = only ? seen.reduce((sum, one) => sum + one.lost, 0) : found.lost
  const [states, counts] = [
    [0, 0, 0, 0, lost],
    [0, 0, 0, 0, 0],
  ]
  const hands = new Map<number, { lots: number; amount: number }>()
  for (const { node, stays } of [...found.untouched, ...seen]) {
    if (stays < 1e-6) continue
    const state = nowOf(graph.flags[node] ?? 0)
    states[state] = (states[state] ?? 0) + stays
    counts[state] = (counts[state] ?? 0) + 1
    const hand = hands.get(graph.holder[node] ?? 0) ?? { lots: 0, amount: 0 }
    hands.set(graph.holder[node] ?? 0, { lots: hand.lots + 1, amount: hand.amount + stays })
  }
  const whole = wholeParts(Math.round(states.reduce((sum, one) => sum + one, 0)), states)
  const isExported = (node: number): boolean => kindOf(graph.code[node] ?? 0) === EXPORT_LOT
  const exports = seen.filter((one) => isExported(one.node))
  const reached = seen.toSorted((one, other) => other.amount - one.amount || other.node - one.node)
  return {
    mineral: name,
    inMilligrams: isMilligrams(graph.code[starts.example] ?? 0),
    produced: Math.round(found.produced),
    ...{ bags: found.bags, from: found.from, to: found.to, lost: Math.round(lost), lotsReached: seen.length },
    exported: Math.round(exports.reduce((sum, one) => sum + one.amount, 0)),
    exportLots: exports.length,
    now: NOW_STATES.map((state, n) => ({ state, lots: counts[n] ?? 0, amount: whole[n] ?? 0 })),
    holders: [...hands]
      .map(([holder, hand]) => ({ organisation: graph.holders[holder] ?? '', lots: hand.lots, amount: Math.round(hand.amount) }))
      .sort((one, other) => other.amount - one.amount || (one.organisation < other.organisation ? -1 : 1)),
    reached: reached
      .slice(0, MOST_IDS)
      .map((one) => ({ lot: idOf(graph, one.node), amount: Math.round(one.amount), stays: Math.round(one.stays) })),
    isShort: reached.length > MOST_IDS,
  }
}

/** The lots made of these, directly or on the way, newest first, these themselves left out. */
export function askBelow(
  graph: Graph,
  lots: readonly string[],
  day: number,
): { readonly ids: readonly string[]; readonly count: number; readonly exportLots: number } {
  const starts = Uint32Array.from(lots.map((lot) => nodeOf(graph, lot)).filter((node) => node !== -1))
  const own = new Set(starts)
  const found = [...madeBelow(graph, starts, { day })].reverse().filter((node) => !own.has(node))
  return {
    ids: found.slice(0, MOST_IDS).map((node) => idOf(graph, node)),
    count: found.length,
    exportLots: found.filter((node) => kindOf(graph.code[node] ?? 0) === EXPORT_LOT).length,
  }
}

/** Thresholds of a pass; what sites can produce by their identifier. A site that is not named is not measured. */
export type ScanAsked = Omit<ScanThresholds, 'monthlyBaseline' | 'dailyMost'> & {
  readonly sites: readonly { readonly site: string; readonly monthlyGrams: number; readonly dailyGrams: number }[]
}
export interface SiteDayFound {
  readonly site: string
  readonly day: number
  readonly grams: number
  readonly against: number
  readonly grade: number
}
export interface ScanFound {
  readonly lots: number
  readonly draws: number
  readonly rules: readonly {
    readonly rule: ScannedRule
    readonly count: number
    readonly byGrade: readonly number[]
    /** The first of them. */
    readonly hits: readonly { readonly lot: string; readonly grade: number }[]
  }[]
  readonly f05: { readonly count: number; readonly worst: readonly SiteDayFound[] }
  readonly f06: { readonly count: number; readonly worst: readonly SiteDayFound[] }
}
const MOST_HITS = 2_000
export function askScan(graph: Graph, { sites, ...asked }: ScanAsked): ScanFound {
  const numbers = new Map(graph.sites.map((site, n) => [site, n]))
  const [monthlyBaseline, dailyMost] = [new Float64Array(graph.sites.length), new Float64Array(graph.sites.length)]
  for (const { site, monthlyGrams, dailyGrams } of sites) {
    const number = numbers.get(site)
    if (number === undefined) continue
    monthlyBaseline[number] = monthlyGrams
    dailyMost[number] = dailyGrams
  }
  const found = scan(graph, { ...asked, monthlyBaseline, dailyMost }, MOST_HITS)
  const named = ({ count, worst }: typeof found.f05) => ({
    count,
    worst: worst.map((hit) => ({ ...hit, site: graph.sites[hit.site] ?? '' })),
  })
  return {
    ...{ lots: found.lots, draws: found.draws, f05: named(found.f05), f06: named(found.f06) },
    rules: SCANNED.map((rule) => {
      const { count, byGrade, lots, grades } = found.rules[rule]
      return { rule, count, byGrade, hits: lots.map((lot, n) => ({ lot: idOf(graph, lot), grade: grades[n] ?? 0 })) }
    }),
  }
}
