/* How full the houses of one body were: bed-nights slept and bed-nights that there were, never which house and never who. Needs the program's own scope. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type HouseNights, nightsOf } from '../../domain/statistics/work-figures.ts'
import type { CaseDoors } from '../file/doors.ts'
import { stretchesIn } from './store-tallies.ts'

export interface HousesAsked {
  readonly tenant: string
  readonly organisation: string
  readonly from: string
  readonly until: string
}
export async function ownHouses(
  tx: Tx,
  { directory }: Pick<CaseDoors, 'directory'>,
  { tenant, organisation, from, until }: HousesAsked,
): Promise<HouseNights> {
  const { shelters, available } = await directory.bedNightsOf(tx, tenant, { organisation, from, until })
  return { ...nightsOf(await stretchesIn(tx, tenant, shelters), { from, until }), available }
}
