/*
Personal keys, custodians and recoveries as the program sees them. A module of its own beside the cases: it asks them only who reads which vault now, and it never holds anything that opens a box.
*/
import type { Database } from '../../platform/database/connect.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { AccountCareDoor } from '../people/contract.ts'
import { underFactor } from './server/file/under-signed.ts'
import { type KeyParts, type TrainingParts, holdersOf } from './server/keys/holders.ts'
import { custodianAggregate, custodianRoutes } from './server/keys/http-custodians.ts'
import { intakeRoutes } from './server/keys/http-intake.ts'
import { keyRoutes, personalKeyAggregate } from './server/keys/http-keys.ts'
import { proofAggregate, proofRoutes } from './server/keys/http-proofs.ts'
import { recoveryAggregate, recoveryRoutes } from './server/keys/http-recovery.ts'
import type { RulesDoor } from './server/rules/rules-door.ts'
import type { ReadRecords } from './server/keys/readable.ts'
import { shareRoutes } from './server/keys/http-shares.ts'
import { keyProjection } from './server/keys/projection-keys.ts'

export { underSigned } from './server/file/under-signed.ts'
export { keyNotices } from './server/keys/notices-keys.ts'

/** Whoever may read secret names of the conflict map, or ask for them on behalf of justice, and has a key, with the key of today. */
export const nameReadersFrom =
  ({ accounts }: KeyParts, capability: 'conflict.named' | 'conflict.name-request' = 'conflict.named') =>
  (tx: Tx, tenant: string) =>
    holdersOf(tx, { accounts, tenant }, ({ capabilities }) => capabilities.has(capability))

interface KeysAsked extends KeyParts, TrainingParts {
  readonly database: Database
  readonly records: ReadRecords
  readonly care: AccountCareDoor<Tx>
  readonly rules: RulesDoor
}
export const createKeysModule = (parts: KeysAsked): ServerModule => ({
  name: 'keys',
  routes: underFactor(parts.care, [
    ...keyRoutes(parts),
    ...intakeRoutes(parts),
    ...custodianRoutes(parts),
    ...recoveryRoutes(parts.records),
    ...shareRoutes(parts),
    ...proofRoutes(parts),
  ]),
  projections: [keyProjection],
  aggregates: [personalKeyAggregate, custodianAggregate, recoveryAggregate, proofAggregate],
})
