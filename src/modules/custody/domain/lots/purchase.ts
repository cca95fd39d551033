/*
A purchase: lots of one seller become another's, at a place, for a price. Who has the goods and whose they are stay two questions: the
goods follow by a sending and a receipt, or at once where both sides sign. It is binding once the other side agreed; until then it
waits, and where the other side disagrees the goods stay whose they were. It knows cards and taxes as numbers on papers, no person.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, type Refusal, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, count, grams, listOf, orNull, record, text, yesOrNo, maybe } from '../../../../kernel/schema.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { Finding, LotId } from '../../contract.ts'
import { type AnswerPurchase, PaymentMode, type RecordPurchase, TaxPaid } from '../../contract-lots.ts'
import { fromTheFuture, said, timeReversal } from '../plausibility/arrival-rules.ts'
import type { InputFacts } from './lot-state.ts'
import { despiteSuspension } from './suspended-trade.ts'

export const PurchaseRecorded = record({
  number: text(60),
  seller: OrganisationId,
  buyer: OrganisationId,
  place: text(120),
  boughtOn: calendarDate(),
  currency: text(3),
  payment: PaymentMode,
  traderCard: maybe(text(60)),
  lots: listOf(record({ lot: LotId, massGrams: grams(), priceHundredthsPerKilogram: count(), amountHundredths: count() }), 500),
  totalHundredths: count(),
  taxes: listOf(TaxPaid, 40),
  handedOver: yesOrNo(),
  /** Why it was sold although trade stands still. */
  despite: maybe(text(400)),
  recordedFor: OrganisationId,
  /** `null`: the other side has not signed yet. */
  otherSideFunction: orNull(text(80)),
  /** By lot, for each of its own. */
  findings: listOf(record({ lot: LotId, findings: listOf(Finding) }), 500),
})
export const PurchaseAnswered = record({ by: OrganisationId, function: text(80), agrees: yesOrNo(), remark: maybe(text(400)) })
export const purchaseKinds = { 'purchase.recorded.v1': PurchaseRecorded, 'purchase.answered.v1': PurchaseAnswered } as const
type Kinds = typeof purchaseKinds
export type PurchaseEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]

export type PurchaseCommand =
  | ({ readonly type: 'record-purchase' } & Infer<typeof RecordPurchase>)
  | ({ readonly type: 'answer-purchase' } & Infer<typeof AnswerPurchase>)
type Of<Type extends PurchaseCommand['type']> = Extract<PurchaseCommand, { type: Type }>
export type PurchaseState = { readonly number: string; readonly awaits: OrganisationId | null } | null
export interface PurchaseContext {
  readonly happenedOn: string
  readonly today: string
  readonly organisation: string | null
  readonly numberTaken: boolean
  /** Since when trade stands still with one of the sides or a site of the goods. */
  readonly suspended?: { readonly since: string } | null
  readonly knownOrganisations: readonly string[]
  /** Only lots that the recording side may see. */
  readonly inputs: readonly InputFacts[]
}
type Decided = Outcome<readonly PurchaseEvent[]>

/** Amount in hundredths of the currency: grams times price for a kilogram, half a hundredth and more goes up (D). */
export const amountOf = (massGrams: number, priceHundredthsPerKilogram: number): number =>
  Number((BigInt(massGrams) * BigInt(priceHundredthsPerKilogram) * 2n + 1_000n) / 2_000n)

/** Refusals: `purchase-already-recorded`, `purchase-number-taken`, `same-party`, `not-of-this-act`, `seller-says-so`, `unknown-organisation`, `no-inputs`,
 * `input-twice`, `currency-not-valid`, `second-signature-needed-for-handing-over`, `trade-is-suspended`, and per lot those of `refusalOfSale`. */
