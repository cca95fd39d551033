/* What the routes of named queries and of subscriptions share: the query that an address names, whose it is, a body that is an object. */
import type { Incoming, Reply } from '../../../platform/http/route.ts'
import { type Json, type JsonObject, isObject } from '../domain/json.ts'
import { type Exception, problem } from './errors.ts'
import { readBody } from './read-body.ts'
import { param } from './resource.ts'
import { jsonType } from './search.ts'
import { type QueryRow, findQuery } from './store-queries.ts'

export const NAME = /^[A-Za-z0-9][\w.~-]{0,99}$/

export const said = (incoming: Incoming, body: object, headers: { readonly [name: string]: string } = {}): Reply => ({
  ...{ status: 200, body: JSON.stringify(body), contentType: jsonType(incoming.headers['accept']), headers },
})
export const namedQuery = (incoming: Incoming): Promise<QueryRow | null> => {
  const name = param(incoming, 'query')
  return NAME.test(name) ? incoming.door.read((tx) => findQuery(tx, incoming.tenant, name)) : Promise.resolve(null)
}
/** Whoever made it, their organisation, and who manages imports. */
export const isOwn = ({ who }: Incoming, row: { readonly account: string; readonly organisation?: string | null }): boolean =>
  row.account === who.account || (row.organisation ?? null) === (who.organisation ?? undefined) || who.capabilities.has('imports.manage')

export type ObjectBody = { readonly ok: true; readonly value: JsonObject } | { readonly ok: false; readonly reply: Reply }
export function objectIn(incoming: Incoming, exception: Exception): ObjectBody {
  const body = readBody(incoming.body, incoming.headers['content-type'])
  if (!body.ok) return body
  return isJsonObject(body.value)
    ? { ok: true, value: body.value }
    : { ok: false, reply: problem(exception, { detail: 'an object is expected' }) }
}
const isJson = (value: unknown): value is Json => value !== undefined
const isJsonObject = (value: unknown): value is JsonObject => isJson(value) && isObject(value)
