/* What of committees waits for whom, in numbers: actions that the own body owes, meetings convened, minutes to approve, what came up to governor and ministry. */
import { addDays, todayAt } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { NoticeSource, Waiting } from '../../notices/contract.ts'
import { isOver, isOverdue } from '../domain/action.ts'
import { seatsOf } from '../domain/committee.ts'
import { escalationOf } from '../domain/escalation.ts'
import { quartersOf, sideOf, stateOfQuarter } from '../domain/promise.ts'
import { seatEver } from '../domain/versions.ts'
import { type CommitteeWorld, laddersOf, readCommittees } from './world.ts'

const MOST = 500
/** Days ahead of its own from which an action waits (D). */
const SOON = 7
const waiting = (kind: string, path: string, keys: readonly string[]): Waiting => ({
  ...{ kind, path, count: keys.length, keys: keys.slice(0, MOST) },
})

export const coordinationNotices: NoticeSource<Tx> = {
  name: 'coordination',
  waiting: async (tx, { tenant, capabilities, organisation = null }, now) => {
    if (!capabilities.has('coordination.read')) return []
    const today = todayAt(now)
    const world = await readCommittees(tx, tenant, { today })
    return [
      ...(capabilities.has('coordination.act') && organisation !== null ? ofSeat(world, { organisation, today }) : []),
      ...(capabilities.has('coordination.escalated-read') ? received(world, today) : []),
      ...(capabilities.has('coordination.preside') ? toApprove(world) : []),
    ].filter((one) => one.count > 0)
  },
}
function ofSeat(
  world: CommitteeWorld,
  { organisation, today }: { readonly organisation: string; readonly today: string },
): readonly Waiting[] {
  const committeeOf = (id: string) => world.committees.find((one) => one.id === id)?.committee
  const sits = (id: string): boolean =>
    seatsOf({ components: committeeOf(id)?.components ?? [] }).some((one) => one.organisation === organisation)
  const owes = (id: string, seat: string): boolean => {
    const of = committeeOf(id)
    return of !== undefined && seatEver(of, seat)?.organisation === organisation
  }
  const mine = world.actions.filter(({ committee, action }) => !isOver(action) && owes(committee, action.opened.owner))
  const rate = world.promises.flatMap(({ id, committee, promise }) => {
    const of = committeeOf(committee)
    const side = of === undefined ? null : sideOf(of, promise, organisation)
    if (side === null) return []
    const open = quartersOf(promise.made).filter((quarter) => stateOfQuarter(quarter, today) === 'open')
    return open
      .filter((quarter) => !promise.rated.some((one) => one.quarter === quarter && one.side === side))
      .map((quarter) => `${id}/${quarter}`)
  })
  return [
    waiting(
      'committeeActionsOverdue',
      '/my-actions',
      mine.flatMap(({ id, action }) => (isOverdue(action, today) ? [id] : [])),
    ),
    waiting(
      'committeeActionsSoon',
      '/my-actions',
      mine.flatMap(({ id, action }) => (action.opened.due >= today && action.opened.due <= addDays(today, SOON) ? [id] : [])),
    ),
    waiting(
      'committeeMeetings',
      '/coordination',
      world.meetings.flatMap(({ id, committee, meeting }) =>
        meeting.state === 'convened' && meeting.convened.day >= today && sits(committee) ? [id] : [],
      ),
    ),
    waiting('committeeScores', '/coordination', rate),
  ]
}
function received(world: CommitteeWorld, today: string): readonly Waiting[] {
  const impaired = world.committees.flatMap(({ id, committee }) =>
    committee.withdrawn.map((one) => `${id}/${one.component}/${one.letterOn}`),
  )
  const ladder = laddersOf(world)
  const up = world.actions.flatMap(({ id, committee, action }) =>
    escalationOf({ id, action, ladder: ladder(committee), today })?.at === 'ministry' ? [id] : [],
  )
  return [waiting('committeesImpaired', '/coordination', impaired), waiting('committeeActionsUp', '/committee-actions?at=ministry', up)]
}
const toApprove = ({ meetings }: CommitteeWorld): readonly Waiting[] => [
  waiting(
    'committeeMinutes',
    '/coordination',
    meetings.flatMap(({ id, meeting }) => (meeting.minutes !== null && meeting.approved === null ? [id] : [])),
  ),
]
