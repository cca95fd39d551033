/* What projects are given by the program: the measures of every module, places, the secret under which true counts are sealed, and the database for drafts. */
import type { Measure } from '../../../kernel/measure.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { PlacesDoor } from '../../places/contract.ts'

export interface ProjectHouse {
  readonly database: Database
  readonly places: PlacesDoor<Tx>
  readonly secret: string
  /** Asked late: modules that count may be made after this one. */
  readonly measures: () => readonly Measure<Tx>[]
}
