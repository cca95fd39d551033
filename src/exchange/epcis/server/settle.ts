/*
What a captured event means for custody: commands to the same routes that people use, with the rights of who sent it and no more. What
becomes of each event is an entry of the log: entries of custody came of it, or it stands as received, and why. A refusal of custody
is no fault of the capture: the event is kept either way.
*/
import type { Reply } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Draft } from '../../../platform/log/event.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Json } from '../domain/json.ts'
import { type CustodyCommand, commandsFromEvent } from '../domain/to-custody.ts'
import { type EventSettled, epcisKinds } from '../words.ts'
import { idFrom } from './event-rows.ts'
import { resolveWith } from './resolve.ts'
import type { CaptureParts, Good } from './capture-parts.ts'
import { listSettled } from './store-events.ts'

type Base = Pick<Draft, 'subject' | 'happenedAt' | 'actor'>
export interface Settling {
  readonly who: Who
  readonly base: Base
  readonly createdAt: string
  readonly named: readonly Good[]
}

/** In the order of their times, so that a bag is there before it is sold; one entry each. */
export async function settleEvents(parts: CaptureParts, { who, base, createdAt, named }: Settling): Promise<void> {
  const { database, tenant } = parts
  const done = await database.read((tx) =>
    listSettled(
      tx,
      tenant,
      named.map((one) => one.row),
    ),
  )
  const open = [...new Map(named.map((one) => [one.row, one])).values()].filter((one) => !done.has(one.row))
  for (const one of open.toSorted((a, b) => timeOf(a) - timeOf(b) || a.index - b.index)) {
    const settled = await settleOne(parts, { who, createdAt, one }).catch(
      // The event is kept whatever goes wrong with what it might mean.
      (error: unknown): EventSettled => ({
        event: one.row,
        became: 'kept',
        because: 'fault',
        detail: nameOf(error),
        entries: [],
        things: [],
      }),
    )
    const id = idFrom(Date.parse(createdAt), `epcis/settled/${one.row}`)
    await parts.log().record(tenant, [{ ...base, id, kind: epcisKinds.settled, payload: settled }])
  }
}
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown').slice(0, 200)
const timeOf = ({ event }: Good): number => Date.parse(String(event.normal?.['eventTime'])) || 0

async function settleOne(
  parts: CaptureParts,
  { who, createdAt, one }: { readonly who: Who; readonly createdAt: string; readonly one: Good },
): Promise<EventSettled> {
  const kept = (because: string, detail = ''): EventSettled => ({
    ...{ event: one.row, became: 'kept', because: because.slice(0, 200), entries: [], things: [] },
    ...(detail === '' ? {} : { detail: detail.slice(0, 2000) }),
  })
  const normal = one.event.normal
  if (normal === null) return kept('not-read')
  const meant = commandsFromEvent(normal, { base: parts.baseUrl.replace(/\/$/, '') })
  if (meant.kept !== null) return kept(meant.kept.reason, meant.kept.detail)
  const entries: string[] = []
  const things: { uri: string; lot: string }[] = []
  const refusals: string[] = []
  for (const [at, command] of meant.commands.entries()) {
    const id = idFrom(Date.parse(createdAt), `epcis/command/${one.row}/${at}`)
    const asked = await parts.database.read((tx: Tx) => requestOf(tx, parts, { command, id }))
    if ('because' in asked) {
      refusals.push(`${command.type}: ${asked.because} ${asked.detail}`)
      continue
    }
    const body = { id, happenedAt: happenedAt(normal), data: asked.data }
    const reply = await parts.dispatch({ who, method: 'POST', url: asked.url, body, isKept: true })
    const receipt = receiptOf(reply)
    if (receipt === null) refusals.push(`${command.type}: ${refusalOf(reply)}`)
    else {
      entries.push(...receipt.events)
      things.push(...(await thingsOf(parts, command, receipt.lot)))
    }
  }
  if (entries.length === 0) return kept('refused-by-custody', refusals.join('; '))
  const left = refusals.join('; ').slice(0, 2000)
  return { event: one.row, became: 'custody', entries, things, ...(left === '' ? {} : { because: 'in-part', detail: left }) }
}
const happenedAt = (normal: { readonly [name: string]: Json }): string => new Date(String(normal['eventTime'])).toISOString()

