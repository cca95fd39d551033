/*
What a body may settle for itself in the rules of protection: one line for each value, with the program's own value, its mark and source, and the
bounds within which another may be chosen. A value that was read in a source (V) is never made laxer than there. What stands in no line here is fixed;
the README of the module says why.
*/
import type { Evidence } from '../../../../kernel/rulebook.ts'
import { firstPanelRules } from '../children/best-interests.ts'
import { firstBreakGlassRule } from '../access/access.ts'
import { firstLostContactRule } from '../case/closure.ts'
import { firstNoteRule } from '../case/note.ts'
import { firstCaseloadRule } from '../case/work-list.ts'
import { ClockName, type Length, RiskLevel, firstClockRulebook } from '../clocks/clock-rulebook.ts'
import { firstSafetyRules } from '../clocks/risk.ts'
import { ZONES } from '../clocks/work-calendar.ts'
import { firstOverrideRule } from '../consent/consent.ts'
import { firstUnusualRules } from '../emergency/unusual-views.ts'
import { DecidingBody } from '../identification/determination-words.ts'
import { competentToIdentify } from '../identification/determination.ts'
import { firstFreshnessRule } from '../referral/service-point.ts'
import { firstRetentionRulebook } from '../retention/schedule.ts'
import { firstOccupancyRules } from '../shelter/occupancy.ts'

export type RuleGroup = 'clocks' | 'safety' | 'work' | 'consent' | 'retention' | 'services' | 'access' | 'calendar'
export type RuleUnit = 'hours' | 'days' | 'months' | 'years' | 'number' | 'percent'
export interface RuleNumber {
  readonly key: string
  readonly group: RuleGroup
  readonly unit: RuleUnit
  readonly first: number
  readonly least: number
  readonly most: number
  readonly evidence: Evidence
  readonly source: string
}
/** Which rounds of which clock a line is about. */
export interface ClockLine extends RuleNumber {
  readonly group: 'clocks'
  readonly clock: ClockName
  readonly level: RiskLevel
  readonly rounds: readonly number[]
}

/** Rounds in a row that are equally long are one line: twice a week for a month, then weekly. */
function runsOf(lengths: readonly Length[]): readonly { readonly length: Length; readonly rounds: readonly number[] }[] {
  return lengths.reduce<readonly { readonly length: Length; readonly rounds: readonly number[] }[]>((runs, length, round) => {
    const last = runs.at(-1)
    if (last?.length.unit === length.unit && last.length.value === length.value)
      return [...runs.slice(0, -1), { length, rounds: [...last.rounds, round] }]
    return [...runs, { length, rounds: [round] }]
  }, [])
}
/** How many times as long as ours a clock may be set; where danger is high, less. */
const LONGEST = { high: 2, medium: 3, low: 3 } as const
export const clockLines: readonly ClockLine[] = ClockName.options.flatMap((clock) => {
  const { lengths, evidence, source } = firstClockRulebook.values.clocks[clock]
  return RiskLevel.options.flatMap((level) =>
    runsOf(lengths[level]).map(({ length, rounds }, at) => ({
      ...{ key: `${clock}.${level}${at === 0 ? '' : '.later'}`, group: 'clocks' as const, clock, level, rounds, evidence, source },
      ...{ unit: length.unit, first: length.value, least: 1, most: length.value * (evidence === 'V' ? 1 : LONGEST[level]) },
    })),
  )
})

type Bounds = readonly [first: number, least: number, most: number]
const OURS = 'proposal'
const of = (
  group: RuleGroup,
  key: string,
  { unit, bounds, evidence = 'D', source = OURS }: { unit: RuleUnit; bounds: Bounds; evidence?: Evidence; source?: string },
): RuleNumber => ({ key, group, unit, first: bounds[0], least: bounds[1], most: bounds[2], evidence, source })

