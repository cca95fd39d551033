/* What the data protection officer is told to look at: as a number and a path, because a letter is read on the way. */
import { todayAt } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { NoticeSource } from '../../../notices/contract.ts'
import type { OfficesDoor } from '../../../people/contract.ts'
import { drillDueOn } from '../../domain/retention/breach.ts'
import { listBreaches } from './store-breach.ts'

export const emergencyNotices = (doors: { readonly offices: OfficesDoor<Tx> }): NoticeSource<Tx> => ({
  name: 'emergency',
  waiting: async (tx, { tenant, capabilities, organisation = null }, now) => {
    if (!capabilities.has('cases.protect-data')) return []
    const locked = (await doors.offices.lockedNow(tx, tenant)).map((one) => `${one.organisation}/${one.since}`)
    const breaches = await listBreaches(tx, tenant, organisation)
    const underWay = breaches.filter(({ state }) => state !== 'lessons').map(({ id, state }) => `${id}/${state}`)
    const drill = breaches.find(({ isDrill }) => isDrill)
    const due = drillDueOn(drill ? todayAt(drill.detectedAt) : null)
    const keys = [...locked, ...underWay, ...(due === null || due <= todayAt(now) ? [`drill/${due ?? 'never'}`] : [])]
    return keys.length === 0 ? [] : [{ kind: 'dataProtection', count: keys.length, path: '/safety', keys }]
  },
})
