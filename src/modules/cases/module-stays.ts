/* Beds as the program sees them: a module beside the cases, because houses belong to other bodies than cases do. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { DirectoryDoor } from './contract-directory.ts'
import type { AccountCareDoor } from '../people/contract.ts'
import { recordKeysUnder } from './server/record/box.ts'
import { recordsWith } from './server/record/records.ts'
import type { RulesDoor } from './server/rules/rules-door.ts'
import { underSigned } from './server/file/under-signed.ts'
import { houseAggregate } from './server/stays/houses.ts'
import { stayRoutes } from './server/stays/http-stays.ts'
import { stayProjection } from './server/stays/projection-stays.ts'

export { occupiedBeds } from './server/stays/occupied.ts'

export function createStaysModule({
  secret,
  directory,
  care,
  rules,
}: {
  readonly secret: Uint8Array
  readonly directory: Pick<DirectoryDoor<Tx>, 'roomsOf'>
  readonly care: AccountCareDoor<Tx>
  readonly rules: RulesDoor
}): ServerModule {
  const keys = recordKeysUnder(secret)
  return {
    name: 'stays',
    routes: underSigned(care, stayRoutes({ records: recordsWith(keys), directory, rules })),
    projections: [stayProjection(keys)],
    aggregates: [houseAggregate],
  }
}
