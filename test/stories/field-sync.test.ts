/*
Two telephones and a server: a day without network, work handed from phone to phone, answers that are lost on the way, and a phone that is taken away.
The phones run the app's own outbox, session and rounds; the server is the whole program on a real database.
*/
import { beforeAll, describe, expect, test } from 'vitest'
import { madeId } from '../../src/app/api.ts'
import type { Wire } from '../../src/app/field/session-wire.ts'
import { mustParse } from '../../src/kernel/schema.ts'
import { decidingCriteria } from '../../src/modules/sites/domain/missions/criteria.ts'
import { InspectionPage } from '../../src/modules/sites/domain/missions/mission-answers.ts'
import { TEST_NOW } from '../database.ts'
import { app, fieldWorker, officer, organisation, person, root, site } from '../field-bed.ts'
import { type Core, openCore, wireTo } from '../field-core.ts'
import { DeviceFull } from '../../src/app/field/sealed-store.ts'

type Worker = Awaited<ReturnType<typeof fieldWorker>>
let mines: Worker
let society: Worker
const straight = wireTo(() => app)
const nowhere: Wire = () => Promise.reject(new Error('no network'))
const ticks = { wall: () => Date.parse(TEST_NOW), steady: () => performance.now() }

const MEMBERS = [
  { body: 'mines-administration', attendance: 'required', head: true },
  { body: 'civil-society', attendance: 'required', head: false },
]
beforeAll(async () => {
  mines = await fieldWorker('MINES_PROV', { organisation: await organisation('provincial-division') })
  society = await fieldWorker('CIVIL_SOCIETY', { organisation: await organisation('civil-society') })
})

const openWith = (worker: Worker, wire: Wire, more: Partial<Parameters<typeof openCore>[0]> = {}): Promise<Core> =>
  openCore({ enrolled: worker.phone, wire, ticks, ...more })
const opening = () => ({ site, date: '2026-11-20', onSite: true, members: MEMBERS })
const met = (ids: readonly string[]) => ids.map((criterion) => ({ criterion, answer: 'met' }))
const all = decidingCriteria.map((one) => one.id)
const states = async ({ phone }: Core): Promise<readonly string[]> => (await phone.outbox.items()).map((one) => one.state)
const handOver = async (from: Core, to: Core, subject: string) => to.phone.outbox.takeOver(await from.phone.outbox.parcelsOf(subject))
const pageOf = async (inspection: string) => mustParse(InspectionPage, (await officer.get(`/api/inspections/${inspection}`)).body)

/** Everything that a visit needs, written on one phone without network. */
async function visit({ phone }: Pick<Core, 'phone'>): Promise<string> {
  const made = await phone.hand.queue('/api/inspections', opening(), {})
  expect(made.provisional).toBe(true)
  const inspection = madeId(made)
  await phone.hand.queue(`/api/inspections/${inspection}/findings`, { by: 'mines-administration', findings: met(all) }, {})
  return inspection
}

