/* What every answer of the protocol has in common: filters in any case, pages, the header of the version, and linked data for who asks for it. */
import type { Incoming, Reply } from '../../../platform/http/route.ts'
import { SCHEMA_VERSION } from '../codes.ts'
import { CONTEXT } from '../to-wire.ts'

export type Json = { readonly [field: string]: unknown }

export const wantsLinkedData = ({ headers }: Incoming): boolean => (headers['accept'] ?? '').includes('application/ld+json')

/** Names of filters in any case; the language is for people, not for the protocol. */
export function queryIn(query: unknown, names: readonly string[]): unknown {
  const given = Object.entries({ ...(typeof query === 'object' ? query : {}) }).filter(([name]) => name !== 'language')
  return Object.fromEntries(given.map(([name, value]) => [names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name, value]))
}

interface Page {
  readonly page: number
  readonly limit: number
  readonly total: number
}
export function pageReply(incoming: Incoming, { page, limit, total }: Page, data: readonly Json[]): Reply {
  const totalPages = Math.ceil(total / limit)
  const pagination = { page, limit, total, totalPages, hasNext: page < totalPages, hasPrevious: page > 1 && totalPages > 0 }
  return said(incoming, 200, { schemaVersion: SCHEMA_VERSION, data, pagination })
}

/** One document; a new one says where it is. */
export function documentReply(
  incoming: Incoming,
  { status, wire, address }: { readonly status: number; readonly wire: Json; readonly address: string },
): Reply {
  const reply = said(incoming, status, wire)
  return status === 201 ? { ...reply, headers: { ...reply.headers, location: address } } : reply
}

function said(incoming: Incoming, status: number, body: Json): Reply {
  const headers = { 'schema-version': SCHEMA_VERSION, vary: 'Accept' }
  return wantsLinkedData(incoming)
    ? { status, body: JSON.stringify({ '@context': CONTEXT, ...body }), contentType: 'application/ld+json', headers }
    : { status, body, headers }
}

export const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {}
