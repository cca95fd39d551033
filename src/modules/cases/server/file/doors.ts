/* What the work on cases is handed of the house. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { OrganisationId, PeopleDoor } from '../../../people/contract.ts'
import type { Records } from '../record/records.ts'

export interface CaseDoors {
  readonly records: Records
  readonly people: PeopleDoor<Tx>
  /** Whether a body's office was locked down: then nothing of it is written or read. */
  readonly isLockedDown: (tx: Tx, tenant: string, organisation: OrganisationId) => Promise<boolean>
}
