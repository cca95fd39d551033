/*
What a case of ours says in HTCDS: its state as a status, and the indicators answered yes as methods of control. An indicator is a
question about a situation, a method a fact about an exploiter: two of them need a further answer (whether violence was sexual, whether
necessities were denied on purpose), and most have no method at all.
*/
import type { CaseStatus, MethodOfControl } from './picklists.ts'

const STATUS: { readonly [state: string]: CaseStatus | undefined } = {
  ...({ 'active-assessment': 'Active', 'active-planning': 'Active', 'active-implementation': 'Active' } as const),
  ...({ 'follow-up': 'FollowUp', closed: 'Closed', transferred: 'ClosedReferred' } as const),
}
/** `null`: a state that the standard has no word for (not yet a case, withdrawn, waiting for closure, shredded): nothing is written. */
export const statusOf = (state: string): CaseStatus | null => STATUS[state] ?? null

const METHODS: { readonly [indicator: string]: MethodOfControl | undefined } = {
  ...({ 'D2.DEBT': 'DebtBondage', 'D5.DEBT': 'DebtBondage' } as const),
  ...({ 'D5.WAGES': 'TakesEarnings', 'D2.MONEY': 'TakesEarnings', 'D4.WAGEMAN': 'TakesEarnings' } as const),
  ...({ 'D2.THREAT': 'PhysicalThreats', 'D5.THREAT': 'PhysicalThreats' } as const),
  ...({ 'D2.FAMVIOL': 'ThreatensChildrenFamily', 'D5.FAMVIOL': 'ThreatensChildrenFamily' } as const),
  ...({ 'D2.DENOUNCE': 'ThreatsLawEnforcement', 'D5.DENOUNCE': 'ThreatsLawEnforcement' } as const),
  ...({ 'D2.VIOLENCE': 'PhysicalAbuse', 'D5.VIOLENCE': 'PhysicalAbuse' } as const),
  ...({ 'D2.CONFINE': 'RestrictsMovement', 'D5.CONFINE': 'RestrictsMovement' } as const),
  ...({ 'D2.DOCS': 'WithholdsDocuments', 'D5.DOCS': 'WithholdsDocuments' } as const),
  ...({ 'D4.HOURS': 'ExcessiveWorkingHours', 'D5.INFLUENCE': 'PsychologicalAbuse', 'D5.SHAME': 'PsychologicalAbuse' } as const),
}

export interface AnsweredYes {
  readonly code: string
  /** Of violence: it was sexual. The standard counts that apart from physical abuse. */
  readonly sexual?: boolean
  /** Of bad living conditions: food, water, shelter were denied on purpose. */
  readonly onPurpose?: boolean
}

export const methodsOf = (indicators: readonly AnsweredYes[]): readonly MethodOfControl[] => [
  ...new Set(indicators.flatMap((one) => methodOf(one) ?? [])),
]

function methodOf({ code, sexual, onPurpose }: AnsweredYes): MethodOfControl | undefined {
  if (code.startsWith('D1.')) return 'FalsePromises'
  if (code === 'D4.LIVING') return onPurpose === true ? 'WithholdsNecessities' : undefined
  return METHODS[code] === 'PhysicalAbuse' && sexual === true ? 'SexualAbuse' : METHODS[code]
}
