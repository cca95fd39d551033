/*
One command about one lot, run with the facts that its kind needs; and the shape of a route that writes a new thing beside a lot. Apart
from the routes, because purchases and processings run commands of lots as well.
*/
import type { Outcome } from '../../../../kernel/outcome.ts'
import { type Infer, type Schema, record } from '../../../../kernel/schema.ts'
import { writeRoute } from '../../../../platform/http/build-route.ts'
import type { Allow, Door, Route } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import type { CommandEnvelope, Receipt } from '../../../../platform/log/receipt.ts'
import { LotId } from '../../contract.ts'
import { type LotCommand, lotDecider } from '../../domain/lots/lot.ts'
import { type LotEvent, lotKinds } from '../../domain/lots/lot-events.ts'
import type { LotContext, LotState } from '../../domain/lots/lot-state.ts'
import type { CustodyDoors } from '../doors.ts'
import { reopeningFacts, sealingFacts, shipmentFacts } from '../gold/gold-facts.ts'
import { handingOverFacts } from './act-facts.ts'
import { bagFacts, combinationFacts, lotFacts } from './facts.ts'
import { sendingFacts } from './sending-facts.ts'
import { oversees } from './sight.ts'

export const lotAggregate: Aggregate<LotState, LotCommand, LotEvent, LotContext> = { name: 'lot', decider: lotDecider, kinds: lotKinds }

export interface Asked {
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
export interface AboutLot {
  readonly lot: string
  readonly command: LotCommand
}

export function executeLot(
  doors: CustodyDoors,
  asked: Omit<Asked, 'door'> & { readonly door: Pick<Door, 'execute'> },
  { lot, command }: AboutLot,
): Promise<Outcome<Receipt>> {
  const { door, who, tenant, envelope } = asked
  return door.execute({
    aggregate: lotAggregate,
    subject: lot,
    command,
    envelope,
    who,
    context: (tx, _state, moment) => {
      const asking = { tx, tenant, doors, moment, territory: who.territory, oversees: oversees(who) }
      switch (command.type) {
        case 'register-bag':
          return bagFacts(asking, lot, command)
        case 'combine-lots':
          return combinationFacts(asking, command, lot)
        case 'transfer-lot':
          return sendingFacts(asking, lot, command)
        case 'hand-over-lot':
          return handingOverFacts(asking, lot, command)
        case 'seal-sachet':
          return sealingFacts(asking, lot, command)
        case 'reopen-sachet':
          return reopeningFacts(asking, lot, command)
        case 'ship-gold':
          return shipmentFacts(asking, lot, command)
        case 'receive-lot':
          return lotFacts(asking, lot, command.otherSide ? [command.otherSide.organisation] : [])
        case 'store-lot':
          return lotFacts(asking, lot, [command.depot])
        default:
          return lotFacts(asking, lot)
      }
    },
  })
}

/** A new thing beside a lot: its noun, who may make it, what it is, and the command that its data become. */
export interface CareRoute<Body extends Schema<unknown>> {
  readonly thing: string
  readonly allow: Allow
  readonly summary: string
  readonly body: Body
  readonly command: (data: Infer<Body>) => LotCommand
}
const params = record({ lot: LotId })
export const careRoute =
  (doors: CustodyDoors) =>
  <Body extends Schema<unknown>>({ thing, allow, summary, body, command }: CareRoute<Body>): Route =>
    writeRoute({
      path: `/api/lots/:lot/${thing}`,
      allow,
      summary,
      params,
      body,
      write: ({ data, ...asked }) => executeLot(doors, asked, { lot: asked.params.lot, command: command(data) }),
    })
