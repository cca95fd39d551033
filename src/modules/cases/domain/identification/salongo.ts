/*
Communal work, or forced labour under its name? Five conditions, all of which must hold for a normal civic duty (the exception of ILO C29,
article 2(2)(e), text from memory: U; the test is ours: D). One no opens the questions on forced labour; what nobody answered is not a yes.
Work for armed men or for a trader is no communal work, whatever else was answered.
*/
import type { Answer } from './answers.ts'
import { type IndicatorCode, codesOf } from './indicator-codes.ts'
import type { SiteEventType } from './site-events.ts'

export const salongoQuestions = [
  ...(['small-service', 'benefits-this-community', 'community-was-consulted', 'decided-by-lawful-civil-authority'] as const),
  'no-violence-or-detention-for-absence',
] as const
export type SalongoQuestion = (typeof salongoQuestions)[number]
export const salongoBeneficiaries = ['community', 'armed-actor', 'private-trader', 'somebody-else'] as const
export type SalongoBeneficiary = (typeof salongoBeneficiaries)[number]
export const salongoOutcomes = ['normal-civic-duty', 'ask-about-forced-labour', 'not-yet-known'] as const
export type SalongoOutcome = (typeof salongoOutcomes)[number]

export interface SalongoFacts {
  readonly answers: { readonly [question in SalongoQuestion]: Answer }
  /** `null`: nobody could say. */
  readonly benefits: SalongoBeneficiary | null
}
export interface SalongoResult {
  readonly outcome: SalongoOutcome
  readonly failing: readonly SalongoQuestion[]
  readonly unanswered: readonly SalongoQuestion[]
  readonly sets: readonly IndicatorCode[]
  /** Indicators to ask one by one. */
  readonly opens: readonly IndicatorCode[]
  readonly siteEvents: readonly SiteEventType[]
}

export function salongo({ answers, benefits }: SalongoFacts): SalongoResult {
  const failing = salongoQuestions.filter((one) => answers[one] === 'NO')
  const unanswered = salongoQuestions.filter((one) => answers[one] !== 'NO' && answers[one] !== 'YES')
  const taken = benefits === 'armed-actor' || benefits === 'private-trader'
  const outcome = failing.length > 0 || taken ? 'ask-about-forced-labour' : unanswered.length > 0 ? 'not-yet-known' : 'normal-civic-duty'
  return {
    ...{ outcome, failing, unanswered, sets: taken ? ['D5.TASKS'] : [] },
    opens: outcome === 'ask-about-forced-labour' ? [...codesOf.D2, ...codesOf.D4, ...codesOf.D5] : [],
    // A trader is no armed actor: the site is told of forced labour, not of arms.
    siteEvents: benefits === 'armed-actor' ? ['forced-labour-by-armed-actor'] : taken ? ['forced-labour-indication'] : [],
  }
}
