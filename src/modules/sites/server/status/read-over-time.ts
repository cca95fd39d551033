/*
Statuses at the end of the last quarters and today, within a territory; each day as it was known at its end, so that an order which came late does not change what was
shown then. Cost: one look at all standings a step, nine steps; some tens of milliseconds each for some thousands of sites.
*/
import { endOf, quarterEnds, todayAt } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { outsideOf } from '../../domain/register/territory.ts'
import { STEPS, type StatusesOverTime } from '../../domain/status/over-time.ts'
import { shortStandingsOf } from './standings.ts'

export async function readOverTime(
  tx: Tx,
  tenant: string,
  { now, territory }: { readonly now: string; readonly territory: 'everywhere' | readonly string[] },
): Promise<StatusesOverTime> {
  const today = todayAt(now)
  const steps: StatusesOverTime['steps'] = []
  for (const day of quarterEnds(today, STEPS)) {
    const near = (await shortStandingsOf(tx, tenant, { asOf: day, knownAt: day === today ? now : endOf(day) })).filter(
      ({ row }) => outsideOf(territory, { province: row.province_code, territoire: row.territoire_code }) === null,
    )
    const shown = { green: 0, yellow: 0, red: 0, blue: 0, none: 0, lapsed: 0 }
    for (const { short } of near) {
      shown[short.colour]++
      if (short.lapsed) shown.lapsed++
    }
    steps.push({ day, ...shown })
  }
  return { steps }
}
