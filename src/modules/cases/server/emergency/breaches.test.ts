import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type Answer, type Client, newId, signIn } from '../../../../../test/world/client.ts'
import { signUndertaking, waiveSecondFactor } from '../../../../../test/world/undertakings.ts'
import { addAccount, addOrganisation } from '../../../people/module.ts'
import { enterCases } from '../record/store-scope.ts'

const world = await freshDatabase()
const { program } = world
const { database, log, tenant, clock } = program
const parts = { database, log, tenant, places: program.modules.places.door, clock }
const PASSWORD = 'une phrase assez longue'
let app: FastifyInstance
let officer: Client
let stranger: Client
let administrator: Client
const now = clock()

beforeAll(async () => {
  app = await program.createHttp()
  officer = await person('officer', 'DATA_PROTECTION_OFFICER', 'Ngao')
  stranger = await person('stranger', 'DATA_PROTECTION_OFFICER', 'Autre')
  administrator = await person('administrator', 'ADMINISTRATOR', 'Troisième')
  return () => app.close()
})
async function person(name: string, role: string, body: string): Promise<Client> {
  const added = await addOrganisation(parts, { name: body, kind: 'protection-ngo', area: null })
  if (!added.ok) throw new Error(added.refusal.code)
  await waiveSecondFactor(program, added.value.organisation)
  const email = `${name}@people.example`
  const account = await addAccount(parts, { email, password: PASSWORD, roles: [role], organisation: added.value.organisation })
  if (!account.ok) throw new Error(account.refusal.code)
  await signUndertaking(program, { account: account.value.account, roles: [role] })
  return signIn(app, email, PASSWORD)
}
const refusal = ({ body }: Answer): string =>
  typeof body === 'object' && body !== null && 'refusal' in body ? JSON.parse(JSON.stringify(body.refusal)).code : 'none'
const detection = (more: object = {}) => ({
  ...{ step: 'detect', exposure: 'identity', detectedAt: now, subjects: ['K7-3321'], isDrill: false, ...more },
})

test('the run-book is walked over HTTP: clocks, persons by code, one warned and one who cannot be, lessons', async () => {
  const breach = newId()
  const step = (data: object) => officer.post(`/api/breach-steps/${breach}`, data)
  const read = async () => JSON.parse(JSON.stringify((await officer.get(`/api/breaches/${breach}`)).body))
  expect((await step(detection())).status).toBe(200)
  expect((await read()).clocks).toMatchObject([
    { clock: 'contain', state: 'running', dueAt: new Date(Date.parse(now) + 3_600_000).toISOString() },
    { clock: 'notify', state: 'running', dueAt: new Date(Date.parse(now) + 72 * 3_600_000).toISOString() },
  ])
  expect(refusal(await step({ step: 'notify', authority: 'told', donor: 'told' }))).toBe('breach-not-so-far')
  expect(refusal(await step({ step: 'name-persons', subjects: ['Aline Masika'] }))).toBe('breach-code-not-a-code')
  for (const data of [
    { step: 'contain', how: 'office-locked' },
    { step: 'name-persons', subjects: ['K7-3321', 'M2-0001'] },
    { step: 'assess-person', subject: 'K7-3321', risk: 'high' },
  ])
    expect((await step(data)).status).toBe(200)
  expect(refusal(await step({ step: 'finish-assessment' }))).toBe('breach-persons-not-assessed')
  for (const data of [
    { step: 'assess-person', subject: 'M2-0001', risk: 'low' },
    { step: 'finish-assessment' },
    { step: 'warn-person', subject: 'K7-3321', outcome: 'warned' },
    { step: 'warn-person', subject: 'M2-0001', outcome: 'cannot-be-warned-safely' },
    { step: 'finish-warning' },
    { step: 'notify', authority: 'told', donor: 'not-asked' },
    { step: 'remediate' },
    { step: 'draw-lessons', lessons: ['access-narrowed', 'training'] },
  ])
    expect((await step(data)).status).toBe(200)
  expect(await read()).toMatchObject({
    state: 'lessons',
    codes: [
      { code: 'K7-3321', risk: 'high', warning: 'warned' },
      { code: 'M2-0001', risk: 'low', warning: 'cannot-be-warned-safely' },
    ],
    clocks: [{ state: 'done' }, { state: 'done' }],
    contained: 'office-locked',
    lessons: ['access-narrowed', 'training'],
  })
})

