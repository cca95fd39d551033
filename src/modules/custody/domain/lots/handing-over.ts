/*
Goods that change hands at a purchase, on one scale that both sides saw; and a lot that comes out of a processing or a split. Neither has
a route of its own: they follow from the purchase or the processing, in the same transaction.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { DomainEvent } from '../../../../kernel/decider.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import type { PurchaseId } from '../../contract-lots.ts'
import { dayOfStep, fromTheFuture, said, timeReversal } from '../plausibility/arrival-rules.ts'
import { weightChange } from '../plausibility/mass-balance.ts'
import type { LotEvent } from './lot-events.ts'
import { type LotContext, type LotState, legOf } from './lot-state.ts'
import type { LotFormed } from './move-events.ts'
import { leaveRedSites } from './red-stock.ts'
import { stopOf } from './transfer.ts'

export interface HandOverCommand {
  readonly type: 'hand-over-lot'
  readonly from: OrganisationId
  readonly to: OrganisationId
  readonly purchase: PurchaseId
  readonly massGrams: number
  readonly handedOverOn: string
}
export type FormCommand = { readonly type: 'form-lot' } & Infer<typeof LotFormed>

/** Refusals: `unknown-lot`, `lot-voided`, `not-the-sellers`, `lot-in-transit`, what stops every move, `site-is-red`, `derogation-used-up`. */
export function decideHandingOver(lot: LotState, command: HandOverCommand, context: LotContext): Outcome<readonly LotEvent[]> {
  if (!lot) return refused('unknown-lot')
  const { number } = lot
  const { from, to, purchase, massGrams } = command
  if (lot.voided) return refused('lot-voided', { number })
  if (lot.holder !== from) return refused('not-the-sellers', { number })
  if (lot.sent) return refused('lot-in-transit', { number })
  if (lot.massMilligrams !== undefined) return refused('gold-own-act', { number })
  const stopped = stopOf(lot, context)
  if (stopped) return { ok: false, refusal: stopped }
  const handedOverOn = dayOfStep(command.handedOverOn, lot.lastOn)
  const leaving = leaveRedSites(context.onSite ?? { drawnGrams: 0, red: [] }, { number, massGrams, sentOn: handedOverOn })
  if (!leaving.ok) return leaving
  const findings = said(
    ...leaving.findings,
    weightChange({ leg: legOf(lot.kind), set: context.limits }, lot.massGrams, massGrams),
    timeReversal('sent-before-last-step', lot.lastOn, handedOverOn),
    fromTheFuture('sent-in-the-future', handedOverOn, context.today),
  )
  const payload = { from, to, purchase, beforeGrams: lot.massGrams, massGrams, handedOverOn, findings: [...findings] }
  return accepted([{ kind: 'lot.handed-over.v1', payload }])
}

export function decideForming(
  lot: LotState,
  command: FormCommand,
): Outcome<readonly DomainEvent<'lot.formed.v1', Infer<typeof LotFormed>>[]> {
  if (lot) return refused('lot-already-registered', { number: lot.number })
  const { type: _, ...payload } = command
  return accepted([{ kind: 'lot.formed.v1', payload }])
}
