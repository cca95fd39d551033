/* The timer of `serve` for accounts that open files, every hour: what nobody used for thirty days is put to rest. */
import { restIdleAccounts } from '../modules/people/module.ts'
import type { Program } from './program.ts'

const MINUTES = 60
export function startCareRounds(program: Pick<Program, 'database' | 'log' | 'tenant' | 'clock'>): { readonly stop: () => Promise<void> } {
  let underWay: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    // What goes wrong leaves the accounts as they are; the next hour tries again.
    underWay = underWay.then(() => restIdleAccounts(program)).catch(() => undefined)
  }, MINUTES * 60_000)
  return {
    stop: async () => {
      clearInterval(timer)
      await underWay
    },
  }
}
