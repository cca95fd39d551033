/* How many sleep where on a night: numbers for the register of houses, never who. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { OccupiedBeds } from '../../contract-directory.ts'
import { asProgram } from '../record/records.ts'
import { occupiedOn } from './store-stays.ts'

export const occupiedBeds: OccupiedBeds<Tx> = async (tx, tenant, asked) => {
  await asProgram(tx)
  const beds = new Map<string, Map<string, number>>(asked.shelters.map((shelter) => [shelter, new Map()]))
  for (const one of await occupiedOn(tx, tenant, asked)) beds.get(one.shelter)?.set(one.room, one.beds)
  return beds
}
