/*
A text message to the grievance desk that begins with ALERTE becomes a warning by itself, under an id that follows from its report: brought twice it is one. It acts
as the house, for no account; the words stay sealed at the desk, and here stands only the way to them.
*/
import { createHash, randomBytes } from 'node:crypto'
import { uuidV7 } from '../../../../kernel/ids.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import { drawnNumber } from '../../../../platform/log/drawn-number.ts'
import type { Log } from '../../../../platform/log/log.ts'
import type { WarningChannel } from '../../contract-warnings.ts'
import { isWarningText, readWarningText } from '../../domain/warnings/sms-warning.ts'
import { wallClock, zoneOfPlace } from '../../domain/warnings/zones.ts'
import { placeOf, warningAggregate } from './http-warnings.ts'
import type { WarningDoors } from './sight-warnings.ts'
import { listWarningNumbers } from './store-warnings.ts'

const GATEWAY = { account: 'gateway', organisation: null, role: null } as const
export interface TextHouse {
  readonly database: Pick<Database, 'read'>
  readonly tenant: string
  readonly clock: () => string
  readonly log: () => Pick<Log, 'execute'>
}
export interface HeardText {
  /** Of the grievance desk. */
  readonly report: string
  readonly text: string
  readonly channel: Extract<WarningChannel, 'sms' | 'app'>
  /** Bodies that the message names, by name or kind: none of them sorts it. */
  readonly organisations: readonly string[]
}
/** Handed to the grievance desk by bin. */
export interface TextWarnings {
  readonly isWarning: (text: string) => boolean
  readonly raise: (heard: HeardText) => Promise<void>
}
const MOST_NAMED = 30

export const textWarnings = (doors: Pick<WarningDoors, 'places' | 'sites'>, { database, tenant, clock, log }: TextHouse): TextWarnings => ({
  isWarning: isWarningText,
  raise: async ({ report, text, channel, organisations }) => {
    const now = clock()
    const named = organisations.slice(0, MOST_NAMED).map((one) => asId('organisation', one))
    const areas = await database.read((tx) => doors.places.listAreas(tx, 'territoire', tenant))
    const heard = readWarningText(text, areas)
    await log().execute({
      ...{ tenant, aggregate: warningAggregate, actor: GATEWAY, subject: followingId(report) },
      envelope: { id: asId('command', uuidV7(Date.parse(now), randomBytes(10))) },
      command: { type: 'receive-text', heard, text: { voice: asId('voice', report), channel, organisations: named } },
      context: async (tx) => ({
        ...{ now, writtenAt: null, today: wallClock(now, zoneOfPlace('')).day, account: GATEWAY.account, organisation: null },
        number: `W-${now.slice(0, 4)}-${drawnNumber(await listWarningNumbers(tx, tenant, now.slice(0, 4)))}`,
        place: heard.territoire === null ? null : await placeOf(tx, doors, { tenant, report: { territoire: heard.territoire } }),
        ...{ known: true, triages: false, party: false, bodies: [], partyBodies: [], incidentNumber: null },
      }),
    })
  },
})
const followingId = (report: string): string =>
  uuidV7(
    Number.parseInt(report.replaceAll('-', '').slice(0, 12), 16),
    createHash('sha256').update(`text-warning ${report}`).digest().subarray(0, 10),
  )
