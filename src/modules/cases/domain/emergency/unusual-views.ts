/*
Looks at files that are out of the ordinary: far more in a day than the same account uses to, or in the night. An alert says that somebody should ask;
it accuses nobody, and says how many and when, never whose file. Numbers are our own proposal (D).
*/
import type { Evidence } from '../../../../kernel/rulebook.ts'
import { addHours } from '../clocks/instants.ts'

export interface ViewSeen {
  readonly account: string
  readonly case: string
  /** Instant in UTC. */
  readonly at: string
}
export interface UnusualRules {
  /** Different files in a day that are never unusual. */
  readonly leastFiles: number
  /** Times the usual day of the same account. */
  readonly timesUsual: number
  /** Hours of the night by the clock of the country. */
  readonly nightFrom: number
  readonly nightTo: number
  readonly leastAtNight: number
  readonly hoursEastOfUtc: number
  readonly evidence: Evidence
}
export const firstUnusualRules: UnusualRules = {
  ...{ leastFiles: 15, timesUsual: 3, nightFrom: 21, nightTo: 5, leastAtNight: 3, hoursEastOfUtc: 1, evidence: 'D' },
}
export interface UnusualViews {
  readonly account: string
  readonly on: string
  readonly kind: 'many-files' | 'at-night'
  readonly files: number
  /** The usual day of this account; 0 when there was none before. */
  readonly usual: number
}

/** What a body may settle, as it held on a day: who loosens it today loosens nothing of yesterday. */
export type UnusualOn = (day: string) => Pick<UnusualRules, 'leastFiles' | 'timesUsual'>

export function unusualViews(
  views: readonly ViewSeen[],
  rules = firstUnusualRules,
  rulesOn: UnusualOn = () => rules,
): readonly UnusualViews[] {
  const byAccount = new Map<string, ViewSeen[]>()
  for (const view of views) byAccount.set(view.account, [...(byAccount.get(view.account) ?? []), view])
  return [...byAccount]
    .flatMap(([account, own]) => unusualOf(own, { account, rules, rulesOn }))
    .toSorted((a, b) => b.on.localeCompare(a.on) || a.account.localeCompare(b.account) || a.kind.localeCompare(b.kind))
}

function unusualOf(
  views: readonly ViewSeen[],
  { account, rules, rulesOn }: { readonly account: string; readonly rules: UnusualRules; readonly rulesOn: UnusualOn },
): readonly UnusualViews[] {
  const days = new Map<string, { files: Set<string>; atNight: Set<string> }>()
  for (const view of views) {
    const local = addHours(view.at, rules.hoursEastOfUtc)
    const day = days.get(local.slice(0, 10)) ?? { files: new Set(), atNight: new Set() }
    day.files.add(view.case)
    const hour = Number(local.slice(11, 13))
    if (hour >= rules.nightFrom || hour < rules.nightTo) day.atNight.add(view.case)
    days.set(local.slice(0, 10), day)
  }
  return [...days].flatMap(([on, { files, atNight }]) => {
    const usual = median([...days].filter(([other]) => other !== on).map(([, day]) => day.files.size))
    const found: UnusualViews[] = []
    const { leastFiles, timesUsual } = rulesOn(on)
    if (files.size >= leastFiles && files.size > usual * timesUsual)
      found.push({ account, on, kind: 'many-files', files: files.size, usual })
    if (atNight.size >= rules.leastAtNight) found.push({ account, on, kind: 'at-night', files: atNight.size, usual })
    return found
  })
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}
