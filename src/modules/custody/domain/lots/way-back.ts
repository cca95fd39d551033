/*
Goods that did not arrive as meant: the recipient turns them away, the sender takes them back (or says that they never left), and the
side that brought goods answers a receipt later. Both weights stay as they were shown, whoever agrees with them.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { AnswerReceipt, RejectLot, TakeBackLot, TransportLeg } from '../../contract-lots.ts'
import { dayOfStep, fromTheFuture, said, timeReversal } from '../plausibility/arrival-rules.ts'
import type { LotEvent } from './lot-events.ts'
import { changeOf, scaleOf } from '../gold/gold-scale.ts'
import type { LotContext, LotState } from './lot-state.ts'
import { disagreement } from './transfer.ts'

export type WayCommand =
  | ({ readonly type: 'answer-receipt' } & Infer<typeof AnswerReceipt>)
  | ({ readonly type: 'reject-lot' } & Infer<typeof RejectLot>)
  | ({ readonly type: 'take-back-lot' } & Infer<typeof TakeBackLot>)
  | ({ readonly type: 'record-leg' } & Infer<typeof TransportLeg>)
type Decided = Outcome<readonly LotEvent[]>
type Of<Type extends WayCommand['type']> = Extract<WayCommand, { type: Type }>

/** Refusals: `unknown-lot`, `nothing-to-answer`, `not-the-sender`. */
export function decideAnswer(lot: LotState, command: Of<'answer-receipt'>, context: LotContext): Decided {
  if (!lot) return refused('unknown-lot')
  const { number, unanswered, massGrams } = lot
  if (!unanswered) return refused('nothing-to-answer', { number })
  if (context.organisation !== unanswered.from) return refused('not-the-sender', { number })
  const { type: _, ...answer } = command
  const findings = said(disagreement(answer.agrees, unanswered.sentGrams, massGrams))
  return accepted([{ kind: 'lot.receipt-answered.v1', payload: { by: unanswered.from, ...answer, findings: [...findings] } }])
}

/** Refusals: `unknown-lot`, `not-sent`, `not-the-recipient`, `gold-own-act` (gold is turned away unweighed). The goods stay those of the sender. */
export function decideRejection(lot: LotState, command: Of<'reject-lot'>, context: LotContext): Decided {
  if (!lot) return refused('unknown-lot')
  const { sent, number } = lot
  if (!sent) return refused('not-sent', { number })
  if (context.organisation !== sent.to) return refused('not-the-recipient', { number, recipient: sent.to })
  if (lot.massMilligrams !== undefined && command.massGrams !== undefined) return refused('gold-own-act', { number })
  const { reason, massGrams, rejectedOn = dayOfStep(context.happenedOn, sent.on) } = command
  const findings = said(
    timeReversal('rejected-before-sent', sent.on, rejectedOn),
    fromTheFuture('rejected-in-the-future', rejectedOn, context.today),
  )
  const payload = { by: sent.to, reason, sentGrams: sent.massGrams, massGrams, rejectedOn, findings: [...findings] }
  return accepted([{ kind: 'lot.rejected.v1', payload }])
}

/** Refusals: `unknown-lot`, `not-the-holder`, `nothing-to-take-back`, `gold-in-milligrams`. Quarantine does not stop it: the goods are there. */
export function decideTakeBack(lot: LotState, command: Of<'take-back-lot'>, context: LotContext): Decided {
  if (!lot) return refused('unknown-lot')
  const { number, sent, rejectedBy, holder } = lot
  if (context.organisation !== holder) return refused('not-the-holder', { number, holder })
  const from = sent?.to ?? rejectedBy
  if (from === null) return refused('nothing-to-take-back', { number })
  const seen = scaleOf(lot, command)
  if (!seen.ok) return seen
  const { reason, takenBackOn = dayOfStep(context.happenedOn, lot.lastOn) } = command
  const findings = said(
    changeOf({ ...lot, limits: context.limits }, lot, seen.value),
    timeReversal('taken-back-before-sent', lot.lastOn, takenBackOn),
    fromTheFuture('taken-back-in-the-future', takenBackOn, context.today),
  )
  const payload = { from, beforeGrams: lot.massGrams, ...seen.value, reason, takenBackOn, findings: [...findings] }
  return accepted([{ kind: 'lot.taken-back.v1', payload }])
}

/** A leg is an observation of whoever sends or receives. Refusals: `unknown-lot`, `not-on-the-way`, `not-of-this-act`. */
export function decideLeg(lot: LotState, command: Of<'record-leg'>, context: LotContext): Decided {
  if (!lot) return refused('unknown-lot')
  const { number, sent, holder } = lot
  if (!sent) return refused('not-on-the-way', { number })
  if (context.organisation !== holder && context.organisation !== sent.to) return refused('not-of-this-act', { number })
  const { type: _, ...leg } = command
  return accepted([{ kind: 'lot.leg-recorded.v1', payload: leg }])
}