describe('a day without network', () => {
  test('lands as it was done, whichever phone comes first', async () => {
    const [one, other] = [await openWith(mines, nowhere), await openWith(society, nowhere)]
    const inspection = await visit(one)
    const path = `/api/inspections/${inspection}`
    expect(await handOver(one, other, `inspection:${inspection}`)).toEqual({ added: 2, known: 0, damaged: 0 })
    expect(await handOver(one, other, `inspection:${inspection}`)).toEqual({ added: 0, known: 2, damaged: 0 })
    await other.phone.hand.queue(`${path}/findings`, { by: 'civil-society', findings: [{ criterion: all[0], answer: 'violated' }] }, {})
    await other.phone.hand.queue(`${path}/dissents`, { by: 'civil-society', criterion: all[1], reason: 'vu autrement' }, {})
    await handOver(other, one, `inspection:${inspection}`)
    await one.phone.hand.queue(`${path}/signatures`, { body: 'mines-administration' }, {})
    await handOver(one, other, `inspection:${inspection}`)
    await other.phone.hand.queue(`${path}/signatures`, { body: 'civil-society' }, {})
    expect(await one.phone.sync.run()).toMatchObject({ trouble: 'offline', unsent: 5 })
    // The phone that has seen the least comes last; the one that has seen all brings everybody's work.
    const [second, first] = [await openWith(mines, straight, { disc: one.disc }), await openWith(society, straight, { disc: other.disc })]
    expect(await first.phone.sync.run()).toMatchObject({ trouble: null, unsent: 0 })
    expect(await states(first)).toEqual(Array.from({ length: 6 }, () => 'taken'))
    expect(await pageOf(inspection)).toMatchObject({ phase: 'team-signed', dissents: [{ by: 'civil-society' }] })
    expect(await second.phone.sync.run()).toMatchObject({ trouble: null, unsent: 0 })
    expect(await states(second)).toEqual(Array.from({ length: 5 }, () => 'taken'))
    const page = await pageOf(inspection)
    expect(page.findings.find((found) => found.criterion === all[0])).toMatchObject({ answer: 'violated', by: 'civil-society' })
    expect(page.signatures.map((signed) => signed.body).toSorted()).toEqual(['civil-society', 'mines-administration'])
  })

  test('what came before its predecessor waits on the server, and is taken when that comes by the other phone', async () => {
    const [one, other] = [await openWith(mines, nowhere), await openWith(society, straight)]
    const inspection = await visit(one)
    const [opened] = await one.phone.outbox.parcelsOf(`inspection:${inspection}`)
    await handOver(one, other, `inspection:${inspection}`)
    await other.phone.hand.queue(`/api/inspections/${inspection}/dissents`, { by: 'civil-society', criterion: all[0], reason: 'non' }, {})
    const [, , dissent] = await other.phone.outbox.parcelsOf(`inspection:${inspection}`)
    const lone = await openWith(society, straight)
    await lone.phone.outbox.takeOver(dissent ? [dissent] : [])
    expect(await lone.phone.sync.run()).toMatchObject({ trouble: null, unsent: 0 })
    expect(await states(lone)).toEqual(['kept'])
    await (await openWith(mines, straight, { disc: one.disc })).phone.sync.run()
    await lone.phone.sync.run()
    expect(await states(lone)).toEqual(['taken'])
    expect(opened?.id).toBe(inspection)
    expect((await pageOf(inspection)).dissents).toHaveLength(1)
  })

  test('one that is tapped goes with what it rests on, and nothing else goes', async () => {
    const { phone } = await openWith(mines, straight)
    const first = await visit({ phone })
    const made = await phone.hand.queue('/api/inspections', { ...opening(), purpose: 'autre' }, {})
    const findings = (await phone.outbox.items()).find((item) => item.path.endsWith('/findings'))
    expect(await phone.sync.run([findings?.id ?? ''])).toMatchObject({ trouble: null, unsent: 1 })
    const left = (await phone.outbox.items()).filter((item) => item.state === 'ready')
    expect(left.map((item) => item.id)).toEqual([madeId(made)])
    expect((await pageOf(first)).phase).toBe('draft')
  })
})

describe('the link', () => {
  test('an answer that is lost means sending again, and nothing is done twice', async () => {
    let lost = 0
    const losing: Wire = async (told, signal) => {
      const heard = await straight(told, signal)
      if (told.path === '/api/field/parcels' && lost++ < 2) throw new Error('the answer was lost')
      return heard
    }
    const core = await openWith(mines, losing)
    const inspection = await visit(core)
    expect(await core.phone.sync.run()).toMatchObject({ trouble: 'offline', unsent: 2 })
    expect(await core.phone.sync.run()).toMatchObject({ trouble: 'offline', unsent: 2 })
    expect(await core.phone.sync.run()).toMatchObject({ trouble: null, unsent: 0 })
    expect((await pageOf(inspection)).findings).toHaveLength(all.length)
    expect(await states(core)).toEqual(['taken', 'taken'])
  })
  test('a session that ended in the middle of a round is begun anew, and the round goes on', async () => {
    const tokens: string[] = []
    let refusals = 0
    const expiring: Wire = async (told, signal) => {
      const bearer = told.headers['authorization']
      if (bearer !== undefined) tokens.push(bearer)
      if (bearer !== undefined && told.path === '/api/field/parcels' && refusals++ === 0)
        return straight({ ...told, headers: { ...told.headers, authorization: 'Bearer gone' } }, signal)
      return straight(told, signal)
    }
    const core = await openWith(mines, expiring)
    await visit(core)
    expect(await core.phone.sync.run()).toMatchObject({ trouble: null, unsent: 0 })
    expect(new Set(tokens).size).toBe(2)
    expect(JSON.stringify([...core.disc.rows.values()])).not.toContain(tokens.at(-1)?.slice(7))
  })
  test('the server’s answers are there without network, with what waits written in', async () => {
    const core = await openWith(mines, straight)
    const said = async () => {
      const client = await mines.phone.client()
      return { data: (await client.get('/api/me')).body, answeredAt: TEST_NOW }
    }
    const me = await core.phone.hand.answer('/api/me', said)
    const later = await openWith(mines, nowhere, { disc: core.disc })
    expect(await later.phone.hand.answer('/api/me', () => Promise.reject(new Error('no network')))).toEqual(me)
    await expect(later.phone.hand.answer('/api/orders', () => Promise.reject(new Error('no network')))).rejects.toThrow('no network')
  })
})

