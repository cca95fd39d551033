/* What of hits waits for whom: for the parties those that they may answer, and those whose answer has a day; for overseers the critical ones. Numbers alone. */
import { todayAt } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { NoticeSource, Waiting } from '../../../notices/contract.ts'
import type { CustodyDoors } from '../doors.ts'
import { sightOf } from '../lots/sight.ts'
import { listHits, listHitsOfParty } from './store-hits.ts'

const MOST = 500
const waiting = (kind: string, keys: readonly string[]): Waiting => ({ kind, path: '/plausibility', count: keys.length, keys })

export const hitNotices = (doors: CustodyDoors): NoticeSource<Tx> => ({
  name: 'plausibility',
  waiting: async (tx, { tenant, capabilities, territory, organisation = null }, now) => {
    if (!capabilities.has('custody.read')) return []
    const today = todayAt(now)
    const own = organisation === null ? [] : await listHitsOfParty(tx, tenant, organisation, MOST)
    const asked = own.filter((one) => one.state === 'reply-requested' && (one.replyUntil ?? '') >= today)
    const told = own.filter((one) => one.state === 'open')
    const found = [
      waiting(
        'hitsToAnswer',
        asked.map((one) => `${one.id}/${one.replyUntil ?? ''}`),
      ),
      waiting(
        'hitsOnYourLots',
        told.map((one) => one.id),
      ),
    ]
    if (!capabilities.has('custody.oversee')) return found
    const sight = await sightOf(tx, { tenant, doors }, { capabilities, territory, organisation })
    const critical = await listHits(tx, tenant, { sight, severity: 'C', state: 'running' }, MOST)
    return [
      ...found,
      waiting(
        'hitsCritical',
        critical.map((one) => one.id),
      ),
    ]
  },
})
