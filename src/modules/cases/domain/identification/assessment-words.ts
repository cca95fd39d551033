/*
The shapes in which answers and facts arrive and are kept. Whatever is not a code, a day, an account or a place in a vault is refused: there is
no field into which a name or a sentence could be typed.
*/
import { type Infer, calendarDate, count, exactly, listOf, oneOf, orNull, record, taggedBy, yesOrNo } from '../../../../kernel/schema.ts'
import { AccountId } from '../../../people/contract.ts'
import { SealedRef } from '../sealed-ref.ts'
import { answerValues, evidenceOfAnswer, phases } from './answers.ts'
import { acts, armedRoles, c182Situations, means, miningWorks, purposes } from './facts.ts'
import { fieldPartCodes, fieldQuestionCodes } from './field-questions.ts'
import { indicatorCodes } from './indicator-codes.ts'

export const AnswerValue = oneOf(...answerValues)
export const GivenAnswer = record({
  code: oneOf(...indicatorCodes),
  answer: AnswerValue,
  phase: oneOf(...phases),
  evidence: oneOf(...evidenceOfAnswer),
  observedOn: calendarDate(),
  recordedBy: AccountId,
  note: orNull(SealedRef),
})
export type GivenAnswer = Infer<typeof GivenAnswer>
export const GivenFieldAnswer = record({
  question: oneOf(...fieldQuestionCodes),
  answer: AnswerValue,
  parts: listOf(oneOf(...fieldPartCodes), 4),
  evidence: oneOf(...evidenceOfAnswer),
  observedOn: calendarDate(),
  recordedBy: AccountId,
})
/** Months and years that a person can have lived; the birth date itself stays in the vault. */
export const GivenAge = taggedBy('kind', [
  record({ kind: exactly('COMPLETED_MONTHS'), months: count().max(130 * 12, 'too-old'), disputed: yesOrNo() }),
  record({
    kind: exactly('ESTIMATE'),
    ...{ fromYears: count().max(130, 'too-old'), toYears: count().max(130, 'too-old'), disputed: yesOrNo() },
  }).refine((age) => age.fromYears <= age.toYears, 'estimate-runs-backwards'),
])
/** YES exactly when something is named. */
const recordedOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  record({ answer: AnswerValue, which: listOf(oneOf(...values), values.length) }).refine(
    (one) => (one.answer === 'YES') === one.which.length > 0,
    'yes-without-saying-which',
  )
export const GivenFacts = record({
  table: oneOf('LABOUR', 'SEXUAL'),
  age: GivenAge,
  answers: listOf(GivenAnswer, 1_000),
  act: recordedOf(acts),
  means: listOf(oneOf(...means), means.length),
  purpose: recordedOf(purposes),
  c182: recordedOf(c182Situations),
  armed: recordedOf(armedRoles),
  miningWork: recordedOf(miningWorks),
  lightWork: AnswerValue,
})
export type GivenFacts = Infer<typeof GivenFacts>
