/* The timer of `serve` for EPCIS: takes up what a killed server left of captures, says custody in EPCIS, sends what subscribers wait for. */
import type { Program } from './program.ts'
import { openServerLog } from './server-log.ts'

export function startEpcisRounds({ modules }: Pick<Program, 'modules'>): { readonly stop: () => Promise<void> } {
  const { fault } = openServerLog()
  return modules.epcis.start((error) => fault({ id: 'epcis', route: 'epcis', error }))
}
