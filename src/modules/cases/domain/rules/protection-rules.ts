/*
The rules of protection as every part of the program asks for them: the values in force for one body, in the shapes in which clocks, consent, retention
and the rest already know them. `firstRules` are those of a body that chose nothing, and of whoever cannot know better yet.
*/
import type { Evidence, Rulebook } from '../../../../kernel/rulebook.ts'
import { type LostContactRule, firstLostContactRule } from '../case/closure.ts'
import type { CaseloadRule } from '../case/work-list.ts'
import { type PanelRules, firstPanelRules } from '../children/best-interests.ts'
import {
  type ClockName,
  type ClockRule,
  type ClockRules,
  ClockName as ClockNames,
  type RiskLevel,
  firstClockRulebook,
} from '../clocks/clock-rulebook.ts'
import type { SafetyRules } from '../clocks/risk.ts'
import { ZONES, type WorkCalendar } from '../clocks/work-calendar.ts'
import { type AgeBand, bandsFrom } from '../consent/age-bands.ts'
import { type UnusualRules, firstUnusualRules } from '../emergency/unusual-views.ts'
import { DecidingBody } from '../identification/determination-words.ts'
import type { FreshnessRule } from '../referral/service-point.ts'
import { type RetentionRule, type RetentionRules, firstRetentionRulebook } from '../retention/schedule.ts'
import { type OccupancyRules, firstOccupancyRules } from '../shelter/occupancy.ts'
import { FIRST_ZONE, zoneOfArea } from './area-zone.ts'
import { type Chosen, everyValue, listIn, nothingChosen, numberIn } from './chosen.ts'
import { clockLines } from './rule-catalogue.ts'

export interface ProtectionRules {
  readonly clocks: ClockRules
  readonly calendar: WorkCalendar
  readonly safety: SafetyRules
  readonly caseload: CaseloadRule
  readonly lostContact: LostContactRule
  readonly panel: PanelRules
  readonly ageBands: readonly AgeBand[]
  readonly retention: RetentionRules
  readonly freshness: FreshnessRule
  readonly occupancy: OccupancyRules
  readonly unusual: UnusualRules
  readonly identifying: { readonly bodies: readonly DecidingBody[]; readonly evidence: Evidence }
  readonly overrideHours: number
  readonly breakGlassHours: number
  readonly noteOpenHours: number
}

const TRUST: readonly Evidence[] = ['V', 'S', 'U', 'D']
/** Of several values told as one, the mark of the least trusted. */
const least = (marks: readonly Evidence[]): Evidence => marks.toSorted((a, b) => TRUST.indexOf(b) - TRUST.indexOf(a))[0] ?? 'D'

export function rulesFrom(chosen: Chosen, area: string | null = null): ProtectionRules {
  const value = (key: string): number => numberIn(chosen, key).value
  const marks = (...keys: readonly string[]): Evidence => least(keys.map((key) => numberIn(chosen, key).evidence))
  return {
    clocks: clocksFrom(chosen),
    calendar: calendarFrom(chosen, area),
    safety: {
      ...{ threatDays: value('threat-days'), sexualViolenceDays: value('sexual-violence-days') },
      ...{ exploitationEndedDays: value('exploitation-ended-days') },
      evidence: marks('threat-days', 'sexual-violence-days', 'exploitation-ended-days'),
    },
    caseload: { most: value('caseload'), evidence: marks('caseload') },
    lostContact: {
      ...{ ...firstLostContactRule, attempts: value('lost-contact-attempts'), days: value('lost-contact-days') },
      evidence: marks('lost-contact-attempts', 'lost-contact-days'),
    },
    panel: {
      ...{ ...firstPanelRules, leastMembers: value('panel-members'), leastDisciplines: value('panel-disciplines') },
      ...{ reviewWithinMonths: value('panel-review-months'), evidence: marks('panel-members', 'panel-disciplines') },
    },
    ageBands: bandsFrom(
      { heard: value('age-heard'), assents: value('age-assents'), mature: value('age-mature') },
      marks('age-heard', 'age-assents', 'age-mature'),
    ),
    retention: retentionFrom(chosen),
    freshness: {
      ...{ amberAfterDays: value('service-amber-days'), hiddenAfterDays: value('service-hidden-days') },
      evidence: marks('service-amber-days', 'service-hidden-days'),
    },
    occupancy: {
      ...{ ...firstOccupancyRules, nearlyFullPercent: value('house-nearly-full'), reviewAfterDays: value('house-review-days') },
      evidence: marks('house-nearly-full', 'house-review-days'),
    },
    unusual: {
      ...{ ...firstUnusualRules, leastFiles: value('unusual-files'), timesUsual: value('unusual-times') },
      evidence: marks('unusual-files', 'unusual-times'),
    },
    identifying: {
      bodies: DecidingBody.options.filter((one) => listIn(chosen, 'may-identify').value.includes(one)),
      evidence: listIn(chosen, 'may-identify').evidence,
    },
    overrideHours: value('override-hours'),
    breakGlassHours: value('break-glass-hours'),
    noteOpenHours: value('note-open-hours'),
  }
}

