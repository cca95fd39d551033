/*
Figures for who monitors: of the newest quarter that may be told, as the cases stood at its end, by the rules of what leaves. The round of clocks keeps
them once for each body; from then on no case that is opened, worked on or forgotten moves any of them, so that nobody learns of one by looking twice.
*/
import { addMonths, todayAt } from '../../../../kernel/calendar.ts'
import { outside } from '../../../../kernel/disclosure/disclosure-rules.ts'
import { dayAfter, newestTold } from '../../../../kernel/disclosure/place-and-time.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { fileDecider } from '../../domain/file/file.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import { type Figures, figuresOf } from '../../domain/statistics/case-figures.ts'
import { nightsOf } from '../../domain/statistics/work-figures.ts'
import type { CaseDoors } from '../file/doors.ts'
import { asProgram } from '../record/records.ts'
import { ownHouses } from './own-houses.ts'
import { bodiesToTell, findTold, keepTold } from './store-told.ts'
import { casesOf, listTallies, staysOf } from './store-tallies.ts'

type Reading = Pick<CaseDoors, 'records' | 'directory' | 'rules'>
export interface ToldFigures extends Figures {
  readonly quarter: string
}
interface Asked {
  readonly tenant: string
  readonly organisation: string
  readonly now: string
}

export async function toldFigures(
  tx: Tx,
  { records, directory, rules }: Reading,
  { tenant, organisation, now }: Asked,
): Promise<ToldFigures> {
  await asProgram(tx)
  const quarter = newestTold(todayAt(now))
  const kept = await findTold(tx, tenant, { organisation, quarter })
  if (kept !== null) return { quarter, ...kept }
  const end = `${dayAfter(quarter)}T00:00:00.000Z`
  const cases: CaseWhole[] = []
  const ids = await casesOf(tx, tenant, organisation)
  for (const id of ids) {
    const known = (await records.events(tx, tenant, id)).filter((one) => one.learnedAt < end)
    const whole = known.reduce<CaseWhole>(fileDecider.evolve, fileDecider.initial)
    if (whole.file.standing.at !== null && !whole.retention.isShredded) cases.push(whole)
  }
  const tallies = (await listTallies(tx, tenant)).filter((one) => one.openedIn <= quarter)
  // By the rules at the end of the quarter: what a body settles later makes nothing late that was not.
  const { clocks, calendar } = (await rules.at(tx, tenant, end)(organisation)).rules
  const setting = { rules: clocks, calendar, now: end }
  const until = dayAfter(quarter)
  const time = { from: addMonths(until, -3), until }
  const nights = nightsOf(await staysOf(tx, tenant, ids), time)
  const houses = await ownHouses(tx, { directory }, { tenant, organisation, ...time })
  return { quarter, ...figuresOf({ cases, tallies, setting, nights, houses, supervisors: 0 }, outside) }
}

interface House {
  readonly database: Pick<Database, 'transaction'>
  readonly tenant: string
  readonly clock: () => string
}
/** How many bodies were told a quarter for the first time. */
export async function keepToldFigures(reading: Reading, { database, tenant, clock }: House): Promise<number> {
  const now = clock()
  return database.transaction(async (tx) => {
    await asProgram(tx)
    const bodies = await bodiesToTell(tx, tenant, newestTold(todayAt(now)))
    for (const organisation of bodies) {
      const { quarter, figures, tables } = await toldFigures(tx, reading, { tenant, organisation, now })
      await keepTold(tx, tenant, { organisation, quarter, figures: { figures, tables }, at: now })
    }
    return bodies.length
  })
}