const kinds = firstRetentionRulebook.values.kinds
const PRACTICE = 'practice; no norm was read'
const AGES = 'practice; no law was read'
const others: readonly RuleNumber[] = [
  of('clocks', 'grace-hours', { unit: 'hours', bounds: [firstClockRulebook.values.graceHours, 0, 72] }),
  of('safety', 'threat-days', { unit: 'days', bounds: [firstSafetyRules.threatDays, 7, 60] }),
  of('safety', 'sexual-violence-days', { unit: 'days', bounds: [firstSafetyRules.sexualViolenceDays, 5, 30] }),
  of('safety', 'exploitation-ended-days', { unit: 'days', bounds: [firstSafetyRules.exploitationEndedDays, 30, 365] }),
  of('work', 'caseload', { unit: 'number', bounds: [firstCaseloadRule.most, 5, 60], evidence: 'U', source: PRACTICE }),
  of('work', 'lost-contact-attempts', { unit: 'number', bounds: [firstLostContactRule.attempts, 3, 10] }),
  of('work', 'lost-contact-days', { unit: 'days', bounds: [firstLostContactRule.days, 30, 365] }),
  of('work', 'note-open-hours', { unit: 'hours', bounds: [firstNoteRule.openHours, 1, 72] }),
  of('work', 'panel-members', { unit: 'number', bounds: [firstPanelRules.leastMembers, 3, 9], evidence: 'U', source: PRACTICE }),
  of('work', 'panel-disciplines', { unit: 'number', bounds: [firstPanelRules.leastDisciplines, 2, 5], evidence: 'U', source: PRACTICE }),
  of('work', 'panel-review-months', { unit: 'months', bounds: [firstPanelRules.reviewWithinMonths, 1, 12] }),
  of('consent', 'age-heard', { unit: 'years', bounds: [6, 3, 8], evidence: 'U', source: AGES }),
  of('consent', 'age-assents', { unit: 'years', bounds: [11, 7, 14], evidence: 'U', source: AGES }),
  of('consent', 'age-mature', { unit: 'years', bounds: [15, 12, 17], evidence: 'U', source: AGES }),
  of('consent', 'override-hours', { unit: 'hours', bounds: [firstOverrideRule.confirmWithinHours, 1, 48] }),
  of('access', 'break-glass-hours', { unit: 'hours', bounds: [firstBreakGlassRule.hours, 1, 48] }),
  of('access', 'unusual-files', { unit: 'number', bounds: [firstUnusualRules.leastFiles, 3, 50] }),
  of('access', 'unusual-times', { unit: 'number', bounds: [firstUnusualRules.timesUsual, 2, 10] }),
  of('retention', 'keep-not-eligible', { unit: 'days', bounds: [kinds['not-eligible-screening'].keep.value, 30, 365] }),
  of('retention', 'keep-adult', { unit: 'months', bounds: [kinds['adult-case'].keep.value, 12, 120] }),
  of('retention', 'keep-child', { unit: 'months', bounds: [kinds['child-case'].keep.value, 36, 180] }),
  of('retention', 'keep-child-until', { unit: 'years', bounds: [firstRetentionRulebook.values.childUntilYears, 18, 30] }),
  of('retention', 'keep-witness', { unit: 'months', bounds: [kinds.witness.keep.value, 12, 60] }),
  of('retention', 'keep-consent', { unit: 'months', bounds: [kinds['consent-evidence'].keep.value, 6, 36] }),
  of('services', 'service-amber-days', { unit: 'days', bounds: [firstFreshnessRule.amberAfterDays, 14, 180] }),
  of('services', 'service-hidden-days', { unit: 'days', bounds: [firstFreshnessRule.hiddenAfterDays, 30, 365] }),
  of('services', 'house-nearly-full', { unit: 'percent', bounds: [firstOccupancyRules.nearlyFullPercent, 50, 99] }),
  of('services', 'house-review-days', { unit: 'days', bounds: [firstOccupancyRules.reviewAfterDays, 14, 180] }),
]
export const ruleNumbers: readonly RuleNumber[] = [...clockLines, ...others]

export type ListKey = 'zone' | 'free-weekdays' | 'free-days' | 'free-day-moves' | 'may-identify'
export interface RuleList {
  readonly key: ListKey
  readonly group: RuleGroup
  /** `null`: calendar days. */
  readonly options: readonly string[] | null
  readonly first: readonly string[]
  readonly least: number
  readonly most: number
  readonly evidence: Evidence
  readonly source: string
}
export const ruleLists: readonly RuleList[] = [
  // None chosen: the zone of the province in which the body works.
  {
    key: 'zone',
    group: 'calendar',
    options: ZONES,
    first: [],
    least: 0,
    most: 1,
    evidence: 'S',
    source: 'zones by province, from the tz database',
  },
  {
    ...{ key: 'free-weekdays', group: 'calendar', options: ['1', '2', '3', '4', '5', '6', '7'], first: ['6', '7'], least: 0, most: 3 },
    ...{ evidence: 'U', source: 'no decree was read' },
  },
  { key: 'free-days', group: 'calendar', options: null, first: [], least: 0, most: 80, evidence: 'U', source: 'no decree was read' },
  // Where danger is high no day is free.
  {
    key: 'free-day-moves',
    group: 'calendar',
    options: ['medium', 'low'],
    first: ['medium', 'low'],
    least: 0,
    most: 2,
    evidence: 'D',
    source: OURS,
  },
  {
    ...{ key: 'may-identify', group: 'access', options: DecidingBody.options, first: competentToIdentify.bodies, least: 1 },
    ...{ most: DecidingBody.options.length, evidence: competentToIdentify.evidence, source: competentToIdentify.source },
  },
]
/** Which way a value loosens consent, access or what is noticed of it; ages in whose bands a child is asked less, or alone sooner. */
export const loosensBy: { readonly [key: string]: 'more' | 'less' } = {
  ...{ 'age-heard': 'more', 'age-assents': 'more', 'age-mature': 'less', 'override-hours': 'more' },
  ...{ 'break-glass-hours': 'more', 'unusual-files': 'more', 'unusual-times': 'more' },
}
/** Days in a row on which nobody works, free weekdays and free days together (D). */
export const MOST_FREE_IN_A_ROW = 10
export const ruleNumber = (key: string): RuleNumber | undefined => ruleNumbers.find((one) => one.key === key)
export const ruleList = (key: string): RuleList | undefined => ruleLists.find((one) => one.key === key)
