/* What custody is handed of other modules: a place of its own, because facts and sight both need it and neither needs the other's file for it. */
import type { Tx } from '../../../platform/database/transaction.ts'
import type { PeopleDoor } from '../../people/contract.ts'
import type { SitesDoor } from '../../sites/contract.ts'
import type { HeldByIncident, SuspendedTrade } from '../contract-holds.ts'

export interface CustodyDoors {
  readonly sites: SitesDoor<Tx>
  readonly people: PeopleDoor<Tx>
  /** Asked when somebody wants to free a lot; made after custody. */
  readonly heldByIncident?: HeldByIncident<Tx>
  /** Asked when goods go or are sold; made after custody. */
  readonly suspendedTrade?: SuspendedTrade<Tx>
}
