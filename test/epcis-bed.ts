/* What the tests of this folder share: the program on a database of its own, a machine with a token, and its way of asking. */
import type { FastifyInstance } from 'fastify'
import { addToken } from '../src/modules/people/module.ts'
import type { TestDatabase } from './database.ts'

export type Json = ReturnType<typeof JSON.parse>
export interface Said {
  readonly status: number
  readonly body: Json
  readonly headers: Record<string, string | undefined>
}
export interface Machine {
  readonly get: (url: string, headers?: Record<string, string>) => Promise<Said>
  readonly send: (method: 'POST' | 'DELETE' | 'OPTIONS', url: string, body?: unknown, headers?: Record<string, string>) => Promise<Said>
}

export async function openMachine({ program }: TestDatabase, app: FastifyInstance, role = 'epcis-client'): Promise<Machine> {
  const added = await addToken({ ...program, places: program.modules.places.door }, { name: 'partner', role })
  if (!added.ok) throw new Error(added.refusal.code)
  return asking(app, { 'x-api-key': added.value.token })
}
export function asking(app: FastifyInstance, login: Record<string, string>): Machine {
  const ask = async (
    method: 'GET' | 'POST' | 'DELETE' | 'OPTIONS',
    url: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Said> => {
    const answer = await app.inject({
      ...{ method, url, headers: { ...login, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers } },
      ...(body === undefined ? {} : { payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    })
    const isJson = String(answer.headers['content-type'] ?? '').includes('json')
    const kept = Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
    )
    return { status: answer.statusCode, body: isJson && answer.body !== '' ? answer.json() : answer.body, headers: kept }
  }
  return {
    get: (url, headers = {}) => ask('GET', url, undefined, headers),
    send: (method, url, body, headers = {}) => ask(method, url, body, headers),
  }
}

const CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'
export const documentOf = (events: readonly object[], context: Json = CONTEXT): object => ({
  '@context': context,
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-11-01T00:00:00.000Z',
  epcisBody: { eventList: events },
})
export const eventsIn = (said: Said): readonly Json[] => said.body.epcisBody.queryResults.resultsBody.eventList
export const OBSERVED = {
  type: 'ObjectEvent',
  action: 'OBSERVE',
  eventTime: '2026-11-02T10:00:00.000+02:00',
  eventTimeZoneOffset: '+02:00',
  epcList: ['urn:epc:id:sgtin:0614141.107346.2017'],
  bizStep: 'shipping',
  disposition: 'in_transit',
  readPoint: { id: 'urn:epc:id:sgln:0614141.07346.1234' },
} as const
