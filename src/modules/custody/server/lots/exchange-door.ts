/* The door through which exchanges ask of lots. */
import type { RawBuilder } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { ExchangeDoor } from '../../contract-exchange.ts'
import type { CustodyDoors } from '../doors.ts'
import { sightOf } from './sight.ts'
import { listBriefs, listNamed, lotIsSeen } from './store-exchange.ts'

export const createExchangeDoor = (doors: CustodyDoors): ExchangeDoor<Tx, RawBuilder<unknown>> => ({
  briefs: listBriefs,
  named: listNamed,
  sight: async (tx, who) => {
    const sight = await sightOf(tx, { tenant: who.tenant, doors }, who)
    return sight.of === 'everything' ? null : lotIsSeen(who.tenant, sight)
  },
})
