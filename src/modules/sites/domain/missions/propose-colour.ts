/*
From the findings of a team to the colour that it proposes. A proposal is not a status: the Minister's order
decides, and where it differs both stay visible. Refuses to guess: one unanswered criterion means no proposal at all, and "does not
apply" on a red criterion is an answer only with the words that say why (D).
*/
import { decidingCriteria, findCriterion } from './criteria.ts'

export type Answer = 'met' | 'violated' | 'not_assessed' | 'not_applicable'
export interface AnsweredCriterion {
  readonly criterion: string
  readonly answer: Answer
  readonly narrative?: string | null | undefined
}
export interface ProposalInput {
  readonly findings: readonly AnsweredCriterion[]
  /** Criteria violated at the previous inspection, when that one ended yellow. */
  readonly previousYellow: readonly string[]
  /** Criteria on which a member disagreed with the team. */
  readonly dissents: readonly string[]
}
export interface Proposal {
  readonly result: 'incomplete' | 'green' | 'yellow' | 'red'
  /** The criteria that made it so: unanswered ones when incomplete, violated ones otherwise. */
  readonly because: readonly string[]
  /** Criteria that were yellow last time and are violated again. */
  readonly repeated: readonly string[]
  /** A dissent on one of these R criteria forces somebody to look again before it is accepted (D). */
  readonly reviewOn: readonly string[]
}

/** Whether the form may be signed with this answer: a red criterion is not waved through without a word. */
export const isAnswer = ({ criterion, answer, narrative }: AnsweredCriterion): boolean =>
  answer !== 'not_assessed' && (answer !== 'not_applicable' || findCriterion(criterion)?.level !== 'R' || (narrative ?? '').trim() !== '')

/** The team's colour with its reasons. The last answer to a criterion counts. */
export function proposeColour({ findings, previousYellow, dissents }: ProposalInput): Proposal {
  const answers = new Map(findings.map((finding) => [finding.criterion, isAnswer(finding) ? finding.answer : 'not_assessed']))
  const reviewOn = [...new Set(dissents)].filter((id) => findCriterion(id)?.level === 'R').toSorted()
  const missing = decidingCriteria.filter((one) => (answers.get(one.id) ?? 'not_assessed') === 'not_assessed').map((one) => one.id)
  if (missing.length > 0) return { result: 'incomplete', because: missing, repeated: [], reviewOn }
  const violated = decidingCriteria.filter((one) => answers.get(one.id) === 'violated')
  const red = violated.filter((one) => one.level === 'R').map((one) => one.id)
  const yellow = violated.filter((one) => one.level === 'Y').map((one) => one.id)
  const repeated = yellow.filter((id) => previousYellow.includes(id))
  if (red.length > 0) return { result: 'red', because: red, repeated, reviewOn }
  if (repeated.length > 0) return { result: 'red', because: repeated, repeated, reviewOn }
  if (yellow.length > 0) return { result: 'yellow', because: yellow, repeated, reviewOn }
  return { result: 'green', because: [], repeated, reviewOn }
}
