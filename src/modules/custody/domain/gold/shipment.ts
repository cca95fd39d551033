/*
Bars and sachets become one lot for export, to the milligram. A shipment that weighs more than what went in is kept and held like every lot:
the surplus has no origin. And a bar that a melt has cast becomes a lot.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { ShipGold } from '../../contract-gold.ts'
import type { LotEvent } from '../lots/lot-events.ts'
import type { LotContext, LotState } from '../lots/lot-state.ts'
import { dayOfStep, fromTheFuture, said, timeReversal } from '../plausibility/arrival-rules.ts'
import { twoScales } from './gold-rules.ts'
import { type CastCommand, refusalOfGoldInputs } from './melt.ts'
import { gramsOfGold } from './worth.ts'

export type ShipCommand = { readonly type: 'ship-gold' } & Infer<typeof ShipGold>
type Decided = Outcome<readonly LotEvent[]>

/** Refusals: `lot-already-registered`, `lot-number-taken`, `output-is-empty`, those of `refusalOfGoldInputs`. */
export function decideShipment(state: LotState, command: ShipCommand, context: LotContext): Decided {
  if (state) return refused('lot-already-registered', { number: state.number })
  const { number, massMilligrams } = command
  if (context.numberTaken) return refused('lot-number-taken', { number })
  if (massMilligrams === 0) return refused('output-is-empty', { number })
  const stopped = refusalOfGoldInputs(command.inputs, context.inputs, context.organisation)
  if (stopped) return { ok: false, refusal: stopped }
  const holder = context.inputs.find((one) => one.lot === command.inputs[0]?.lot)?.holder
  if (holder === undefined) return refused('no-inputs')
  const lastOn = context.inputs.reduce((day, one) => (one.lastOn > day ? one.lastOn : day), '')
  const formedOn = command.formedOn ?? dayOfStep(context.happenedOn, lastOn)
  const inputs = command.inputs.map((one) => ({ ...one, drawnGrams: gramsOfGold(one.drawnMilligrams) }))
  const inputMilligrams = inputs.reduce((sum, one) => sum + one.drawnMilligrams, 0)
  const apart = twoScales(number, inputMilligrams, massMilligrams)
  const findings = said(
    apart && massMilligrams > inputMilligrams ? { ...apart, severity: 'C' } : apart,
    timeReversal('formed-before-its-inputs', lastOn, formedOn),
    fromTheFuture('formed-in-the-future', formedOn, context.today),
  )
  const payload = {
    ...{ number, kind: 'export-lot' as const, mineral: 'Au' as const, holder, formedOn, inputs },
    ...{ massGrams: gramsOfGold(massMilligrams), massMilligrams, findings: [...findings] },
  }
  return accepted([{ kind: 'lot.combined.v1', payload }])
}

export function decideCasting(state: LotState, command: CastCommand): Decided {
  if (state) return refused('lot-already-registered', { number: state.number })
  const { type: _, ...payload } = command
  return accepted([{ kind: 'gold.bar-cast.v1', payload }])
}
