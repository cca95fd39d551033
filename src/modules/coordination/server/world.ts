/* All committees of a tenant with their meetings, actions and promises, folded. Cost: one pass over the rows of a tenant; its answers are short lists. */
import { foldEvents } from '../../../kernel/decider.ts'
import { asId, mustParse } from '../../../kernel/schema.ts'
import { todayIn, zoneOfPlace } from '../../../kernel/zones.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { ActionId, CommitteeId, MeetingId } from '../contract.ts'
import type { PromiseId } from '../contract-scores.ts'
import { type Action, actionDecider } from '../domain/action.ts'
import { type Committee, committeeDecider } from '../domain/committee.ts'
import type { Agenda, Ladder } from '../domain/escalation.ts'
import { type Meeting, meetingDecider } from '../domain/meeting.ts'
import { type Promised, promiseDecider } from '../domain/promise.ts'
import { standingOn } from '../domain/versions.ts'
import { type ActionAct, ActionActs, CommitteeActs, MeetingActs, PromiseActs } from './acts.ts'
import { listRecords } from './store-coordination.ts'

export interface KnownCommittee {
  readonly id: CommitteeId
  readonly committee: Committee
}
export interface KnownMeeting {
  readonly id: MeetingId
  readonly committee: string
  readonly meeting: Meeting
}
export interface KnownAction {
  readonly id: ActionId
  readonly committee: string
  readonly action: Action
  readonly acts: readonly ActionAct[]
}
export interface KnownPromise {
  readonly id: PromiseId
  readonly committee: string
  readonly promise: Promised
}
export interface CommitteeWorld {
  readonly committees: readonly KnownCommittee[]
  readonly meetings: readonly KnownMeeting[]
  readonly actions: readonly KnownAction[]
  readonly promises: readonly KnownPromise[]
}
/** The day at a committee's place: in Ulaanbaatar it begins six hours before it does in Lubumbashi. */
export const todayOf = (committee: Committee, now: string): string => todayIn(zoneOfPlace(committee.founded.area), now)

interface Moment {
  /** Seats, rule and act are those that hold on this day. */
  readonly today: string
  /** As it was known at that moment. */
  readonly until?: string | null
}
export async function readCommittees(tx: Tx, tenant: string, { today, until = null }: Moment): Promise<CommitteeWorld> {
  const rows = (of: Parameters<typeof listRecords>[2]['of']) => listRecords(tx, tenant, { of })
  const known = <Act extends { readonly learnedAt: string }>(acts: readonly Act[]): readonly Act[] =>
    until === null ? acts : acts.filter((one) => one.learnedAt <= until)
  return {
    committees: (await rows('committee')).flatMap(({ id, acts }) => {
      const committee = foldEvents(committeeDecider, known(mustParse(CommitteeActs, acts)))
      return committee === null ? [] : [{ id: asId('committee', id), committee: standingOn(committee, { day: today }) }]
    }),
    meetings: (await rows('meeting')).flatMap(({ id, committee, acts }) => {
      const meeting = foldEvents(meetingDecider, known(mustParse(MeetingActs, acts)))
      return meeting === null ? [] : [{ id: asId('committee-meeting', id), committee, meeting }]
    }),
    actions: (await rows('action')).flatMap(({ id, committee, acts: kept }) => {
      const acts = known(mustParse(ActionActs, kept))
      const action = foldEvents(actionDecider, acts)
      return action === null ? [] : [{ id: asId('committee-action', id), committee, action, acts }]
    }),
    promises: (await rows('promise')).flatMap(({ id, committee, acts }) => {
      const promise = foldEvents(promiseDecider, known(mustParse(PromiseActs, acts)))
      return promise === null ? [] : [{ id: asId('committee-promise', id), committee, promise }]
    }),
  }
}

/** Ladders of a world, each made once however many actions ask for it. */
export function laddersOf(world: CommitteeWorld): (committee: string) => Ladder {
  const made = new Map<string, Ladder>()
  return (committee) => {
    const ladder = made.get(committee) ?? ladderOf(world, committee)
    made.set(committee, ladder)
    return ladder
  }
}
/** What was taken off an agenda is not settled by it: the clock of an action goes on, and nobody stops it by leaving it out. */
const keysOf = ({ items, removed }: Meeting): readonly string[] => [...items, ...removed.map(({ item }) => item)].map(({ key }) => key)
const MOST_STEPS = 5
/** From a committee upwards; a ring of parents ends where it began. */
export function ladderOf({ committees, meetings }: CommitteeWorld, from: string): Ladder {
  const steps: Ladder['steps'][number][] = []
  let next: string | null = from
  while (next !== null && steps.length < MOST_STEPS && !steps.some((one) => one.committee === next)) {
    const found: KnownCommittee | undefined = committees.find((one) => one.id === next)
    if (found === undefined) break
    const { code, level, parent } = found.committee.founded
    steps.push({ committee: found.id, code, level })
    next = parent
  }
  const agendas = meetings.flatMap(({ committee, meeting }): readonly Agenda[] =>
    meeting.state !== 'cancelled' && steps.some((one) => one.committee === committee)
      ? [{ committee, day: meeting.convened.day, isClosed: meeting.state === 'closed', keys: keysOf(meeting) }]
      : [],
  )
  return { steps, agendas }
}
