/*
The legal side of a status: what the orders and the blue requests say on a day. An end day is the first day on
which the period no longer runs. Refuses to know third parties' notes and holds: `status.ts` adds those.
*/
import { addDays, addMonths, dayOf } from '../../../../kernel/calendar.ts'
import type { InternalStatus } from '../../contract.ts'
import type { Lapse } from './lapse.ts'
import type { PermissionRow } from './permissions.ts'
import { type StatusRules, defaultMonths } from './rulebooks.ts'
import { type BlueFact, type OrderFact, type Question, isKnown } from './status-fact.ts'

export interface Finding {
  readonly internal: InternalStatus
  readonly permission: PermissionRow
  readonly basis: 'order' | 'blue-application'
  readonly since: string
  readonly validUntil: string | null
  readonly lapsed: boolean
  /** The colour that ran out, when one did: the clock of the rule may go on under another colour. */
  readonly lapse: Lapse | null
  readonly order: OrderFact | null
}

/** The order that rules on the day: the newest to take effect, then the newest signed, then the newest learned. */
export function rulingOrder(facts: readonly OrderFact[], { asOf, knownAt }: Question): OrderFact | null {
  const acting = facts.filter((fact) => isKnown(fact, knownAt) && fact.effectiveFrom <= asOf && fact.orderKind !== 'derogation')
  const superseded = new Set(acting.map((fact) => fact.supersedes))
  const standing = acting.filter((fact) => !superseded.has(fact.order))
  return standing.reduce<OrderFact | null>((best, fact) => (best === null || isNewer(fact, best) ? fact : best), null)
}

/** The end of an order's period: its own text first, the rulebook where it is silent. */
export function endOfOrder(order: OrderFact, rules: StatusRules): string | null {
  if (order.until !== null) return order.until
  const extension = order.orderKind === 'extension' && order.colour === 'red' ? rules.redExtensionMonths.value : null
  const months = extension ?? defaultMonths(order.colour, rules)
  return months === null ? null : addMonths(order.effectiveFrom, months)
}

interface LapseFacts {
  /** An exporter's risk file lies with the authorities. */
  readonly riskFile: boolean
  /** First day of the rulebook: no clock that it brought runs from an earlier day (D). */
  readonly lawFrom: string
}

/** What the ruling order makes of the day; `null` after a withdrawal, or where no text keeps a lapsed green alive. */
export function standingByOrder(
  { orders, ...more }: { readonly orders: readonly OrderFact[] } & LapseFacts,
  question: Question,
  rules: StatusRules,
): Finding | null {
  const order = rulingOrder(orders, question)
  if (order === null || order.orderKind === 'withdrawal') return null
  const end = endOfOrder(order, rules)
  const over = end !== null && end <= question.asOf
  const base = {
    basis: 'order' as const,
    since: beginningOf(order, orders, question),
    validUntil: end,
    lapsed: over,
    lapse: over ? { colour: order.colour, on: end } : null,
    order,
  }
  if (order.colour === 'red') return { ...base, internal: 'RED', permission: 'RED' }
  if (order.colour === 'yellow') return { ...base, internal: 'YELLOW', permission: over ? 'YELLOW_OVERDUE' : 'YELLOW' }
  if (!over || end === null) return { ...base, internal: 'GREEN', permission: 'GREEN' }
  return lapsedGreen({ order, end, ...more }, question, rules)
}

function lapsedGreen(
  { order, end, riskFile, lawFrom }: { readonly order: OrderFact; readonly end: string } & LapseFacts,
  { asOf }: Question,
  rules: StatusRules,
): Finding {
  const base = { basis: 'order' as const, lapsed: true, lapse: { colour: 'green' as const, on: end }, order }
  const blueMonths = rules.blueMonths.value
  if (blueMonths === null) return { ...base, internal: 'NONE', permission: 'NONE', since: end, validUntil: end }
  const start = rules.blueAfterGreenCountsFrom.value === 'lapse' ? end : order.effectiveFrom
  const blueEnd = addMonths(later(start, lawFrom), blueMonths)
  if (blueEnd <= asOf) return { ...base, internal: 'RED', permission: 'RED', since: blueEnd, validUntil: null }
  const permission = riskFile ? 'BLUE_LAPSED_GREEN_WITH_RISK_FILE' : 'BLUE_LAPSED_GREEN'
  return { ...base, internal: 'BLUE_LAPSED_GREEN', permission, since: later(end, lawFrom), validUntil: blueEnd }
}

