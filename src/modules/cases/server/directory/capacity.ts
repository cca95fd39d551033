/* Places by province as committees and the public may know them: a list with its sum, made safe; where a province is told by the others, none is. */
import { outside } from '../../../../kernel/disclosure/disclosure-rules.ts'
import { safeList } from '../../../../kernel/disclosure/safe-table.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { ProvinceCapacity } from '../../contract-directory.ts'
import { type DirectoryDoors, roomsOn } from './doors.ts'
import { listShelters } from './store-directory.ts'

export async function capacityByProvince(
  tx: Tx,
  doors: Pick<DirectoryDoors, 'places'>,
  { tenant, on }: { readonly tenant: string; readonly on: string },
): Promise<readonly ProvinceCapacity[]> {
  const beds = new Map<string, number>()
  for (const row of await listShelters(tx, tenant)) {
    if (row.closedOn !== null && row.closedOn <= on) continue
    const here = roomsOn(row, on).reduce((sum, room) => sum + room.beds, 0)
    beds.set(row.province, (beds.get(row.province) ?? 0) + here)
  }
  // Every province stands in the list, with or without a house: that one is missing would tell that it has none.
  const provinces = await doors.places.listAreas(tx, 'province', tenant)
  const shown = safeList(
    provinces.map((one) => beds.get(one.code) ?? 0),
    outside,
  )
  return provinces.map(({ code, name }, at) => {
    const cell = shown[at]
    return { province: code, name, beds: cell && 'shown' in cell ? cell.shown : null }
  })
}
