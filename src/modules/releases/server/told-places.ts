/*
Quarters of which places may be told, kept once each. The round counts, makes what may be told, and keeps it; from then on every answer reads what is kept,
so nobody learns of a single case by looking before and after. A quarter that was told is never told again, also where a report was withdrawn since.
*/
import { addMonths, todayAt } from '../../../kernel/calendar.ts'
import { quarterOf } from '../../../kernel/disclosure/place-and-time.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { ToldPlaces } from '../contract.ts'
import { guardedCells, placesToldFrom, toldLines, toldOfQuarter } from '../domain/told-places.ts'
import type { ReleaseHouse } from './house.ts'
import { sealCounts } from '../../../platform/keys/seal-counts.ts'
import { isTold, keepTold, listTold } from './store-told.ts'

/** As far back as a new house looks: what is older was no quarter of its own. */
const YEARS_BACK = 2

export interface ToldHouse extends Pick<ReleaseHouse, 'statistics' | 'secret' | 'isFrozen'> {
  readonly database: Pick<Database, 'transaction'>
  readonly tenant: string
  readonly clock: () => string
}

export function quartersToTell(today: string): readonly string[] {
  const quarters = Array.from({ length: YEARS_BACK * 4 + 1 }, (_, at) => quarterOf(addMonths(`${today.slice(0, 7)}-01`, -3 * at)))
  return quarters.filter((quarter) => placesToldFrom(quarter) <= today).toSorted()
}

/** How many quarters were told for the first time. An office in danger lets nothing leave. */
export async function keepToldPlaces(house: ToldHouse): Promise<number> {
  const { database, tenant, clock, secret, statistics } = house
  const today = todayAt(clock())
  let kept = 0
  for (const quarter of quartersToTell(today))
    kept += await database.transaction(async (tx) => {
      if ((await isTold(tx, tenant, quarter)) || (await house.isFrozen(tx, tenant))) return 0
      const cells = toldOfQuarter(await statistics.signals(tx, tenant, quarter))
      const sealedCounts = sealCounts(guardedCells(cells, quarter), { secret, release: sealName(quarter) })
      await keepTold(tx, tenant, { quarter, lines: toldLines(cells, quarter), toldOn: today, sealedCounts })
      return 1
    })
  return kept
}
export const sealName = (quarter: string): string => `told-places:${quarter}`

export async function toldPlaces(tx: Tx, tenant: string): Promise<Pick<ToldPlaces, 'quarters' | 'lines'>> {
  const told = await listTold(tx, tenant)
  return {
    quarters: told.map(({ quarter, toldOn }) => ({ quarter, toldOn })),
    lines: told.flatMap(({ lines }) => lines),
  }
}
