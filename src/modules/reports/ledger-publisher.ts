/* What the public ledger is told of reports: number and hash of each release, public or not. The hash of a text that was not published says nothing of it. */
import { parse } from '../../kernel/schema.ts'
import type { LedgerPublisher } from '../ledger/contract.ts'
import { ReportReleased } from './domain/release.ts'

export const reportLedger: LedgerPublisher = {
  kinds: ['report.released.v1'],
  entryOf: ({ payload }) => {
    const released = parse(ReportReleased, payload)
    return released.ok ? { kind: 'report-released', number: released.value.number, sha256: released.value.sha256 } : null
  },
}
