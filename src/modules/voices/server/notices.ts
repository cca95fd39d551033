/* What waits at the grievance desk: how many reports that the person may see, and how many are late. Ids alone, never a word of them. */
import type { Tx } from '../../../platform/database/transaction.ts'
import type { NoticeSource } from '../../notices/contract.ts'
import type { VoiceDoors } from './doors.ts'
import { waitingReports } from './view.ts'

const MOST = 500
export const voiceNotices = (doors: Pick<VoiceDoors, 'people' | 'places' | 'tenant' | 'clock'>): NoticeSource<Tx> => ({
  name: 'voices',
  waiting: async (tx, { capabilities, territory, organisation = null }) => {
    const waiting = await waitingReports(tx, doors, { organisation, capabilities, territory })
    const told = (kind: string, rows: typeof waiting) => ({
      ...{ kind, path: '/voices', count: rows.length, keys: rows.slice(0, MOST).map((one) => one.id) },
    })
    return [
      told('voicesWaiting', waiting),
      told(
        'voicesLate',
        waiting.filter((one) => one.isLate),
      ),
    ].filter((one) => one.count > 0)
  },
})
