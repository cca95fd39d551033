/* What of operators waits for whom: cards that end within thirty days or ran out, applications to decide, reports that are late. Numbers and paths, no names. */
import { addMonths, todayAt } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { NoticeSource, Waiting } from '../../notices/contract.ts'
import { covers } from '../../people/contract.ts'
import type { CardSummary } from '../contract.ts'
import { isApproval } from '../domain/card-rules.ts'
import { firstDayOf, monthOf, monthSummary } from '../domain/trader-month.ts'
import { cardsOnDay } from './card-answers.ts'
import { type OperatorDoors, placesByArea } from './doors.ts'
import { operatorsOn } from './http-operators.ts'
import { listCards, listFiled } from './store-cards.ts'

const waiting = (kind: string, path: string, keys: readonly string[]): Waiting => ({
  kind,
  path,
  count: keys.length,
  keys: keys.slice(0, 500),
})

export const operatorNotices = (doors: OperatorDoors): NoticeSource<Tx> => ({
  name: 'operators',
  waiting: async (tx, { tenant, capabilities, territory }, now) => {
    if (!capabilities.has('operators.issue')) return []
    const on = todayAt(now)
    const placeOf = await placesByArea(tx, doors, tenant)
    const bodies = (await operatorsOn(tx, doors, { tenant, on })).filter((one) => covers(territory, placeOf(one.area)))
    const mine = new Set<string>(bodies.map((one) => one.organisation))
    const rows = await listCards(tx, tenant, { withoutArtisans: true })
    const cards = (await cardsOnDay(tx, doors, { tenant, on, rows })).filter(
      ({ holder }) => holder.kind === 'organisation' && mine.has(holder.organisation),
    )
    const keyOf = (card: CardSummary): string => `${card.id}/${card.validUntil ?? ''}`
    const applied = cards.filter((card) => card.appliedOn !== null && (!isApproval(card.kind) || capabilities.has('operators.approve')))
    const month = monthOf(addMonths(firstDayOf(monthOf(on)), -1))
    const filed = new Set(await listFiled(tx, tenant, month))
    const late =
      monthSummary(month, on, { first: null, versions: 0 }).state === 'late'
        ? bodies.filter((one) => one.entityType === 'trader' && one.card !== null && !filed.has(one.organisation))
        : []
    return [
      waiting('cardsExpiring', '/cards?state=expiring', cards.filter((card) => card.state === 'expiring').map(keyOf)),
      waiting('cardsExpired', '/cards?state=expired', cards.filter((card) => card.state === 'expired').map(keyOf)),
      waiting('cardApplications', '/cards?state=applied', applied.map(keyOf)),
      waiting(
        'reportsLate',
        '/operators?report=late',
        late.map((one) => `${one.organisation}/${month}`),
      ),
    ].filter((one) => one.count > 0)
  },
})
