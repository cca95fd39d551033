/*
The directory of services: what is kept fresh is offered, what nobody looked at for long is not. Who may be offered a service follows from need,
age, sex, language and access, never from consent: a person who refuses everything is offered the same list. An address is no field here.
*/
import { daysBetween } from '../../../../kernel/calendar.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'
import type { ServiceType } from '../../contract-directory.ts'

export interface FreshnessRule {
  readonly amberAfterDays: number
  readonly hiddenAfterDays: number
  readonly evidence: Evidence
}
export const firstFreshnessRule: FreshnessRule = { amberAfterDays: 90, hiddenAfterDays: 180, evidence: 'D' }

export interface ServicePoint {
  readonly id: string
  readonly organisation: string
  readonly type: ServiceType
  /** P-code of the territoire. */
  readonly area: string
  readonly safeToRefer: 'yes' | 'caution' | 'no'
  /** Bands and genders that are received; empty: all. */
  readonly ageBands: readonly string[]
  readonly genders: readonly string[]
  readonly languages: readonly string[]
  readonly isAccessible: boolean
  readonly freePlaces: number | null
  readonly verifiedOn: string | null
}
export type Freshness = 'fresh' | 'amber' | 'hidden'
/** Never verified is as old as can be. */
export function freshnessOf(verifiedOn: string | null, today: string, rule = firstFreshnessRule): Freshness {
  if (verifiedOn === null) return 'hidden'
  const days = daysBetween(verifiedOn, today)
  return days > rule.hiddenAfterDays ? 'hidden' : days > rule.amberAfterDays ? 'amber' : 'fresh'
}

export interface Need {
  readonly type: ServiceType
  readonly area: string | null
  readonly ageBand: string
  readonly gender: string
  readonly languages: readonly string[]
  readonly needsAccess: boolean
}
export interface Suggestion {
  readonly point: ServicePoint
  readonly freshness: Freshness
  /** What to be careful about; it is offered all the same. */
  readonly cautions: readonly ('not-verified-lately' | 'caution' | 'no-common-language' | 'no-place-free' | 'another-area')[]
}
const receives = (accepted: readonly string[], one: string): boolean => accepted.length === 0 || accepted.includes(one)

/** Nearest to what is needed first: fewest cautions, then the order of the directory. */
export interface AskedOn {
  readonly today: string
  readonly rule?: FreshnessRule
}
export function suggestions(points: readonly ServicePoint[], need: Need, { today, rule }: AskedOn): readonly Suggestion[] {
  return points
    .filter((point) => point.type === need.type && point.safeToRefer !== 'no' && receives(point.ageBands, need.ageBand))
    .filter((point) => receives(point.genders, need.gender) && (point.isAccessible || !need.needsAccess))
    .map((point) => ({ point, freshness: freshnessOf(point.verifiedOn, today, rule) }))
    .filter(({ freshness }) => freshness !== 'hidden')
    .map((one) => ({ ...one, cautions: cautionsOf(one, need) }))
    .toSorted((a, b) => a.cautions.length - b.cautions.length)
}
function cautionsOf({ point, freshness }: Pick<Suggestion, 'point' | 'freshness'>, need: Need): Suggestion['cautions'] {
  const speaks = point.languages.length === 0 || need.languages.some((one) => point.languages.includes(one))
  return [
    ...(freshness === 'amber' ? (['not-verified-lately'] as const) : []),
    ...(point.safeToRefer === 'caution' ? (['caution'] as const) : []),
    ...(speaks ? [] : (['no-common-language'] as const)),
    ...(point.freePlaces === 0 ? (['no-place-free'] as const) : []),
    ...(need.area === null || point.area === need.area ? [] : (['another-area'] as const)),
  ]
}
