/* Custody's door for the map of conflicts. */
import { asId, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { Mineral } from '../../../sites/contract.ts'
import type { WayDoor } from '../../contract-way.ts'
import type { CustodyDoors } from '../doors.ts'
import { readLot } from './lot-shapes.ts'
import { sightOf } from './sight.ts'
import { findLotRow } from './store-lot-reads.ts'
import { listLegsOf, listLotsBeneath, listSiteDays, listStaysOf, listUnwritten, sumWeighed } from './store-lot-way.ts'
import { isLotSeen } from './store-sight.ts'

export const createWayDoor = (doors: CustodyDoors): WayDoor<Tx> => ({
  wayOf: async (tx, tenant, { lot, reader }) => {
    const row = await findLotRow(tx, tenant, lot)
    if (!row || !(await isLotSeen(tx, tenant, lot, await sightOf(tx, { tenant, doors }, reader)))) return null
    const { number, mineral, formedOn } = readLot(row)
    const beneath = await listLotsBeneath(tx, tenant, lot)
    const sent = await listUnwritten(tx, tenant, beneath)
    const bodies = [...new Set(sent.flatMap((one) => [one.from, one.to]))].map((one) => asId('organisation', one))
    const known = bodies.length === 0 ? [] : await doors.people.organisations(tx, bodies, tenant)
    const names = new Map<string, string>(known.map((one) => [one.id, one.name]))
    return {
      ...{ lot, number, mineral, formedOn },
      sites: (await listSiteDays(tx, tenant, beneath)).map(({ site, from, until }) => ({ site: asId('site', site), from, until })),
      legs: await listLegsOf(tx, tenant, beneath),
      stays: await listStaysOf(tx, tenant, beneath),
      unwritten: sent.map(({ from, to, ...days }) => ({ from: names.get(from) ?? '?', to: names.get(to) ?? '?', ...days })),
    }
  },
  weighed: async (tx, tenant, asked) =>
    (await sumWeighed(tx, tenant, asked)).map(({ site, mineral, ...sums }) => ({
      ...{ site: asId('site', site), mineral: mustParse(Mineral, mineral), ...sums },
    })),
})
