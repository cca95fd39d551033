/* One meeting as its room needs it: agenda with why and how each thing stands now, who sits, whether it may decide, what was decided, minutes. */
import { daysBetween } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { ItemShown, MeetingShown } from '../contract-meetings.ts'
import { statusOf } from '../domain/action.ts'
import { sittingOf } from '../domain/committee.ts'
import type { Meeting } from '../domain/meeting.ts'
import { quorumOf } from '../domain/quorum.ts'
import { committeeRules } from '../domain/rules.ts'
import { asItSat } from '../domain/versions.ts'
import { type Reader, actionLine, componentsOf, keeps, meetingLine, namesOf, urgentFirst } from './answers.ts'
import type { CoordinationDoors } from './doors.ts'
import { type CommitteeWorld, laddersOf, readCommittees } from './world.ts'

export interface MeetingReader extends Reader {
  readonly account: string | null
  readonly now: string
  readonly id: string
}
export async function readMeeting(tx: Tx, doors: CoordinationDoors, { id, ...reader }: MeetingReader): Promise<MeetingShown | null> {
  const world = await readCommittees(tx, reader.tenant, reader)
  const known = world.meetings.find((one) => one.id === id)
  const of = known && world.committees.find((one) => one.id === known.committee)
  if (known === undefined || of === undefined) return null
  const { meeting } = known
  const names = await namesOf(tx, doors, { tenant: reader.tenant, world })
  const sat = asItSat(of.committee, meeting)
  const { met, missing } = quorumOf(sittingOf(sat), meeting.attendance)
  const { code, name } = of.committee.founded
  const { convened, minutes, approved } = meeting
  const ladder = laddersOf(world)
  return {
    ...{ id: known.id, committee: { id: of.id, code, name, isImpaired: of.committee.withdrawn.length > 0 }, line: meetingLine(known) },
    ...{
      convokedOn: convened.convokedOn,
      noticeDays: Math.max(0, daysBetween(convened.convokedOn, convened.day)),
      reason: convened.reason,
    },
    items: await itemsShown(tx, doors, { meeting, world, reader }),
    components: [...componentsOf(sat, { reader, names })],
    attendance: Object.entries(meeting.attendance).map(([seat, is]) => ({ seat, is })),
    quorum: { met, missing: [...missing], lostAt: meeting.lostAt },
    decisions: [...meeting.decisions],
    actions: world.actions
      .filter((one) => one.action.opened.meeting === id)
      .map((one) => actionLine(one, world, { reader, names, ladder }))
      .toSorted(urgentFirst),
    minutes: {
      state: approved !== null ? 'locked' : minutes === null ? 'none' : 'draft',
      text: minutes?.text ?? null,
      isMine: minutes !== null && minutes.by === reader.account,
      ...{ approvedIn: approved?.code ?? null, approvedOn: approved?.on ?? null, sha256: approved?.sha256 ?? null },
      notes: meeting.notes.map(({ text, on }) => ({ text, on })),
    },
    approvableIn: world.meetings
      .filter((one) => one.committee === of.id && one.meeting.state === 'open' && one.meeting.convened.day > convened.day)
      .map((one) => ({ id: one.id, code: one.meeting.convened.code })),
    ...{ keeps: keeps(reader), presides: reader.capabilities.has('coordination.preside') },
    ...{ objects: reader.capabilities.has('sites.blue-object'), rules: committeeRules },
  }
}

interface Shown {
  readonly meeting: Meeting
  readonly world: CommitteeWorld
  readonly reader: Omit<MeetingReader, 'id'>
}
async function itemsShown(tx: Tx, doors: CoordinationDoors, { meeting, world, reader }: Shown): Promise<ItemShown[]> {
  const { tenant, today, now } = reader
  const isAbout = (source: string): boolean => meeting.items.some((one) => one.source === source)
  const blue = isAbout('blue-request') ? await doors.blueRequests(tx, tenant, { asOf: today, knownAt: now }) : []
  const stateNow = ({ source, ref }: Meeting['items'][number]): string | null => {
    if (source === 'blue-request') return blue.find((one) => one.application === ref)?.state ?? null
    if (source !== 'action-overdue' && source !== 'escalated') return null
    const action = world.actions.find((one) => one.id === ref)?.action
    return action === undefined ? null : statusOf(action, today)
  }
  const byItem = (key: string): string[] => meeting.decisions.filter((one) => one.item === key).map((one) => one.number)
  const standing = meeting.items.map((one) => ({ ...one, removed: null, now: stateNow(one), decisions: byItem(one.key) }))
  return [...standing, ...meeting.removed.map(({ item, reason }) => ({ ...item, removed: reason, now: stateNow(item), decisions: [] }))]
}
