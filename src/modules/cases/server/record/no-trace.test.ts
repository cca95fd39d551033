import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type KeyedPerson, withKey } from '../../../../../test/world/case-people.ts'
import { type Opened, WORKED_VAULTS, openCase } from '../../../../../test/world/case-scenes.ts'
import { newId } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { sql } from 'kysely'
import { asProgram } from './records.ts'
import { destroyRecordKey } from './store-record-keys.ts'

const world = await freshDatabase()
let stage: Stage
let worker: KeyedPerson
let clinic: KeyedPerson
beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  worker = await withKey(stage, 'caseworker')
  clinic = await withKey(stage, 'clinic')
})
const open = (): Promise<Opened> =>
  openCase({
    ...{ by: worker.client, organisation: stage.organisation('ngao'), name: 'Furaha', story: 'Le puits.' },
    members: [{ person: worker, as: 'owner', vaults: WORKED_VAULTS }],
  })
const withdraw = { all: [{ about: 'case', ask: { step: 'withdraw-consent' } }] }
const screen = { all: [{ about: 'case', ask: { step: 'screen', screening: newId(), isComplete: true } }] }
const NOTHING = { status: 404, body: { refusal: { code: 'unknown-case', facts: {} } } }
const rowsOf = (table: string, id: string): Promise<number> =>
  world.program.database.read(async (tx) => {
    await asProgram(tx)
    const found = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} t where t::text like ${`%${id}%`}`.execute(tx)
    return found.rows[0]?.n ?? 0
  })
const headOf = (): Promise<number> =>
  world.program.database.read(
    async (tx) => (await sql<{ n: number }>`select count(*)::int as n from log_event`.execute(tx)).rows[0]?.n ?? 0,
  )

test('a command of somebody who stands nowhere is answered as for a case that never was, said twice, changed or long ago', async () => {
  const there = await open()
  for (const id of [there.id, newId()]) {
    const envelope = { id: newId() }
    const path = `/api/cases/${id}/steps`
    expect(await clinic.client.post(path, withdraw, envelope)).toMatchObject(NOTHING)
    expect(await clinic.client.post(path, screen, envelope)).toMatchObject(NOTHING)
    expect(await clinic.client.post(path, withdraw, { id: '01700000-0000-7000-8000-000000000000' })).toMatchObject(NOTHING)
  }
  expect(await rowsOf('log_answer', `"unknown-case"`)).toBe(0)
})

test('who was answered about a case before gets the same answer again', async () => {
  const there = await open()
  const envelope = { id: newId() }
  const first = await worker.client.post(`/api/cases/${there.id}/steps`, screen, envelope)
  expect(first).toMatchObject({ status: 200 })
  expect(await worker.client.post(`/api/cases/${there.id}/steps`, screen, envelope)).toEqual(first)
})

test('a look that is refused moves the log as far for a number that is guessed as for one that is real', async () => {
  const there = await open()
  const moved: number[] = []
  for (const id of [there.id, newId()]) {
    const before = await headOf()
    expect(await clinic.client.get(`/api/cases/${id}`)).toMatchObject(NOTHING)
    expect(await clinic.client.get(`/api/cases/${id}/texts/identity`)).toMatchObject(NOTHING)
    moved.push((await headOf()) - before)
  }
  expect(moved).toEqual([2, 2])
})

/** As it went over the wire once, for another number. */
const opening = async (id: string) => ({ ...(await open()).body, case: id })

test('the number of a forgotten case is answered without a fault, and as that of somebody else’s', async () => {
  const there = await open()
  const other = await open()
  await world.program.database.transaction(async (tx) => {
    await asProgram(tx)
    await destroyRecordKey(tx, world.program.tenant, `case:${there.id}`)
  })
  const forgotten = await clinic.client.post('/api/cases', await opening(there.id))
  const others = await clinic.client.post('/api/cases', await opening(other.id))
  expect(forgotten.status).toBeLessThan(500)
  expect([forgotten.status, forgotten.body]).toEqual([others.status, others.body])
  expect(await worker.client.post('/api/cases', await opening(there.id))).toMatchObject(NOTHING)
})

test('an opening that is refused leaves no key, so that nothing can be done to a case that never was', async () => {
  const id = newId()
  const body = await opening(id)
  // Begun twice in one go: the second time is refused, and so all of it.
  const refused = await worker.client.post('/api/cases', { ...body, all: [...body.all, ...body.all.slice(0, 1)] })
  expect(refused.status).toBeGreaterThanOrEqual(400)
  expect(refused.status).toBeLessThan(500)
  expect(await rowsOf('case_record_key', id)).toBe(0)
  expect(await worker.client.post(`/api/cases/${id}/steps`, withdraw)).toMatchObject(NOTHING)
})

test('two devices that open the same number at once get two answers and no fault', async () => {
  const id = newId()
  const bodies = [await opening(id), await opening(id), await opening(id)]
  const answers = await Promise.all(bodies.map((body) => worker.client.post('/api/cases', body)))
  expect(answers.filter((one) => one.status >= 500)).toEqual([])
  expect(answers.filter((one) => one.status === 200)).toHaveLength(1)
})
