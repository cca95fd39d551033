/* Parcels over HTTP on the real database: whatever happens on the way, nothing is lost, nothing is doubled, and nobody speaks for another. */
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { app, fieldWorker, organisation, person, program, root, site, world } from '../../../../../test/field-bed.ts'
import { type TestParcel, codeOf, enrolPhone, signed } from '../../../../../test/field-phone.ts'
import { TEST_NOW } from '../../../../../test/database.ts'
import { type Client, newId, stranger } from '../../../../../test/world/client.ts'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { json, keyed, listOf, looseRecord, mustParse } from '../../../../kernel/schema.ts'
import { openProgram } from '../../../../bin/program.ts'
import { connect } from '../../../../platform/database/connect.ts'
import { passingKeyRing } from '../../../../platform/keys/signer.ts'
import { ParcelAnswer, ParcelAnswers } from '../../contract.ts'
import { keepGroup } from './store-parcels.ts'

const visit = (note = 'un puits') => ({ date: '2026-11-20', source: { name: 'Équipe', reference: note }, onSite: true, observed: {} })
const visits = (): string => `/api/sites/${site}/visits`
/** A machine that is busy answers `waiting` after its patience; what was handed in is then asked for again, as a telephone does. */
async function handIn(client: Client, parcels: readonly unknown[]): Promise<readonly ParcelAnswer[]> {
  for (let tries = 0; ; tries += 1) {
    const answer = await client.send('/api/field/parcels', { parcels })
    expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status: 200, code: '200' })
    const { answers } = mustParse(ParcelAnswers, answer.body)
    await program.modules.field.desk.sweep()
    if (tries === 30 || answers.every(({ state, missing }) => state !== 'waiting' || missing !== undefined)) return answers
  }
}
const states = (answers: readonly ParcelAnswer[]): readonly string[] =>
  answers.map(({ state, refusal }) => (refusal ? `${state} ${refusal.code}` : state))
const later = async (client: Client, ids: readonly string[]) =>
  mustParse(looseRecord({ answers: listOf(ParcelAnswer) }), (await client.send('/api/field/parcels/states', { ids })).body).answers
const visitsInLog = async (): Promise<number> =>
  (await program.database.pool.query<{ n: number }>("select count(*) as n from log_event where kind = 'site.visited'")).rows[0]?.n ?? -1
const actorOf = async (id: string) =>
  (
    await program.database.pool.query<{ actor: object; happened_at: string }>('select actor, happened_at from log_event where id = $1', [
      id,
    ])
  ).rows[0]

test('a command is applied as its author’s, in the role of the telephone, when it happened', async () => {
  const { phone, account } = await fieldWorker('SAEMAPE_AGENT')
  const parcel = phone.parcel(visits(), visit(), { happenedAt: TEST_NOW })
  world.setClock('2026-11-21T09:45:00.000Z')
  const [answer] = await handIn(await phone.client(), [parcel])
  world.setClock(TEST_NOW)
  expect(answer).toMatchObject({ id: parcel.id, state: 'taken', receipt: { subject: `site:${site}` } })
  expect(await actorOf(parcel.id)).toEqual({ actor: { account, organisation: null, role: 'SAEMAPE_AGENT' }, happened_at: TEST_NOW })
})

