import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { addAccount, addOrganisation, addToken } from '../../src/modules/people/module.ts'
import { MACHINE_ROLES, ROLE_IDS } from '../../src/modules/people/domain/roles.ts'
import { freshDatabase } from '../database.ts'
import { type Client, machine, signIn, stranger } from '../world/client.ts'
import { waiveSecondFactor } from '../world/undertakings.ts'
import { HALL_DOOR } from './permission-matrix-conflict.ts'
import { MATRIX } from './permission-matrix.ts'

// Wrong codes of a hall are answered ever more slowly; who may knock does not hang on how long one waits.
vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }))
const world = await freshDatabase()
const PASSWORD = 'a long enough password'
const SOME_ID = '019aa5db-c580-7fff-bfff-ffffffffffff'
const routeName = (route: { readonly method: string; readonly path: string }): string => `${route.method} ${route.path}`
// Signing out everywhere ends the sessions that this test knocks with, so its turn is last.
const routes = world.program.routes.toSorted((a, b) => Number(a.path.includes('sign-out')) - Number(b.path.includes('sign-out')))
let app: FastifyInstance
const clients = new Map<string, Client>()

beforeAll(async () => {
  app = await world.program.createHttp()
  const { program } = world
  const parts = {
    database: program.database,
    log: program.log,
    tenant: program.tenant,
    places: program.modules.places.door,
    clock: program.clock,
  }
  // Rights are asked for here, and not what whoever has them owes besides.
  const founded = await addOrganisation(parts, { name: 'Bureau de tous', kind: 'ngo', area: null })
  if (!founded.ok) throw new Error(founded.refusal.code)
  const { organisation } = founded.value
  await waiveSecondFactor(program, organisation)
  for (const role of ROLE_IDS) {
    if (MACHINE_ROLES.includes(role)) {
      const token = await addToken(parts, { name: 'machine', role })
      clients.set(role, machine(app, token.ok ? token.value.token : ''))
      continue
    }
    const email = `${role.toLowerCase()}@people.example`
    const added = await addAccount(parts, { email, password: PASSWORD, roles: [role], organisation })
    if (!added.ok) throw new Error(`${role}: ${added.refusal.code}`)
    clients.set(role, await signIn(app, email, PASSWORD))
  }
  return () => app.close()
})

test('every route has its row in the matrix, and no row is without a route', () => {
  expect(Object.keys(MATRIX).sort()).toEqual(routes.map(routeName).sort())
})

test('the door of a hall has its own routes, for whoever stands before it; the main server has none of them', async () => {
  expect(world.program.hallRoutes.map(routeName).sort()).toEqual([...HALL_DOOR].sort())
  const hall = await world.program.createHall()
  for (const { method, path } of world.program.hallRoutes) {
    const asked = { method, url: path.replace(':code', 'XXXXXXXX') } as const
    expect((await app.inject(asked)).statusCode, `${method} ${path}`).toBe(404)
    const atTheDoor = await hall.inject(asked)
    expect([atTheDoor.statusCode, atTheDoor.headers['content-type']], `${method} ${path}`).toEqual([
      path === '/hall/:code' ? 404 : method === 'POST' ? 400 : 200,
      'text/html; charset=utf-8',
    ])
  }
  // And the door has nothing of the program.
  for (const url of ['/', '/api/about', '/api/conflict/workshops', '/sign-in']) expect((await hall.inject({ url })).statusCode).toBe(404)
  await hall.close()
})

describe.each(routes.map((route) => [routeName(route), route] as const))('%s', (name, route) => {
  const allowed = MATRIX[name] ?? []
  const url = route.path.replaceAll(/:[A-Za-z]+/g, SOME_ID)
  const knock = async (client: Client): Promise<string> => {
    const answer = route.method === 'GET' ? await client.get(url) : await client.send(url, {}, route.method)
    // The interfaces of other standards say the same code in their own shape.
    const { refusal = null, code: inItsWords = '' } = { ...(typeof answer.body === 'object' ? answer.body : {}) }
    const code = JSON.stringify({ refusal, code: inItsWords })
    // OpenRosa speaks XML, and HEAD nothing: there the status alone says it.
    const isShutInText = typeof answer.body === 'string' && answer.status === 403
    return answer.status === 401 || isShutInText || code.includes('"not-allowed"') || code.includes('"not-signed-in"') ? 'shut' : 'open'
  }
  test('a stranger', async () => expect(await knock(stranger(app))).toBe(allowed === 'anyone' ? 'open' : 'shut'))
  test('each role', async () => {
    const found: Record<string, string> = {}
    const wanted: Record<string, string> = {}
    for (const [role, client] of clients) {
      found[role] = await knock(client)
      wanted[role] = allowed === 'anyone' || allowed === 'signed-in' || allowed.includes(role) ? 'open' : 'shut'
    }
    expect(found).toEqual(wanted)
  })
})
