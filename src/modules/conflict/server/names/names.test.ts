import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type KeyedPerson, withKey } from '../../../../../test/world/case-people.ts'
import { newId, subjectOf } from '../../../../../test/world/client.ts'
import { askForName, nameFor, readSecretName, sealSecretName } from '../../../../../test/world/name-acts.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { asId, mustParse } from '../../../../kernel/schema.ts'
import { KeyHolders } from '../../../cases/contract-keys.ts'
import { capabilitiesOf } from '../../../people/domain/roles.ts'
import { NameLooks, NameRequests, NameState } from '../../contract-names.ts'
import { nameNotices } from './notices-names.ts'

const world = await freshDatabase()
let stage: Stage
let analyst: KeyedPerson
let secretariat: KeyedPerson
beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  analyst = await withKey(stage, 'analyst')
  secretariat = await withKey(stage, 'secretariat')
  await withKey(stage, 'caseworker')
}, 60_000)
const of = () => ({ kind: 'sheet', sheet: asId('conflict-sheet', newId()) }) as const
const both = () => [stage.account('analyst'), stage.account('secretariat')]
const sealed = (readers = both(), by = 'inspector') => sealSecretName(stage.as(by), { of: of(), name: 'Colonel Kifaru', readers })
const absent = { status: 404, body: { refusal: { code: 'unknown-secret-name', facts: {} } } }

test('who proposes seals to readers of any body and reads nothing back; each reader opens it', async () => {
  const { id, answer } = await sealed()
  expect(answer.status).toBe(200)
  expect(await readSecretName(analyst, id)).toBe('Colonel Kifaru')
  expect(await readSecretName(secretariat, id)).toBe('Colonel Kifaru')
  expect((await askForName(stage.as('inspector'), id)).status).toBe(403)
  expect((await stage.as('inspector').get(`/api/conflict/names/${id}`)).status).toBe(403)
})

test('keys of readers of names are told to who proposes, and no others', async () => {
  const asked = async (by: string, query: string) => {
    const { status, body } = await stage.as(by).get(`/api/keys/holders?${query}`)
    return status === 200
      ? mustParse(KeyHolders, body)
          .holders.map((one) => one.account)
          .toSorted()
      : status
  }
  expect(await asked('witness', 'capability=conflict.named')).toEqual(both().toSorted())
  expect(await asked('witness', 'capability=cases.work')).not.toContain(stage.account('caseworker'))
  expect(await asked('trader', 'capability=conflict.named')).toBe(403)
})

test('a look is kept before the box leaves, and readers see who looked by function and body', async () => {
  const { id } = await sealed()
  await askForName(analyst.client, id)
  await askForName(secretariat.client, id)
  const state = mustParse(NameState, (await analyst.client.get(`/api/conflict/names/${id}`)).body)
  expect(state.looks.map(({ account }) => account)).toEqual([stage.account('secretariat'), stage.account('analyst')])
  expect(state.readers.map(({ roles, isPresent }) => [roles, isPresent])).toEqual(
    expect.arrayContaining([
      [['CONFLICT_ANALYST'], true],
      [['PEACE_SECRETARIAT'], true],
    ]),
  )
  const events = await world.program.database.read((tx) =>
    sql<{ kind: string }>`select kind from log_event where subject = ${`secret-name:${id}`} order by position`.execute(tx),
  )
  expect(events.rows.map((row) => row.kind)).toEqual(['secret-name.kept', 'secret-name.looked', 'secret-name.looked'])
})

test('the same look sent again hands out nothing, and neither does it after the name was sealed anew without its sender', async () => {
  const { id } = await sealed()
  const look = { id: newId() }
  const again = () => secretariat.client.post(`/api/conflict/names/${id}/looks`, {}, look)
  expect((await again()).status).toBe(200)
  const refused = { status: 409, body: { refusal: { code: 'look-again', facts: {} } } }
  expect(await again()).toEqual(refused)
  const { readers, box } = await nameFor([analyst.holder], 'Colonel Kifaru', id)
  expect((await secretariat.client.post(`/api/conflict/names/${id}/boxes`, { readers, box })).status).toBe(200)
  expect(await again()).toEqual(refused)
  const state = mustParse(NameState, (await analyst.client.get(`/api/conflict/names/${id}`)).body)
  expect(state.looks.map(({ account }) => account)).toEqual([stage.account('secretariat')])
})

test('who protects data learns that somebody looked and when, and neither which name nor what it says', async () => {
  const { id } = await sealed()
  await askForName(analyst.client, id)
  const { status, body } = await stage.as('dpo').get('/api/conflict/name-looks')
  expect([status, mustParse(NameLooks, body).looks[0]]).toMatchObject([200, { account: stage.account('analyst'), of: 'sheet' }])
  expect(JSON.stringify(body)).not.toContain(id)
  expect((await stage.as('analyst').get('/api/conflict/name-looks')).status).toBe(403)
})

