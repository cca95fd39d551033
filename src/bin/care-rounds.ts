/* The timer of `serve`, every hour: accounts that open files and that nobody used for thirty days are put to rest; rows about passing groups and visits that are two years old are removed. */
import { forgetOldRows } from '../modules/mobility/module.ts'
import { forgetOldVisits } from '../modules/outreach/module.ts'
import { restIdleAccounts } from '../modules/people/module.ts'
import type { Program } from './program.ts'

const MINUTES = 60
export function startCareRounds(program: Pick<Program, 'database' | 'log' | 'tenant' | 'clock'>): { readonly stop: () => Promise<void> } {
  let underWay: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    // What goes wrong leaves the accounts as they are; the next hour tries again.
    for (const round of [restIdleAccounts, forgetOldRows, forgetOldVisits])
      underWay = underWay.then(async () => void (await round(program))).catch(() => undefined)
  }, MINUTES * 60_000)
  return {
    stop: async () => {
      clearInterval(timer)
      await underWay
    },
  }
}
