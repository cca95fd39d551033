/*
The rapid safety tool: a level that follows from coded answers and dates, the graver sign first. Only YES raises it; what was not answered is
listed and shows how high it could be, because a low level with half the questions open is no reassurance. It rates a situation, never a person,
and orders work; it opens and closes no door.
*/
import type { Evidence } from '../../../../kernel/rulebook.ts'
import { type Infer, instant, maybe, oneOf, record } from '../../../../kernel/schema.ts'
import type { RiskLevel } from './clock-rulebook.ts'
import { elapsedDays } from './instants.ts'

export const SafetyAnswer = oneOf('yes', 'no', 'unknown', 'not-asked', 'declined')
export type SafetyAnswer = Infer<typeof SafetyAnswer>
/** Dates say how long ago; an answer alone says yes without a date, and then it counts as now. */
export const SafetyAnswers = record({
  ...{ whereaboutsKnown: SafetyAnswer, threatened: SafetyAnswer, lastThreatAt: maybe(instant()), acuteMedical: SafetyAnswer },
  ...{ childExploited: SafetyAnswer, sexualViolence: SafetyAnswer, sexualViolenceAt: maybe(instant()) },
  ...{ witnessStatement: SafetyAnswer, shelterExitForced: SafetyAnswer },
  ...{ exploitationEnded: SafetyAnswer, exploitationEndedAt: maybe(instant()), debtCollector: SafetyAnswer },
  ...{ dependantsAtRisk: SafetyAnswer, unstableHousing: SafetyAnswer },
})
export type SafetyAnswers = Readonly<Infer<typeof SafetyAnswers>>

export interface SafetyRules {
  readonly threatDays: number
  readonly sexualViolenceDays: number
  readonly exploitationEndedDays: number
  readonly evidence: Evidence
}
export const firstSafetyRules: SafetyRules = { threatDays: 14, sexualViolenceDays: 5, exploitationEndedDays: 90, evidence: 'D' }

export interface RiskRating {
  readonly level: RiskLevel
  /** What made it so, by name. */
  readonly because: readonly SafetySign[]
  /** Level if everything unanswered were yes. */
  readonly atMost: RiskLevel
  readonly unanswered: readonly SafetySign[]
}
const HIGH = [
  'whereaboutsKnown',
  'threatened',
  'acuteMedical',
  'childExploited',
  'sexualViolence',
  'witnessStatement',
  'shelterExitForced',
] as const
const MEDIUM = ['exploitationEnded', 'debtCollector', 'dependantsAtRisk', 'unstableHousing'] as const
export type SafetySign = (typeof HIGH)[number] | (typeof MEDIUM)[number]

interface Asked {
  readonly answers: SafetyAnswers
  readonly now: string
  readonly rules: SafetyRules
}
/** A date in the future is a slip of the pen and counts as now. */
const within = (at: string | undefined, now: string, test: (days: number) => boolean): boolean =>
  at === undefined || test(elapsedDays(at, now))

function isPresent(sign: SafetySign, { answers, now, rules }: Asked): boolean {
  if (answers[sign] !== 'yes') return false
  switch (sign) {
    case 'threatened':
      return within(answers.lastThreatAt, now, (days) => days <= rules.threatDays)
    case 'sexualViolence':
      return within(answers.sexualViolenceAt, now, (days) => days <= rules.sexualViolenceDays)
    case 'exploitationEnded':
      return within(answers.exploitationEndedAt, now, (days) => days < rules.exploitationEndedDays)
    default:
      return true
  }
}
const isOpen = (sign: SafetySign, answers: SafetyAnswers): boolean => answers[sign] !== 'yes' && answers[sign] !== 'no'

export function rateRisk(asked: Asked): RiskRating {
  const high = HIGH.filter((sign) => isPresent(sign, asked))
  const medium = MEDIUM.filter((sign) => isPresent(sign, asked))
  const level = high.length > 0 ? 'high' : medium.length > 0 ? 'medium' : 'low'
  const unanswered = [...HIGH, ...MEDIUM].filter((sign) => isOpen(sign, asked.answers))
  const isHighOpen = HIGH.some((sign) => unanswered.includes(sign))
  const atMost = level === 'high' || isHighOpen ? 'high' : level === 'medium' || unanswered.length > 0 ? 'medium' : 'low'
  return { level, because: level === 'high' ? [...high, ...medium] : medium, atMost, unanswered }
}

/** Done when every question was put; "does not know" and "would rather not say" are answers. */
export const isSafetyDone = (answers: SafetyAnswers): boolean => [...HIGH, ...MEDIUM].every((sign) => answers[sign] !== 'not-asked')

const ORDER: readonly RiskLevel[] = ['low', 'medium', 'high']
export const graver = (a: RiskLevel, b: RiskLevel): RiskLevel => (ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b)
export const compareRisk = (a: RiskLevel, b: RiskLevel): number => ORDER.indexOf(b) - ORDER.indexOf(a)
