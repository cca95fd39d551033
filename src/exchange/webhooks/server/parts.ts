/* What webhooks are handed of the house. */
import type { RawBuilder } from 'kysely'
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Destinations } from '../../../platform/http/destination.ts'
import type { HookSource } from '../../../platform/log/hook-source.ts'
import type { ExchangeDoor } from '../../../modules/custody/contract-exchange.ts'
import type { PeopleDoor } from '../../../modules/people/contract.ts'

export interface WebhookParts {
  readonly database: Pick<Database, 'read' | 'transaction'>
  readonly tenant: string
  readonly clock: () => string
  readonly secret: string
  readonly people: PeopleDoor<Tx>
  readonly custody: Pick<ExchangeDoor<Tx, RawBuilder<unknown>>, 'sight'>
  readonly sources: readonly HookSource[]
  readonly destinations: Destinations
  /** Told of an event that could not be turned into news. */
  readonly onFault?: (error: unknown) => void
}