/** What the event calls the lots that came of a command: of a processing, one for each output. */
async function thingsOf(
  { database, custody, tenant }: CaptureParts,
  command: CustodyCommand,
  subject: string,
): Promise<readonly { readonly uri: string; readonly lot: string }[]> {
  if (command.outputs === undefined) return [{ uri: command.lot.slice(0, 2000), lot: subject }]
  const made: { readonly uri: string; readonly lot: string }[] = []
  for (const { lot: uri, number } of command.outputs) {
    const [only] = (await database.read((tx: Tx) => custody.named(tx, tenant, number))).filter((one) => one.number === number)
    if (only) made.push({ uri: uri.slice(0, 2000), lot: only.lot })
  }
  return made
}

/** What makes a lot has no lot in its address. */
const ADDRESSES: { readonly [type in CustodyCommand['type']]: string } = {
  'register-bag': '/api/bags',
  'combine-lots': '/api/lots',
  'transfer-lot': '/api/lots/:lot/transfers',
  'receive-lot': '/api/lots/:lot/receipts',
  'record-assay': '/api/lots/:lot/assays',
  'split-lot': '/api/processings',
  'process-lot': '/api/processings',
  'quarantine-lot': '/api/lots/:lot/quarantine',
  'release-lot': '/api/lots/:lot/releases',
  'correct-mass': '/api/lots/:lot/corrections',
  'void-lot': '/api/lots/:lot/voidings',
  'record-leg': '/api/lots/:lot/legs',
  'reject-lot': '/api/lots/:lot/rejections',
  'take-back-lot': '/api/lots/:lot/takings-back',
  'store-lot': '/api/lots/:lot/stays',
  'leave-depot': '/api/lots/:lot/leavings',
  'seize-lot': '/api/lots/:lot/seizures',
  'lift-seizure': '/api/lots/:lot/seizure-liftings',
  'pack-lot': '/api/lots/:lot/packings',
}
type Request = { readonly url: string; readonly data: Json } | { readonly because: string; readonly detail: string }
async function requestOf(
  tx: Tx,
  { tenant, custody, baseUrl }: CaptureParts,
  { command }: { readonly command: CustodyCommand; readonly id: string },
): Promise<Request> {
  const resolve = resolveWith(tx, { tenant, custody, base: baseUrl.replace(/\/$/, '') })
  const data = await resolve.data(command.data)
  if (data.unknown !== null) return { because: 'unknown-identifier', detail: data.unknown }
  const address = ADDRESSES[command.type]
  if (!address.includes(':lot')) return { url: address, data: data.value }
  const lot = await resolve.lot(command.lot)
  return lot === null
    ? { because: 'unknown-lot', detail: command.lot.slice(0, 400) }
    : { url: address.replace(':lot', lot), data: data.value }
}

function receiptOf({ status, body }: Reply): { readonly lot: string; readonly events: readonly string[] } | null {
  if (status !== 200 || typeof body !== 'object' || body === null || !('subject' in body) || !('events' in body)) return null
  const events = Array.isArray(body.events) ? body.events.map((one: { readonly id?: unknown }) => String(one.id)) : []
  return typeof body.subject === 'string' ? { lot: body.subject.slice(body.subject.indexOf(':') + 1), events } : null
}
/** The code and the facts of a refusal; of a body that the route could not read, the fields. */
function refusalOf({ status, body }: Reply): string {
  const said = typeof body === 'object' && body !== null && 'refusal' in body ? body.refusal : null
  return said === null ? String(status) : JSON.stringify(said).slice(0, 500)
}