/**
 * The day on which a request became active: the objection period after the last of three receipts; `null` while it is not. A receipt
 * counts from the day on which it was written down here, or later: nobody can object before anybody could know.
 */
export function blueActiveOn(fact: BlueFact, { asOf, knownAt }: Question, rules: StatusRules): string | null {
  const days = rules.blueObjectionDays.value
  const receipts = knownReceipts(fact, { asOf, knownAt })
  if (days === null || new Set(receipts.map((receipt) => receipt.level)).size < 3) return null
  const last = receipts.reduce((newest, receipt) => later(newest, receiptDay(receipt)), '')
  return addDays(last, days)
}

/** What an exporter's request makes of the day where no order speaks. Objections after the period are for an order to settle. */
export function standingByBlue(facts: readonly BlueFact[], question: Question, rules: StatusRules): Finding | null {
  const months = rules.blueMonths.value
  if (months === null) return null
  const known = facts.filter((fact) => isKnown(fact, question.knownAt) && knownReceipts(fact, question).length > 0)
  const standing = known
    .filter((fact) => !isObjected(fact, question, rules))
    .toSorted((a, b) => (firstReceipt(a) < firstReceipt(b) ? 1 : -1))
  const newest = standing[0]
  if (newest === undefined) return null
  const base = { basis: 'blue-application' as const, order: null, lapsed: false, lapse: null }
  const active = blueActiveOn(newest, question, rules)
  if (active === null || active > question.asOf) {
    return { ...base, internal: 'BLUE_PENDING', permission: 'BLUE_PENDING', since: firstReceipt(newest), validUntil: active }
  }
  const end = addMonths(active, months)
  if (end <= question.asOf) {
    const lapse = { colour: 'blue' as const, on: end }
    return { ...base, internal: 'RED', permission: 'RED', since: end, validUntil: null, lapsed: true, lapse }
  }
  return { ...base, internal: 'BLUE_ACTIVE', permission: 'BLUE_ACTIVE', since: active, validUntil: end }
}

/**
 * An objection on or before the last day of the period stops a request; one that comes later does not. It counts from the day on which
 * it was written down here, or later, so that a paper that comes late takes no ground from what was done while blue was active (D).
 */
export function isObjected(fact: BlueFact, question: Question, rules: StatusRules): boolean {
  const active = blueActiveOn(fact, question, rules)
  return fact.objections.some(
    (objection) =>
      objection.recordedAt <= question.knownAt &&
      receiptDay(objection) <= question.asOf &&
      (active === null || receiptDay(objection) < active),
  )
}

const later = (one: string, other: string): string => (one > other ? one : other)
/** The later of the day stated and the day on which we learned of it (D). */
export const receiptDay = ({ on, recordedAt }: { readonly on: string; readonly recordedAt: string }): string => later(on, dayOf(recordedAt))
const knownReceipts = (fact: BlueFact, { asOf, knownAt }: Question) =>
  fact.receipts.filter((receipt) => receipt.recordedAt <= knownAt && receiptDay(receipt) <= asOf)
const firstReceipt = (fact: BlueFact): string => fact.receipts.map(receiptDay).toSorted()[0] ?? ''

/** An extension goes on where the period before it ended, so the colour is as old as the first order of the run. */
function beginningOf(order: OrderFact, orders: readonly OrderFact[], { knownAt }: Question): string {
  if (order.orderKind !== 'extension') return order.effectiveFrom
  const before = orders.filter((other) => other.id !== order.id && other.effectiveFrom < order.effectiveFrom)
  const previous = rulingOrder(before, { asOf: order.effectiveFrom, knownAt })
  return previous?.colour === order.colour ? beginningOf(previous, before, { asOf: order.effectiveFrom, knownAt }) : order.effectiveFrom
}

function isNewer(one: OrderFact, other: OrderFact): boolean {
  if (one.effectiveFrom !== other.effectiveFrom) return one.effectiveFrom > other.effectiveFrom
  if (one.signedOn !== other.signedOn) return one.signedOn > other.signedOn
  return one.recordedAt > other.recordedAt
}
