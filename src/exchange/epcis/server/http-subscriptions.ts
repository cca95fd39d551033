/* `/epcis/queries/{name}/subscriptions`: where what is new is sent, as it comes or at set times. The secret is taken and never said again. */
import { randomUUID } from 'node:crypto'
import { type Incoming, type Reply, type Route, can } from '../../../platform/http/route.ts'
import { type JsonObject, isObject } from '../domain/json.ts'
import { type DeliveryParts, horizonOf } from './deliver.ts'
import { destinationFault } from '../../../platform/http/destination.ts'
import { problem } from './errors.ts'
import { formatAsked } from './headers.ts'
import { isOwn, namedQuery, objectIn, said } from './query-parts.ts'
import { isInstant } from './read-values.ts'
import { param, resource } from './resource.ts'
import { type Schedule, nextAfter, readSchedule } from './schedule.ts'
import { type SubscriptionRow, deleteSubscription, findSubscription, insertSubscription, listSubscriptions } from './store-queries.ts'

const allow = can('exchange.epcis-query')
const BYTES = 200_000

export const subscriptionRoutes = (parts: DeliveryParts): readonly Route[] => [
  ...resource('/epcis/queries/:query/subscriptions', [
    {
      method: 'POST',
      allow,
      takesBytes: BYTES,
      summary: 'EPCIS: sends what is new of a query to an address',
      answer: (incoming) => create(parts, incoming),
    },
    { method: 'GET', allow, summary: 'EPCIS: your subscriptions to a query', answer: (incoming) => list(incoming) },
  ]),
  ...resource('/epcis/queries/:query/subscriptions/:subscription', [
    { method: 'GET', allow, summary: 'EPCIS: one subscription', answer: (incoming) => one(incoming) },
    { method: 'DELETE', allow, summary: 'EPCIS: ends a subscription', answer: (incoming) => remove(parts, incoming) },
  ]),
]

export const subscriptionOf = (row: SubscriptionRow): object => ({
  subscriptionID: row.id,
  dest: row.destination,
  createdAt: row.createdAt,
  ...(row.isStream ? { stream: true } : { schedule: row.schedule }),
  reportIfEmpty: row.reportIfEmpty,
  ...(row.initialRecordTime === null ? {} : { initialRecordTime: row.initialRecordTime }),
  ...(row.lastNotifiedAt === null ? {} : { lastNotifiedAt: row.lastNotifiedAt, minRecordTime: row.lastNotifiedAt }),
})

interface Wanted {
  readonly destination: string
  readonly secret: string | null
  readonly schedule: Schedule | null
  readonly reportIfEmpty: boolean
  readonly initialRecordTime: string | null
}
const KNOWN = ['dest', 'signatureToken', 'stream', 'schedule', 'reportIfEmpty', 'initialRecordTime']
const isTruthOrNone = (value: unknown): value is boolean | undefined => value === undefined || typeof value === 'boolean'

/** What is wanted, or the sentence that says what is wrong with it. */
function wantedIn(body: JsonObject, parts: DeliveryParts): Wanted | string {
  const unknown = Object.keys(body).find((name) => !KNOWN.includes(name))
  if (unknown !== undefined) return `unknown field ${unknown.slice(0, 100)}`
  const { dest, signatureToken, stream, schedule, reportIfEmpty, initialRecordTime } = body
  const fault = destinationFault(dest, parts.destinations)
  if (fault !== null || typeof dest !== 'string') return fault ?? 'dest is missing'
  if (signatureToken !== undefined && (typeof signatureToken !== 'string' || signatureToken.length < 16 || signatureToken.length > 500))
    return 'signatureToken: between 16 and 500 signs'
  if (!isTruthOrNone(stream) || !isTruthOrNone(reportIfEmpty)) return 'stream and reportIfEmpty are true or false'
  if ((stream === true) === (schedule !== undefined)) return 'either stream: true or a schedule, not both'
  if (initialRecordTime !== undefined && (typeof initialRecordTime !== 'string' || !isInstant(initialRecordTime)))
    return 'initialRecordTime: a time with its offset'
  const read = schedule === undefined ? null : readSchedule(schedule)
  if (read !== null && !read.ok) return read.refusal.code
  return {
    destination: dest,
    secret: typeof signatureToken === 'string' ? signatureToken : null,
    schedule: read === null ? null : read.value,
    reportIfEmpty: reportIfEmpty ?? false,
    initialRecordTime: typeof initialRecordTime === 'string' ? initialRecordTime : null,
  }
}

async function create(parts: DeliveryParts, incoming: Incoming): Promise<Reply> {
  const body = objectIn(incoming, 'SubscriptionControlsException')
  if (!body.ok) return body.reply
  const wanted = wantedIn(body.value, parts)
  if (typeof wanted === 'string') return problem('SubscriptionControlsException', { detail: wanted })
  const row = await namedQuery(incoming)
  if (row === null) return problem('NoSuchNameException')
  const { who, tenant, now } = incoming
  const id = randomUUID()
  const horizon = await horizonOf(parts, tenant)
  const { secret, initialRecordTime } = wanted
  const subscription = {
    ...{ id, query: row.name, destination: wanted.destination, isStream: wanted.schedule === null, schedule: wanted.schedule },
    ...{ reportIfEmpty: wanted.reportIfEmpty, format: formatAsked(incoming), account: who.account, createdAt: now, initialRecordTime },
    // What was there before counts only where somebody asks for it by a time.
    lastSequence: initialRecordTime === null ? horizon : 0,
    nextAt: wanted.schedule === null ? now : nextAfter(wanted.schedule, now),
  }
  await parts.database.transaction((tx) => insertSubscription(tx, tenant, { ...subscription, secret }))
  const found = await incoming.door.read((tx) => findSubscription(tx, tenant, row.name, id))
  const location = new URL(`/epcis/queries/${row.name}/subscriptions/${id}`, parts.baseUrl).toString()
  return found === null ? problem('NoSuchNameException') : { ...said(incoming, subscriptionOf(found), { location }), status: 201 }
}

const mine = (incoming: Incoming, row: SubscriptionRow): boolean => isOwn(incoming, { account: row.account })

async function list(incoming: Incoming): Promise<Reply> {
  const query = await namedQuery(incoming)
  if (query === null) return problem('NoSuchNameException')
  const { query: given } = incoming
  const unknown = isObject(Object(given))
    ? Object.keys(Object(given)).find((name) => name !== 'perPage' && name !== 'nextPageToken')
    : undefined
  if (unknown !== undefined) return problem('QueryParameterException', { detail: `unknown parameter ${unknown.slice(0, 200)}` })
  const rows = await incoming.door.read((tx) => listSubscriptions(tx, incoming.tenant, query.name))
  return said(incoming, rows.filter((row) => mine(incoming, row)).map(subscriptionOf))
}

async function found(incoming: Incoming): Promise<SubscriptionRow | null> {
  const query = await namedQuery(incoming)
  const row =
    query === null
      ? null
      : await incoming.door.read((tx) => findSubscription(tx, incoming.tenant, query.name, param(incoming, 'subscription')))
  return row !== null && mine(incoming, row) ? row : null
}
async function one(incoming: Incoming): Promise<Reply> {
  const row = await found(incoming)
  return row === null ? problem('NoSuchResourceException') : said(incoming, subscriptionOf(row))
}
async function remove(parts: DeliveryParts, incoming: Incoming): Promise<Reply> {
  const row = await found(incoming)
  if (row === null) return problem('NoSuchResourceException')
  await parts.database.transaction((tx) => deleteSubscription(tx, incoming.tenant, row.id))
  return { status: 204, body: '' }
}
