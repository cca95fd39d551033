/* `/epcis/queries`: queries with a name, run by whoever reads them with their own sight; subscriptions to them. */
import { type Incoming, type Reply, type Route, can } from '../../../platform/http/route.ts'
import { isObject } from '../domain/json.ts'
import { problem } from './errors.ts'
import { versionHeaders } from './headers.ts'
import { subscriptionRoutes } from './http-subscriptions.ts'
import type { DeliveryParts } from './deliver.ts'
import { NAME, isOwn, namedQuery, objectIn, said } from './query-parts.ts'
import { type Method, resource } from './resource.ts'
import { addressIn, askedIn, linkTo, searchReply } from './search.ts'
import { type QueryRow, deleteQuery, insertQuery, listQueries } from './store-queries.ts'
import { readStored, storedIn } from './stored-query.ts'

const allow = can('exchange.epcis-query')
const BYTES = 200_000

const method = (verb: Method['method'], summary: string, answer: Method['answer']): Method => ({
  ...{ method: verb, allow, summary: `EPCIS: ${summary}`, answer },
  ...(verb === 'POST' ? { takesBytes: BYTES } : {}),
})

export const queryRoutes = (parts: DeliveryParts): readonly Route[] => [
  ...resource('/epcis/queries', [
    method('POST', 'gives a query a name', (incoming) => create(parts, incoming)),
    method('GET', 'queries with a name', (incoming) => list(parts, incoming)),
  ]),
  ...resource('/epcis/queries/:query', [
    method('GET', 'what a query with a name asks', (incoming) => definition(incoming)),
    method('DELETE', 'ends a query with a name, and its subscriptions', (incoming) => remove(parts, incoming)),
  ]),
  ...resource('/epcis/queries/:query/events', [
    method('GET', 'runs a query with a name; the same address opens a stream (WebSocket)', (incoming) => run(parts, incoming)),
  ]),
  ...subscriptionRoutes(parts),
]

export const definitionOf = ({ name, query }: QueryRow): object => ({ name, query })
async function create(parts: DeliveryParts, incoming: Incoming): Promise<Reply> {
  const refuse = (detail: string): Reply => problem('QueryValidationException', { detail })
  const body = objectIn(incoming, 'QueryValidationException')
  if (!body.ok) return body.reply
  const { name, query, ...rest } = body.value
  const [unknown] = Object.keys(rest).filter((one) => one !== '@context')
  if (unknown !== undefined) return refuse(`unknown field ${unknown.slice(0, 100)}`)
  if (typeof name !== 'string' || !NAME.test(name) || name === 'SimpleEventQuery')
    return refuse('name: letters, digits, - . _ ~, at most 100; not SimpleEventQuery')
  if (query === undefined || !isObject(query)) return refuse('query: an object of parameters')
  const read = readStored(query)
  if (!read.ok) return refuse(read.refusal.code)
  const { who, tenant, now } = incoming
  const row = { name, query, account: who.account, organisation: who.organisation, createdAt: now }
  const isNew = await parts.database.transaction((tx) => insertQuery(tx, tenant, row))
  if (!isNew) return problem('ResourceAlreadyExistsException', { detail: `a query has the name ${name}` })
  return { status: 201, body: '', headers: { location: new URL(`/epcis/queries/${name}`, parts.baseUrl).toString() } }
}

async function list(parts: DeliveryParts, incoming: Incoming): Promise<Reply> {
  const read = askedIn(incoming)
  if (!read.ok) return read.reply
  const [unknown] = read.asked.parameters
  if (unknown) return problem('QueryParameterException', { detail: `unknown parameter ${unknown[0].slice(0, 200)}` })
  const after = read.asked.token === null ? '' : Buffer.from(read.asked.token, 'base64url').toString('utf8').replaceAll('\u0000', '')
  const rows = await incoming.door.read((tx) => listQueries(tx, incoming.tenant, after, read.asked.perPage + 1))
  const shown = rows.slice(0, read.asked.perPage)
  const last = shown.at(-1)
  const link =
    rows.length > shown.length && last
      ? { link: linkTo(addressIn(incoming, parts.baseUrl, '/epcis/queries'), Buffer.from(last.name).toString('base64url')) }
      : {}
  return said(incoming, shown.map(definitionOf), link)
}

async function definition(incoming: Incoming): Promise<Reply> {
  const row = await namedQuery(incoming)
  return row === null ? problem('NoSuchNameException') : said(incoming, definitionOf(row))
}

async function remove(parts: DeliveryParts, incoming: Incoming): Promise<Reply> {
  const row = await namedQuery(incoming)
  if (row === null) return problem('NoSuchNameException')
  if (!isOwn(incoming, row)) return problem('SecurityException', { detail: 'only who made a query ends it' })
  await parts.database.transaction((tx) => deleteQuery(tx, incoming.tenant, row.name))
  return { status: 204, body: '', headers: versionHeaders }
}

async function run(parts: DeliveryParts, incoming: Incoming): Promise<Reply> {
  const row = await namedQuery(incoming)
  if (row === null) return problem('NoSuchNameException')
  const read = askedIn(incoming)
  if (!read.ok) return read.reply
  const [unknown] = read.asked.parameters
  if (unknown)
    return problem('QueryParameterException', { detail: `the query has its parameters; unknown here: ${unknown[0].slice(0, 200)}` })
  const stored = storedIn(row.query)
  if (stored === null) return problem('QueryValidationException')
  return searchReply(parts, incoming, { ...read.asked, ...stored, queryName: row.name, path: `/epcis/queries/${row.name}/events` })
}
