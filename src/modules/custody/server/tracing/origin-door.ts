/* The door for decisions about goods: the way back in one recursive query with its legs and places, the exact shares from the engine. */
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { LotOrigin, OriginDoor } from '../../contract-origin.ts'
import { type EngineRoom, findComposition } from './engine.ts'
import { LAST_DAY } from './reference.ts'
import { wayOf } from './way.ts'

export const createOriginDoor = (room: EngineRoom): OriginDoor<Tx> => ({
  originOf: async (tx, tenant, lot) => {
    const way = await wayOf(tx, tenant, lot)
    if (way === null) return null
    const { found } = await findComposition({ tx, tenant, room, day: LAST_DAY }, lot)
    if (found === null) throw new Error(`lot ${lot} is not in the record`)
    const { total, siteUnknown, gained, overdrawn, voided } = found.unexplained
    return {
      ...way,
      shares: {
        unit: found.inMilligrams ? 'milligrams' : 'grams',
        mass: found.mass,
        sites: found.sites.map(({ site, amount, hundredths, lots: bags }) => ({
          ...{ site: asId('site', site), amount, hundredthsOfPercent: hundredths, lots: bags },
        })),
        unexplained: { total, siteUnknown, gained, overdrawn, voided },
      },
    } satisfies LotOrigin
  },
})
