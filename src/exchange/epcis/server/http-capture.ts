/* `/epcis/capture`: documents come in, jobs say what became of them. `POST /epcis/events`: one event, at once. */
import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../../../kernel/ids.ts'
import { type Incoming, type Reply, type Route, can } from '../../../platform/http/route.ts'
import { readDocument } from '../domain/document.ts'
import { captureError, errorOf, invalid, problem } from './errors.ts'
import { CAPTURE_BYTES, CAPTURE_LIMIT, type Extensions, behaviourAsked, extensionsAsked, formatAsked } from './headers.ts'
import type { JobQueue } from './job-queue.ts'
import { readBody } from './read-body.ts'
import { param, resource } from './resource.ts'
import type { CaptureParts } from './capture-parts.ts'
import { sortEvents } from './run-capture.ts'
import { addressIn, documentOf, jsonType, linkTo } from './search.ts'
import { sightOf } from './sight.ts'
import { type CaptureRow, findCapture, insertCapture, listCaptures } from './store-captures.ts'
import { findById } from './store-search.ts'
import { canonicalUri } from '../domain/identifiers.ts'

const capture = can('exchange.epcis-capture')
const ONE_EVENT_BYTES = 1_000_000
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const captureRoutes = (parts: CaptureParts, queue: JobQueue): readonly Route[] => [
  ...resource('/epcis/capture', [
    {
      method: 'POST',
      allow: capture,
      summary: 'EPCIS: captures a document of events; the answer names the job that says what became of it',
      takesBytes: CAPTURE_BYTES,
      answer: (incoming) => take(parts, queue, incoming),
    },
    { method: 'GET', allow: capture, summary: 'EPCIS: your capture jobs, newest first', answer: (incoming) => jobs(parts, incoming) },
  ]),
  ...resource('/epcis/capture/:capture', [
    { method: 'GET', allow: capture, summary: 'EPCIS: one capture job, with its errors', answer: (incoming) => job(incoming) },
  ]),
]

const watches = (incoming: Incoming) => ({
  account: incoming.who.account,
  organisation: incoming.who.organisation,
  seesAll: incoming.who.capabilities.has('imports.manage'),
})

type Document =
  | { readonly ok: true; readonly sent: unknown; readonly extensions: Extensions }
  | { readonly ok: false; readonly reply: Reply }
function documentIn(incoming: Incoming): Document {
  const body = readBody(incoming.body, incoming.headers['content-type'])
  if (!body.ok) return body
  const extensions = extensionsAsked(incoming)
  if (!extensions.ok) return { ok: false, reply: invalid([captureError('ValidationException', extensions.refusal.code)]) }
  return { ok: true, sent: body.value, extensions: extensions.value }
}

async function take(parts: CaptureParts, queue: JobQueue, incoming: Incoming): Promise<Reply> {
  const document = documentIn(incoming)
  if (!document.ok) return document.reply
  const behaviour = behaviourAsked(incoming)
  if (!behaviour.ok) return invalid([captureError('ValidationException', behaviour.refusal.code)])
  const read = readDocument(document.sent, { expect: 'document', extensions: document.extensions })
  const isBroken = read.problems.some((one) => one.eventIndex === null)
  if (isBroken || (!read.ok && behaviour.value === 'rollback')) return invalid(read.problems.map(errorOf))
  if (read.events.length > CAPTURE_LIMIT)
    return problem('CaptureLimitExceededException', { detail: `at most ${CAPTURE_LIMIT} events in one document` })
  const { who, tenant, now } = incoming
  const id = uuidV7(Date.parse(now), randomBytes(10))
  await parts.database.transaction((tx) =>
    insertCapture(tx, tenant, {
      ...{
        id,
        account: who.account,
        organisation: who.organisation,
        behaviour: behaviour.value,
        createdAt: now,
        events: read.events.length,
      },
      kept: { document: document.sent, extensions: document.extensions },
    }),
  )
  queue.add(id)
  const location = new URL(`/epcis/capture/${id}`, parts.baseUrl).toString()
  return { status: 202, body: '', headers: { location, 'gs1-capture-error-behaviour': behaviour.value } }
}

export const jobOf = (row: CaptureRow): object => ({
  captureID: row.id,
  createdAt: row.createdAt,
  ...(row.finishedAt === null ? {} : { finishedAt: row.finishedAt }),
  running: row.finishedAt === null,
  success: row.success,
  captureErrorBehaviour: row.behaviour,
  errors: row.errors,
})

