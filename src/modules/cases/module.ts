/* Cases as the program sees them: routes, the projection of sealed events, the looks, and the round of clocks that end what is over. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import { caseReads } from './server/file/http-reads.ts'
import { receivedReads } from './server/file/http-received.ts'
import { caseWrites } from './server/file/http-writes.ts'
import type { CaseDoors } from './server/file/doors.ts'
import { recordKeysUnder } from './server/record/box.ts'
import { caseProjection } from './server/record/projection.ts'
import { caseAggregate, recordsWith } from './server/record/records.ts'
import { viewsAggregate } from './server/record/view-log.ts'

export type CasesModule = ServerModule

/** `secret`: 32 bytes that are not in the database; with others the coded part of every case stays shut. */
export function createCasesModule({ secret, ...given }: Omit<CaseDoors, 'records'> & { readonly secret: Uint8Array }): CasesModule {
  const keys = recordKeysUnder(secret)
  const doors: CaseDoors = { ...given, records: recordsWith(keys) }
  return {
    name: 'cases',
    routes: [...caseWrites(doors), ...caseReads(doors), ...receivedReads(doors)],
    projections: [caseProjection(keys)],
    aggregates: [caseAggregate, viewsAggregate],
  }
}
