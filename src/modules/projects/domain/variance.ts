/* What should have been reached by a day, how far what was reached lies from it, and how much of the target that is. Nothing is divided by nothing. */
import type { PlanIndicator } from '../contract.ts'
import type { ToldNumber } from '../contract-values.ts'
import { projectRules } from './rules.ts'

/** The newest milestone that is due, or the target once its day has come; `null`: nothing was expected yet. */
export function expectedOn({ milestones, target }: Pick<PlanIndicator, 'milestones' | 'target'>, day: string): number | null {
  if (target.on <= day) return target.value
  return milestones.filter((one) => one.on <= day).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0]?.value ?? null
}
const part = (value: number, of: number): number | null => (of === 0 ? null : Math.round((1_000 * value) / of))

/** Tenths of a percent; `null` where nothing was expected, nothing is told, or what was expected is zero. */
export const deviationOf = (reached: ToldNumber | null, expected: number | null): number | null =>
  reached === null || reached.value === null || expected === null ? null : part(reached.value - expected, Math.abs(expected))

/** By what was reached, not by the deviation as it is rounded to be shown: 15.04 % is above 15 %. */
export function asksReason(reached: ToldNumber | null, expected: number | null): boolean {
  if (deviationOf(reached, expected) === null || reached === null || reached.value === null || expected === null) return false
  const exact = Number(((1_000 * Math.abs(reached.value - expected)) / Math.abs(expected)).toPrecision(12))
  return exact > projectRules.asksAbove.value
}

/** How much of the way from the baseline to the target was gone: of what adds up, from zero. */
export function ofTarget(indicator: Pick<PlanIndicator, 'baseline' | 'target' | 'cumulates'>, reached: ToldNumber | null): number | null {
  if (reached === null || reached.value === null) return null
  const from = indicator.cumulates === 'latest' ? (indicator.baseline.value ?? 0) : 0
  return part(reached.value - from, indicator.target.value - from)
}
