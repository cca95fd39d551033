/*
More than twenty thousand requests to every route about persons, made from the interface's own document: with wrong, missing and others' identifiers,
as people who hold keys and as people who hold none. Nothing but refusals, in one shape; and to a number that belongs to others the same answer, byte
for byte, as to a number that never was.
*/
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { openApi } from '../../src/bin/open-api.ts'
import { refusalStatus } from '../../src/bin/refusal-status.ts'
import { asId } from '../../src/kernel/schema.ts'
import { uuidV7 } from '../../src/kernel/ids.ts'
import { capabilitiesOf } from '../../src/modules/people/domain/roles.ts'
import { connect } from '../../src/platform/database/connect.ts'
import { createHttpServer } from '../../src/platform/http/http-server.ts'
import { freshProvince } from '../played-province.ts'
import { demoAccounts } from '../world/accounts.ts'
import { type Making, type Operation, WRONG_BODIES, WRONG_IDS, drawFrom, neverWas, operationsIn, sampleOf } from './fuzzed-requests.ts'

const world = await freshProvince()
const { program, province } = world
const UNDER = [
  ...[
    '/api/cases',
    '/api/case-accounts',
    '/api/second-factors',
    '/api/second-factor-rules',
    '/api/case-statistics',
    '/api/case-view-alerts',
    '/api/case-views',
    '/api/referrals',
    '/api/keys',
    '/api/service-points',
    '/api/service-point-lists',
    '/api/shelters',
  ],
  ...['/api/shelter-capacity', '/api/signals', '/api/interview-tallies', '/api/breaches', '/api/breach-steps', '/api/offices'],
  ...[
    '/api/consent-overrides',
    '/api/consent-proofs',
    '/api/undertaking',
    '/api/sharing-agreements',
    '/api/statistics-releases',
    '/api/htcds-imports',
  ],
]
const operations = operationsIn(openApi(program.routes), UNDER)
/** Who asks: none of them of the team of the cases that are asked for. */
const ASKERS = ['casework2', 'clinic', 'apltp', 'justice', 'custodian1', 'monitor', 'inspector', 'trader', 'administrator'] as const
const faults: unknown[] = []
let app: FastifyInstance
let theirs: { readonly cases: readonly string[]; readonly referrals: readonly string[] }

beforeAll(async () => {
  app = await createHttpServer({
    ...{ routes: program.routes, log: program.log, tenant: program.tenant, clock: program.clock, refusalStatus },
    reportFault: ({ error }) => void faults.push(error),
    authenticate: (headers) => {
      const found = demoAccounts.find((one) => one.key === headers['x-asker'])
      if (!found) return Promise.resolve(null)
      return Promise.resolve({
        ...{
          tenant: program.tenant,
          account: province.stage.account(found.key),
          roles: [found.role],
          language: 'fr',
          territory: 'everywhere',
        },
        organisation: province.stage.organisation(found.organisation),
        capabilities: capabilitiesOf([found.role]),
      })
    },
  })
  const owner = connect({ connectionString: world.connectionString, role: 'owner', max: 1 })
  theirs = await owner.transaction(async (tx) => ({
    // Of the first caseworker, and open to nobody else who asks here.
    cases: (
      await sql<{ id: string }>`
      select case_id as id from case_member where account_id = ${province.stage.account('caseworker')} and left_at is null and case_id not in (
        select case_id from case_member where account_id <> ${province.stage.account('caseworker')})`.execute(tx)
    ).rows.map((row) => row.id),
    referrals: (
      await sql<{ id: string }>`
      select referral_id as id from case_referral where recipient = ${province.stage.organisation('salama')}`.execute(tx)
    ).rows.map((row) => row.id),
  }))
  await owner.close()
})
afterAll(() => app.close())

const now = Date.parse(program.clock())
interface Sent {
  readonly asker: string
  readonly operation: Operation
  readonly path: string
  readonly body: unknown
}
const say = ({ asker, operation: { method }, path, body }: Sent): string =>
  `${asker} ${method} ${path} ${JSON.stringify(body)?.slice(0, 600) ?? ''}`
async function ask({ asker, operation: { method }, path, body }: Sent): Promise<{ readonly status: number; readonly body: string }> {
  const bare = method === 'GET' || body === undefined
  const payload = typeof body === 'object' && body !== null ? body : JSON.stringify(body)
  const answer = await app.inject({
    ...{ method: method === 'POST' ? 'POST' : 'GET', url: path },
    headers: { 'x-asker': asker, ...(bare ? {} : { 'content-type': 'application/json' }) },
    ...(bare ? {} : { payload }),
  })
  return { status: answer.statusCode, body: answer.body }
}
const withHoles = (path: string, value: (hole: string) => string): string =>
  path.replaceAll(/\{([A-Za-z]+)\}/g, (_all, hole: string) => value(hole))