describe('the phone', () => {
  test('without room nothing is half there; with room again it goes on', async () => {
    const core = await openWith(mines, straight)
    core.disc.full = true
    await expect(visit(core)).rejects.toThrow(DeviceFull)
    expect(await states(core)).toEqual([])
    core.disc.full = false
    const inspection = await visit(core)
    core.disc.full = true
    expect((await core.phone.sync.run()).trouble).toBe('device-full')
    core.disc.full = false
    expect(await core.phone.sync.run()).toMatchObject({ trouble: null, unsent: 0 })
    expect((await pageOf(inspection)).phase).toBe('draft')
  })
  test('what the server refuses stays with its reason until it was seen, and lies among the sent ones then', async () => {
    const core = await openWith(mines, straight)
    const made = await core.phone.hand.queue('/api/inspections', { ...opening(), date: '2027-01-01' }, {})
    await core.phone.sync.run()
    const [item] = await core.phone.outbox.items()
    expect(item).toMatchObject({ id: madeId(made), state: 'refused', refusal: { code: 'day-in-the-future' }, isDismissed: false })
    const later = await openWith(mines, straight, { disc: core.disc })
    await later.phone.outbox.dismiss(madeId(made))
    expect(await later.phone.outbox.items()).toMatchObject([
      { state: 'refused', isDismissed: true, refusal: { code: 'day-in-the-future' } },
    ])
    expect(await (await openWith(mines, straight, { disc: core.disc })).phone.sync.run()).toMatchObject({ trouble: null, unsent: 0 })
  })
  test('that was taken away is told so and loses nothing: who answers for it brings its work in', async () => {
    const stolen = await fieldWorker('MINES_PROV', { organisation: await organisation('provincial-division') })
    const core = await openWith(stolen, straight)
    const inspection = await visit(core)
    const gone = { reason: 'stolen', from: TEST_NOW }
    expect((await root.post(`/api/devices/${stolen.phone.device}/revocations`, gone)).status).toBe(200)
    expect(await core.phone.sync.run()).toMatchObject({ trouble: 'device-removed', unsent: 2 })
    const parcels = await core.phone.outbox.parcelsOf(`inspection:${inspection}`)
    // A colleague carries it: it is kept, and nobody may act by a stolen phone.
    const carrier = await openWith(society, straight)
    await carrier.phone.outbox.takeOver(parcels)
    await carrier.phone.sync.run()
    expect((await officer.get(`/api/inspections/${inspection}`)).status).toBe(404)
    expect((await carrier.phone.outbox.items()).map((item) => item.refusal?.code)).toEqual(['device-removed', 'device-removed'])
    const rescuer = await person(['ADMINISTRATOR'])
    const handedIn = await rescuer.client.send('/api/field/parcels', { parcels })
    expect(handedIn).toMatchObject({ status: 200, body: { answers: [{ state: 'taken' }, { state: 'taken' }] } })
    expect((await pageOf(inspection)).findings).toHaveLength(all.length)
    await carrier.phone.sync.run()
    expect(await states(carrier)).toEqual(['taken', 'taken'])
  })
  test('whose clock was set back signs the right day, and says that it was', async () => {
    let wall = Date.parse(TEST_NOW) + 7_200_000
    const began = performance.now()
    const core = await openWith(mines, straight, { ticks: { wall: () => wall, steady: () => performance.now() - began } })
    await core.phone.sync.run()
    expect(core.phone.sync.state().clockOffsetSeconds).toBe(7200)
    expect(core.phone.now().slice(0, 16)).toBe(TEST_NOW.slice(0, 16))
    expect(core.phone.clockSignals()).toEqual(['clock-off'])
    wall = Date.parse('2020-01-01T00:00:00.000Z')
    expect(core.phone.now().slice(0, 16)).toBe(TEST_NOW.slice(0, 16))
    expect(core.phone.clockSignals()).toContain('clock-jumped')
    const later = await openWith(mines, nowhere, { disc: core.disc, ticks: { wall: () => 0, steady: () => 0 } })
    expect(later.phone.now().slice(0, 13)).toBe(TEST_NOW.slice(0, 13))
    expect(later.phone.clockSignals()).toContain('clock-jumped')
  })
})
