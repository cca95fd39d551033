/* Which events somebody sees: overseers (people, and machines that were given the role `epcis-client`) all of their territory, whoever trades
their own; a machine with neither sees what it captured itself and nothing of custody. */
import type { ExchangeDoor } from '../../../modules/custody/contract-exchange.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Who } from '../../../platform/http/who.ts'
import { type EventSight, eventSight, noLot } from './store-sight.ts'

export type Custody = ExchangeDoor<Tx, EventSight>

export async function sightOf(tx: Tx, custody: Custody, who: Who): Promise<EventSight> {
  const { tenant, account, organisation } = who
  const capabilities = who.capabilities.has('exchange.epcis-all') ? new Set([...who.capabilities, 'custody.oversee']) : who.capabilities
  if (organisation === null && !capabilities.has('custody.oversee'))
    return eventSight({ tenant, account, organisation, seesAll: false, lot: noLot })
  const lot = await custody.sight(tx, { tenant, organisation, capabilities, territory: who.territory })
  return eventSight({ tenant, account, organisation, seesAll: lot === null, lot })
}
