/* What an import of lists of the chain needs of the house, handed over where the program is put together. */
import type { Outcome } from '../../../kernel/outcome.ts'
import type { BulkDoor } from '../../../modules/custody/contract-bulk.ts'
import type { PeopleDoor } from '../../../modules/people/contract.ts'
import type { PlacesDoor } from '../../../modules/places/contract.ts'
import type { SitesDoor } from '../../../modules/sites/contract.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Dispatch } from '../../../platform/http/dispatch.ts'
import type { Door } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Log } from '../../../platform/log/log.ts'
import type { CommandEnvelope, Receipt } from '../../../platform/log/receipt.ts'

export interface ChainHouse {
  readonly database: Pick<Database, 'read' | 'transaction'>
  readonly log: () => Log
  readonly clock: () => string
  readonly tenant: string
  readonly sites: SitesDoor<Tx>
  readonly people: PeopleDoor<Tx>
  readonly places: PlacesDoor<Tx>
  readonly bulk: BulkDoor<Tx>
  readonly voidLot: (
    asked: { readonly door: Pick<Door, 'execute'>; readonly who: Who; readonly tenant: string; readonly envelope: CommandEnvelope },
    lot: string,
    reason: string,
  ) => Promise<Outcome<Receipt>>
  readonly dispatch: Dispatch
  /** As the account stands now; null when it may not sign in any more. */
  readonly whoOf: (account: string) => Promise<Who | null>
}
/** Told after every piece of work: rows so far. */
export type Told = (rows: number) => void
export type Stopped = 'finished' | 'stopped'
