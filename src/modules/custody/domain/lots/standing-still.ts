/*
What is done to a lot where it lies: an authority seizes it and gives it back, a depot takes it in and lets it out, an exporter packs
and seals it. A seizure stops every move like a quarantine, of the lot and of everything made from it, and rests on a paper.
A weight at the door of a depot is compared, not written over the lot's own mass.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { LeaveDepot, LiftSeizure, PackLot, SeizeLot, StoreLot } from '../../contract-lots.ts'
import { dayOfStep, fromTheFuture, said, timeReversal } from '../plausibility/arrival-rules.ts'
import { weightChange } from '../plausibility/mass-balance.ts'
import type { LotEvent } from './lot-events.ts'
import { type LotContext, type LotState, legOf } from './lot-state.ts'
import { beyondReach } from './reach.ts'
import { stopOf } from './transfer.ts'

export type StillCommand =
  | ({ readonly type: 'seize-lot' } & Infer<typeof SeizeLot>)
  | ({ readonly type: 'lift-seizure' } & Infer<typeof LiftSeizure>)
  | ({ readonly type: 'store-lot' } & Infer<typeof StoreLot>)
  | ({ readonly type: 'leave-depot' } & Infer<typeof LeaveDepot>)
  | ({ readonly type: 'pack-lot' } & Infer<typeof PackLot>)
type Decided = Outcome<readonly LotEvent[]>
type Of<Type extends StillCommand['type']> = Extract<StillCommand, { type: Type }>

/** Refusals: `unknown-lot`, `for-an-authority`, those of reach, `lot-voided`, `already-seized`. One root from the territory is enough. */
export function decideSeizure(lot: LotState, command: Of<'seize-lot'>, context: LotContext): Decided {
  if (!lot) return refused('unknown-lot')
  const { number } = lot
  if (context.reach !== 'territory') return refused('for-an-authority', { number })
  const beyond = beyondReach(lot, context, 'one-root')
  if (beyond) return { ok: false, refusal: beyond }
  if (lot.voided) return refused('lot-voided', { number })
  if (lot.seized) return refused('already-seized', { number, paper: lot.seized.paper })
  const { authority, paper, reason, seizedOn = dayOfStep(context.happenedOn, lot.lastOn) } = command
  return accepted([{ kind: 'lot.seized.v1', payload: { authority, paper, reason, seizedOn } }])
}

/** Refusals: `unknown-lot`, `for-an-authority`, those of reach, `not-seized`. */
export function decideLifting(lot: LotState, command: Of<'lift-seizure'>, context: LotContext): Decided {
  if (!lot) return refused('unknown-lot')
  const { number } = lot
  if (context.reach !== 'territory') return refused('for-an-authority', { number })
  const beyond = beyondReach(lot, context, 'every-root')
  if (beyond) return { ok: false, refusal: beyond }
  if (!lot.seized) return refused('not-seized', { number })
  const { paper, reason, liftedOn = context.happenedOn } = command
  return accepted([{ kind: 'lot.seizure-lifted.v1', payload: { paper, reason, liftedOn } }])
}

/** Goods in quarantine or seized must lie somewhere too. Whose goods they are says where they lie: a depot that could claim them by itself
 * would see them, and what is inside of them, for good. Refusals: `unknown-lot`, `lot-voided`, `lot-in-transit`, `not-the-holder`,
 * `already-stored`, `unknown-organisation`. */
export function decideStorage(lot: LotState, command: Of<'store-lot'>, context: LotContext): Decided {
  if (!lot) return refused('unknown-lot')
  const { number, holder, massGrams: before } = lot
  if (lot.voided) return refused('lot-voided', { number })
  if (lot.sent) return refused('lot-in-transit', { number })
  if (lot.massMilligrams !== undefined) return refused('gold-own-act', { number })
  const { depot, place, massGrams, storedOn = dayOfStep(context.happenedOn, lot.lastOn) } = command
  if (context.organisation !== holder) return refused('not-the-holder', { number, holder })
  if (lot.depot) return refused('already-stored', { number })
  if (!context.knownOrganisations.includes(depot)) return refused('unknown-organisation', { organisation: depot })
  const beforeGrams = before - context.lot.drawnGrams
  const findings = said(
    weightChange({ leg: legOf(lot.kind), set: context.limits }, beforeGrams, massGrams),
    timeReversal('stored-before-last-step', lot.lastOn, storedOn),
    fromTheFuture('stored-in-the-future', storedOn, context.today),
  )
  return accepted([{ kind: 'lot.stored.v1', payload: { depot, place, beforeGrams, massGrams, storedOn, findings: [...findings] } }])
}

/** Refusals: `unknown-lot`, `not-stored`, `not-the-holder`, and what stops every move but a part that was drawn in the depot. */
export function decideLeaving(lot: LotState, command: Of<'leave-depot'>, context: LotContext): Decided {
  if (!lot) return refused('unknown-lot')
  const { number, holder, depot } = lot
  if (!depot) return refused('not-stored', { number })
  if (context.organisation !== holder && context.organisation !== depot.id) return refused('not-the-holder', { number, holder })
  const stopped = stopOf(lot, { ...context, lot: { ...context.lot, drawnGrams: 0 } })
  if (stopped) return { ok: false, refusal: stopped }
  const { massGrams, leftOn = dayOfStep(context.happenedOn, lot.lastOn) } = command
  const inGrams = depot.inGrams
  const findings = said(
    context.lot.drawnGrams > 0 ? null : weightChange({ leg: legOf(lot.kind), set: context.limits }, inGrams, massGrams),
    timeReversal('left-depot-before-last-step', lot.lastOn, leftOn),
    fromTheFuture('left-depot-in-the-future', leftOn, context.today),
  )
  return accepted([{ kind: 'lot.left-depot.v1', payload: { depot: depot.id, inGrams, massGrams, leftOn, findings: [...findings] } }])
}

/** Refusals: `unknown-lot`, `not-the-holder`, `not-an-export-lot`, what stops every move, `no-packages`. A new packing takes the place of the one before. */
export function decidePacking(lot: LotState, command: Of<'pack-lot'>, context: LotContext): Decided {
  if (!lot) return refused('unknown-lot')
  const { number, holder } = lot
  if (lot.voided) return refused('lot-voided', { number })
  if (context.organisation !== holder) return refused('not-the-holder', { number, holder })
  if (lot.kind !== 'export-lot') return refused('not-an-export-lot', { number })
  const stopped = stopOf(lot, context)
  if (stopped) return { ok: false, refusal: stopped }
  const { type: _, sealedOn = dayOfStep(context.happenedOn, lot.lastOn), ...packing } = command
  if (packing.packages === 0) return refused('no-packages', { number })
  return accepted([{ kind: 'lot.packed.v1', payload: { ...packing, sealedOn } }])
}
