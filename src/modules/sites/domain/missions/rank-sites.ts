/*
Which sites a mission should see first, with the reason for each point. A rank is an advice: it opens and closes nothing. What is not
known is said as unknown and gives no points, so that a site does not rise by silence, except that nobody was ever there.
*/
import type { RankRules } from './rank-rules.ts'
import type { Mineral } from '../../contract-observations.ts'

export interface RankedFacts {
  readonly site: string
  /** Days until the shown colour ends; negative since when it lapsed; null: no clock runs. */
  readonly daysLeft: number | null
  readonly neverInspected: boolean
  /** Days on which interference was seen while green; days with children under 15 after a green. */
  readonly interferenceAfterGreen: readonly string[]
  readonly childrenAfterGreen: readonly string[]
  /** Within the months of the rule. */
  readonly interferenceVisits: number
  readonly holds: number
  readonly production: readonly { readonly mineral: Mineral; readonly kilogramsPerDay: number }[] | null
  readonly workers: number | null
  readonly minerals: readonly Mineral[]
  readonly accessDry: string | null
  readonly accessWet: string | null
  readonly hoursOnFoot: number | null
}

export const rankFactors = ['expiry', 'never-inspected', 'contradiction', 'incidents', 'tonnage', 'season', 'walk'] as const
export type RankFactor = (typeof rankFactors)[number]
export interface RankReason {
  readonly factor: RankFactor
  /** Names a sentence of the screen: `soon`, `lapsed`, `unknown`… */
  readonly because: string
  readonly points: number
  readonly facts: { readonly [name: string]: string | number }
}
export interface RankedSite {
  readonly site: string
  readonly points: number
  readonly reasons: readonly RankReason[]
}

const part = (share: number): number => Math.min(1, Math.max(0, share))
const rounded = (points: number): number => Math.round(points * 10) / 10

/** Most points first; equal ones by id, so that two readers see the same list. */
export function rankSites(sites: readonly RankedFacts[], rules: RankRules, on: string): readonly RankedSite[] {
  return sites
    .map((facts) => {
      const reasons = reasonsFor(facts, rules, on)
      return { site: facts.site, points: rounded(reasons.reduce((sum, one) => sum + one.points, 0)), reasons }
    })
    .toSorted((a, b) => b.points - a.points || (a.site < b.site ? -1 : 1))
}

export function reasonsFor(facts: RankedFacts, rules: RankRules, on: string): readonly RankReason[] {
  return [
    expiryOf(facts, rules),
    neverOf(facts, rules),
    contradictionOf(facts, rules),
    incidentsOf(facts, rules),
    tonnageOf(facts, rules),
    seasonOf(facts, rules, on),
    walkOf(facts, rules),
  ].flatMap((one) => (one === null ? [] : [{ ...one, points: rounded(one.points) }]))
}

function expiryOf({ daysLeft }: RankedFacts, { expiry }: RankRules): RankReason | null {
  if (daysLeft === null || daysLeft > expiry.soonDays) return null
  // Half the points on the day of the lapse, growing towards it and further after it.
  const half = expiry.points / 2
  if (daysLeft >= 0)
    return { factor: 'expiry', because: 'soon', points: half * part(1 - daysLeft / expiry.soonDays), facts: { days: daysLeft } }
  return { factor: 'expiry', because: 'lapsed', points: half + half * part(-daysLeft / expiry.fullAfterDays), facts: { days: -daysLeft } }
}

const neverOf = ({ neverInspected }: RankedFacts, rules: RankRules): RankReason | null =>
  neverInspected ? { factor: 'never-inspected', because: 'never', points: rules.neverInspected.points, facts: {} } : null

function contradictionOf(facts: RankedFacts, { contradiction }: RankRules): RankReason | null {
  const armed = facts.interferenceAfterGreen.at(-1)
  const children = facts.childrenAfterGreen.at(-1)
  if (armed === undefined && children === undefined) return null
  const because = armed !== undefined && children !== undefined ? 'both' : armed === undefined ? 'children' : 'interference'
  const on =
    [armed, children]
      .filter((day) => day !== undefined)
      .toSorted()
      .at(-1) ?? ''
  return { factor: 'contradiction', because, points: contradiction.points, facts: { on } }
}

function incidentsOf({ interferenceVisits, holds }: RankedFacts, { incidents }: RankRules): RankReason | null {
  const load = interferenceVisits + holds
  if (load === 0) return null
  return {
    factor: 'incidents',
    because: 'load',
    points: incidents.points * part(load / incidents.fullAt),
    facts: { visits: interferenceVisits, holds, months: incidents.months },
  }
}

function tonnageOf(facts: RankedFacts, { tonnage, yields, worth }: RankRules): RankReason {
  const reported = facts.production
  const made = reported ?? estimated(facts, yields)
  if (made === null) return { factor: 'tonnage', because: 'unknown', points: 0, facts: {} }
  const weighed = made.reduce((sum, one) => sum + one.kilogramsPerDay * worth[one.mineral], 0)
  return {
    factor: 'tonnage',
    because: reported === null ? 'estimated' : 'reported',
    points: tonnage.points * part(weighed / tonnage.fullAtKilogramsPerDay),
    facts: {
      amount: made.map((one) => `${one.mineral} ${Number(one.kilogramsPerDay.toPrecision(3))}`).join(', '),
      ...(reported === null ? { workers: facts.workers ?? 0 } : { months: tonnage.months }),
    },
  }
}

/** From the workers that were counted, over the first mineral whose yield is known; null where either is not. */
function estimated({ workers, minerals }: RankedFacts, yields: RankRules['yields']): RankedFacts['production'] {
  const mineral = minerals.find((one) => one !== 'other')
  if (workers === null || mineral === undefined) return null
  return [{ mineral, kilogramsPerDay: workers * yields[mineral].kilogramsPerDiggerDay }]
}

function seasonOf({ accessDry, accessWet }: RankedFacts, { season }: RankRules, on: string): RankReason {
  const dry = season.dryMonths.includes(Number(on.slice(5, 7)))
  const access = dry ? accessDry : accessWet
  if (accessDry === null && accessWet === null) return { factor: 'season', because: 'unknown', points: 0, facts: {} }
  const barred = (words: string | null): boolean =>
    words !== null &&
    words
      .toLowerCase()
      .split(/[\s,;]+/)
      .some((word) => season.barredWords.some((stem) => word === stem || (stem.length > 3 && word.startsWith(stem))))
  const told = { access: access ?? '' }
  if (barred(access)) return { factor: 'season', because: dry ? 'barred-dry' : 'barred-wet', points: -season.points, facts: told }
  if (dry && barred(accessWet)) return { factor: 'season', because: 'only-dry', points: season.points, facts: { access: accessWet ?? '' } }
  return access === null
    ? { factor: 'season', because: 'unknown', points: 0, facts: {} }
    : { factor: 'season', because: dry ? 'open-dry' : 'open-wet', points: 0, facts: told }
}

/** A long walk costs days and takes points away: of two sites alike the near one is seen first. */
const walkOf = ({ hoursOnFoot }: RankedFacts, { walk }: RankRules): RankReason =>
  hoursOnFoot === null
    ? { factor: 'walk', because: 'unknown', points: 0, facts: {} }
    : { factor: 'walk', because: 'hours', points: 0 - walk.points * part(hoursOnFoot / walk.fullAtHours), facts: { hours: hoursOnFoot } }