test('who is no reader hears what who asks for nothing hears, on every way', async () => {
  const { id } = await sealed([stage.account('analyst')])
  const never = newId()
  for (const name of [id, never]) {
    const again = await nameFor([secretariat.holder], 'x', name)
    expect(await askForName(secretariat.client, name)).toEqual(absent)
    expect(await secretariat.client.get(`/api/conflict/names/${name}`)).toEqual(absent)
    const boxes = `/api/conflict/names/${name}/boxes`
    expect(await secretariat.client.post(boxes, { readers: again.readers, box: again.box })).toEqual(absent)
    expect(await secretariat.client.post(`/api/conflict/names/${name}/forgettings`, { because: 'danger' })).toEqual(absent)
  }
  // Nothing of the attempts moved the box.
  expect(await readSecretName(analyst, id)).toBe('Colonel Kifaru')
})

const told = async (key: string, role: string) =>
  world.program.database.read(async (tx) => {
    const account = stage.account(key)
    const reader = { tenant: 'cd', capabilities: capabilitiesOf([role]), territory: 'everywhere' as const, account }
    return new Map((await nameNotices.waiting(tx, reader, world.program.clock())).map(({ kind, count }) => [kind, count]))
  })
const needed = { status: 409, body: { refusal: { code: 'second-reader-needed', facts: {} } } }

test('nobody leaves out another reader alone: one asks, the other does it, and who was left out is told without the name', async () => {
  const { id } = await sealed()
  const at = `/api/conflict/names/${id}`
  const without = async (name: string) => {
    const { readers, box } = await nameFor([analyst.holder], name, id)
    return { readers, box }
  }
  expect(await analyst.client.post(`${at}/boxes`, await without('Colonel Kifaru'))).toEqual(needed)
  expect(await readSecretName(secretariat, id)).toBe('Colonel Kifaru')
  const before = await told('secretariat', 'PEACE_SECRETARIAT')
  subjectOf(await analyst.client.post(`${at}/askings`, { what: 'leave-out', readers: [stage.account('secretariat')] }))
  expect(await analyst.client.post(`${at}/boxes`, await without('Colonel Kifaru'))).toEqual(needed)
  const asked = await told('secretariat', 'PEACE_SECRETARIAT')
  expect((asked.get('namesAsked') ?? 0) - (before.get('namesAsked') ?? 0)).toBe(1)
  expect(mustParse(NameState, (await secretariat.client.get(at)).body).asked).toMatchObject({ what: 'leave-out', isOwn: false })
  // Who is to be left out agrees by doing it themselves.
  expect((await secretariat.client.post(`${at}/boxes`, await without('Colonel Kifaru, dit Simba'))).status).toBe(200)
  expect(await readSecretName(analyst, id)).toBe('Colonel Kifaru, dit Simba')
  expect(await askForName(secretariat.client, id)).toEqual(absent)
  expect((await told('analyst', 'CONFLICT_ANALYST')).get('namesChanged')).toBeGreaterThan(0)
})

test('the database shows a box to its readers alone', async () => {
  const { id } = await sealed([stage.account('analyst')])
  const boxesFor = (account: string) =>
    world.program.database.transaction(async (tx) => {
      await sql`select set_config('chanzo.account', ${account}, true), set_config('chanzo.scope', 'reader', true)`.execute(tx)
      return (await sql`select box from secret_name_box where name_id = ${id}::uuid`.execute(tx)).rows.length
    })
  expect(await boxesFor(stage.account('analyst'))).toBe(1)
  expect(await boxesFor(stage.account('secretariat'))).toBe(0)
  expect(await boxesFor('')).toBe(0)
})

test('a lost key: its owner is no reader any more, another reader seals anew for the new key', async () => {
  const { id } = await sealed()
  const renewed = await withKey(stage, 'secretariat')
  expect(await askForName(renewed.client, id)).toEqual(absent)
  const state = mustParse(NameState, (await analyst.client.get(`/api/conflict/names/${id}`)).body)
  expect(state.readers.find((one) => one.account === stage.account('secretariat'))?.isPresent).toBe(false)
  const { readers, box } = await nameFor([analyst.holder, renewed.holder], await readSecretName(analyst, id), id)
  expect((await analyst.client.post(`/api/conflict/names/${id}/boxes`, { readers, box })).status).toBe(200)
  expect(await readSecretName(renewed, id)).toBe('Colonel Kifaru')
  secretariat = renewed
})

