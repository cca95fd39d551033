/*
What an assessment is made from: coded answers, what was recorded of act, means and purpose, and what is known of a child's situation. No
name, no date of birth, no place, no words. What was not recorded is not concluded from something else: above all, an act never is.
*/
import type { AgeFacts } from './age.ts'
import type { Answer, AnswerToWeigh } from './answers.ts'

/** Palermo Protocol, article 3 (V). */
export const acts = ['RECRUITMENT', 'TRANSPORTATION', 'TRANSFER', 'HARBOURING', 'RECEIPT'] as const
export type Act = (typeof acts)[number]
export const means = [
  ...(['THREAT_OR_FORCE', 'COERCION_OTHER', 'ABDUCTION', 'FRAUD', 'DECEPTION'] as const),
  ...(['ABUSE_OF_POWER', 'ABUSE_OF_VULNERABILITY', 'PAYMENT_FOR_CONTROL'] as const),
] as const
export type Means = (typeof means)[number]
/** The Protocol's minimum, then what HTCDS adds (V). */
export const purposes = [
  ...(['SEXUAL_EXPLOITATION', 'FORCED_LABOUR', 'SLAVERY_OR_SIMILAR', 'SERVITUDE', 'ORGAN_REMOVAL'] as const),
  ...(['CHILD_LABOUR', 'FORCED_MARRIAGE', 'FORCED_MILITARY_NON_STATE', 'FORCED_BEGGING', 'FORCED_ADOPTION', 'SURROGACY', 'OTHER'] as const),
] as const
export type Purpose = (typeof purposes)[number]

/** ILO C182, article 3; worded from memory (U). (d), hazardous work, is `MiningWork`. */
export const c182Situations = [
  ...(['3A_SLAVERY', '3A_SALE_OR_TRAFFICKING', '3A_DEBT_BONDAGE', '3A_SERFDOM', '3A_FORCED_LABOUR', '3A_FORCED_RECRUITMENT'] as const),
  ...(['3B_PROSTITUTION', '3B_PORNOGRAPHY', '3C_ILLICIT_ACTIVITIES'] as const),
] as const
export type C182Situation = (typeof c182Situations)[number]
/** Any role makes a child one that is associated with an armed force or group; fighting is only one of them. */
export const armedRoles = ['FIGHTER', 'COOK', 'PORTER', 'MESSENGER', 'GUARD', 'SPY', 'DIGGER', 'WIFE_OR_SEXUAL', 'OTHER'] as const
export type ArmedRole = (typeof armedRoles)[number]
export const miningWorks = ['UNDERGROUND', 'HEIGHT', 'TOOLS', 'CHEMICALS', 'LOADS', 'NIGHT', 'OTHER_MINING'] as const
export type MiningWork = (typeof miningWorks)[number]

/** One question with a list behind it. YES exactly when something of the list was named. */
export interface Recorded<Value> {
  readonly answer: Answer
  readonly which: readonly Value[]
}
export const recorded = <Value>(...which: readonly Value[]): Recorded<Value> => ({ answer: which.length > 0 ? 'YES' : 'NO', which })
export const notRecorded = (
  answer: Exclude<Answer, 'YES'> = 'NOT_ASKED',
): { readonly answer: Answer; readonly which: readonly never[] } => ({
  ...{ answer, which: [] },
})
export const isRecorded = ({ answer, which }: Recorded<unknown>): boolean => answer === 'YES' && which.length > 0

export interface AssessmentFacts {
  /** Which of the two tables for the person's age; where both could be, both are run. */
  readonly table: 'LABOUR' | 'SEXUAL'
  readonly age: AgeFacts
  readonly answers: readonly AnswerToWeigh[]
  readonly act: Recorded<Act>
  readonly means: readonly Means[]
  readonly purpose: Recorded<Purpose>
  readonly c182: Recorded<C182Situation>
  readonly armed: Recorded<ArmedRole>
  readonly miningWork: Recorded<MiningWork>
  /** Light work around the site. */
  readonly lightWork: Answer
}

/**
 * Which purposes count for a child who was recruited, moved or received, besides a positive exploitation dimension. The text names sexual
 * exploitation and slavery-like practices; what we count among the latter is said with its mark. Labour is judged by the dimension.
 */
export const childPurposes = {
  SEXUAL_EXPLOITATION: { as: 'sexual', evidence: 'S' },
  SLAVERY_OR_SIMILAR: { as: 'slavery-like', evidence: 'S' },
  SERVITUDE: { as: 'slavery-like', evidence: 'S' },
  FORCED_MARRIAGE: { as: 'slavery-like', evidence: 'D' },
  ORGAN_REMOVAL: { as: 'slavery-like', evidence: 'D' },
  FORCED_LABOUR: { as: 'labour', evidence: 'D' },
  CHILD_LABOUR: { as: 'labour', evidence: 'D' },
  FORCED_BEGGING: { as: 'labour', evidence: 'D' },
  FORCED_MILITARY_NON_STATE: { as: 'armed', evidence: 'D' },
  FORCED_ADOPTION: { as: 'other', evidence: 'D' },
  SURROGACY: { as: 'other', evidence: 'D' },
  OTHER: { as: 'other', evidence: 'D' },
} as const satisfies { readonly [purpose in Purpose]: { readonly as: string; readonly evidence: string } }
export const exploitsChild = ({ which }: Recorded<Purpose>): boolean =>
  which.some((one) => childPurposes[one].as === 'sexual' || childPurposes[one].as === 'slavery-like')
