/*
Rescue over HTTP: a file from a broken or removed telephone is handed in by its owner or by somebody who answers for it; while the telephone is in service
a colleague of the same organisation may bring it too. The owner of a phone whose PIN is forgotten gets its key opened, after signing in by password and not
from the phone itself.
*/
import { createHash } from 'node:crypto'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, base64, parse, record } from '../../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute } from '../../../../platform/http/build-route.ts'
import { type Route, signedIn } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { RescueKey } from '../../../../platform/keys/rescue-key.ts'
import { type DeviceBrief, DeviceId } from '../../../people/contract.ts'
import { RescueHeader, Rescued } from '../../contract.ts'
import { dataKeyOf, readRescue } from './open-rescue.ts'
import { type RescueHand, type RescueParts, runRescue } from './run-rescue.ts'
import { noteOutcome, noteRecovery, noteRescue } from './store-rescues.ts'

export interface RescueRouteParts extends RescueParts {
  readonly rescueKey: RescueKey
}
/** A day of a team: two hundred photographs and a hundred forms (D). */
export const MOST_RESCUE_BYTES = 200_000_000
/** Times that one telephone's key is opened in a day (D). */
export const RECOVERIES_A_DAY = 5

const Recovery = record({ forServer: RescueHeader.shape.forServer })
const Recovered = record({ dataKey: base64() })

export const rescueRoutes = (parts: RescueRouteParts): readonly Route[] => {
  // One after the other: each may fill a good part of the memory.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
  return [
    {
      ...rawRoute({
        method: 'POST',
        path: '/api/field/rescues',
        summary: 'brings in what a rescue file of a telephone holds; the same file again adds nothing',
        allow: signedIn,
        schemas: { answer: Rescued },
        answer: ({ who, now, body }) => inTurn(async () => outcomeReply(await handIn(parts, { who, now }, body))),
      }),
      takesBytes: MOST_RESCUE_BYTES,
    },
    rawRoute({
      method: 'POST',
      path: '/api/field/devices/:device/key-recovery',
      summary: `opens the key of one's own telephone, sealed for this server, for a PIN that is forgotten; ${RECOVERIES_A_DAY} times a day`,
      allow: signedIn,
      schemas: { params: record({ device: DeviceId }), body: Recovery, answer: Recovered },
      answer: async ({ who, now, params, body }) => {
        const named = parse(record({ device: DeviceId }), params)
        if (!named.ok) return badInput(named.faults)
        const asked = parse(Recovery, body)
        if (!asked.ok) return badInput(asked.faults)
        return outcomeReply(await recover(parts, { who, now, device: named.value.device }, asked.value.forServer))
      },
    }),
  ]
}

interface By {
  readonly who: Who
  readonly now: string
}

async function handIn(
  parts: RescueRouteParts,
  by: By & { readonly isInside?: true },
  body: unknown,
): Promise<Outcome<Infer<typeof Rescued>>> {
  const { who, now } = by
  const bytes = bytesOf(body)
  const read = readRescue(bytes)
  if (!read.ok) return read
  const { header } = read.value
  const device = await findDevice(parts, who, header.device)
  if (!device) return refused('device-not-enrolled')
  const hand = await handOf(parts, who, device)
  if (!hand) return refused(device.shut !== null && isColleague(who, device) ? 'rescue-needs-supervisor' : 'not-your-device')
  const dataKey = dataKeyOf(parts.rescueKey, header.device, header.forServer)
  if (!dataKey) return refused('rescue-for-another-server')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const row = { sha256, device: device.id, account: device.account, by: who.account, at: now }
  await parts.database.transaction((tx) => noteRescue(tx, who.tenant, row))
  // A file that this telephone carried for a colleague is judged as if its bearer had handed it in; a third in the second is not looked for.
  const carried = by.isInside ? undefined : (inside: Uint8Array) => handIn(parts, { who, now, isInside: true }, inside)
  const outcome = await runRescue(parts, { who, device, now, hand, carried }, { file: read.value, dataKey })
  await parts.database.transaction((tx) => noteOutcome(tx, who.tenant, { sha256, outcome }))
  return accepted(outcome)
}

function bytesOf(body: unknown): Uint8Array<ArrayBuffer> {
  if (!(body instanceof Uint8Array)) return new Uint8Array()
  return body.buffer instanceof ArrayBuffer ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength) : new Uint8Array(body)
}

const findDevice = async ({ database, devices }: RescueParts, who: Who, id: string): Promise<DeviceBrief | undefined> =>
  (await database.read((tx) => devices.byId(tx, who.tenant, [id])))[0]

/** Whose hand it is, or null for one that may not. */
async function handOf({ database, devices }: RescueParts, who: Who, device: DeviceBrief): Promise<RescueHand | null> {
  if (device.account === who.account) return 'owner'
  const sees =
    who.capabilities.has('field.rescue') && (await database.read((tx) => devices.seenBy(tx, who))).some(({ id }) => id === device.id)
  if (sees) return 'supervisor'
  return device.shut === null && isColleague(who, device) ? 'bearer' : null
}
const isColleague = (who: Who, device: DeviceBrief): boolean => who.organisation !== null && who.organisation === device.organisation

/** Not from a telephone: whoever holds it would open it with itself. A removed one is opened for nobody; its work comes in by a rescue file. */
async function recover(
  parts: RescueRouteParts,
  { who, now, device: id }: By & { readonly device: string },
  sealed: Infer<typeof RescueHeader>['forServer'],
): Promise<Outcome<Infer<typeof Recovered>>> {
  if (who.device !== undefined) return refused('only-with-password')
  const device = await findDevice(parts, who, id)
  if (!device || device.account !== who.account) return refused('not-your-device')
  if (device.shut) return refused(device.shut)
  const times = await parts.database.transaction((tx) => noteRecovery(tx, who.tenant, { device: id, account: who.account, at: now }))
  if (times > RECOVERIES_A_DAY) return refused('too-many-tries', { minutes: 24 * 60 })
  const dataKey = dataKeyOf(parts.rescueKey, id, sealed)
  return dataKey ? accepted({ dataKey: Buffer.from(dataKey).toString('base64') }) : refused('rescue-for-another-server')
}
