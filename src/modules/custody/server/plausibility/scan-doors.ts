/* What the scan asks of other modules: those that custody is made from, and those that are made after custody and are asked only when a scan runs. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { PapersDoor } from '../../../documents/contract-papers.ts'
import type { OperatorsDoor } from '../../../operators/contract.ts'
import type { CustodyDoors } from '../doors.ts'

/** `null`: this program has no such register; the rules that ask it then see nothing. */
export interface LaterDoors {
  readonly operators: () => OperatorsDoor<Tx> | null
  readonly papers: () => Pick<PapersDoor<Tx>, 'paperUse'> | null
}
export const noLaterDoors: LaterDoors = { operators: () => null, papers: () => null }
export interface ScanDoors extends CustodyDoors {
  readonly later: LaterDoors
}
