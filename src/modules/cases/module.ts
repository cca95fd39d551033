/* Cases as the program sees them: routes, the projection of sealed events, the looks, and the round of clocks that end what is over. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { CaseStatistics } from '../releases/contract.ts'
import { fileRoutes } from './server/attachments/http-files.ts'
import { caseCopies } from './server/file/http-copies.ts'
import { caseTransfers } from './server/file/http-transfer.ts'
import { handoverRoutes } from './server/handover/http-handovers.ts'
import { caseReads } from './server/file/http-reads.ts'
import { receivedReads } from './server/file/http-received.ts'
import { caseWrites } from './server/file/http-writes.ts'
import { justiceRoutes } from './server/justice/http-justice.ts'
import { underSigned } from './server/file/under-signed.ts'
import { warningRoutes } from './server/emergency/http-warnings.ts'
import { overrideReads } from './server/file/http-overrides.ts'
import { caseNotices } from './server/file/notices.ts'
import type { NoticeSource } from '../notices/contract.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { CaseDoors } from './server/file/doors.ts'
import { recordKeysUnder } from './server/record/box.ts'
import { type CaseFault, checkCases } from './server/record/check.ts'
import { caseProjection } from './server/record/projection.ts'
import { type RoundDone, type RoundHouse, roundOfCases } from './server/rounds/round.ts'
import { type Records, caseAggregate, recordsWith } from './server/record/records.ts'
import { codedRowsFrom } from './server/statistics/coded-rows.ts'
import { protectionRoutes } from './server/statistics/http-protection.ts'
import { keepToldFigures } from './server/statistics/told-figures.ts'
import { statisticsRoutes } from './server/statistics/http-statistics.ts'
import { viewsAggregate } from './server/record/view-log.ts'

export { caseMeasures } from './server/statistics/measures.ts'
export interface CasesModule extends ServerModule {
  /** What the clocks end by themselves, once through all cases. */
  readonly round: () => Promise<RoundDone>
  readonly records: Records
  /** What the database holds of cases and the log does not say, or the other way round. */
  readonly check: () => Promise<readonly CaseFault[]>
  /** For releases: lines of codes, only of who agreed. */
  readonly codedRows: CaseStatistics<Tx>['rows']
  readonly notices: NoticeSource<Tx>
}

/** `secret`: 32 bytes that are not in the database; with others the coded part of every case stays shut. */
export function createCasesModule({
  secret,
  house,
  ...given
}: Omit<CaseDoors, 'records'> & { readonly secret: Uint8Array; readonly house: RoundHouse }): CasesModule {
  const keys = recordKeysUnder(secret)
  const doors: CaseDoors = { ...given, records: recordsWith(keys) }
  return {
    name: 'cases',
    routes: [
      ...underSigned(doors.care, [
        ...caseWrites(doors),
        ...caseReads(doors),
        ...caseCopies(doors),
        ...caseTransfers(doors),
        ...fileRoutes(doors, house.database),
        ...receivedReads(doors),
        ...handoverRoutes(doors),
        ...justiceRoutes(doors),
        ...overrideReads(doors),
        ...protectionRoutes(doors),
        ...warningRoutes(doors),
      ]),
      ...statisticsRoutes(doors),
    ],
    projections: [caseProjection(keys)],
    aggregates: [caseAggregate, viewsAggregate],
    round: async () => {
      const done = await roundOfCases(doors, house)
      await keepToldFigures(doors, house)
      return done
    },
    records: doors.records,
    check: () => checkCases(doors.records, house.log(), house.tenant),
    codedRows: codedRowsFrom(doors.records),
    notices: caseNotices(doors),
  }
}
