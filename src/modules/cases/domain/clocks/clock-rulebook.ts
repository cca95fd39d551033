/*
How long each step of a case may take, by risk. Two figures are Primero's own defaults (V); everything else is practice that was not read in a
norm (U) or our proposal (D), shown as such and changed by the programme. What the text leaves open is decided here and marked D: from when a
clock runs, that hours never wait for an office to open, that a free day postpones only what is not urgent.
*/
import type { Evidence, Rulebook } from '../../../../kernel/rulebook.ts'
import { type Infer, oneOf } from '../../../../kernel/schema.ts'

export const RiskLevel = oneOf('high', 'medium', 'low')
export type RiskLevel = Infer<typeof RiskLevel>
export const ClockName = oneOf(
  ...(['assign-owner', 'first-safety-contact', 'full-assessment', 'plan-approved', 'follow-up', 'risk-re-rating'] as const),
  ...(['supervisor-review', 'referral-answered', 'referral-standstill', 'post-closure-check'] as const),
)
export type ClockName = Infer<typeof ClockName>

export type Length =
  | { readonly unit: 'hours'; readonly value: number }
  | { readonly unit: 'days'; readonly value: number }
  | { readonly unit: 'months'; readonly value: number }
export interface ClockRule {
  /** Rounds in their order, the last repeated where `repeats`; none: no clock at this level. */
  readonly lengths: { readonly [Level in RiskLevel]: readonly Length[] }
  readonly repeats: boolean
  readonly evidence: Evidence
  /** Where a body chose lengths of its own, the mark at each level. */
  readonly evidenceAt?: { readonly [Level in RiskLevel]: Evidence }
  readonly source: string
  /** What starts it (D). */
  readonly from: 'registered' | 'consent' | 'last-done' | 'last-rated' | 'sent' | 'last-status' | 'closed'
}
export interface ClockRules {
  readonly clocks: { readonly [Name in ClockName]: ClockRule }
  /** Whether a last day on which no office works moves to the next that does (D). */
  readonly freeDayMoves: { readonly [Level in RiskLevel]: boolean }
  /** After the answer was due, before a referral expires (D). */
  readonly graceHours: number
}

const hours = (value: number): Length => ({ unit: 'hours', value })
const days = (value: number): Length => ({ unit: 'days', value })
const months = (value: number): Length => ({ unit: 'months', value })
const each = (high: Length, medium: Length, low: Length): ClockRule['lengths'] => ({ high: [high], medium: [medium], low: [low] })
const rule = (lengths: ClockRule['lengths'], from: ClockRule['from'], [evidence, source]: readonly [Evidence, string]): ClockRule => ({
  ...{ lengths, from, evidence, source, repeats: false },
})
const repeated = (one: ClockRule): ClockRule => ({ ...one, repeats: true })
const PRACTICE = ['U', 'practice in child protection; no norm was read'] as const
const OURS = ['D', 'proposal'] as const
/** Twice a week for four weeks, then weekly: where the one ends and the other begins is ours. */
const TWICE_A_WEEK = Array.from({ length: 8 }, () => hours(84))

export const firstClockRulebook: Rulebook<ClockRules> = {
  id: 'case-clocks-1',
  from: '2020-01-01',
  title: 'Clocks of a case by risk',
  values: {
    clocks: {
      'assign-owner': rule(each(hours(1), hours(3), hours(3)), 'registered', ['V', 'Primero default settings: 3 h, 1 h at high risk']),
      'first-safety-contact': rule(each(hours(24), hours(72), days(7)), 'registered', PRACTICE),
      'full-assessment': rule(each(days(3), days(7), days(14)), 'consent', PRACTICE),
      'plan-approved': rule(each(days(7), days(14), days(21)), 'consent', PRACTICE),
      'follow-up': repeated(
        rule({ high: [...TWICE_A_WEEK, days(7)], medium: [days(14)], low: [months(1)] }, 'last-done', [
          'U',
          'practice; weekly, fortnightly, monthly as in one provincial standard read for comparison',
        ]),
      ),
      'risk-re-rating': repeated(rule(each(days(14), days(30), days(90)), 'last-rated', OURS)),
      'supervisor-review': repeated(rule(each(days(14), days(30), days(60)), 'last-done', OURS)),
      'referral-answered': rule(each(hours(24), hours(72), days(7)), 'sent', OURS),
      'referral-standstill': rule(each(days(14), days(14), days(14)), 'last-status', ['V', 'constant of 14 days in Primero']),
      'post-closure-check': rule({ high: [months(1), months(3)], medium: [months(3)], low: [] }, 'closed', OURS),
    },
    freeDayMoves: { high: false, medium: true, low: true },
    graceHours: 24,
  },
}

/** Choices for when a service is needed (Primero's form, V); any other may be written. */
export const serviceTimeframes: readonly Length[] = [hours(1), hours(3), days(1), days(3)]

/** Medical windows after sexual violence, shown from the moment of the incident (U: well known, not read again). Nothing pauses them. */
export const medicalWindows = {
  'hiv-prophylaxis': { hours: 72, evidence: 'U', source: 'WHO and UNFPA clinical guidance, to be confirmed by a clinician' },
  'emergency-contraception': { hours: 120, evidence: 'U', source: 'WHO and UNFPA clinical guidance, to be confirmed by a clinician' },
} as const satisfies { readonly [name: string]: { readonly hours: number; readonly evidence: Evidence; readonly source: string } }
