/* Signals over the wire: who may send, who reads what, when others are told, and that one written without network comes later. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { fieldWorker, person, program, setClock, site } from '../../../../../test/field-bed.ts'
import { type Answer, subjectOf } from '../../../../../test/world/client.ts'
import { listOf, looseRecord, mustParse, text } from '../../../../kernel/schema.ts'
import { ParcelAnswers } from '../../../field/contract.ts'
import { Signals } from '../../domain/signals/signal-answers.ts'

const said = (more: object = {}) => ({
  ...{ types: ['child-labour-observed'], channel: 'site-visit', source: 'seen', observedOn: '2026-11-20', site, area: null },
  ...more,
})
const refusal = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const read = async (client: { get: (path: string) => Promise<Answer> }) => mustParse(Signals, (await client.get('/api/signals')).body)

test('the sender sees their own, the protection team all, monitoring no single one, neither before its day nor after', async () => {
  const [{ client: agent }, { client: other }] = [await person(['SAEMAPE_AGENT']), await person(['CIVIL_SOCIETY'])]
  const { client: supervisor } = await person(['CASE_SUPERVISOR'])
  const { client: monitor } = await person(['MONITORING_OFFICER'])
  const sent = await agent.post('/api/signals', said())
  expect(sent.status).toBe(200)
  const mine = await read(agent)
  expect(mine).toMatchObject({ scope: 'own', signals: [{ mine: true, siteName: 'Kibara', observedOn: '2026-11-20' }] })
  expect(await read(other)).toEqual({ scope: 'own', signals: [], told: [] })
  expect(await read(supervisor)).toMatchObject({ scope: 'all', signals: [{ mine: false, types: ['child-labour-observed'] }] })
  expect(await read(monitor)).toEqual({ scope: 'told', signals: [], told: [] })
  setClock('2027-03-01T08:00:00.000Z')
  const told = await read(monitor)
  await program.modules.releases.round()
  expect([told, await read(monitor)]).toEqual([1, 2].map(() => ({ scope: 'told', signals: [], told: [] })))
  expect(JSON.stringify(told)).not.toMatch(/2026-11-20|Kibara|[0-9a-f]{8}-/)
  setClock('2026-11-21T10:00:00.000Z')
})

test('withdrawn by its sender or a supervisor; another’s answers exactly as one that does not exist', async () => {
  const [{ client: agent }, { client: other }] = [await person(['SAEMAPE_AGENT']), await person(['CIVIL_SOCIETY'])]
  const { client: supervisor } = await person(['CASE_SUPERVISOR'])
  const id = subjectOf(await agent.post('/api/signals', said({ types: ['illegal-taxation'], site: null })))
  const path = (one: string) => `/api/signals/${one}/withdrawals`
  const foreign = await other.post(path(id), { because: 'mistake' })
  const nothing = await other.post(path('0192f0c4-0000-7000-8000-000000000009'), { because: 'mistake' })
  expect([foreign.status, foreign.body]).toEqual([404, nothing.body])
  expect((await supervisor.post(path(id), { because: 'endangers-somebody' })).status).toBe(200)
  expect(refusal(await agent.post(path(id), { because: 'mistake' }))).toBe('signal-withdrawn-already')
  expect((await read(agent)).signals[0]).toMatchObject({ withdrawnBecause: 'endangers-somebody' })
})

test('an administrator, a cooperative and a shelter neither send nor read', async () => {
  for (const role of ['ADMINISTRATOR', 'COOP', 'SHELTER_MANAGER']) {
    const { client } = await person([role])
    expect([(await client.post('/api/signals', said())).status, (await client.get('/api/signals')).status], role).toEqual([403, 403])
  }
})

test('nothing half-written: an unknown site, a name as a field, a kind that is none', async () => {
  const { client } = await person(['SAEMAPE_AGENT'])
  expect(refusal(await client.post('/api/signals', said({ site: '0192f0c4-0000-7000-8000-000000000009' })))).toBe('unknown-site')
  expect((await client.post('/api/signals', said({ note: 'Jean' }))).status).toBe(400)
  expect((await client.post('/api/signals', said({ types: ['somebody'] }))).status).toBe(400)
  expect((await read(client)).signals).toEqual([])
})

test('written without network it is sent later, once, as its author’s', async () => {
  const { phone, client } = await fieldWorker('SAEMAPE_AGENT')
  const parcel = phone.parcel('/api/signals', said({ types: ['armed-actor-presence'] }))
  const device = await phone.client()
  for (let tries = 0; tries < 2; tries += 1) {
    const { answers } = mustParse(ParcelAnswers, (await device.send('/api/field/parcels', { parcels: [parcel] })).body)
    await program.modules.field.desk.sweep()
    expect(['taken', 'waiting']).toContain(answers[0]?.state)
  }
  expect((await read(client)).signals).toMatchObject([{ id: parcel.id, types: ['armed-actor-presence'], mine: true }])
  // The telephone that sent it reads nothing back.
  expect(await read(device)).toEqual({ scope: 'own', signals: [], told: [] })
})

test('an interview that was refused leaves a month and a number, nothing in the log, and no cell below ten', async () => {
  const { client } = await person(['SAEMAPE_AGENT'])
  const { client: monitor } = await person(['MONITORING_OFFICER'])
  const send = (tally: object) => client.send('/api/interview-tallies', tally)
  const heads = async () =>
    (await program.database.read(async (tx) => sql<{ n: number }>`select count(*)::int as n from log_event`.execute(tx))).rows[0]?.n
  const before = await heads()
  for (let n = 0; n < 9; n += 1) expect((await send({ month: '2026-11', outcome: 'consent-refused' })).status).toBe(200)
  expect(await heads()).toBe(before)
  const told = async () => (await monitor.get('/api/interview-tallies')).body
  expect(await told()).toMatchObject({ months: [{ month: '2026-11', cells: [{ shown: null, withheld: 'below-minimum' }, {}, {}] }] })
  for (let n = 0; n < 4; n += 1) await send({ month: '2026-11', outcome: 'consent-refused' })
  expect(await told()).toMatchObject({ months: [{ cells: [{ shown: 10, withheld: null }, { shown: null }, { shown: null }] }] })
  for (const wrong of [
    { month: '2027-01', outcome: 'stopped' },
    { month: '2026-11', outcome: 'x' },
    { month: '2026-11', outcome: 'stopped', name: 'x' },
  ])
    expect((await send(wrong)).status).toBe(400)
  expect((await client.get('/api/interview-tallies')).status).toBe(403)
})

test('without a site the territoire is chosen from the list that the form asks, and is kept by its name', async () => {
  const [{ client: agent }, { client: administrator }] = [await person(['SAEMAPE_AGENT']), await person(['ADMINISTRATOR'])]
  const ring = [
    [28, -4],
    [28, -2],
    [30, -2],
    [30, -4],
    [28, -4],
  ]
  const drawn = (properties: object): string =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }],
    })
  for (const [level, file] of [
    ['province', drawn({ pcode: 'CD62', name: 'Sud-Kivu' })],
    ['territoire', drawn({ pcode: 'CD6205', name: 'Fizi', adm1_pcode: 'CD62' })],
  ])
    expect((await administrator.send('/api/places/boundaries', { level, file })).status).toBe(200)
  const { areas } = mustParse(
    looseRecord({ areas: listOf(looseRecord({ code: text(), name: text() })) }),
    (await agent.get('/api/places/areas?level=territoire')).body,
  )
  expect(areas.map((one) => one.name)).toEqual(['Fizi'])
  expect((await agent.post('/api/signals', said({ site: null, area: areas[0]?.code }))).status).toBe(200)
  expect((await read(agent)).signals).toMatchObject([{ site: null, areaName: 'Fizi' }])
})
