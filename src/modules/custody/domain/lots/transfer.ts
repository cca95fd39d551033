/*
A lot changes hands in two steps: the giver sends with a weight, the taker receives with a weight. Sending is a decision and
may be refused. What arrives on a scale is kept, with the rule that the difference broke; a loss or gain beyond the critical
limit puts the lot in quarantine in the hands of the one who received it.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { ReceiveLot, TransferLot } from '../../contract.ts'
import type { LotEvent } from './lot-events.ts'
import { type LotContext, type LotState, legOf } from './lot-state.ts'
import { weightChange } from '../plausibility/mass-balance.ts'
import { dayOfStep, fromTheFuture, said, timeReversal } from '../plausibility/arrival-rules.ts'
import { leaveRedSites } from './red-stock.ts'

export type TransferCommand = { readonly type: 'transfer-lot' } & Infer<typeof TransferLot>
export type ReceiveCommand = { readonly type: 'receive-lot' } & Infer<typeof ReceiveLot>

/** Refusals: `unknown-lot`, `lot-voided`, `not-the-holder`, `already-sent`, `quarantined`, `lot-is-certified`, `nothing-left`, `partly-drawn`, `same-holder`, `unknown-organisation`, `site-is-red`, `derogation-used-up`. */
export function decideTransfer(lot: LotState, command: TransferCommand, context: LotContext): Outcome<readonly LotEvent[]> {
  if (!lot) return refused('unknown-lot')
  const { number } = lot
  if (lot.voided) return refused('lot-voided', { number })
  if (context.organisation !== lot.holder) return refused('not-the-holder', { number, holder: lot.holder })
  if (lot.sent) return refused('already-sent', { number, sentOn: lot.sent.on })
  if (lot.quarantined || context.lot.quarantined) return refused('quarantined', { number, source: number })
  if (context.lot.heldBySource !== null) return refused('quarantined', { number, source: context.lot.heldBySource })
  const { drawnGrams, certificate } = context.lot
  if (certificate !== null) return refused('lot-is-certified', { number, certificate })
  if (drawnGrams >= lot.massGrams) return refused('nothing-left', { number, massGrams: lot.massGrams })
  if (drawnGrams > 0) return refused('partly-drawn', { number, drawnGrams, remainingGrams: lot.massGrams - drawnGrams })
  if (command.to === lot.holder) return refused('same-holder', { number })
  if (!context.knownOrganisations.includes(command.to)) return refused('unknown-organisation', { organisation: command.to })

  const { massGrams, to, paper, sentOn = dayOfStep(context.happenedOn, lot.lastOn) } = command
  const leaving = leaveRedSites(context.onSite ?? { drawnGrams: 0, red: [] }, { number, massGrams, sentOn })
  if (!leaving.ok) return leaving
  const findings = said(
    ...leaving.findings,
    weightChange(legOf(lot.kind), lot.massGrams, massGrams),
    timeReversal('sent-before-last-step', lot.lastOn, sentOn),
    fromTheFuture('sent-in-the-future', sentOn, context.today),
  )
  const payload = { from: lot.holder, to, beforeGrams: lot.massGrams, massGrams, sentOn, paper, findings: [...findings] }
  return accepted([{ kind: 'lot.sent.v1', payload }])
}

/** Refusals: `unknown-lot`, `not-sent`, `not-the-recipient`. Quarantine does not stop a receipt: the goods are there. */
export function decideReceipt(lot: LotState, command: ReceiveCommand, context: LotContext): Outcome<readonly LotEvent[]> {
  if (!lot) return refused('unknown-lot')
  const { sent, number } = lot
  if (!sent) return refused('not-sent', { number })
  if (context.organisation !== sent.to) return refused('not-the-recipient', { number, recipient: sent.to })

  const { massGrams, receivedOn = dayOfStep(context.happenedOn, sent.on) } = command
  const findings = said(
    weightChange(legOf(lot.kind), sent.massGrams, massGrams),
    timeReversal('received-before-sent', sent.on, receivedOn),
    fromTheFuture('received-in-the-future', receivedOn, context.today),
  )
  const payload = { from: lot.holder, by: sent.to, sentGrams: sent.massGrams, massGrams, receivedOn, findings: [...findings] }
  return accepted([{ kind: 'lot.received.v1', payload }])
}
