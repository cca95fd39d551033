/*
Thresholds by group of sites: the country programme, a province, a territoire, a sector of a scheme, or one site. The nearest group that set
a number wins, the newest word of a group replaces the one before, and every change says who, why and on what source. Numbers outside the
bounds of the rule are refused, so that nobody can switch a rule off by a number that means nothing.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import { ChangeThresholds } from '../../contract-plausibility.ts'
import type { ThresholdValues } from './rules/rule.ts'
import { ruleOf } from './rules/register.ts'

export const thresholdKinds = { 'thresholds.changed.v1': ChangeThresholds } as const
export type ThresholdEvent = DomainEvent<'thresholds.changed.v1', Infer<typeof ChangeThresholds>>
export type ThresholdCommand = { readonly type: 'change-thresholds' } & Infer<typeof ChangeThresholds>
export interface ThresholdContext {
  readonly isInside: boolean
  readonly isKnownPlace: boolean
}

/** Refusals: `unknown-rule`, `unknown-threshold`, `threshold-out-of-bounds`, `no-thresholds-said`, `unknown-place`, `outside-your-territory`. */
function decide(_state: null, command: ThresholdCommand, context: ThresholdContext): Outcome<readonly ThresholdEvent[]> {
  const { type: _, ...payload } = command
  const rule = ruleOf(payload.rule)
  if (!rule) return refused('unknown-rule', { rule: payload.rule })
  if (!context.isKnownPlace) return refused('unknown-place', { code: payload.group.code })
  if (!context.isInside) return refused('outside-your-territory', { site: null, place: payload.group.code })
  const values = Object.entries(payload.values ?? {})
  if (payload.values !== null && values.length === 0) return refused('no-thresholds-said', { rule: rule.id })
  for (const [name, value] of values) {
    const threshold = rule.thresholds[name]
    if (!threshold) return refused('unknown-threshold', { rule: rule.id, name })
    if (value < threshold.least || value > threshold.most)
      return refused('threshold-out-of-bounds', { rule: rule.id, name, value, least: threshold.least, most: threshold.most })
  }
  return accepted([{ kind: 'thresholds.changed.v1', payload }])
}
export const thresholdDecider: Decider<null, ThresholdCommand, ThresholdEvent, ThresholdContext> = {
  initial: null,
  decide,
  evolve: () => null,
}

/** One change as the table keeps it, oldest first. */
export interface SetThresholds {
  readonly rule: string
  readonly groupKind: string
  readonly groupCode: string
  readonly sites: readonly string[]
  readonly values: ThresholdValues | null
}
export interface PlaceOfSite {
  readonly site: string | null
  readonly territoireCode: string | null
  readonly provinceCode: string | null
}
export interface Effective {
  readonly values: ThresholdValues
  /** `default`, or kind and code of the nearest group that set one of them. */
  readonly group: string
}

/** From far to near: the nearer group is laid over the farther one. */
const order = ['tenant', 'scheme', 'province', 'territoire', 'site'] as const
export function effectiveThresholds(changes: readonly SetThresholds[], rule: string, place: PlaceOfSite): Effective {
  let found: Effective = { values: {}, group: 'default' }
  for (const kind of order) {
    const newest = changes.filter((one) => one.rule === rule && one.groupKind === kind && covers(one, place)).at(-1)
    if (newest && newest.values !== null)
      found = { values: { ...found.values, ...newest.values }, group: kind === 'tenant' ? kind : `${kind} ${newest.groupCode}` }
  }
  return found
}

function covers({ groupKind, groupCode, sites }: SetThresholds, { site, territoireCode, provinceCode }: PlaceOfSite): boolean {
  if (groupKind === 'tenant') return true
  if (groupKind === 'scheme') return site !== null && sites.includes(site)
  return groupCode === (groupKind === 'site' ? site : groupKind === 'territoire' ? territoireCode : provinceCode)
}