function decideRecord(state: PurchaseState, command: Of<'record-purchase'>, context: PurchaseContext): Decided {
  const { number, seller, buyer, lots, currency, otherSideFunction } = command
  if (state) return refused('purchase-already-recorded', { number: state.number })
  if (context.numberTaken) return refused('purchase-number-taken', { number })
  if (seller === buyer) return refused('same-party', { number })
  const recordedFor = [seller, buyer].find((one) => one === context.organisation)
  if (recordedFor === undefined) return refused('not-of-this-act', { number })
  // Giving goods away is the giver's own word: a function typed by who gains by it is no signature.
  if (recordedFor !== seller && (command.handedOver || otherSideFunction !== undefined)) return refused('seller-says-so', { number })
  const stranger = [seller, buyer].find((one) => !context.knownOrganisations.includes(one))
  if (stranger !== undefined) return refused('unknown-organisation', { organisation: stranger })
  if (lots.length === 0) return refused('no-inputs')
  const twice = lots.find((one, at) => lots.findIndex((other) => other.lot === one.lot) !== at)
  if (twice) return refused('input-twice', { lot: twice.lot })
  if (!/^[A-Z]{3}$/.test(currency)) return refused('currency-not-valid', { currency })
  if (command.handedOver && otherSideFunction === undefined) return refused('second-signature-needed-for-handing-over', { number })
  const facts = new Map(context.inputs.map((one) => [one.lot, one]))
  for (const { lot } of lots) {
    const refusal = refusalOfSale(lot, facts.get(lot), seller)
    if (refusal) return { ok: false, refusal }
  }
  const going = despiteSuspension(context.suspended, { number, despite: command.despite })
  if (!going.ok) return going
  const boughtOn = command.boughtOn ?? context.happenedOn
  const lines = lots.map((one) => ({ ...one, amountHundredths: amountOf(one.massGrams, one.priceHundredthsPerKilogram) }))
  const { place, payment, traderCard, handedOver, despite, taxes = [] } = command
  const payload = {
    ...{ number, seller, buyer, place, boughtOn, currency, payment, traderCard, lots: lines, taxes, handedOver, despite, recordedFor },
    totalHundredths: lines.reduce((sum, one) => sum + one.amountHundredths, 0),
    otherSideFunction: otherSideFunction ?? null,
    findings: lots.flatMap(({ lot }) => {
      const known = facts.get(lot)
      const seen = known ? findingsOfSale(known, { seller, boughtOn, today: context.today }) : []
      const findings = going.value === null ? seen : [...seen, going.value]
      return findings.length === 0 ? [] : [{ lot, findings: [...findings] }]
    }),
  }
  return accepted([{ kind: 'purchase.recorded.v1', payload }])
}

/** `unknown-lot`, `lot-voided`, `not-the-sellers`, `lot-in-transit`, `lot-rejected`, `lot-seized`, `quarantined`, `lot-is-certified`, `nothing-left`. */
function refusalOfSale(lot: string, facts: InputFacts | undefined, seller: string): Refusal | null {
  if (!facts) return { code: 'unknown-lot', facts: { lot } }
  const { number, heldBy, certificate, remainingGrams } = facts
  if (facts.remainingMilligrams !== undefined) return { code: 'gold-own-act', facts: { number } }
  if (facts.state === 'voided') return { code: 'lot-voided', facts: { number } }
  if (facts.holder !== seller && facts.owner !== seller) return { code: 'not-the-sellers', facts: { number } }
  if (facts.rejected === true) return { code: 'lot-rejected', facts: { number } }
  if (facts.heldBySeizure === true) return { code: 'lot-seized', facts: { number, source: heldBy } }
  if (heldBy !== null) return { code: 'quarantined', facts: { number, source: heldBy } }
  if (certificate !== null) return { code: 'lot-is-certified', facts: { number, certificate } }
  return remainingGrams <= 0 ? { code: 'nothing-left', facts: { number } } : null
}

/** P08: the last purchase that we know made the goods somebody else's. */
function findingsOfSale(
  { number, owner, formedOn }: InputFacts,
  { seller, boughtOn, today }: { readonly seller: string; readonly boughtOn: string; readonly today: string },
): readonly Finding[] {
  return said(
    owner === undefined || owner === null || owner === seller ? null : { rule: 'P08', severity: 'W', facts: { number } },
    timeReversal('bought-before-formed', formedOn ?? boughtOn, boughtOn),
    fromTheFuture('bought-in-the-future', boughtOn, today),
  )
}

/** Refusals: `unknown-purchase`, `nothing-to-answer`, `not-of-this-act`. */
function decideAnswer(state: PurchaseState, command: Of<'answer-purchase'>, context: PurchaseContext): Decided {
  if (!state) return refused('unknown-purchase')
  const { number, awaits } = state
  if (awaits === null) return refused('nothing-to-answer', { number })
  if (context.organisation !== awaits) return refused('not-of-this-act', { number })
  const { type: _, ...answer } = command
  return accepted([{ kind: 'purchase.answered.v1', payload: { by: awaits, ...answer } }])
}

export const purchaseDecider: Decider<PurchaseState, PurchaseCommand, PurchaseEvent, PurchaseContext> = {
  initial: null,
  decide: (state, command, context) =>
    command.type === 'record-purchase' ? decideRecord(state, command, context) : decideAnswer(state, command, context),
  evolve: (state, event) => {
    if (event.kind === 'purchase.answered.v1') return state && { ...state, awaits: null }
    const { number, seller, buyer, recordedFor, otherSideFunction } = event.payload
    return { number, awaits: otherSideFunction !== null ? null : recordedFor === seller ? buyer : seller }
  },
}
