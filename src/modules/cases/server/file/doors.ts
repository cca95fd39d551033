/* What the work on cases is handed of the house. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { AccountCareDoor, OrganisationId, PeopleDoor, TrainingDoor } from '../../../people/contract.ts'
import type { DirectoryDoor } from '../../contract-directory.ts'
import type { KeyParts } from '../keys/holders.ts'
import type { RulesDoor } from '../rules/rules-door.ts'
import type { Records } from '../record/records.ts'

export interface CaseDoors {
  readonly records: Records
  /** What each body settled for itself. */
  readonly rules: RulesDoor
  readonly people: PeopleDoor<Tx>
  /** Who signed the undertaking of confidentiality. */
  readonly care: AccountCareDoor<Tx>
  /** How many bed-nights houses of a body could give: numbers alone. */
  readonly directory: Pick<DirectoryDoor<Tx>, 'bedNightsOf'>
  /** What somebody was trained in, as another noted it. */
  readonly training: TrainingDoor<Tx>
  /** Open accounts with their body and what they may: never a name. */
  readonly accounts: KeyParts['accounts']
  /** Whether a body's office was locked down: then nothing of it is written or read. */
  readonly isLockedDown: (tx: Tx, tenant: string, organisation: OrganisationId) => Promise<boolean>
}
