/*
The table on which the HTTP tests of sites stand: a database, a server that believes the role in a header, and short words for what
people do. Each test file that imports it gets its own.
*/
import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect } from 'vitest'
import { freshDatabase } from './database.ts'
import { refusalStatus } from '../src/bin/refusal-status.ts'
import { uuidV7 } from '../src/kernel/ids.ts'
import { type Infer, type Schema, mustParse } from '../src/kernel/schema.ts'
import { createHttpServer } from '../src/platform/http/http-server.ts'
import { capabilitiesOf } from '../src/modules/people/domain/roles.ts'
import { addOrganisation } from '../src/modules/people/module.ts'
import { StandingAnswer } from '../src/modules/sites/domain/register/answers.ts'
import { decidingCriteria } from '../src/modules/sites/domain/missions/criteria.ts'

export const world = await freshDatabase()
export const { program, setClock } = world
export let app: FastifyInstance
export const newId = (): string => uuidV7(Date.now(), randomBytes(10))
export const accounts = new Map<string, string>()
/** For whom the members of a team act: by the kind of their organisation they speak for a body. */
export const organisations = new Map<string, string>()
export const employers = [
  ['MINES_PROV', 'provincial-division'],
  ['SAEMAPE_AGENT', 'saemape'],
  ['CIVIL_SOCIETY', 'civil-society'],
  ['EXPORTER', 'exporter'],
  ['FEC', 'private-sector'],
] as const

beforeAll(async () => {
  for (const [role, kind] of employers) {
    const founded = await addOrganisation({ ...program, places: program.modules.places.door }, { name: kind, kind, area: null })
    if (founded.ok) organisations.set(role, founded.value.organisation)
  }
  app = await createHttpServer({
    routes: program.routes,
    log: program.log,
    tenant: program.tenant,
    clock: program.clock,
    refusalStatus,
    reportFault: ({ error }) => {
      throw error
    },
    authenticate: (headers) => {
      const role = headers['x-role']
      if (role === undefined) return Promise.resolve(null)
      const account = accounts.get(role) ?? newId()
      accounts.set(role, account)
      const territory = headers['x-territory']?.split(',') ?? 'everywhere'
      return Promise.resolve({
        tenant: program.tenant,
        account,
        organisation: organisations.get(role) ?? null,
        roles: [role],
        capabilities: capabilitiesOf([role]),
        territory,
        language: 'fr',
      })
    },
  })
})

export interface Sent {
  readonly status: number
  readonly id: string
  readonly code: string | null
}
export async function post(role: string, path: string, data: object, territory?: string): Promise<Sent> {
  const id = newId()
  const headers = { 'x-role': role, ...(territory ? { 'x-territory': territory } : {}) }
  const answer = await app.inject({ method: 'POST', url: path, headers, payload: { id, data } })
  const body: { refusal?: { code: string } } = answer.json()
  return { status: answer.statusCode, id, code: body.refusal?.code ?? null }
}
export async function taken(role: string, path: string, data: object): Promise<string> {
  const sent = await post(role, path, data)
  expect({ path, ...sent }).toMatchObject({ path, status: 200, code: null })
  return sent.id
}
/** What people did on an earlier day and tell now. */
export async function toldEarlier(
  role: string,
  path: string,
  told: { readonly happenedAt: string; readonly data: object },
): Promise<string> {
  const id = newId()
  const answer = await app.inject({ method: 'POST', url: path, headers: { 'x-role': role }, payload: { id, ...told } })
  expect({ path, body: answer.json(), status: answer.statusCode }).toMatchObject({ path, status: 200 })
  return id
}
export async function ask<S extends Schema<unknown>>(schema: S, path: string, role = 'MINES_NAT', territory?: string): Promise<Infer<S>> {
  const answer = await app.inject({
    method: 'GET',
    url: path,
    headers: { 'x-role': role, ...(territory ? { 'x-territory': territory } : {}) },
  })
  expect({ path, status: answer.statusCode }).toEqual({ path, status: 200 })
  return mustParse(schema, answer.json())
}

export let number = 0
export const source = { name: 'Équipe mixte', reference: 'MR-1' }
export const registerSite = (more: object = {}): Promise<string> =>
  taken('MINES_NAT', '/api/sites', {
    nationalId: `cd-${++number}`,
    name: `Site ${number}`,
    country: 'CD',
    minerals: ['Sn'],
    position: { at: { latitude: -1.9641, longitude: 28.1234 }, origin: 'gps' },
    stated: { province: 'Sud-Kivu' },
    source,
    ...more,
  })
export const members = [
  { body: 'mines-administration', attendance: 'required', head: true },
  { body: 'saemape', attendance: 'required', head: false },
  { body: 'civil-society', attendance: 'required', head: false },
]
export async function inspect(site: string, { date, violated = [] }: { date: string; violated?: readonly string[] }): Promise<string> {
  const inspection = await taken('MINES_PROV', '/api/inspections', { site, date, onSite: true, members })
  const findings = decidingCriteria.map((one) => ({ criterion: one.id, answer: violated.includes(one.id) ? 'violated' : 'met' }))
  await taken('MINES_PROV', `/api/inspections/${inspection}/findings`, { by: 'mines-administration', findings })
  await taken('MINES_PROV', `/api/inspections/${inspection}/signatures`, { body: 'mines-administration' })
  await taken('SAEMAPE_AGENT', `/api/inspections/${inspection}/signatures`, { body: 'saemape' })
  await taken('CIVIL_SOCIETY', `/api/inspections/${inspection}/signatures`, { body: 'civil-society' })
  await taken('MINES_PROV', `/api/inspections/${inspection}/submission`, {})
  await taken('MINES_NAT', `/api/inspections/${inspection}/acceptance`, {})
  return inspection
}
export const orderText = (annex: readonly object[], more: object = {}) => ({
  orderKind: 'validation',
  number: `${++number}/CAB.MIN/MINES/01/2026`,
  signatoryRole: 'MINISTER',
  signedOn: '2026-11-10',
  effectiveFrom: '2026-11-10',
  legalBasis: ['Arrêté 0677/2021'],
  annex,
  ...more,
})
export const standing = (site: string, query: string) => ask(StandingAnswer, `/api/sites/${site}/standing${query}`)
