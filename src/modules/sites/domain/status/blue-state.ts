/* Where an exporter's blue request stands: waiting for receipts, its clock running, active, or without effect after an objection. Pure. */
import { type Infer, calendarDate, count, id, instant, listOf, oneOf, orNull, record, text } from '../../../../kernel/schema.ts'
import { blueActiveOn, isObjected, receiptDay } from './legal-status.ts'
import type { StatusRules } from './rulebooks.ts'
import type { BlueFact, Question } from './status-fact.ts'

export const BlueState = oneOf('waiting', 'clock', 'active', 'objected')
export type BlueState = Infer<typeof BlueState>
export const BlueRequest = record({
  application: id('blue-application'),
  site: id('site'),
  name: text(),
  nationalId: text(),
  filedAt: instant(),
  state: BlueState,
  /** First day of the status when nobody objects; `null` while receipts are missing. */
  activeOn: orNull(calendarDate()),
  missing: count(),
  receipts: listOf(record({ level: oneOf('local', 'provincial', 'national'), on: calendarDate() })),
  objections: listOf(record({ criterion: text(), by: text(), on: calendarDate() })),
})
export type BlueRequest = Infer<typeof BlueRequest>
/** `GET /api/status/blue-requests` */
export const BlueRequests = record({ asOf: calendarDate(), requests: listOf(BlueRequest, 10_000) })
export type BlueRequests = Infer<typeof BlueRequests>

export function blueStateOf(
  fact: BlueFact,
  question: Question,
  rules: StatusRules,
): Pick<BlueRequest, 'state' | 'activeOn' | 'missing' | 'receipts' | 'objections'> {
  const receipts = fact.receipts.filter((one) => one.recordedAt <= question.knownAt)
  const objections = fact.objections.filter((one) => one.recordedAt <= question.knownAt)
  const missing = Math.max(0, 3 - new Set(receipts.map((one) => one.level)).size)
  const activeOn = blueActiveOn(fact, question, rules)
  const state = isObjected(fact, question, rules)
    ? 'objected'
    : activeOn === null
      ? 'waiting'
      : activeOn <= question.asOf
        ? 'active'
        : 'clock'
  return {
    state,
    activeOn,
    missing,
    receipts: receipts.map((one) => ({ level: one.level, on: receiptDay(one) })),
    objections: objections.map(({ criterion, by, on }) => ({ criterion, by, on })),
  }
}
