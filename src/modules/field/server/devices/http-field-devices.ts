/*
Telephones seen from the office: which were not heard of, and on which work has lain for days. A telephone says it of itself at every sync. No name
of a person is in the list: a device is somebody's by account, and names are the business of who manages people.
*/
import { accepted, refused } from '../../../../kernel/outcome.ts'
import {
  count,
  decimal,
  eitherOf,
  exactly,
  instant,
  listOf,
  mustParse,
  oneOf,
  orNull,
  parse,
  record,
  text,
  whole,
  yesOrNo,
} from '../../../../kernel/schema.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, readRoute } from '../../../../platform/http/build-route.ts'
import { type Route, signedIn } from '../../../../platform/http/route.ts'
import { AccountId, type DevicesDoor, DeviceId, type OrganisationId, type PeopleDoor } from '../../../people/contract.ts'
import { CheckIn } from '../../contract.ts'
import { LATE_RULES, isLate } from '../../domain/device-late.ts'
import { listCheckIns, saveCheckIn } from './store-check-ins.ts'

export interface FieldDeviceParts {
  readonly database: Pick<Database, 'single'>
  readonly devices: DevicesDoor<Tx>
  readonly people: Pick<PeopleDoor<Tx>, 'organisations'>
}

const FieldDevice = record({
  device: DeviceId,
  account: AccountId,
  role: text(40),
  organisation: orNull(text(400)),
  territory: eitherOf(exactly('everywhere'), listOf(text(12), 300)),
  enrolledAt: instant(),
  /** Null for one that never came back after it was enrolled. */
  lastSeenAt: orNull(instant()),
  appVersion: orNull(text(40)),
  unsent: orNull(count()),
  oldestUnsentAt: orNull(instant()),
  clockOffsetSeconds: orNull(whole()),
  isPersisted: orNull(yesOrNo()),
  /** Room that the browser still gives, as last said. */
  freeBytes: orNull(decimal()),
  late: yesOrNo(),
  removed: orNull(record({ at: instant(), reason: text(40) })),
  /** Why nothing of it is taken although nobody removed it. */
  shut: orNull(oneOf('account-closed', 'device-role-withdrawn', 'office-locked-down', 'account-at-rest')),
})
const FieldDevices = record({
  devices: listOf(FieldDevice),
  /** How many are late: the number for the home page. */
  late: count(),
  rules: record({ silentDays: count(), unsentDays: count() }),
})

export const fieldDeviceRoutes = ({ database, devices, people }: FieldDeviceParts): readonly Route[] => [
  rawRoute({
    method: 'POST',
    path: '/api/field/check-ins',
    summary: 'a telephone says how it is: its app, its clock, what lies on it unsent',
    allow: signedIn,
    schemas: { body: CheckIn, answer: record({ serverTime: instant() }) },
    answer: async ({ who, now, body }) => {
      if (who.device === undefined) return outcomeReply(refused('only-for-telephones'))
      const { device } = who
      const said = parse(CheckIn, body)
      if (!said.ok) return badInput(said.faults)
      await database.single((tx) => saveCheckIn(tx, who.tenant, { device, said: said.value, at: now }))
      return { status: 200, body: { serverTime: now } }
    },
  }),
  readRoute({
    path: '/api/field/devices',
    summary: 'telephones that one may see, with what they last said, and which are late',
    allow: signedIn,
    answer: FieldDevices,
    read: async ({ tx, who, tenant, now }) => {
      const seen = await devices.seenBy(tx, who)
      const said = new Map(
        (
          await listCheckIns(
            tx,
            tenant,
            seen.map((one) => one.id),
          )
        ).map((one) => [one.device, one]),
      )
      const employers = [...new Set(seen.flatMap((one): OrganisationId[] => (one.organisation ? [one.organisation] : [])))]
      const names = new Map((await people.organisations(tx, employers, tenant)).map((one) => [String(one.id), one.name]))
      const before = { silent: daysBefore(now, LATE_RULES.silent.days), unsent: daysBefore(now, LATE_RULES.unsent.days) }
      const shown = seen.map((one) => {
        const last = said.get(one.id)
        const removed = one.revokedAt === null ? null : { at: one.revokedAt, reason: one.revokedReason ?? 'replaced' }
        const shut = one.shut === 'device-removed' ? null : one.shut
        const heard = { lastSeenAt: last?.lastSeenAt ?? null, oldestUnsentAt: last?.oldestUnsentAt ?? null, removed, shut }
        return {
          device: one.id,
          account: one.account,
          role: one.role,
          organisation: one.organisation === null ? null : (names.get(one.organisation) ?? null),
          territory: one.territory,
          enrolledAt: one.enrolledAt,
          appVersion: last?.appVersion ?? null,
          unsent: last?.unsent ?? null,
          clockOffsetSeconds: last?.clockOffsetSeconds ?? null,
          isPersisted: last?.isPersisted ?? null,
          freeBytes: last?.freeBytes ?? null,
          shut,
          lastSeenAt: heard.lastSeenAt,
          oldestUnsentAt: heard.oldestUnsentAt,
          removed,
          late: isLate({ enrolledAt: one.enrolledAt, ...heard }, before),
        }
      })
      const rules = { silentDays: LATE_RULES.silent.days, unsentDays: LATE_RULES.unsent.days }
      return accepted(mustParse(FieldDevices, { devices: shown, late: shown.filter((one) => one.late).length, rules }))
    },
  }),
]

const daysBefore = (now: string, days: number): string => new Date(Date.parse(now) - days * 86_400_000).toISOString()
