/* Actions page by page, what is urgent first: every action is counted and sorted, only those of the page are said in full. It refuses nothing: a page after the last is empty. */
import { type Infer, maybe, numberInUrl, oneOf, record, whole } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { ACTIONS_ON_A_PAGE, ActionStatus, type Actions, type ActionsKept } from '../contract.ts'
import { isOver, isOverdue, statusOf } from '../domain/action.ts'
import { seatsOf } from '../domain/committee.ts'
import { escalationOf } from '../domain/escalation.ts'
import { keptByQuarter } from '../domain/kept.ts'
import { committeeRules } from '../domain/rules.ts'
import { seatEver } from '../domain/versions.ts'
import { type Reader, actionLine, keeps, namesOf, urgentFirst } from './answers.ts'
import type { CoordinationDoors } from './doors.ts'
import { type CommitteeWorld, type KnownAction, type KnownCommittee, laddersOf, readCommittees } from './world.ts'

export const ActionsAsked = record({
  status: maybe(ActionStatus),
  at: maybe(oneOf('CPS', 'CTS', 'ministry')),
  page: maybe(numberInUrl().pipe(whole().min(1).max(100_000))),
})
type Asked = Infer<typeof ActionsAsked>

const isOwedBy = (world: CommitteeWorld, organisation: string | null) => {
  const committees = new Map(world.committees.map(({ id, committee }) => [`${id}`, committee]))
  return ({ committee, action }: KnownAction): boolean => {
    const of = committees.get(committee)
    return organisation !== null && of !== undefined && seatEver(of, action.opened.owner)?.organisation === organisation
  }
}
/** `mine`: those that the own body owes. */
export async function readActions(
  tx: Tx,
  doors: CoordinationDoors,
  { mine, asked, ...reader }: Reader & { readonly mine: boolean; readonly asked: Asked },
): Promise<Actions> {
  const { today } = reader
  const world = await readCommittees(tx, reader.tenant, reader)
  const ladder = laddersOf(world)
  const owed = mine ? world.actions.filter(isOwedBy(world, reader.organisation)) : world.actions
  const { status, at, page = 1 } = asked
  const found = owed
    .filter(({ action }) => status === undefined || statusOf(action, today) === status)
    .filter(({ id, committee, action }) => at === undefined || escalationOf({ id, action, ladder: ladder(committee), today })?.at === at)
    .map((one) => ({ one, status: statusOf(one.action, today), due: one.action.opened.due }))
    .toSorted(urgentFirst)
  const shown = found.slice((page - 1) * ACTIONS_ON_A_PAGE, page * ACTIONS_ON_A_PAGE)
  const names = await namesOf(tx, doors, { tenant: reader.tenant, world: { ...world, actions: shown.map(({ one }) => one) } })
  return {
    actions: shown.map(({ one }) => actionLine(one, world, { reader, names, ladder })),
    ...{ total: found.length, page, perPage: ACTIONS_ON_A_PAGE },
    open: owed.filter(({ action }) => !isOver(action)).length,
    overdue: owed.filter(({ action }) => isOverdue(action, today)).length,
    ...{ keeps: keeps(reader), rules: committeeRules },
  }
}
/** Of the committees in which the own body sits; for the secretariat, of all. */
export async function readKept(tx: Tx, reader: Reader): Promise<ActionsKept> {
  const world = await readCommittees(tx, reader.tenant, reader)
  const sits = ({ committee }: KnownCommittee): boolean => seatsOf(committee).some((one) => one.organisation === reader.organisation)
  const mine = world.committees.filter((one) => keeps(reader) || (reader.organisation !== null && sits(one)))
  const actions = world.actions.filter((one) => mine.some(({ id }) => id === one.committee)).map((one) => one.action)
  return { quarters: keptByQuarter(actions, reader.today), committees: mine.length, asOf: reader.today }
}