function clocksFrom(chosen: Chosen): ClockRules {
  const first = firstClockRulebook.values
  const lengthsOf = (clock: ClockName, level: RiskLevel): ClockRule['lengths'][RiskLevel] =>
    first.clocks[clock].lengths[level].map((length, round) => {
      const line = clockLines.find((one) => one.clock === clock && one.level === level && one.rounds.includes(round))
      return line === undefined ? length : { ...length, value: numberIn(chosen, line.key).value }
    })
  const markOf = (clock: ClockName, level: RiskLevel): Evidence => {
    const lines = clockLines.filter((one) => one.clock === clock && one.level === level)
    return lines.length === 0 ? first.clocks[clock].evidence : least(lines.map(({ key }) => numberIn(chosen, key).evidence))
  }
  const ruleOf = (clock: ClockName): ClockRule => ({
    ...first.clocks[clock],
    lengths: { high: lengthsOf(clock, 'high'), medium: lengthsOf(clock, 'medium'), low: lengthsOf(clock, 'low') },
    evidenceAt: { high: markOf(clock, 'high'), medium: markOf(clock, 'medium'), low: markOf(clock, 'low') },
  })
  const moves = listIn(chosen, 'free-day-moves').value
  return {
    clocks: {
      ...first.clocks,
      ...Object.fromEntries(ClockNames.options.map((clock) => [clock, ruleOf(clock)])),
    },
    freeDayMoves: { high: false, medium: moves.includes('medium'), low: moves.includes('low') },
    graceHours: numberIn(chosen, 'grace-hours').value,
  }
}

function calendarFrom(chosen: Chosen, area: string | null): WorkCalendar {
  const [days, weekdays] = [listIn(chosen, 'free-days'), listIn(chosen, 'free-weekdays')]
  const zone = listIn(chosen, 'zone').value[0] ?? zoneOfArea(area)
  return {
    ...{ zone: ZONES.find((one) => one === zone) ?? FIRST_ZONE, freeWeekdays: weekdays.value.map(Number), freeDays: days.value },
    evidence: least([days.evidence, weekdays.evidence]),
  }
}

function retentionFrom(chosen: Chosen): RetentionRules {
  const first = firstRetentionRulebook.values
  const kept = (rule: RetentionRule, key: string): RetentionRule => {
    const { value, evidence } = numberIn(chosen, key)
    return { ...rule, keep: { ...rule.keep, value }, evidence }
  }
  const { kinds } = first
  return {
    ...first,
    kinds: {
      ...kinds,
      'not-eligible-screening': kept(kinds['not-eligible-screening'], 'keep-not-eligible'),
      'adult-case': kept(kinds['adult-case'], 'keep-adult'),
      'child-case': kept(kinds['child-case'], 'keep-child'),
      witness: kept(kinds.witness, 'keep-witness'),
      'consent-evidence': kept(kinds['consent-evidence'], 'keep-consent'),
    },
    childUntilYears: numberIn(chosen, 'keep-child-until').value,
  }
}

export const firstRules: ProtectionRules = rulesFrom(nothingChosen)

/** Its text is what the hash is of, and the hash is its name: whoever wrote it down knows by which rules something was decided. */
export const rulebookOf = (chosen: Chosen, from: string): Rulebook<ReturnType<typeof everyValue>> => ({
  ...{ id: 'case-protection', from, title: 'Rules of protection of a body', values: everyValue(chosen) },
})
