/* Which events somebody sees. A machine of the ministry without an organisation reads like an overseer; whoever trades sees their own. */
import type { RawBuilder } from 'kysely'
import type { ExchangeDoor } from '../../../modules/custody/contract-exchange.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Who } from '../../../platform/http/who.ts'
import { type EventSight, eventSight } from './store-sight.ts'

export type Custody = ExchangeDoor<Tx, RawBuilder<unknown>>

export async function sightOf(tx: Tx, custody: Custody, who: Who): Promise<EventSight> {
  const { tenant, account, organisation } = who
  const isMachine = who.capabilities.has('integrator') && organisation === null
  const capabilities = isMachine ? new Set([...who.capabilities, 'custody.oversee']) : who.capabilities
  const lot = await custody.sight(tx, { tenant, organisation, capabilities, territory: who.territory })
  return eventSight({ tenant, account, organisation, seesAll: lot === null, lot })
}
