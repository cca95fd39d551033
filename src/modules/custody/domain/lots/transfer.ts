/*
A lot changes hands in two steps: the giver sends with a weight, the taker receives with a weight. Sending is a decision and
may be refused. What arrives on a scale is kept, with the rule that the difference broke; a loss or gain beyond the critical
limit puts the lot in quarantine in the hands of the one who received it.
*/
import { type Outcome, type Refusal, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { Finding } from '../../contract.ts'
import type { AcceptLot, SendLot } from '../../contract-lots.ts'
import type { LotEvent } from './lot-events.ts'
import { brokenSeal } from '../gold/gold-rules.ts'
import { changeOf, scaleOf } from '../gold/gold-scale.ts'
import type { Lot, LotContext, LotState } from './lot-state.ts'
import { dayOfStep, fromTheFuture, said, timeReversal } from '../plausibility/arrival-rules.ts'
import { leaveRedSites } from './red-stock.ts'
import { despiteSuspension } from './suspended-trade.ts'

export type TransferCommand = { readonly type: 'transfer-lot' } & Infer<typeof SendLot>
export type ReceiveCommand = { readonly type: 'receive-lot' } & Infer<typeof AcceptLot>

/** Refusals: `unknown-lot`, `lot-voided`, `not-the-holder`, `already-sent`, those of `stopOf`, `same-holder`, `unknown-organisation`, `sachet-is-open`, `gold-in-milligrams`, `paper-expired`, `trade-is-suspended`, `site-is-red`, `derogation-used-up`. */
export function decideTransfer(lot: LotState, command: TransferCommand, context: LotContext): Outcome<readonly LotEvent[]> {
  if (!lot) return refused('unknown-lot')
  const { number } = lot
  if (lot.voided) return refused('lot-voided', { number })
  if (context.organisation !== lot.holder) return refused('not-the-holder', { number, holder: lot.holder })
  if (lot.sent) return refused('already-sent', { number, sentOn: lot.sent.on })
  const stopped = stopOf(lot, context)
  if (stopped) return { ok: false, refusal: stopped }
  if (command.to === lot.holder) return refused('same-holder', { number })
  if (!context.knownOrganisations.includes(command.to)) return refused('unknown-organisation', { organisation: command.to })

  if (lot.isOpen === true) return refused('sachet-is-open', { number })
  const seen = scaleOf(lot, command)
  if (!seen.ok) return seen
  const { massGrams } = seen.value
  const { to, paper, legs, papers, despite, sentOn = dayOfStep(context.happenedOn, lot.lastOn) } = command
  const expired = papers?.find((one) => one.validUntil !== undefined && one.validUntil < sentOn)
  if (expired && despite === undefined) return refused('paper-expired', { paper: expired.number, validUntil: expired.validUntil ?? null })
  const going = despiteSuspension(context.suspended, { number, despite })
  if (!going.ok) return going
  const leaving = leaveRedSites(context.onSite ?? { drawnGrams: 0, red: [] }, { number, massGrams, sentOn })
  if (!leaving.ok) return leaving
  const findings = said(
    ...leaving.findings,
    going.value,
    changeOf({ ...lot, limits: context.limits }, lot, seen.value),
    expired ? { rule: 'P06', severity: 'W', facts: { paper: expired.number, validUntil: expired.validUntil ?? null, sentOn } } : null,
    timeReversal('sent-before-last-step', lot.lastOn, sentOn),
    fromTheFuture('sent-in-the-future', sentOn, context.today),
  )
  const payload = {
    from: lot.holder,
    to,
    beforeGrams: lot.massGrams,
    ...seen.value,
    sentOn,
    paper,
    legs,
    papers,
    despite,
    findings: [...findings],
  }
  return accepted([{ kind: 'lot.sent.v1', payload }])
}

/** Refusals: `unknown-lot`, `not-sent`, `not-the-recipient`, `gold-in-milligrams`, `one-side-twice`, `unknown-organisation`. Quarantine does not stop a receipt: the goods are there. */
export function decideReceipt(lot: LotState, command: ReceiveCommand, context: LotContext): Outcome<readonly LotEvent[]> {
  if (!lot) return refused('unknown-lot')
  const { sent, number } = lot
  if (!sent) return refused('not-sent', { number })
  if (context.organisation !== sent.to) return refused('not-the-recipient', { number, recipient: sent.to })

  const seen = scaleOf(lot, command)
  if (!seen.ok) return seen
  const { massGrams } = seen.value
  const { sealBroken, function: receiver, otherSide, receivedOn = dayOfStep(context.happenedOn, sent.on) } = command
  if (otherSide && otherSide.organisation === sent.to) return refused('one-side-twice', { number })
  if (otherSide && !context.knownOrganisations.includes(otherSide.organisation))
    return refused('unknown-organisation', { organisation: otherSide.organisation })
  const findings = said(
    changeOf({ ...lot, limits: context.limits }, sent, seen.value),
    brokenSeal(number, sealBroken === true),
    otherSide ? disagreement(otherSide.agrees, sent.massGrams, massGrams) : null,
    timeReversal('received-before-sent', sent.on, receivedOn),
    fromTheFuture('received-in-the-future', receivedOn, context.today),
  )
  const { from, by } = { from: lot.holder, by: sent.to }
  const signed = { function: receiver, otherSide: otherSide ?? null }
  const payload = { from, by, sentGrams: sent.massGrams, ...seen.value, sealBroken, receivedOn, ...signed, findings: [...findings] }
  return accepted([{ kind: 'lot.received.v1', payload }])
}

/** P07: the two sides do not agree on the weights; both stay as they were shown. */
export const disagreement = (agrees: boolean, sentGrams: number, receivedGrams: number): Finding | null =>
  agrees ? null : { rule: 'P07', severity: 'A', facts: { sentGrams, receivedGrams, changeGrams: receivedGrams - sentGrams } }

/** What stops every move of a lot: seized, in quarantine, turned away, under a certificate, or not whole any more. */
export function stopOf(lot: Lot, { lot: facts }: LotContext): Refusal | null {
  const { number, massGrams } = lot
  const { drawnGrams, certificate, heldBySource } = facts
  const [drawn, whole] = lot.massMilligrams === undefined ? [drawnGrams, massGrams] : [facts.drawnMilligrams ?? 0, lot.massMilligrams]
  if (lot.seized !== null || facts.heldBySeizure === true) return { code: 'lot-seized', facts: { number, source: heldBySource ?? number } }
  if (lot.quarantined || facts.quarantined) return { code: 'quarantined', facts: { number, source: number } }
  if (heldBySource !== null) return { code: 'quarantined', facts: { number, source: heldBySource } }
  if (lot.rejectedBy !== null) return { code: 'lot-rejected', facts: { number } }
  if (certificate !== null) return { code: 'lot-is-certified', facts: { number, certificate } }
  if (drawn >= whole) return { code: 'nothing-left', facts: { number, massGrams } }
  return drawn > 0 ? { code: 'partly-drawn', facts: { number, drawnGrams, remainingGrams: massGrams - drawnGrams } } : null
}
