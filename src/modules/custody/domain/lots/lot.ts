/*
The decider of a lot: which decision answers which command. The decisions stand in bag, transfer, way-back, standing-still,
handing-over, combination and lot-care;
the state and the facts that they need in lot-state.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import type { Outcome } from '../../../../kernel/outcome.ts'
import { type RegisterBagCommand, decideBag } from './bag.ts'
import { type CombineCommand, decideCombination } from './combination.ts'
import { type CareCommand, decideAssay, decideCorrection, decideQuarantine, decideRelease, decideVoid } from './lot-care.ts'
import { type FormCommand, type HandOverCommand, decideForming, decideHandingOver } from './handing-over.ts'
import type { CastCommand } from '../gold/melt.ts'
import { type ShipCommand, decideCasting, decideShipment } from '../gold/shipment.ts'
import { type ReopenCommand, type SealCommand, decideReopening, decideSealing } from '../gold/sachet.ts'
import type { LotEvent } from './lot-events.ts'
import { type LotContext, type LotState, evolveLot } from './lot-state.ts'
import { type StillCommand, decideLeaving, decideLifting, decidePacking, decideSeizure, decideStorage } from './standing-still.ts'
import { type ReceiveCommand, type TransferCommand, decideReceipt, decideTransfer } from './transfer.ts'
import { type WayCommand, decideAnswer, decideLeg, decideRejection, decideTakeBack } from './way-back.ts'

type GoldCommand = SealCommand | ReopenCommand | CastCommand | ShipCommand
export type LotCommand =
  | RegisterBagCommand
  | TransferCommand
  | ReceiveCommand
  | CombineCommand
  | CareCommand
  | WayCommand
  | StillCommand
  | HandOverCommand
  | FormCommand
  | GoldCommand

function decide(state: LotState, command: LotCommand, context: LotContext): Outcome<readonly LotEvent[]> {
  switch (command.type) {
    case 'register-bag':
      return decideBag(state, command, context)
    case 'transfer-lot':
      return decideTransfer(state, command, context)
    case 'receive-lot':
      return decideReceipt(state, command, context)
    case 'combine-lots':
      return decideCombination(state, command, context)
    case 'quarantine-lot':
      return decideQuarantine(state, command, context)
    case 'release-lot':
      return decideRelease(state, command, context)
    case 'void-lot':
      return decideVoid(state, command, context)
    case 'correct-mass':
      return decideCorrection(state, command, context)
    case 'record-assay':
      return decideAssay(state, command, context)
    case 'hand-over-lot':
      return decideHandingOver(state, command, context)
    case 'form-lot':
      return decideForming(state, command)
    default:
      return decideMove(state, command, context)
  }
}

function decideMove(state: LotState, command: WayCommand | StillCommand | GoldCommand, context: LotContext): Outcome<readonly LotEvent[]> {
  switch (command.type) {
    case 'seal-sachet':
      return decideSealing(state, command, context)
    case 'reopen-sachet':
      return decideReopening(state, command, context)
    case 'cast-bar':
      return decideCasting(state, command)
    case 'ship-gold':
      return decideShipment(state, command, context)
    case 'answer-receipt':
      return decideAnswer(state, command, context)
    case 'reject-lot':
      return decideRejection(state, command, context)
    case 'take-back-lot':
      return decideTakeBack(state, command, context)
    case 'record-leg':
      return decideLeg(state, command, context)
    case 'seize-lot':
      return decideSeizure(state, command, context)
    case 'lift-seizure':
      return decideLifting(state, command, context)
    case 'store-lot':
      return decideStorage(state, command, context)
    case 'leave-depot':
      return decideLeaving(state, command, context)
    case 'pack-lot':
      return decidePacking(state, command, context)
  }
}

export const lotDecider: Decider<LotState, LotCommand, LotEvent, LotContext> = { initial: null, decide, evolve: evolveLot }
