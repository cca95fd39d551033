/*
The numbers and readings that identification uses besides the instrument. None was read in a law by us: each is a default that a programme or
a country pack changes, and screens show its mark (S secondary, U unverified, D ours). Majority at 18 is not among them: it is the Protocol's.
*/
import type { Evidence } from '../../../../kernel/rulebook.ts'

interface NumberRule {
  readonly value: number
  readonly unit: 'hours' | 'days' | 'minutes' | 'years' | 'percent' | 'hundredths-of-a-percent' | 'persons'
  readonly evidence: Evidence
  readonly source: string
}
export const identificationRules = {
  supervisorReviewHours: {
    value: 72,
    unit: 'hours',
    evidence: 'D',
    source: 'Indication of trafficking: a supervisor looks within 72 hours (proposal)',
  },
  rescreenDays: { value: 30, unit: 'days', evidence: 'D', source: 'Deception and exploitation: asked again after 30 days (proposal)' },
  minimumAgeYears: {
    value: 15,
    unit: 'years',
    evidence: 'U',
    source: 'Minimum age for work (ILO C138, general age; the country’s own age not verified)',
  },
  interviewMinutes: { value: 45, unit: 'minutes', evidence: 'D', source: 'An interview stops, or pauses, after 45 minutes (proposal)' },
  claimedPercentOfFair: {
    value: 150,
    unit: 'percent',
    evidence: 'D',
    source: 'A claim above one and a half times the fair balance is flagged (proposal)',
  },
  legalInterestPerYear: {
    ...{ value: 0, unit: 'hundredths-of-a-percent', evidence: 'U' },
    source: 'Legal interest not verified: none is counted until the programme sets it',
  },
  siteDelayDays: {
    value: 90,
    unit: 'days',
    evidence: 'D',
    source: 'What concerns a site is told 90 days later at the earliest (proposal)',
  },
  siteFewestPersons: {
    value: 10,
    unit: 'persons',
    evidence: 'D',
    source: 'A count of a site is told from ten persons on, else with its territoire (proposal)',
  },
  preventionOfInfectionHours: {
    value: 72,
    unit: 'hours',
    evidence: 'U',
    source: 'Post-exposure prophylaxis within 72 hours; medical guidance to confirm',
  },
  emergencyContraceptionHours: {
    value: 120,
    unit: 'hours',
    evidence: 'U',
    source: 'Emergency contraception within 120 hours; medical guidance to confirm',
  },
} as const satisfies { readonly [name: string]: NumberRule }
export type IdentificationRuleName = keyof typeof identificationRules
export type IdentificationNumbers = { readonly [Name in IdentificationRuleName]: number }

const NAMES = Object.keys(identificationRules)
export const isIdentificationRule = (name: string): name is IdentificationRuleName => NAMES.includes(name)
export const ruleShown = (name: IdentificationRuleName): NumberRule => identificationRules[name]

export const defaultNumbers: IdentificationNumbers = numbersWith([])

/** The defaults with what the programme chose, later choices last. */
export function numbersWith(changes: readonly { readonly rule: string; readonly value: number }[]): IdentificationNumbers {
  const chosen = (name: IdentificationRuleName): number =>
    changes.findLast((one) => one.rule === name)?.value ?? identificationRules[name].value
  return {
    ...{ supervisorReviewHours: chosen('supervisorReviewHours'), rescreenDays: chosen('rescreenDays') },
    ...{ minimumAgeYears: chosen('minimumAgeYears'), interviewMinutes: chosen('interviewMinutes') },
    ...{ claimedPercentOfFair: chosen('claimedPercentOfFair'), legalInterestPerYear: chosen('legalInterestPerYear') },
    ...{ siteDelayDays: chosen('siteDelayDays'), siteFewestPersons: chosen('siteFewestPersons') },
    preventionOfInfectionHours: chosen('preventionOfInfectionHours'),
    emergencyContraceptionHours: chosen('emergencyContraceptionHours'),
  }
}

/** Where the text leaves room, how we read it; an explanation names the readings that its finding rests on. */
export const readings = {
  'exploitation-not-positive': 'Coercion without exploitation also while exploitation is still open: “none found” includes “not yet known”',
  'exploitation-still-open': 'Nobody is told “no indication” while questions on exploitation are open: not enough information instead',
  'nothing-stronger': 'A labour-rights concern whenever exploitation is positive and no stronger row matches',
  'as-for-an-adult': 'A child for whom no row of the children’s table matches gets what an adult would get, never nothing',
} as const satisfies { readonly [code: string]: string }
export type ReadingCode = keyof typeof readings
