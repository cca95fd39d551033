/* The door of a data-sharing protocol to lots: sees by custody's own rule, acts by custody's own commands. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { WireLotsDoor } from '../../contract-wire-lots.ts'
import type { CustodyDoors } from '../doors.ts'
import { executeLot } from './lot-commands.ts'
import { sightOf } from './sight.ts'
import { listWireLots } from './store-wire-lots.ts'

export const createWireLotsDoor = (doors: CustodyDoors): WireLotsDoor<Tx, Parameters<typeof executeLot>[1]> => ({
  list: async (tx, who, asked) => listWireLots(tx, who.tenant, { ...asked, sight: await sightOf(tx, { tenant: who.tenant, doors }, who) }),
  registerBag: (context, lot, bag) => executeLot(doors, context, { lot, command: { type: 'register-bag', ...bag } }),
  combine: (context, lot, combination) => executeLot(doors, context, { lot, command: { type: 'combine-lots', ...combination } }),
})