describe('the way there', () => {
  test('twice is once, also in one request and by two carriers at the same moment', async () => {
    const { phone } = await fieldWorker()
    const other = await fieldWorker('MINES_PROV')
    const parcel = phone.parcel(visits(), visit())
    const [one, two] = [await phone.client(), await other.phone.client()]
    const before = await visitsInLog()
    const all = await Promise.all([handIn(one, [parcel, parcel]), handIn(two, [parcel]), handIn(one, [parcel])])
    expect(new Set(all.flat().map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(all.flat()[0]?.state).toBe('taken')
    expect(await visitsInLog()).toBe(before + 1)
  })
  test('a successor waits for what it was said after, whichever request and however many steps away', async () => {
    const { phone } = await fieldWorker()
    const client = await phone.client()
    const first = phone.parcel(visits(), visit())
    const second = phone.parcel(visits(), visit(), { after: [first.id] })
    const third = phone.parcel(visits(), visit(), { after: [second.id] })
    expect(await handIn(client, [third])).toEqual([{ id: third.id, state: 'waiting', missing: [second.id] }])
    expect(await handIn(client, [second])).toEqual([{ id: second.id, state: 'waiting', missing: [first.id] }])
    expect(await waitingFor(phone.device)).toMatchObject({ waiting: 2, held: 0, missing: [first.id] })
    expect(states(await handIn(client, [first]))).toEqual(['taken'])
    expect(states(await later(client, [third.id, second.id, newId()]))).toEqual(['taken', 'taken'])
    expect(await waitingFor(phone.device)).toBeUndefined()
  })
  test('what waits for one that is lost goes on when somebody who answers for the telephone says so; the row says who and why', async () => {
    const { phone } = await fieldWorker()
    const client = await phone.client()
    const lost = newId()
    const first = phone.parcel(visits(), visit())
    const stuck = phone.parcel(visits(), visit(), { after: [first.id, lost] })
    const next = phone.parcel(visits(), visit(), { after: [stuck.id] })
    await handIn(client, [next, stuck])
    const release = (by: Client, id: string) =>
      by.send(`/api/field/parcels/${id}/release`, { id: newId(), data: { reason: 'le téléphone est dans la rivière' } })
    const elsewhere = await person(['MINES_PROV'], { organisation: await organisation('provincial-division') })
    expect(codeOf(await release(client, stuck.id))).toBe('not-allowed')
    expect(codeOf(await release(elsewhere.client, stuck.id))).toBe('no-such-parcel')
    expect(codeOf(await root.send(`/api/field/parcels/${stuck.id}/release`, { data: { reason: '' } }))).toBe('not-understood')
    expect(await waitingFor(phone.device)).toMatchObject({ waiting: 2, stuck: [{ parcel: stuck.id, missing: 2 }] })
    expect((await release(root, stuck.id)).body).toMatchObject({ parcel: stuck.id, missing: 2 })
    await program.modules.field.desk.sweep()
    expect(states(await later(client, [stuck.id, next.id]))).toEqual(['taken', 'taken'])
    expect(codeOf(await release(root, stuck.id))).toBe('200')
    const rows = await program.database.pool.query('select parcel_id, reason, missing from parcel_release where parcel_id = $1', [stuck.id])
    expect(rows.rows).toEqual([{ parcel_id: stuck.id, reason: 'le téléphone est dans la rivière', missing: [first.id, lost] }])
    // What was thought lost and comes after all is applied as any other.
    expect(states(await handIn(client, [first]))).toEqual(['taken'])
  })
  test('one that is let go still waits for the predecessors that are here', async () => {
    const { phone } = await fieldWorker()
    const client = await phone.client()
    const [lost, other] = [newId(), newId()]
    const first = phone.parcel(visits(), visit(), { after: [lost] })
    const stuck = phone.parcel(visits(), visit(), { after: [first.id, other] })
    await handIn(client, [first, stuck])
    const release = (id: string) => root.send(`/api/field/parcels/${id}/release`, { data: { reason: 'perdu' } })
    expect((await release(stuck.id)).body).toMatchObject({ state: 'waiting', missing: 1 })
    expect(codeOf(await release(stuck.id))).toBe('parcel-not-stuck')
    expect((await release(first.id)).body).toMatchObject({ missing: 1 })
    await program.modules.field.desk.sweep()
    expect(states(await later(client, [first.id, stuck.id]))).toEqual(['taken', 'taken'])
  })
  test('in one request the order does not matter', async () => {
    const { phone } = await fieldWorker()
    const chain: TestParcel[] = []
    for (let step = 0; step < 40; step += 1) chain.push(phone.parcel(visits(), visit(), { after: chain.slice(-2).map((one) => one.id) }))
    const answers = await handIn(await phone.client(), chain.toReversed())
    expect(answers.map((one) => one.id)).toEqual(chain.toReversed().map((one) => one.id))
    await program.modules.field.desk.sweep()
    expect(
      new Set(
        states(
          await later(
            await phone.client(),
            chain.map((one) => one.id),
          ),
        ),
      ),
    ).toEqual(new Set(['taken']))
  })
  test('a server that was killed after it kept a parcel, or after it applied it, loses nothing', async () => {
    const { phone, account } = await fieldWorker()
    const client = await phone.client()
    const [kept, applied] = [phone.parcel(visits(), visit()), phone.parcel(visits(), visit())]
    const row = (parcel: TestParcel) => ({
      ...parcel,
      account,
      path: visits(),
      after: [],
      state: 'waiting' as const,
      answer: null,
      rescuedBy: null,
      ...{ bundle: null, carriedByAccount: account, carriedByDevice: phone.device, receivedAt: TEST_NOW },
    })
    await program.database.transaction((tx) => keepGroup(tx, 'cd', { parcels: [row(kept), row(applied)], bundles: [] }))
    await handIn(client, [applied])
    await program.database.pool.query(
      "update parcel set state = 'waiting', answer = null, claimed_until = now() + interval '1 hour' where id = $1",
      [applied.id],
    )
    const before = await visitsInLog()
    await program.modules.field.desk.sweep()
    expect(states(await later(client, [applied.id]))).toEqual(['waiting'])
    await program.database.pool.query("update parcel set claimed_until = now() - interval '1 second' where id = $1", [applied.id])
    await program.modules.field.desk.sweep()
    expect(new Set(states(await later(client, [kept.id, applied.id])))).toEqual(new Set(['taken']))
    expect(await visitsInLog()).toBeGreaterThanOrEqual(before)
    expect((await actorOf(applied.id)) && (await actorOf(kept.id))).toBeTruthy()
  })
  test('one that meets a fault stays waiting and holds up none of those that came with it', async () => {
    const { phone } = await fieldWorker()
    const good = [phone.parcel(visits(), visit()), phone.parcel(visits(), visit())]
    const bad = phone.parcel(visits(), visit('a visit that the database will not keep'))
    const after = phone.parcel(visits(), visit(), { after: [bad.id] })
    const { pool } = program.database
    const owner = connect({ connectionString: world.connectionString, role: 'owner', max: 1 })
    await owner.pool.query(`alter table log_event add constraint not_this check (payload::text not like '%will not keep%')`)
    const client = await phone.client()
    const [first = bad] = good
    await client.send('/api/field/parcels', { parcels: [first, bad, after, good[1]] })
    await program.modules.field.desk.sweep()
    const ids = [...good, bad, after].map((one) => one.id)
    expect(states(await later(client, ids)).toSorted()).toEqual(['taken', 'taken', 'waiting', 'waiting'])
    await owner.pool.query('alter table log_event drop constraint not_this')
    await owner.close()
    await pool.query('update parcel set next_try_at = null where id = any($1)', [ids])
    await program.modules.field.desk.sweep()
    expect(new Set(states(await later(client, ids)))).toEqual(new Set(['taken']))
  })
  test('one that cannot be read any more holds up no other', async () => {
    const { phone, account } = await fieldWorker()
    const client = await phone.client()
    const [damaged, whole] = [phone.parcel(visits(), visit()), phone.parcel(visits(), visit())]
    const row = {
      ...({ account, path: visits(), after: [], state: 'waiting', answer: null, rescuedBy: null } as const),
      ...{ bundle: null, carriedByAccount: account, carriedByDevice: phone.device, receivedAt: TEST_NOW },
    }
    const parcels = [
      { ...damaged, ...row, text: '{}' },
      { ...whole, ...row },
    ]
    await program.database.transaction((tx) => keepGroup(tx, 'cd', { parcels, bundles: [] }))
    await program.modules.field.desk.sweep()
    expect(states(await later(client, [damaged.id])).concat(states(await later(client, [whole.id])))).toEqual(['waiting', 'taken'])
  })
  test('gzip is read, and a bomb is told so', async () => {
    const { phone } = await fieldWorker()
    const client = await phone.client()
    const packed = await client.upload(
      '/api/field/parcels',
      gzipSync(JSON.stringify({ parcels: [phone.parcel(visits(), visit())] })),
      'application/gzip',
    )
    expect(states(mustParse(ParcelAnswers, packed.body).answers)).toEqual(['taken'])
    const bomb = gzipSync(Buffer.alloc(200_000_000, 32))
    expect(codeOf(await client.upload('/api/field/parcels', bomb, 'application/gzip'))).toBe('too-large')
    const brackets = gzipSync(`{"parcels":[${'[],'.repeat(2_700_000)}[]]}`)
    expect(codeOf(await client.upload('/api/field/parcels', brackets, 'application/gzip'))).toBe('too-large')
    expect(codeOf(await client.upload('/api/field/parcels', bomb.subarray(0, 5000), 'application/gzip'))).toBe('not-understood')
    expect(codeOf(await client.upload('/api/field/parcels', Buffer.alloc(4_000_001), 'application/json'))).toBe('file-too-large')
    expect(codeOf(await stranger(app).send('/api/field/parcels', { parcels: [] }))).toBe('not-signed-in')
  })
})

describe('what is not proved is not kept, and says so without stopping the others', () => {
  test('forged, foreign, strange, changed', async () => {
    const { phone, account } = await fieldWorker()
    const other = await fieldWorker()
    const good = phone.parcel(visits(), visit())
    const id = newId()
    const foreign = phone.parcel(visits(), visit(), { id, account: other.account })
    const stolen = other.phone.parcel(visits(), visit(), { device: phone.device, account })
    const changed = phone.parcel(visits(), visit())
    const half = signed(canonicalJson({ v: 1, data: 'x' }).replace('"x"', '"\\ud800"'), phone.key)
    const twice = phone.parcel(visits(), visit('other'), { id: good.id })
    const answers = await handIn(await phone.client(), [
      good,
      foreign,
      { ...stolen, device: phone.device },
      { ...changed, text: changed.text.replace('un puits', 'dix puits') },
      { id: newId(), device: phone.device, ...half },
      { id: newId(), device: phone.device, text: 5 },
      { nothing: true },
      { ...phone.parcel(visits(), visit()), device: newId() },
      phone.parcel('/api/orders', {}),
    ])
    expect(states(answers)).toEqual([
      'taken',
      'not-valid parcel-of-another-account',
      'not-valid parcel-signature-not-valid',
      'not-valid parcel-signature-not-valid',
      'not-valid parcel-not-understood',
      'not-valid parcel-not-understood',
      'not-valid parcel-not-understood',
      'not-valid parcel-path-not-taken',
    ])
    expect(states(await handIn(await phone.client(), [twice]))).toEqual(['not-valid parcel-id-taken'])
  })
  test('what the rules or the route refuse is kept as refused, with the words of the refusal', async () => {
    const { phone } = await fieldWorker('OBSERVER')
    const worker = await fieldWorker()
    expect(states(await handIn(await phone.client(), [phone.parcel(visits(), visit())]))).toEqual(['refused not-allowed'])
    const strange = worker.phone.parcel(visits(), { of: 'a newer app' })
    const client = await worker.phone.client()
    expect(states(await handIn(client, [strange, worker.phone.parcel(`/api/inspections/${newId()}/submission`, {})]))).toEqual([
      'refused not-understood',
      'refused no-such-inspection',
    ])
    expect(states(await later(client, [strange.id]))).toEqual(['refused not-understood'])
  })
})

const waitingFor = async (device: string) => {
  const answer = await root.get('/api/field/parcels/waiting')
  const { devices } = mustParse(looseRecord({ devices: listOf(keyed(json())) }), answer.body)
  return devices.find((one) => one['device'] === device)
}

describe('a telephone that was removed', () => {
  test('its work is held until somebody who answers for it hands it in; the row says who', async () => {
    const home = await organisation('saemape')
    const { phone, account } = await fieldWorker('SAEMAPE_AGENT', { organisation: home })
    const colleague = await fieldWorker('SAEMAPE_AGENT', { organisation: home })
    const stranger = await person(['SCHEME_OPERATOR'], { organisation: await organisation('scheme-operator') })
    const supervisor = await person(['MINES_PROV'], { organisation: home })
    const parcel = phone.parcel(visits(), visit())
    expect((await root.post(`/api/devices/${phone.device}/revocations`, { reason: 'stolen', from: TEST_NOW })).status).toBe(200)
    for (const client of [await colleague.phone.client(), stranger.client])
      expect(states(await handIn(client, [parcel]))).toEqual(['refused device-removed'])
    expect(await waitingFor(phone.device)).toMatchObject({ held: 1, heldBecause: 'device-removed' })
    expect(states(await handIn(supervisor.client, [parcel]))).toEqual(['taken'])
    expect(await actorOf(parcel.id)).toMatchObject({ actor: { account, role: 'SAEMAPE_AGENT' } })
    const row = await program.database.pool.query('select rescued_by, state from parcel where id = $1', [parcel.id])
    expect(row.rows).toEqual([{ rescued_by: supervisor.account, state: 'taken' }])
    expect(states(await handIn(await colleague.phone.client(), [parcel]))).toEqual(['taken'])
  })
  test('the same for an account that was closed and a role that was withdrawn', async () => {
    const left = await fieldWorker('SAEMAPE_AGENT')
    const moved = await fieldWorker('CAMI')
    const carrier = await (await fieldWorker()).phone.client()
    const parcels = [left.phone.parcel(visits(), visit()), moved.phone.parcel(visits(), visit())]
    await root.post(`/api/accounts/${left.account}/closures`, { reason: 'left' })
    await root.post(`/api/accounts/${moved.account}/withdrawals`, { role: 'CAMI', reason: 'moved' })
    expect(states(await handIn(carrier, parcels))).toEqual(['refused account-closed', 'refused device-role-withdrawn'])
    expect(states(await handIn(root, parcels))).toEqual(['taken', 'taken'])
  })
  test('what came before the removal and still waited is held too', async () => {
    const { phone } = await fieldWorker()
    const first = phone.parcel(visits(), visit())
    const second = phone.parcel(visits(), visit(), { after: [first.id] })
    await handIn(await phone.client(), [second])
    await root.post(`/api/devices/${phone.device}/revocations`, { reason: 'lost', from: TEST_NOW })
    expect(states(await handIn(root, [first]))).toEqual(['taken'])
    expect(await waitingFor(phone.device)).toMatchObject({ waiting: 0, held: 1 })
    expect(states(await handIn(root, [second]))).toEqual(['taken'])
  })
})

test('a clock that is a year ahead, two years behind or back in 1970 loses nothing', async () => {
  const real = await openProgram({
    connectionString: world.connectionString,
    keys: passingKeyRing(),
    clock: () => new Date().toISOString(),
    tenant: 'cd',
    baseUrl: 'http://127.0.0.1:4870',
    secret: 'x'.repeat(40),
    demo: false,
  })
  const realApp = await real.createHttp()
  try {
    const { account } = await person(['SAEMAPE_AGENT'])
    world.setClock(new Date().toISOString())
    const phone = await enrolPhone(app, root, { account, role: 'SAEMAPE_AGENT' })
    const carrier = await person(['SAEMAPE_AGENT'])
    const session = await (await enrolPhone(realApp, root, { account: carrier.account, role: 'SAEMAPE_AGENT' })).client()
    const at = ['2027-11-22T10:00:00.000Z', '2024-10-01T10:00:00.000Z', '1970-01-01T01:00:00.000Z']
    const parcels = at.map((happenedAt) => phone.parcel(visits(), visit(), { happenedAt, id: idOf(happenedAt) }))
    expect(states(await handIn(session, parcels))).toEqual(['taken', 'taken', 'taken'])
    const times = await Promise.all(parcels.map(async ({ id }) => (await actorOf(id))?.happened_at ?? ''))
    for (const time of times) expect(time >= TEST_NOW && time <= new Date().toISOString()).toBe(true)
    // The same id by hand, not signed and kept, is still no command of now.
    expect(codeOf(await session.post(visits(), visit(), { id: idOf('2024-10-01T10:00:00.000Z') }))).toBe('command-id-out-of-time')
  } finally {
    world.setClock(TEST_NOW)
    await realApp.close()
    await real.close()
  }
})
/** An id that says another time than today's. */
function idOf(instant: string): string {
  const time = Date.parse(instant).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}${newId().slice(13)}`
}
