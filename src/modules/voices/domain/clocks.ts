/* How long a report may wait (D, configurable in this file): three days until somebody says what becomes of it, fourteen until an answer. */
import { addDays, daysBetween } from '../../../kernel/calendar.ts'

export const TRIAGE_DAYS = 3
export const ANSWER_DAYS = 14

export interface Clocks {
  readonly ageDays: number
  readonly triageBy: string
  readonly answerBy: string
  readonly isLate: boolean
}
export function clocksOf({
  receivedOn,
  today,
  isTriaged,
  isAnswered,
}: {
  readonly receivedOn: string
  readonly today: string
  readonly isTriaged: boolean
  readonly isAnswered: boolean
}): Clocks {
  const triageBy = addDays(receivedOn, TRIAGE_DAYS)
  const answerBy = addDays(receivedOn, ANSWER_DAYS)
  const isLate = (!isTriaged && today > triageBy) || (!isAnswered && today > answerBy)
  return { ageDays: Math.max(0, daysBetween(receivedOn, today)), triageBy, answerBy, isLate }
}