const ofOthers = (hole: string, pick: (from: readonly string[]) => string): string | null =>
  hole === 'case' ? pick(theirs.cases) : hole === 'referral' ? pick(theirs.referrals) : null
/** A vault, a kind: what is no identifier stays what it is. */
const NO_IDS: { readonly [hole: string]: string } = { vault: 'identity' }

/** What may be answered with 200 by right: lists of one's own, and doors that are open to who asks without naming anything. */
const isOwnBusiness = ({ method, holes }: Operation): boolean => holes.length === 0 && method === 'GET'

test('there are routes to ask, and there is something of others', () => {
  expect(operations.length).toBeGreaterThan(40)
  // A prefix that names nothing would fuzz nothing and say nothing.
  expect(UNDER.filter((prefix) => !operations.some((one) => one.path.startsWith(prefix)))).toEqual([])
  expect(theirs.cases.length).toBeGreaterThan(2)
  expect(theirs.referrals.length).toBeGreaterThan(0)
})

test(
  'twenty thousand requests are refused in one shape, and what is not theirs reads like what never was',
  { timeout: 400_000 },
  async () => {
    const draw = drawFrom(20_261_122)
    const pick = (from: readonly string[]): string => from[Math.floor(draw() * from.length)] ?? ''
    let sent = 0
    const wrong: string[] = []
    const judge = (one: Sent, { status, body }: { status: number; body: string }): void => {
      sent++
      const shape = /^\{"refusal":\{"code":"[a-z0-9-]+","facts":\{/.test(body)
      if (status < 400 || status > 499 || !shape) wrong.push(`${status} ${say(one)} → ${body.slice(0, 200)}`)
    }
    const fuzzed = operations.filter((one) => !isOwnBusiness(one))
    for (let round = 0; sent < 20_000 && round < 400; round++) {
      for (const operation of fuzzed) {
        const asker = pick(ASKERS)
        const hasHoles = operation.holes.length > 0
        if (hasHoles && round % 4 === 0) {
          const one = {
            asker,
            operation,
            path: withHoles(operation.path, () => encodeURIComponent(pick(WRONG_IDS))),
            body: { id: neverWas(draw, now), data: {} },
          }
          judge(one, await ask(one))
        }
        if (operation.method === 'POST') {
          const path = withHoles(operation.path, (hole) => NO_IDS[hole] ?? neverWas(draw, now))
          const one = { asker, operation, path, body: WRONG_BODIES[round % WRONG_BODIES.length] }
          judge(one, await ask(one))
        }
        if (!hasHoles) continue
        const making: Making = { draw, now, idFor: () => neverWas(draw, now) }
        // The same body to both: only the number in the address differs.
        const drawn = operation.method === 'POST' ? sampleOf(operation.body, making) : undefined
        const never = withHoles(operation.path, (hole) => NO_IDS[hole] ?? neverWas(draw, now))
        const others = withHoles(operation.path, (hole) => NO_IDS[hole] ?? ofOthers(hole, pick) ?? neverWas(draw, now))
        const answers = []
        for (const path of [never, others]) {
          const body = isBody(drawn)
            ? {
                ...drawn,
                id: asId(
                  'command',
                  uuidV7(
                    now,
                    Uint8Array.from({ length: 10 }, () => Math.floor(draw() * 256)),
                  ),
                ),
              }
            : undefined
          const one = { asker, operation, path, body }
          const answer = await ask(one)
          judge(one, answer)
          answers.push({ one, answer })
        }
        const [first, second] = answers
        if (first && second && (first.answer.status !== second.answer.status || first.answer.body !== second.answer.body))
          wrong.push(
            `tells apart: ${say(second.one)} → ${first.answer.status} ${first.answer.body.slice(0, 200)} and ${second.answer.status} ${second.answer.body.slice(0, 200)}`,
          )
      }
      if (wrong.length > 40) break
    }
    expect(wrong.slice(0, 12)).toEqual([])
    expect(faults.map(String).slice(0, 5)).toEqual([])
    expect(sent).toBeGreaterThanOrEqual(20_000)
  },
)
const isBody = (value: unknown): value is object => typeof value === 'object' && value !== null

test('who looks for what belongs to others is in the record of looks', async () => {
  const owner = connect({ connectionString: world.connectionString, role: 'owner', max: 1 })
  const refused = await owner.transaction(
    async (tx) => (await sql<{ n: number }>`select count(*) as n from case_view where what = 'refused'`.execute(tx)).rows[0]?.n ?? 0,
  )
  await owner.close()
  expect(refused).toBeGreaterThan(10)
})
