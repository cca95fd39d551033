/*
How long something about a person stays readable, by kind of record, and what becomes of it then. All of it is our proposal (D) until a country
pack says otherwise. The birth of a child is not known here, only a band: the day on which a child turns twenty-five is the latest that the band
allows, so that nothing of a child is destroyed early.
*/
import { addDays, addMonths } from '../../../../kernel/calendar.ts'
import type { Evidence, Rulebook } from '../../../../kernel/rulebook.ts'

export type RecordKind =
  | 'not-eligible-screening'
  | 'adult-case'
  | 'child-case'
  | 'witness'
  | 'consent-evidence'
  | 'audit-log'
  | 'anonymous-visits'
  | 'conflict-entry'
  | 'device-cache'
export type Afterwards = 'tally' | 'shred-identity' | 'destroy-key' | 'destroy' | 'archive' | 'aggregate' | 'category-only' | 'purge'
export interface RetentionRule {
  readonly keep: { readonly unit: 'days' | 'months'; readonly value: number }
  readonly then: Afterwards
  readonly evidence: Evidence
}
export interface RetentionRules {
  readonly kinds: { readonly [Kind in RecordKind]: RetentionRule }
  readonly childUntilYears: number
  readonly conflictReviewMonths: number
}
const years = (value: number, then: Afterwards): RetentionRule => ({ keep: { unit: 'months', value: value * 12 }, then, evidence: 'D' })
const days = (value: number, then: Afterwards): RetentionRule => ({ keep: { unit: 'days', value }, then, evidence: 'D' })
export const firstRetentionRulebook: Rulebook<RetentionRules> = {
  id: 'case-retention-1',
  from: '2020-01-01',
  title: 'How long records about persons are kept',
  values: {
    kinds: {
      'not-eligible-screening': days(90, 'tally'),
      'adult-case': years(5, 'shred-identity'),
      'child-case': years(7, 'shred-identity'),
      witness: years(2, 'destroy-key'),
      'consent-evidence': years(1, 'destroy'),
      'audit-log': years(7, 'archive'),
      'anonymous-visits': years(2, 'aggregate'),
      'conflict-entry': years(5, 'category-only'),
      'device-cache': days(14, 'purge'),
    },
    childUntilYears: 25,
    conflictReviewMonths: 12,
  },
}

/** What each kind counts from. `null` in a date: it has not come yet, and then nothing is due. */
export type Kept =
  | { readonly kind: 'not-eligible-screening' | 'audit-log' | 'anonymous-visits' | 'conflict-entry'; readonly from: string }
  | { readonly kind: 'adult-case'; readonly closedOn: string | null }
  | { readonly kind: 'child-case'; readonly closedOn: string | null; readonly openedOn: string; readonly youngestYears: number }
  | {
      readonly kind: 'witness'
      readonly finalJudgmentOn: string | null
      readonly threatLowestSince: string | null
      readonly hasOpenTrack: boolean
    }
  | { readonly kind: 'consent-evidence'; readonly caseDueOn: string | null }
  | { readonly kind: 'device-cache'; readonly from: string; readonly syncedOn: string | null }

const later = (a: string, b: string): string => (a > b ? a : b)
const earlier = (a: string, b: string): string => (a < b ? a : b)
const after = (from: string, { keep }: RetentionRule): string =>
  keep.unit === 'days' ? addDays(from, keep.value) : addMonths(from, keep.value)

/** The day from which it is no longer kept as it is; `null`: not while things are as they are. */
export function dueOn(kept: Kept, rules: RetentionRules): string | null {
  const rule = rules.kinds[kept.kind]
  switch (kept.kind) {
    case 'adult-case':
      return kept.closedOn === null ? null : after(kept.closedOn, rule)
    case 'child-case': {
      if (kept.closedOn === null) return null
      const grown = addMonths(kept.openedOn, (rules.childUntilYears - kept.youngestYears) * 12)
      return later(grown, after(kept.closedOn, rule))
    }
    case 'witness':
      return witnessDue(kept, rule)
    case 'consent-evidence':
      return kept.caseDueOn === null ? null : after(kept.caseDueOn, rule)
    case 'device-cache':
      return kept.syncedOn === null ? after(kept.from, rule) : earlier(kept.syncedOn, after(kept.from, rule))
    default:
      return after(kept.from, rule)
  }
}
/** Two years after judgment, or once the threat is lowest; but never while somebody may still be called. */
function witnessDue(
  { finalJudgmentOn, threatLowestSince, hasOpenTrack }: Extract<Kept, { kind: 'witness' }>,
  rule: RetentionRule,
): string | null {
  if (hasOpenTrack) return null
  const judged = finalJudgmentOn === null ? null : after(finalJudgmentOn, rule)
  if (threatLowestSince === null) return judged
  const safe = finalJudgmentOn === null ? threatLowestSince : later(threatLowestSince, finalJudgmentOn)
  return judged === null ? safe : earlier(judged, safe)
}

export interface ScheduledRecord {
  readonly id: string
  readonly kept: Kept
  readonly isHeld: boolean
}
export interface Scheduled {
  readonly id: string
  readonly dueOn: string | null
  readonly state: 'kept' | 'due' | 'held'
  readonly then: Afterwards
  readonly evidence: Evidence
}
/** On its day it is due. A hold keeps what would be due; it makes nothing due. */
export function scheduleOf(records: readonly ScheduledRecord[], rules: RetentionRules, today: string): readonly Scheduled[] {
  return records.map(({ id, kept, isHeld }) => {
    const due = dueOn(kept, rules)
    const isDue = due !== null && due <= today
    const { then, evidence } = rules.kinds[kept.kind]
    return { id, dueOn: due, state: isDue ? (isHeld ? 'held' : 'due') : 'kept', then, evidence }
  })
}
