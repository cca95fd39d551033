/* What releases are given by the program: where coded cases come from, how standards write them, the server's secret, and whether an office is shut. */
import type { Tx } from '../../../platform/database/transaction.ts'
import type { CaseStatistics } from '../contract.ts'
import type { Writers } from '../domain/compute-release.ts'

export interface ReleaseHouse {
  readonly statistics: CaseStatistics<Tx>
  readonly writers: Writers
  /** Seals the true counts; another secret could not read the earlier ones, and then nothing more may leave. */
  readonly secret: string
  /** An office in danger lets nothing leave. */
  readonly isFrozen: (tx: Tx, tenant: string) => Promise<boolean>
}
