import { beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { freshProvince } from '../../../../../test/played-province.ts'
import { DEMO_PASSWORD, demoAccounts } from '../../../../../test/world/accounts.ts'
import { type Client, newId, signIn } from '../../../../../test/world/client.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { SheltersAnswer } from '../../contract-directory.ts'
import { StaysAnswer } from '../../contract-stays.ts'
import { openEvent } from '../record/box.ts'
import { asProgram } from '../record/records.ts'
import { enterCases } from '../record/store-scope.ts'
import { forgetStays } from './store-stays.ts'

const world = await freshProvince()
let [shelter, clinic, worker]: Client[] = []
let house = ''
let app: Awaited<ReturnType<typeof world.program.createHttp>>
const as = (key: string): Promise<Client> => signIn(app, demoAccounts.find((one) => one.key === key)?.email ?? '', DEMO_PASSWORD)
const stays = async () => mustParse(StaysAnswer, (await shelter?.get(`/api/shelters/${house}/stays`))?.body)

beforeAll(async () => {
  app = await world.program.createHttp(({ error }) => {
    throw error
  })
  ;[shelter, clinic, worker] = [await as('shelter'), await as('clinic'), await as('caseworker')]
  const list = mustParse(SheltersAnswer, (await shelter.get('/api/shelters')).body)
  for (const one of list.shelters) {
    const found = await shelter.get(`/api/shelters/${one.id}/stays`)
    if (mustParse(StaysAnswer, found.body).rooms.some((room) => room.kind === 'women')) house = one.id
  }
  return () => app.close()
})

test('a house gives a bed to whom it accepted, by code, and counts its nights', async () => {
  const before = await stays()
  expect(before.waiting).toHaveLength(1)
  const [waiting] = before.waiting
  const room = before.rooms.find((one) => one.kind === 'women')
  const girls = before.rooms.find((one) => one.kind === 'girls')
  const admission = { referral: waiting?.referral, stay: newId(), on: world.province.stage.today, placedWith: 'women', family: null }
  expect(await shelter?.post(`/api/shelters/${house}/admissions`, { ...admission, room: girls?.room })).toMatchObject({
    body: { refusal: { code: 'room-would-be-mixed' } },
  })
  expect(await shelter?.post(`/api/shelters/${house}/admissions`, { ...admission, room: room?.room })).toMatchObject({ status: 200 })
  // The number of that stay, said in another house, is refused like a step that cannot be, and is no fault.
  const { shelters } = mustParse(SheltersAnswer, (await shelter?.get('/api/shelters'))?.body)
  const [other] = shelters.flatMap((one) => (one.isOwn && one.id !== house ? one.rooms.map(({ room: of }) => ({ id: one.id, of })) : []))
  expect(await shelter?.post(`/api/shelters/${other?.id}/admissions`, { ...admission, placedWith: 'men', room: other?.of })).toMatchObject({
    status: 409,
    body: { refusal: { code: 'shelter-stay-not-so-far' } },
  })
  const after = await stays()
  expect(after.waiting).toEqual([])
  expect(after.stays).toMatchObject([{ subject: waiting?.subject, room: room?.room, isReviewDue: false, leftOn: null }])
  expect(after.tonight.occupied).toBe(before.tonight.occupied + 1)
})

test('another body learns nothing of the house, and a bed keeps the case from closing', async () => {
  const nothing = await clinic?.get(`/api/shelters/${house}/stays`)
  expect(nothing).toMatchObject({ status: 403 })
  const rows = await world.program.database.read(async (tx) => (await sql`select 1 from case_stay`.execute(tx)).rows)
  expect(rows).toEqual([])
  const staysOf = (scope: 'reader' | 'house') =>
    world.program.database.read(async (tx) => {
      await asProgram(tx)
      const [one] = (await sql<{ organisation: string }>`select organisation_id as organisation from case_stay`.execute(tx)).rows
      await enterCases(tx, { account: 'somebody', organisation: one?.organisation ?? '', scope })
      return (await sql`select 1 from case_stay`.execute(tx)).rows.length
    })
  // A colleague of the body who keeps no beds sees no row; who keeps them does.
  expect([await staysOf('reader'), (await staysOf('house')) > 0]).toEqual([0, true])
  const cases = await worker?.get('/api/cases')
  expect(JSON.stringify(cases?.body)).toContain('K7-4QX2-9D')
})

test('rows of beds follow from the log, which holds no code of who sleeps there', async () => {
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
  const text = await world.program.database.read(
    async (tx) =>
      (await sql<{ all: string }>`select string_agg(e::text, ' ') as all from log_event e where subject like 'shelter-stays:%'`.execute(tx))
        .rows[0]?.all ?? '',
  )
  expect(text.length).toBeGreaterThan(100)
  expect(text).not.toContain('K7-4QX2-9D')
})

test('who leaves frees the bed; a day before the stay began is refused', async () => {
  const [stay] = (await stays()).stays
  const leave = { step: 'leave', stay: stay?.stay, reason: 'own-wish', isForced: false }
  expect(await shelter?.post(`/api/shelters/${house}/stays`, { ...leave, on: '2020-01-01' })).toMatchObject({
    body: { refusal: { code: 'stay-day-not-possible' } },
  })
  expect(await shelter?.post(`/api/shelters/${house}/stays`, { ...leave, on: world.province.stage.today })).toMatchObject({ status: 200 })
  expect((await stays()).tonight.occupied).toBe(0)
})

test('when the case is forgotten, neither rows nor the log nor any key says who slept there; the nights stay', async () => {
  const room = (await stays()).rooms.find((one) => one.kind === 'women')?.room
  const { database, tenant, modules } = world.program
  const read = <Row>(query: ReturnType<typeof sql<Row>>) =>
    database.read(async (tx) => {
      await asProgram(tx)
      return (await query.execute(tx)).rows
    })
  const [row] = await read(
    sql<{ case: string; stay: string }>`select case_id as "case", stay_id as stay from case_stay where case_id <> ''`,
  )
  if (!row) throw new Error('somebody slept there')
  const keyOf = (subject: string) => read(sql<{ wrapped: Uint8Array }>`select wrapped from case_record_key where subject = ${subject}`)
  const opened = async () => {
    const [key] = await keyOf(`shelter-stays:${house}`)
    if (!key) throw new Error('a house has a key')
    const boxes = await read(sql<{ box: string }>`select payload->>'box' as box from log_event where subject = ${`shelter-stays:${house}`}`)
    return JSON.stringify(
      boxes.map(({ box }) =>
        openEvent(modules.cases.records.keys.unwrap(key.wrapped, `shelter-stays:${house}`), `shelter-stays:${house}`, box),
      ),
    )
  }
  expect(await keyOf(`stay:${row.stay}`)).toHaveLength(1)
  // The key of the house opens what the house needs, and not whose nights they are.
  expect(await opened()).toContain(room)
  for (const name of [row.case, 'K7-4QX2-9D']) expect(await opened()).not.toContain(name)
  await database.transaction(async (tx) => {
    await asProgram(tx)
    await forgetStays(tx, tenant, row.case)
  })
  expect(await keyOf(`stay:${row.stay}`)).toEqual([])
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
  expect((await stays()).stays).toEqual([])
  expect(await read(sql`select 1 from case_stay where stay_id = ${row.stay} and case_id = '' and subject = ''`)).toHaveLength(1)
})
