/*
What an indicator may ask of committees, by two clocks: actions done on time, meetings held of those planned, meetings with quorum, decisions. A planned day is known
by the calendar; what was done late is counted late, once.
*/
import { endOf } from '../../../kernel/calendar.ts'
import type { Measure, MeasureAsk, MeasureCell } from '../../../kernel/measure.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { planOf, plannedDays } from '../domain/functionality.ts'
import { type CommitteeWorld, type KnownCommittee, readCommittees } from './world.ts'

interface Counted {
  readonly committee: string
  readonly hit: number
  /** `null`: only counted. */
  readonly of: number | null
}
const DIVIDES = ['level', 'territory'] as const
const isWithin = (day: string, { occurred }: MeasureAsk): boolean => day >= occurred.from && day <= occurred.to
const isLearned = (at: string, { learned }: MeasureAsk): boolean =>
  (learned.after === null || at > learned.after) && (learned.until === null || at <= learned.until)
const later = (a: string, b: string): string => (a > b ? a : b)

type Count = (world: CommitteeWorld, ask: MeasureAsk) => readonly Counted[]
const partOf = ({ committee }: KnownCommittee, name: string): string =>
  name === 'level' ? committee.founded.level : name === 'territory' ? committee.founded.area : 'unknown'

function cellsOf(world: CommitteeWorld, counted: readonly Counted[], ask: MeasureAsk): readonly MeasureCell[] {
  const cells = new Map<string, MeasureCell>()
  for (const { committee, hit, of } of counted) {
    const known = world.committees.find((one) => one.id === committee)
    const parts = Object.fromEntries(ask.by.map((name) => [name, known === undefined ? 'unknown' : partOf(known, name)]))
    const key = JSON.stringify(parts)
    const before = cells.get(key)
    cells.set(key, {
      of: parts,
      numerator: (before?.numerator ?? 0) + hit,
      denominator: of === null ? null : (before?.denominator ?? 0) + of,
    })
  }
  return [...cells.values()]
}
const measure = (id: string, unit: Measure<Tx>['unit'], count: Count): Measure<Tx> => ({
  ...{ id, version: 1, unit, divides: DIVIDES, touchesPersons: false, addsUp: true },
  ask: async (tx, tenant, ask) => {
    const world = await readCommittees(tx, tenant, { today: ask.occurred.to, until: ask.learned.until })
    return cellsOf(world, count(world, ask), ask)
  },
})

/** By the day on which they were due; settled when they were done by then, else when that day was over. */
const actionsOnTime: Count = ({ actions }, ask) =>
  actions.flatMap(({ committee, action, acts }) => {
    const { due } = action.opened
    if (action.state === 'CANCELLED' || !isWithin(due, ask)) return []
    const done = acts.find((one) => one.kind === 'committee-action.done.v1')
    const isOnTime = action.doneOn !== null && action.doneOn <= due
    const openedAt = acts[0]?.learnedAt ?? ''
    const settled = later(openedAt, isOnTime && done !== undefined ? done.learnedAt : endOf(due))
    return isLearned(settled, ask) ? [{ committee, hit: isOnTime ? 1 : 0, of: 1 }] : []
  })
const meetingsHeld: Count = ({ committees, meetings }, ask) => [
  ...committees.flatMap(({ id, committee }) =>
    plannedDays(planOf(committee), ask.occurred.from, ask.occurred.to)
      .filter((day) => isLearned(later(endOf(day), committee.founded.at), ask))
      .map(() => ({ committee: id, hit: 0, of: 1 })),
  ),
  ...meetings.flatMap(({ committee, meeting }) =>
    meeting.openedAt !== null && isWithin(meeting.convened.day, ask) && isLearned(meeting.openedAt, ask)
      ? [{ committee, hit: 1, of: 0 }]
      : [],
  ),
]
const quorumRate: Count = ({ meetings }, ask) =>
  meetings.flatMap(({ committee, meeting }) =>
    meeting.closedAt !== null && isWithin(meeting.convened.day, ask) && isLearned(meeting.closedAt, ask)
      ? [{ committee, hit: meeting.quorumKept === true ? 1 : 0, of: 1 }]
      : [],
  )
const decisions: Count = ({ meetings }, ask) =>
  meetings.flatMap(({ committee, meeting }) =>
    isWithin(meeting.convened.day, ask)
      ? meeting.decisions.filter((one) => one.kind === 'DECISION' && isLearned(one.at, ask)).map(() => ({ committee, hit: 1, of: null }))
      : [],
  )

export const coordinationMeasures: readonly Measure<Tx>[] = [
  measure('coordination.actions-on-time', 'percent', actionsOnTime),
  measure('coordination.meetings-held', 'percent', meetingsHeld),
  measure('coordination.quorum-rate', 'percent', quorumRate),
  measure('coordination.decisions', 'number', decisions),
]
