/* Custody's door for screenings. */
import { mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { SiteId } from '../../../sites/contract.ts'
import type { ChainDoor } from '../../contract-chain.ts'
import { listBalances, listSitesOfLots } from './store-chain.ts'

export const chainDoor: ChainDoor<Tx> = {
  sitesOfLots: async (tx, tenant, lots) => (await listSitesOfLots(tx, tenant, lots)).map((one) => mustParse(SiteId, one)),
  balances: listBalances,
}
