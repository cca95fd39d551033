/*
What was said to one indicator, and which answer counts when a code was asked more than once. Five answers, because "no", "I do not know",
"nobody asked" and "I will not say" are four different things. The words of the person lie in the vault; here is only where.
*/
import type { Id } from '../../../../kernel/schema.ts'
import type { SealedRef } from '../sealed-ref.ts'
import type { IndicatorCode } from './indicator-codes.ts'

export const answerValues = ['YES', 'NO', 'UNKNOWN', 'NOT_ASKED', 'DECLINED'] as const
export type Answer = (typeof answerValues)[number]
/** As HTCDS divides an event of trafficking. */
export const phases = ['Recruitment', 'Transit', 'Exploitation'] as const
export type Phase = (typeof phases)[number]
export const evidenceOfAnswer = ['SELF', 'OBSERVED', 'THIRD_PARTY', 'DOCUMENT'] as const
export type EvidenceOfAnswer = (typeof evidenceOfAnswer)[number]

export interface IndicatorAnswer {
  readonly code: IndicatorCode
  readonly answer: Answer
  readonly phase: Phase
  readonly evidence: EvidenceOfAnswer
  readonly observedOn: string
  readonly recordedBy: Id<'account'>
  readonly note: SealedRef | null
}
/** Enough for the engine. */
export type AnswerToWeigh = Pick<IndicatorAnswer, 'code' | 'answer' | 'phase' | 'observedOn'>

/** Neither yes nor no: floor takes it as no, ceiling as yes. */
export const isOpen = (answer: Answer): boolean => answer !== 'YES' && answer !== 'NO'
/** Open, and may be put to the person: who declined is not asked again. */
export const mayBeAsked = (answer: Answer): boolean => answer === 'UNKNOWN' || answer === 'NOT_ASKED'

const sameDay: { readonly [answer in Answer]: number } = { YES: 4, NO: 3, DECLINED: 2, UNKNOWN: 1, NOT_ASKED: 0 }
const acrossPhases: { readonly [answer in Answer]: number } = { YES: 4, DECLINED: 3, UNKNOWN: 2, NO: 1, NOT_ASKED: 0 }
const isSettled = (answer: Answer): boolean => answer === 'YES' || answer === 'NO'

/** Within one phase: the newest yes or no; on the same day yes. A later "not asked" takes nothing back that was said (D). */
function counts(found: AnswerToWeigh, next: AnswerToWeigh): AnswerToWeigh {
  if (isSettled(found.answer) !== isSettled(next.answer)) return isSettled(next.answer) ? next : found
  if (isSettled(found.answer) && found.observedOn !== next.observedOn) return next.observedOn > found.observedOn ? next : found
  return sameDay[next.answer] > sameDay[found.answer] ? next : found
}

/** One answer for each code that was answered, whatever the order they come in: yes in any phase counts (D). */
export function answersThatCount(answers: readonly AnswerToWeigh[]): ReadonlyMap<IndicatorCode, Answer> {
  const byPhase = new Map<string, AnswerToWeigh>()
  for (const one of answers) {
    const key = `${one.code} ${one.phase}`
    const found = byPhase.get(key)
    byPhase.set(key, found ? counts(found, one) : one)
  }
  const byCode = new Map<IndicatorCode, Answer>()
  for (const { code, answer } of byPhase.values()) {
    const found = byCode.get(code)
    if (found === undefined || acrossPhases[answer] > acrossPhases[found]) byCode.set(code, answer)
  }
  return byCode
}
