/* The timer of `serve` for what telephones handed in: looks every few seconds for parcels that a killed server left, or that were tried in vain. */
import type { Program } from './program.ts'
import { openServerLog } from './server-log.ts'

export function startParcelRounds({ modules }: Pick<Program, 'modules'>): { readonly stop: () => Promise<void> } {
  const { fault } = openServerLog()
  return modules.field.desk.start((error) => fault({ id: 'parcel', route: 'parcels', error }))
}