test('a breach of another body is unknown, as one that does not exist; and who is no officer is not let in', async () => {
  const breach = newId()
  expect((await officer.post(`/api/breach-steps/${breach}`, detection())).status).toBe(200)
  const foreign = await stranger.get(`/api/breaches/${breach}`)
  const absent = await stranger.get(`/api/breaches/${newId()}`)
  expect([foreign.status, foreign.body]).toEqual([404, absent.body])
  expect(refusal(await stranger.post(`/api/breach-steps/${breach}`, { step: 'contain', how: 'recalled' }))).toBe('unknown-breach')
  expect(JSON.stringify((await stranger.get('/api/breaches')).body)).not.toContain(breach)
  expect((await administrator.get(`/api/breaches/${breach}`)).status).toBe(403)
})

test('a yearly drill is due until one was begun', async () => {
  expect((await stranger.get('/api/breaches')).body).toMatchObject({ isDrillDue: true, drillDueOn: null })
  await stranger.post(`/api/breach-steps/${newId()}`, detection({ isDrill: true, exposure: 'device', subjects: [] }))
  expect((await stranger.get('/api/breaches')).body).toMatchObject({ isDrillDue: false })
})

test('unusual looks are told by account, day and number, of the own body alone, and never which files', async () => {
  const view = (at: number, organisation: string) => sql`
    insert into case_view (tenant_id, view_id, case_id, account_id, organisation_id, what, at)
    values (${tenant}, ${`v${at}${organisation}`}, ${`hidden-${at}`}, 'somebody', ${organisation}, 'file', '2026-11-20T10:00:00Z')`
  const me = JSON.parse(JSON.stringify((await officer.get('/api/me')).body))
  await database.transaction(async (tx) => {
    await enterCases(tx, { account: 'test', organisation: null, scope: 'record' })
    for (let at = 0; at < 16; at += 1) await view(at, me.organisation.id).execute(tx)
  })
  const told = (await officer.get('/api/case-view-alerts')).body
  expect(told).toMatchObject({ alerts: [{ account: 'somebody', on: '2026-11-20', kind: 'many-files', files: 16, usual: 0 }] })
  expect(JSON.stringify(told)).not.toContain('hidden-')
  expect((await stranger.get('/api/case-view-alerts')).body).toMatchObject({ alerts: [] })
  expect((await administrator.get('/api/case-view-alerts')).status).toBe(403)
})

test('a look by somebody of another body at a file of ours is ours to see, however many looks others made since', async () => {
  const me = JSON.parse(JSON.stringify((await officer.get('/api/me')).body))
  await database.transaction(async (tx) => {
    await enterCases(tx, { account: 'test', organisation: null, scope: 'record' })
    await sql`
      insert into case_row (tenant_id, case_id, organisation_id, case_type, state, opened_at, changed_at, version)
      values (${tenant}, 'ours', ${me.organisation.id}, 'forced-labour', 'draft', '2026-11-01T10:00:00Z', '2026-11-01T10:00:00Z', 1)`.execute(
      tx,
    )
    await sql`
      insert into case_view (tenant_id, view_id, case_id, account_id, organisation_id, what, at)
      values (${tenant}, 'theirs', 'ours', ${newId()}, ${newId()}, 'refused', '2026-10-01T10:00:00Z')`.execute(tx)
    await sql`
      insert into case_view (tenant_id, view_id, case_id, account_id, organisation_id, what, at)
      select ${tenant}, 'busy' || n, 'elsewhere', ${newId()}, ${newId()}, 'file', '2026-11-02T10:00:00Z' from generate_series(1, 2100) n`.execute(
      tx,
    )
    // Invented accounts of another test have no number.
    await sql`delete from case_view where tenant_id = ${tenant} and account_id = 'somebody'`.execute(tx)
  })
  const ofUs = JSON.stringify((await officer.get('/api/case-views')).body)
  expect(ofUs).toContain('"case":"ours"')
  expect(ofUs).not.toContain('elsewhere')
  expect((await officer.get('/api/case-views?page=1')).body).toMatchObject({ views: [] })
})

test('the officer is told that something waits, and nothing of what', async () => {
  const { body } = await officer.get('/api/notices')
  const told = JSON.stringify(body)
  expect(told).toContain('dataProtection')
  expect(told).not.toMatch(/K7-3321|identity/)
})
