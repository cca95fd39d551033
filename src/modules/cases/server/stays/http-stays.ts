/*
Beds of one's own house: who is admitted came by a referral that this body accepted, and its code is all that the house writes. Reading is a look at
every case whose person sleeps there.
*/
import { daysBetween, todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { asId, calendarDate, exactly, orNull, record, taggedBy, text, yesOrNo } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { writeRoute } from '../../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { type DirectoryDoor, type Room, ShelterId } from '../../contract-directory.ts'
import { StaysAnswer } from '../../contract-stays.ts'
import { SubjectCode } from '../../domain/codes.ts'
import { ReferralId } from '../../domain/referral/referral-words.ts'
import { type OccupancyRules, alertOf, inMonth, onNight, reviewsDue } from '../../domain/shelter/occupancy.ts'
import type { Shelter } from '../../domain/shelter/shelter.ts'
import { LeavingReason, PlacedWith, StayId } from '../../domain/shelter/shelter-words.ts'
import { type ReferralRow, findReceived, listReceived } from '../file/store-lists.ts'
import type { RulesDoor } from '../rules/rules-door.ts'
import { type Records, asProgram } from '../record/records.ts'
import { enterCases } from '../record/store-scope.ts'
import { seenRoute } from '../record/view-log.ts'
import { inTheHouse } from './houses.ts'
import { type StayLine, listStays } from './store-stays.ts'

export interface StayDoors {
  readonly records: Records
  readonly directory: Pick<DirectoryDoor<Tx>, 'roomsOf'>
  readonly rules: RulesDoor
}
const params = record({ shelter: ShelterId })
const Admission = record({
  referral: ReferralId,
  stay: StayId,
  room: text(40),
  on: calendarDate(),
  placedWith: PlacedWith,
  family: orNull(SubjectCode),
})
const StayStep = taggedBy('step', [
  record({ step: exactly('move'), stay: StayId, room: text(40), on: calendarDate() }),
  record({ step: exactly('review'), stay: StayId, on: calendarDate() }),
  record({ step: exactly('leave'), stay: StayId, on: calendarDate(), reason: LeavingReason, isForced: yesOrNo() }),
])
const KEEP = can('cases.shelter')

/** Rooms of a house of one's own body; of any other as if there were none. */
async function roomsOfOwn(
  door: Pick<Door, 'read'>,
  { directory }: StayDoors,
  asked: { readonly who: Who; readonly shelter: ShelterId; readonly on: string },
): Promise<readonly Room[] | null> {
  const { who, shelter, on } = asked
  const house = await door.read((tx) => directory.roomsOf(tx, who.tenant, { shelter, on }))
  return house !== null && house.organisation === who.organisation ? house.rooms : null
}

export const stayRoutes = (doors: StayDoors): readonly Route[] => [
  writeRoute({
    path: '/api/shelters/:shelter/admissions',
    summary: 'Gives a bed to somebody whose referral this body accepted; the room must have one, and not become mixed',
    allow: KEEP,
    params,
    body: Admission,
    write: async ({ door, who, envelope, params: { shelter }, data: { referral, ...admission } }) => {
      const rooms = await roomsOfOwn(door, doors, { who, shelter, on: admission.on })
      if (rooms === null) return refused('unknown-shelter')
      const received = await door.read(async (tx) => {
        await asProgram(tx)
        const row = await findReceived(tx, who.tenant, { referral, recipient: who.organisation ?? '' })
        const one = row === null ? null : await doors.records.load(tx, who.tenant, row.case)
        return row === null || one === null ? null : { row, subject: one.whole.file.subject ?? '' }
      })
      if (received === null) return refused('unknown-referral')
      if (!isForBed(received.row)) return refused('referral-not-accepted-for-bed')
      const by = asId('account', who.account)
      return inTheHouse(doors.records.keys, {
        ...{ door, who, envelope, shelter, context: { by, rooms }, case: received.row.case },
        command: { step: 'admit', subject: received.subject, ...admission },
      })
    },
  }),
  writeRoute({
    path: '/api/shelters/:shelter/stays',
    summary: 'Another room, a review, or the end of a stay with its reason',
    allow: KEEP,
    params,
    body: StayStep,
    write: async ({ door, who, envelope, params: { shelter }, data }) => {
      const rooms = await roomsOfOwn(door, doors, { who, shelter, on: data.on })
      if (rooms === null) return refused('unknown-shelter')
      return inTheHouse(doors.records.keys, {
        door,
        who,
        envelope,
        shelter,
        command: data,
        context: { by: asId('account', who.account), rooms },
        case: null,
      })
    },
  }),
  seenRoute({
    path: '/api/shelters/:shelter/stays',
    summary: 'Who sleeps in a house of one’s own, by code and room, its bed-nights, and who was accepted and has no bed yet',
    allow: KEEP,
    params,
    answer: StaysAnswer,
    look: async ({ tx, who, tenant, now, params: { shelter } }) => {
      const today = todayAt(now)
      const house = await doors.directory.roomsOf(tx, tenant, { shelter, on: today })
      if (house === null || house.organisation !== who.organisation) return refused('unknown-shelter')
      const { occupancy: rules } = (await doors.rules.at(tx, tenant, now)(who.organisation)).rules
      await enterCases(tx, { account: who.account, organisation: who.organisation, scope: 'house' })
      const lines = await listStays(tx, tenant, shelter)
      await enterCases(tx, { account: who.account, organisation: who.organisation, scope: 'reader' })
      const received = (await listReceived(tx, tenant, who.organisation)).filter(isForBed)
      await asProgram(tx)
      const waiting = await withoutBed(tx, doors, { tenant, received, lines })
      const cases = [...new Set(lines.map((one) => one.case).filter((one) => one !== ''))].map((one) => asId('case', one))
      return accepted({
        answer: { ...answerOf(lines, { rooms: house.rooms, today, rules }), waiting, asOf: now },
        viewed: { cases, what: 'list' as const, purpose: 'referral' as const },
      })
    },
  }),
]
const isForBed = ({ service, state }: ReferralRow): boolean => service === 'safehouse' && (state === 'accepted' || state === 'in-service')

async function withoutBed(
  tx: Tx,
  { records }: StayDoors,
  asked: { readonly tenant: string; readonly received: readonly ReferralRow[]; readonly lines: readonly StayLine[] },
) {
  const { tenant, received, lines } = asked
  const inBed = new Set(lines.filter((one) => one.state === 'staying').map((one) => one.case))
  const waiting = []
  for (const row of received.filter((one) => !inBed.has(one.case))) {
    const one = await records.load(tx, tenant, row.case)
    if (one !== null) waiting.push({ referral: row.referral, subject: one.whole.file.subject ?? '' })
  }
  return waiting
}

function answerOf(
  lines: readonly StayLine[],
  { rooms, today, rules }: { readonly rooms: readonly Room[]; readonly today: string; readonly rules: OccupancyRules },
): Omit<StaysAnswer, 'waiting' | 'asOf'> {
  const shelter: Shelter = {
    arrangements: [{ from: '0000-01-01', rooms: [...rooms] }],
    stays: new Map(lines.map((one) => [one.stay, one])),
  }
  const due = reviewsDue(shelter, today, rules)
  const tonight = onNight(shelter, today)
  const month = today.slice(0, 7)
  return {
    // Of somebody whose case is forgotten the house keeps the nights; while they sleep there, the bed can still be left.
    stays: lines
      .filter((one) => one.subject !== '' || one.state === 'staying')
      .map(({ stay, subject, placedWith, family, state, stretches }) => {
        const since = stretches[0]?.from ?? today
        const leftOn = state === 'left' ? (stretches.at(-1)?.to ?? null) : null
        return {
          ...{ stay, subject: subject === '' ? '—' : subject, placedWith, family, since, leftOn, room: stretches.at(-1)?.room ?? '' },
          ...{ nights: Math.max(0, daysBetween(since, leftOn ?? today)), isReviewDue: due.includes(stay) },
        }
      }),
    rooms: rooms.map((room) => ({
      ...room,
      occupied: lines.filter((one) => one.state === 'staying' && one.stretches.at(-1)?.room === room.room).length,
    })),
    ...{ tonight, month: { ...inMonth(shelter, month), of: month }, alert: alertOf(tonight, rules) },
    rules: {
      nearlyFullPercent: rules.nearlyFullPercent,
      reviewAfterDays: rules.reviewAfterDays,
      mark: rules.evidence,
    },
  }
}
