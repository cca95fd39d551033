/* For committees and notices: the points that raise an alert today. */
import { addDays } from '../../../kernel/calendar.ts'
import { asId } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { NoticeSource } from '../../notices/contract.ts'
import type { FlowAlert, MobilityDoor } from '../contract.ts'
import { flowRules } from '../domain/flow-rules.ts'
import { knownPoints } from './known-points.ts'
import { boomAt, byPoint } from './read-flows.ts'
import { listDays } from './store-mobility.ts'

export async function alertsAt(tx: Tx, tenant: string, now: string): Promise<readonly FlowAlert[]> {
  const until = addDays(now.slice(0, 10), 1)
  const from = addDays(until, -flowRules.recentDays - flowRules.earlierDays - 2)
  const history = byPoint(await listDays(tx, tenant, { from, until }))
  return (await knownPoints(tx, tenant)).flatMap((known) => {
    const boom = boomAt(known, history, now)
    const { name, area, site } = known.point.opened
    const { is, recent, earlier, recentDays, earlierDays } = boom
    if (is !== 'alert' || recent === null || earlier === null) return []
    const figures = { recent, earlier, recentDays, earlierDays, until: boom.until }
    return [{ point: asId('flow-point', known.id), name, area, site, boom: figures }]
  })
}
export const mobilityDoor = (clock: () => string): MobilityDoor<Tx> => ({ alerts: (tx, tenant) => alertsAt(tx, tenant, clock()) })

/** Told once for each week in which it lasts. */
export const mobilityNotices: NoticeSource<Tx> = {
  name: 'mobility',
  waiting: async (tx, { tenant, capabilities }, now) => {
    if (!capabilities.has('mobility.read')) return []
    const alerts = await alertsAt(tx, tenant, now)
    if (alerts.length === 0) return []
    const week = Math.floor(Date.parse(now) / (7 * 86_400_000))
    return [{ kind: 'flowAlerts', count: alerts.length, path: '/flows', keys: alerts.map(({ point }) => `${point}/${week}`) }]
  },
}