async function jobs(parts: CaptureParts, incoming: Incoming): Promise<Reply> {
  const given = new Map<string, unknown>(Object.entries({ ...(typeof incoming.query === 'object' ? incoming.query : {}) }))
  const unknown = [...given.keys()].find((name) => name !== 'perPage' && name !== 'nextPageToken')
  if (unknown !== undefined) return problem('QueryParameterException', { detail: `unknown parameter ${unknown.slice(0, 200)}` })
  const perPage = given.get('perPage') ?? '30'
  const after = given.get('nextPageToken') ?? null
  if (typeof perPage !== 'string' || !/^[1-9]\d{0,5}$/.test(perPage))
    return problem('QueryParameterException', { detail: 'perPage is a number, from 1' })
  if (after !== null && (typeof after !== 'string' || !UUID.test(after)))
    return problem('QueryParameterException', { detail: 'nextPageToken is none of ours' })
  const limit = Math.min(Number(perPage), 1000)
  const rows = await incoming.door.read((tx) =>
    listCaptures(tx, incoming.tenant, { sight: watches(incoming), limit: limit + 1, after: typeof after === 'string' ? after : null }),
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const link = rows.length > limit && last ? { link: linkTo(addressIn(incoming, parts.baseUrl, '/epcis/capture'), last.id) } : {}
  return { status: 200, body: JSON.stringify(shown.map(jobOf)), contentType: jsonType(incoming.headers['accept']), headers: link }
}

async function job(incoming: Incoming): Promise<Reply> {
  const id = param(incoming, 'capture')
  const row = UUID.test(id) ? await incoming.door.read((tx) => findCapture(tx, incoming.tenant, id, watches(incoming))) : null
  return row === null
    ? problem('NoSuchResourceException')
    : { status: 200, body: JSON.stringify(jobOf(row)), contentType: jsonType(incoming.headers['accept']) }
}

/** One event with its own context; taken at once, as a job of one that is done when the answer goes out. */
export async function takeOne(parts: CaptureParts, queue: JobQueue, incoming: Incoming): Promise<Reply> {
  const document = documentIn(incoming)
  if (!document.ok) return document.reply
  const read = readDocument(document.sent, { expect: 'event', extensions: document.extensions })
  if (!read.ok) return invalid(read.problems.map(errorOf))
  const sorted = await sortEvents(parts, read)
  const [fresh] = sorted.fresh
  if (!fresh) return problem('ResourceAlreadyExistsException', { detail: sorted.errors[0]?.detail ?? 'this event is here already' })
  const { who, tenant, now } = incoming
  const id = uuidV7(Date.parse(now), randomBytes(10))
  await parts.database.transaction((tx) =>
    insertCapture(tx, tenant, {
      ...{ id, account: who.account, organisation: who.organisation, behaviour: 'rollback', createdAt: now, events: 1 },
      kept: { document: document.sent, extensions: document.extensions },
    }),
  )
  await queue.finish(id)
  const done = await incoming.door.read((tx) => findCapture(tx, tenant, id, watches(incoming)))
  if (done?.success !== true) return problem('ResourceAlreadyExistsException', { detail: done?.errors[0]?.detail ?? '' })
  return {
    status: 201,
    body: '',
    headers: { location: new URL(`/epcis/events/${encodeURIComponent(fresh.eventId)}`, parts.baseUrl).toString() },
  }
}
export const ONE_EVENT = { method: 'POST', allow: capture, takesBytes: ONE_EVENT_BYTES } as const

/** One event by its identifier, in any form of it, with every declaration that it was wrong. */
export async function oneEvent(parts: CaptureParts, incoming: Incoming): Promise<Reply> {
  const given = param(incoming, 'event')
  const found = await incoming.door.read(async (tx) =>
    given === '' ? [] : findById(tx, incoming.tenant, canonicalUri(given), await sightOf(tx, parts.custody, incoming.who)),
  )
  if (found.length === 0) return problem('NoSuchResourceException')
  const body = documentOf(found, { createdAt: incoming.now, format: formatAsked(incoming), queryName: 'SimpleEventQuery' })
  return { status: 200, body, contentType: jsonType(incoming.headers['accept']) }
}