test('forgotten: no box is left, and the readers of before are told what strangers are told', async () => {
  const { id } = await sealed()
  expect(await analyst.client.post(`/api/conflict/names/${id}/forgettings`, { because: 'reviewed' })).toEqual(needed)
  subjectOf(await secretariat.client.post(`/api/conflict/names/${id}/askings`, { what: 'destroy', because: 'reviewed' }))
  expect(await secretariat.client.post(`/api/conflict/names/${id}/forgettings`, { because: 'reviewed' })).toEqual(needed)
  const before = (await told('secretariat', 'PEACE_SECRETARIAT')).get('namesChanged') ?? 0
  expect((await analyst.client.post(`/api/conflict/names/${id}/forgettings`, { because: 'reviewed' })).status).toBe(200)
  expect((await told('secretariat', 'PEACE_SECRETARIAT')).get('namesChanged')).toBe(before + 1)
  expect(await askForName(analyst.client, id)).toEqual(absent)
  expect(await analyst.client.get(`/api/conflict/names/${id}`)).toEqual(absent)
  const left = await world.program.database.transaction(async (tx) => {
    await sql`select set_config('chanzo.scope', 'record', true)`.execute(tx)
    return (await sql`select 1 from secret_name_box where name_id = ${id}::uuid`.execute(tx)).rows.length
  })
  expect(left).toBe(0)
})

test('justice asks by the number of a prosecution; a reader seals it anew to their key; they read until it ends, and each look is kept', async () => {
  stage.onDay(-1)
  const justice = await withKey(stage, 'justice')
  const { id } = await sealed()
  const at = `/api/conflict/names/${id}`
  const asking = { reason: 'trial', caseNumber: 'RMP 1234/2026' }
  for (const wrong of [
    { ...asking, caseNumber: 'Colonel Kifaru' },
    { ...asking, name: 'x' },
    { ...asking, reason: 'Kifaru' },
  ])
    expect((await justice.client.post('/api/conflict/name-requests', wrong)).status).toBe(400)
  expect((await analyst.client.post('/api/conflict/name-requests', asking)).status).toBe(403)
  const request = subjectOf(await justice.client.post('/api/conflict/name-requests', asking))
  expect(await askForName(justice.client, id)).toEqual(absent)
  expect((await told('analyst', 'CONFLICT_ANALYST')).get('nameRequests')).toBe(1)
  const { holders } = mustParse(KeyHolders, (await analyst.client.get('/api/keys/holders?capability=conflict.name-request')).body)
  expect(holders.map(({ account }) => account)).toEqual([stage.account('justice')])
  const { readers, box } = await nameFor([justice.holder], await readSecretName(analyst, id), id)
  const grant = { request, reader: readers[0], box }
  expect(await secretariat.client.post(`${at}/grants`, { ...grant, request: newId() })).toMatchObject({ status: 404 })
  expect((await justice.client.post(`${at}/grants`, grant)).status).toBe(403)
  expect((await analyst.client.post(`${at}/grants`, grant)).status).toBe(200)
  expect(await readSecretName(justice, id)).toBe('Colonel Kifaru')
  expect((await justice.client.get(at)).status).toBe(403)
  const own = mustParse(NameRequests, (await justice.client.get('/api/conflict/name-requests')).body)
  expect(own.requests).toMatchObject([{ state: 'granted', caseNumber: 'RMP 1234/2026', grants: [{ name: id }] }])
  const seen = mustParse(NameState, (await secretariat.client.get(at)).body)
  expect([seen.grants.map((one) => one.account), seen.looks[0]?.account]).toEqual([[stage.account('justice')], stage.account('justice')])
  expect(mustParse(NameRequests, (await secretariat.client.get('/api/conflict/name-requests')).body).requests[0]?.grants).toEqual([])
  stage.onDay(6)
  expect(await askForName(justice.client, id)).toEqual(absent)
  expect(mustParse(NameState, (await analyst.client.get(at)).body).grants).toMatchObject([{ isOver: true }])
})

test('what is no box, too many readers, no number: refused as not understood', async () => {
  const { box, readers } = await nameFor([analyst.holder], 'x')
  const bodies = [
    { sealed: { id: newId(), readers, box: 'Colonel Kifaru !' }, of: of() },
    { sealed: { id: newId(), readers: Array.from({ length: 7 }, () => readers[0]), box }, of: of() },
    { sealed: { id: 'x', readers, box }, of: of() },
    { sealed: { id: newId(), readers, box }, of: { kind: 'person', person: newId() } },
    { sealed: { id: newId(), readers, box }, of: of(), name: 'Colonel Kifaru' },
  ]
  for (const body of bodies) expect((await stage.as('analyst').post('/api/conflict/names', body)).status).toBe(400)
})

test('without the yearly undertaking nothing opens', async () => {
  const { id } = await sealed()
  await world.program.database.transaction((tx) =>
    sql`delete from account_undertaking where account_id = ${stage.account('analyst')}`.execute(tx),
  )
  expect(await askForName(analyst.client, id)).toMatchObject({ body: { refusal: { code: 'undertaking-needed' } } })
})
