/* What everybody may read of committees: made from what is locked or marked public, and nothing else. */
import type { Tx } from '../../../platform/database/transaction.ts'
import type { ActionStatus } from '../contract.ts'
import { statusOf } from '../domain/action.ts'
import { pursesOf } from '../domain/fund.ts'
import type { PublicCommittee } from '../page/public-committee.ts'
import { type Named, lineOf, namesOf } from './answers.ts'
import type { CoordinationDoors } from './doors.ts'
import { fundOf } from './read-fund.ts'
import { scorecardOf } from './read-scores.ts'
import { type CommitteeWorld, type KnownCommittee, readCommittees } from './world.ts'

interface Asked {
  readonly tenant: string
  readonly today: string
}
export async function readPublic(
  tx: Tx,
  doors: CoordinationDoors,
  { tenant, today, id }: Asked & { readonly id?: string },
): Promise<readonly PublicCommittee[]> {
  const world = await readCommittees(tx, tenant, { today })
  const names = await namesOf(tx, doors, { tenant, world })
  const found: PublicCommittee[] = []
  for (const known of world.committees.filter((one) => id === undefined || one.id === id)) {
    const line = lineOf(known, world, { today, names })
    const { level, name, mandate } = known.committee.founded
    const { legal } = known.committee
    const statuses = world.actions.filter((one) => one.committee === known.id).map((one) => statusOf(one.action, today))
    const n = (...of: readonly ActionStatus[]): number => statuses.filter((one) => of.includes(one)).length
    found.push({
      ...{ id: known.id, code: line.code, level, name, areaName: line.areaName, legal, mandate, index: line.index },
      components: known.committee.components.map((one) => one.name),
      // Why one left is in its letter, and for the committee.
      withdrawals: line.withdrawals,
      actions: { done: n('DONE'), open: n('OPEN', 'IN_PROGRESS'), overdue: n('OVERDUE') },
      decisions: publicDecisions(known, world, today),
      purses: pursesOf(await fundOf(tx, tenant, known.id)),
      promises: toldPromises(known, world, { today, names }),
    })
  }
  return found
}
function publicDecisions({ id }: KnownCommittee, { meetings, actions }: CommitteeWorld, today: string): PublicCommittee['decisions'] {
  return meetings
    .filter(({ committee, meeting }) => committee === id && meeting.approved !== null)
    .toSorted((a, b) => (a.meeting.convened.day > b.meeting.convened.day ? -1 : 1))
    .flatMap(({ meeting }) =>
      meeting.decisions
        .filter((one) => one.isPublic)
        .map(({ number, kind, text }) => ({
          ...{ number, kind, text, on: meeting.convened.day },
          actions: actions
            .filter(({ action }) => action.opened.decision === number)
            .map(({ action }) => ({ number: action.opened.number, due: action.opened.due, status: statusOf(action, today) })),
        })),
    )
}
/** Only where both sides have rated: one score alone would be one body's word against another. */
function toldPromises(
  known: KnownCommittee,
  world: CommitteeWorld,
  { today, names }: { readonly today: string; readonly names: Named },
): PublicCommittee['promises'] {
  const { promises } = scorecardOf(known, world, { reader: { today, organisation: null, capabilities: new Set() }, names })
  return promises.map(({ holder, beneficiary, text, quarters }) => ({
    ...{ holder, beneficiary, text },
    quarters: quarters.flatMap(({ quarter, scores }) => {
      const [a, b] = [scores.find((one) => one.side === 'holder'), scores.find((one) => one.side === 'beneficiary')]
      return a !== undefined && b !== undefined ? [{ quarter, a: a.score, b: b.score }] : []
    }),
  }))
}
