/* The door for decisions about goods: the way back in one recursive query, the exact shares from the engine, legs and places beside. */
import { asId, calendarDate, count, listOf, mustParse, orNull, record, text, yesOrNo } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { LotOrigin, OriginDoor, WayLeg } from '../../contract-origin.ts'
import { type EngineRoom, findComposition } from './engine.ts'
import { LAST_DAY } from './reference.ts'
import { type LegRow, listLegs, listPlaceNames } from './store-origin.ts'
import { lineageOf } from './trace-lot.ts'

const LegPapers = listOf(
  record({
    ...{ number: text(), lots: count(), sentOn: calendarDate(), despite: yesOrNo() },
    ...{ validFrom: orNull(calendarDate()), validUntil: orNull(calendarDate()) },
  }),
)

export const createOriginDoor = (room: EngineRoom): OriginDoor<Tx> => ({
  originOf: async (tx, tenant, lot) => {
    const lineage = await lineageOf(tx, tenant, lot)
    if (lineage === null) return null
    const { found } = await findComposition({ tx, tenant, room, day: LAST_DAY }, lot)
    if (found === null) throw new Error(`lot ${lot} is not in the record`)
    const lots = lineage.lots.map((one) => one.id)
    const { total, siteUnknown, gained, overdrawn, voided } = found.unexplained
    return {
      trace: lineage.trace,
      lots,
      kinds: [...new Set(lineage.lots.map((one) => one.kind))],
      shares: {
        unit: found.inMilligrams ? 'milligrams' : 'grams',
        mass: found.mass,
        sites: found.sites.map(({ site, amount, hundredths, lots: bags }) => ({
          ...{ site: asId('site', site), amount, hundredthsOfPercent: hundredths, lots: bags },
        })),
        unexplained: { total, siteUnknown, gained, overdrawn, voided },
      },
      legs: (await listLegs(tx, tenant, lots)).map(legOf),
      places: await listPlaceNames(tx, tenant, lots),
    } satisfies LotOrigin
  },
})

const legOf = ({ from, to, papers, ...leg }: LegRow): WayLeg => ({
  ...{ ...leg, from: asId('organisation', from), to: asId('organisation', to), papers: mustParse(LegPapers, papers) },
})
