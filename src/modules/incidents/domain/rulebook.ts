/*
Numbers that decide when something is late, and when an outcome may be told. None of them was read in a law: each is a default that a
programme changes, with a reason, and screens show its mark (S secondary, U unverified, D ours).
*/
import type { Evidence } from '../../../kernel/rulebook.ts'

interface NumberRule {
  readonly value: number
  readonly unit: 'days' | 'months' | 'sites' | 'severity'
  readonly evidence: Evidence
  readonly source: string
}
const COMMITTEES = 'Local committees meet monthly; two meetings without result, then the next level (proposal)'
const days = (value: number, evidence: Evidence, source: string): NumberRule => ({ value, unit: 'days', evidence, source })
const months = (value: number, evidence: Evidence, source: string): NumberRule => ({ value, unit: 'months', evidence, source })

/** By name, as `incident-rule.<name>` has a sentence. */
export const incidentRules = {
  verifyDays1: days(3, 'D', 'Severity 1: verified within 72 hours (proposal; response times of ITSCI not verified)'),
  verifyDays2: days(14, 'D', 'Severity 2: verified within 14 days (proposal)'),
  verifyDays3: days(30, 'D', 'Severity 3: verified within 30 days (proposal)'),
  planDays1: days(7, 'D', 'Severity 1: before the provincial committee within 7 days (proposal)'),
  planDays2: days(30, 'D', 'Severity 2: plan within 30 days (proposal)'),
  planDays3: days(60, 'D', 'Severity 3: two monthly meetings (proposal)'),
  closeMonths1: months(6, 'D', 'The six months of severity 2 for severity 1 too, where trade stands still meanwhile (proposal)'),
  closeMonths2: months(6, 'U', 'OECD Annex II, six months after the plan was adopted; figure from memory of the third edition'),
  closeDays3: days(90, 'D', 'Severity 3: closed within 90 days (proposal)'),
  localDays: days(60, 'D', COMMITTEES),
  localDays1: days(7, 'D', 'Severity 1 goes from the local to the provincial committee within 7 days (proposal)'),
  territorialDays: days(60, 'D', COMMITTEES),
  provincialDays: days(60, 'D', 'Provincial committee without result for 60 days, then the ministry (proposal)'),
  publicDelayDays: days(90, 'D', 'Safe delay before an outcome is told: nobody should see who reported last week (proposal)'),
  leastSites: {
    value: 3,
    unit: 'sites',
    evidence: 'D',
    source: 'A territoire with fewer sites is told as its province: few sites name themselves (proposal)',
  },
  twoPersonsSeverity: {
    value: 1,
    unit: 'severity',
    evidence: 'D',
    source: 'Up to this severity who verified does not resolve, who resolved does not close, and an action needs evidence (proposal)',
  },
} as const satisfies { readonly [name: string]: NumberRule }
export type IncidentRuleName = keyof typeof incidentRules
export type IncidentRules = { readonly [Name in IncidentRuleName]: number }

const NAMES = Object.keys(incidentRules)
export const isIncidentRule = (name: string): name is IncidentRuleName => NAMES.includes(name)
export const ruleShown = (name: IncidentRuleName): NumberRule => incidentRules[name]

/** The defaults with what the programme chose, later choices last. */
export function rulesWith(changes: readonly { readonly rule: string; readonly value: number }[]): IncidentRules {
  const chosen = (name: IncidentRuleName): number => changes.findLast((one) => one.rule === name)?.value ?? incidentRules[name].value
  return {
    ...{ verifyDays1: chosen('verifyDays1'), verifyDays2: chosen('verifyDays2'), verifyDays3: chosen('verifyDays3') },
    ...{ planDays1: chosen('planDays1'), planDays2: chosen('planDays2'), planDays3: chosen('planDays3') },
    ...{ closeMonths1: chosen('closeMonths1'), closeMonths2: chosen('closeMonths2'), closeDays3: chosen('closeDays3') },
    ...{ localDays: chosen('localDays'), localDays1: chosen('localDays1'), territorialDays: chosen('territorialDays') },
    provincialDays: chosen('provincialDays'),
    ...{ publicDelayDays: chosen('publicDelayDays'), leastSites: chosen('leastSites'), twoPersonsSeverity: chosen('twoPersonsSeverity') },
  }
}
