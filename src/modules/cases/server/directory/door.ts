/* The door of the directory: whether a point may be referred to, rooms of a house, and places by province for those who may know no house. */
import { mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { type DirectoryDoor, ServicePointFacts } from '../../contract-directory.ts'
import { capacityByProvince } from './capacity.ts'
import { type DirectoryDoors, bedNights, roomsOn } from './doors.ts'
import { findPoint, findShelter, listShelters } from './store-directory.ts'

export const createDirectoryDoor = (doors: DirectoryDoors): DirectoryDoor<Tx> => ({
  capacityByProvince: (tx, tenant, on) => capacityByProvince(tx, doors, { tenant, on }),
  openPoint: async (tx, tenant, point) => {
    const row = await findPoint(tx, tenant, point)
    if (row === null || row.closedOn !== null) return null
    const facts = mustParse(ServicePointFacts, row.facts)
    return facts.safeToRefer === 'no' ? null : facts
  },
  bedNightsOf: async (tx, tenant, { organisation, from, until }) => {
    const own = (await listShelters(tx, tenant)).filter((one) => one.organisation === organisation)
    const available = own.reduce((sum, row) => sum + bedNights(row, { from, until }), 0)
    return { shelters: own.map((one) => one.id), available }
  },
  roomsOf: async (tx, tenant, { shelter, on }) => {
    const row = await findShelter(tx, tenant, shelter)
    if (row === null || row.closedOn !== null) return null
    return { organisation: mustParse(OrganisationId, row.organisation), rooms: roomsOn(row, on) }
  },
})
