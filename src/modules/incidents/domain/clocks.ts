/*
The clocks of an incident: verified, planned and closed by a day that follows from its severity, and passed to the next committee when the
one that has it found no answer. What is grave enough for a plan (severity 1 and 2) is closed so many calendar months after the plan was
agreed; while there is none, after the last day on which there should have been one. Nothing here reads a calendar of today but what it is given.
*/
import { addDays, addMonths } from '../../../kernel/calendar.ts'
import type { IncidentLevel, IncidentSeverity, IncidentState } from '../contract.ts'
import type { Clock } from '../contract-report.ts'
import type { IncidentRules } from './rulebook.ts'

export interface Running {
  readonly state: IncidentState
  readonly severity: IncidentSeverity
  readonly level: IncidentLevel
  /** When it was reported, or reopened. */
  readonly openedOn: string
  readonly levelSince: string
  /** When the first action was agreed since it was opened; `null` before. */
  readonly plannedOn: string | null
}

export const isOpen = (state: IncidentState): boolean => state !== 'unfounded' && state !== 'resolved' && state !== 'closed'
const UNVERIFIED: readonly IncidentState[] = ['reported', 'triage', 'under-verification', 'reopened']
const UNPLANNED: readonly IncidentState[] = [...UNVERIFIED, 'confirmed']

const byState = (rules: IncidentRules, severity: IncidentSeverity) =>
  ({
    1: { verify: rules.verifyDays1, plan: rules.planDays1, closeMonths: rules.closeMonths1 },
    2: { verify: rules.verifyDays2, plan: rules.planDays2, closeMonths: rules.closeMonths2 },
    3: { verify: rules.verifyDays3, plan: rules.planDays3, closeMonths: null },
  })[severity]

/** The next level, and after how many days at this one; the ministry has nobody above. */
export function nextLevel(
  { level, severity }: Running,
  rules: IncidentRules,
): { readonly to: IncidentLevel; readonly days: number } | null {
  switch (level) {
    case 'local':
      return severity === 1 ? { to: 'provincial', days: rules.localDays1 } : { to: 'territorial', days: rules.localDays }
    case 'territorial':
      return { to: 'provincial', days: rules.territorialDays }
    case 'provincial':
      return { to: 'ministry', days: rules.provincialDays }
    case 'ministry':
      return null
  }
}
export const LEVELS: readonly IncidentLevel[] = ['local', 'territorial', 'provincial', 'ministry']
export const isAbove = (to: IncidentLevel, from: IncidentLevel): boolean => LEVELS.indexOf(to) > LEVELS.indexOf(from)

/** Those that run, the nearest first. A day that is due is not late yet. */
export function clocksOf(incident: Running, rules: IncidentRules, today: string): readonly Clock[] {
  if (!isOpen(incident.state)) return []
  const lengths = byState(rules, incident.severity)
  const due = (clock: Clock['clock'], day: string): Clock => ({ clock, due: day, overdue: day < today })
  const { openedOn, plannedOn } = incident
  const planBy = addDays(openedOn, lengths.plan)
  const next = nextLevel(incident, rules)
  return [
    ...(UNVERIFIED.includes(incident.state) ? [due('verify', addDays(openedOn, lengths.verify))] : []),
    ...(UNPLANNED.includes(incident.state) ? [due('plan', planBy)] : []),
    due('close', lengths.closeMonths === null ? addDays(openedOn, rules.closeDays3) : addMonths(plannedOn ?? planBy, lengths.closeMonths)),
    ...(next ? [due('escalate', addDays(incident.levelSince, next.days))] : []),
  ].toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}
