import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { refusalStatus } from '../../../bin/refusal-status.ts'
import { dayNumber } from '../../../kernel/calendar.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { createHttpServer } from '../../../platform/http/http-server.ts'
import type { SpellingRow } from '../spelling-correction.ts'
import { ipisRoutes } from './http.ts'

const { program } = await freshDatabase()
let app: FastifyInstance
let sent = 0

beforeAll(async () => {
  app = await createHttpServer({
    routes: ipisRoutes,
    log: program.log,
    tenant: program.tenant,
    clock: program.clock,
    refusalStatus,
    reportFault: ({ error }) => {
      throw error
    },
    // Who may do what is the business of people; here one caller may and one may not.
    authenticate: async (headers) =>
      headers['x-may'] === undefined
        ? null
        : {
            tenant: program.tenant,
            account: '019aa0c2-1111-7000-8000-000000000001',
            organisation: null,
            roles: [],
            capabilities: new Set(headers['x-may'].split(' ')),
            territory: 'everywhere',
            language: 'fr',
          },
  })
})
afterAll(() => app.close())

async function table(): Promise<readonly SpellingRow[]> {
  const answer = await app.inject({ url: '/api/imports/ipis/spellings', headers: { 'x-may': 'imports.manage' } })
  expect(answer.statusCode).toBe(200)
  return answer.json<{ spellings: readonly SpellingRow[] }>().spellings
}
const correct = (spelling: string, data: { meaning: string; reason: string }, may = 'imports.manage') =>
  app.inject({
    method: 'POST',
    url: `/api/imports/ipis/spellings/${spelling}/corrections`,
    headers: { 'x-may': may },
    payload: { id: uuidV7(dayNumber('2026-11-21') * 86_400_000, new Uint8Array(10).fill(++sent)), data },
  })
const find = async (asWritten: string) => (await table()).find((one) => one.asWritten === asWritten)

test('the delivered table can be seen as a whole', async () => {
  const rows = await table()
  expect(rows.filter((one) => one.kind === 'mineral')).toHaveLength(28)
  expect(rows.filter((one) => one.kind === 'frequency')).toHaveLength(38)
  expect(rows.every((one) => one.origin === 'delivered')).toBe(true)
  expect(new Set(rows.map((one) => one.id)).size).toBe(rows.length)
})

test('a line is corrected with a reason and stays corrected after a rebuild', async () => {
  const niobium = await find('Niobium')
  expect((await correct(niobium?.id ?? '', { meaning: 'other', reason: 'niobium pur' })).statusCode).toBe(200)
  const after = await find('Niobium')
  expect(after).toMatchObject({ meaning: 'other', origin: 'corrected', reason: 'niobium pur' })
  await program.log.rebuild()
  expect(await find('Niobium')).toEqual(after)
})

test('the beginning of a spelling can be corrected too', async () => {
  const village = (await table()).find((one) => one.isBeginning && one.asWritten.startsWith('GPS (village'))
  expect((await correct(village?.id ?? '', { meaning: 'approximation', reason: 'centre du village' })).statusCode).toBe(200)
  expect((await table()).find((one) => one.id === village?.id)).toMatchObject({ meaning: 'approximation', isBeginning: true })
})

test.each([
  ['a meaning outside the list', 'Or', 'Argent', 409, 'meaning-not-in-the-list'],
  ['the meaning that it has', 'Or', 'Au', 409, 'meaning-unchanged'],
])('%s is refused', async (_what, asWritten, meaning, status, code) => {
  const answer = await correct((await find(asWritten))?.id ?? '', { meaning, reason: 'essai' })
  expect([answer.statusCode, answer.json<{ refusal: { code: string } }>().refusal.code]).toEqual([status, code])
})

test('a spelling that no table has is not found', async () => {
  const answer = await correct('00000000-0000-7000-8000-000000000000', { meaning: 'Au', reason: 'essai' })
  expect([answer.statusCode, answer.json<{ refusal: { code: string } }>().refusal.code]).toEqual([404, 'unknown-spelling'])
})

test('a stranger and somebody without the power are turned away', async () => {
  expect((await app.inject({ url: '/api/imports/ipis/spellings' })).statusCode).toBe(401)
  expect((await app.inject({ url: '/api/imports/ipis/spellings', headers: { 'x-may': 'sites.read' } })).statusCode).toBe(403)
  expect((await correct('x', { meaning: 'Au', reason: 'essai' }, 'sites.read')).statusCode).toBe(403)
})
