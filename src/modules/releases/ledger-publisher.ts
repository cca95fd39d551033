/* What the public ledger is told of releases about people: number and hash of each that left. The hash of a table says nothing of it. */
import { parse } from '../../kernel/schema.ts'
import type { LedgerPublisher } from '../ledger/contract.ts'
import { ReleaseApproved } from './domain/release.ts'

export const statisticsLedger: LedgerPublisher = {
  kinds: ['statistics-release.approved.v1'],
  entryOf: ({ payload }) => {
    const approved = parse(ReleaseApproved, payload)
    return approved.ok ? { kind: 'statistics-released', number: approved.value.number, sha256: approved.value.sha256 } : null
  },
}
