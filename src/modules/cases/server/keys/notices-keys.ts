/* To custodians and to who watches over the data: that something waits, and nothing of what or of whom. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { NoticeSource } from '../../../notices/contract.ts'
import { openRecoveries } from './store-recovery.ts'

export const keyNotices: NoticeSource<Tx> = {
  name: 'keys',
  waiting: async (tx, { tenant, capabilities, organisation = null }) => {
    if (!capabilities.has('cases.guard-shares') && !capabilities.has('cases.protect-data')) return []
    const waiting = (await openRecoveries(tx, tenant)).filter((one) => organisation !== null && one.organisation === organisation)
    return waiting.length === 0
      ? []
      : [
          {
            kind: 'keysWaiting',
            path: capabilities.has('cases.guard-shares') ? '/key-shares' : '/key-custodians',
            count: waiting.length,
            keys: waiting.map(({ id }) => id),
          },
        ]
  },
}
