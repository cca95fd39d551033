/* For tests: facts from lists of codes, everything else answered as one says. */
import type { Answer, AnswerToWeigh } from './answers.ts'
import { type AssessmentFacts, notRecorded } from './facts.ts'
import { type IndicatorCode, indicatorCodes } from './indicator-codes.ts'

export const answer = (code: IndicatorCode, value: Answer, observedOn = '2026-11-20'): AnswerToWeigh => ({
  ...{ code, answer: value, observedOn },
  phase: code.startsWith('D4') || code.startsWith('D5') || code.startsWith('D6') ? 'Exploitation' : 'Recruitment',
})

/** These yes, all others as `rest`. */
export const answers = (yes: readonly IndicatorCode[], rest: Answer = 'NO'): readonly AnswerToWeigh[] =>
  indicatorCodes.map((code) => answer(code, yes.includes(code) ? 'YES' : rest))

export const adult: AssessmentFacts = {
  table: 'LABOUR',
  age: { kind: 'COMPLETED_MONTHS', months: 30 * 12, disputed: false },
  answers: [],
  act: notRecorded('NO'),
  means: [],
  purpose: notRecorded('NO'),
  c182: notRecorded('NO'),
  armed: notRecorded('NO'),
  miningWork: notRecorded('NO'),
  lightWork: 'NO',
}
export const child = (years: number): AssessmentFacts => ({
  ...adult,
  age: { kind: 'COMPLETED_MONTHS', months: years * 12, disputed: false },
})
export const at = { computedAt: '2026-11-22T09:00:00.000Z' }
