/*
Agreements and releases over HTTP on the real database, with a source of invented coded people: who asks and who decides, what stops a release, what is kept back,
bytes that never change, an earlier release in the way, an office that is shut, and people who did not agree.
*/
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Stock, codedPeople, releasesWith } from '../../../../test/releases-with.ts'
import { type Answer, type Client, newId, signIn, stranger } from '../../../../test/world/client.ts'
import { ctdcNames } from '../../../exchange/ctdc/columns.ts'
import { readMicrodata } from '../../../exchange/ctdc/microdata.ts'
import { checkRelease } from '../../../exchange/ctdc/release-check.ts'
import { csvRows } from '../../../kernel/csv.ts'
import { looseRecord, mustParse, text } from '../../../kernel/schema.ts'
import { addAccount } from '../../people/module.ts'
import { AgreementList, type PlaceCount, ReleaseList, ReleasePreview, ToldPlaces } from '../contract.ts'
import { keepToldPlaces } from './told-places.ts'
import type { ReleasesModule } from '../module.ts'

const world = await freshDatabase()
const PASSWORD = 'a long enough password'
const stock: Stock = { people: [], signals: {}, isFrozen: false }
const clients = new Map<string, Client>()
let app: FastifyInstance
let releases: ReleasesModule
beforeAll(async () => {
  const opened = await releasesWith(world, stock)
  app = opened.app
  releases = opened.releases
  const { program } = world
  const parts = {
    database: program.database,
    log: program.log,
    tenant: program.tenant,
    places: program.modules.places.door,
    clock: program.clock,
  }
  for (const [key, role] of [
    ['monitor', 'MONITORING_OFFICER'],
    ['dpo', 'DATA_PROTECTION_OFFICER'],
    ['worker', 'CASE_WORKER'],
  ] as const) {
    const added = await addAccount(parts, { email: `${key}@people.example`, password: PASSWORD, roles: [role] })
    if (!added.ok) throw new Error(added.refusal.code)
    clients.set(key, await signIn(app, `${key}@people.example`, PASSWORD))
  }
  return () => app.close()
}, 60_000)
beforeEach(() => {
  stock.isFrozen = false
  stock.people = []
})
const as = (key: string): Client => {
  const client = clients.get(key)
  if (client === undefined) throw new Error(`nobody is called ${key}`)
  return client
}
const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code

const terms = (more: object = {}): object => ({
  ...{ parties: ['Ngao', 'Université de Lukanda'], purpose: 'Suivre la prise en charge', fields: ['*'], frequency: 'quarterly' },
  ...{
    level: 'coded-rows',
    onwardSharing: 'forbidden',
    retentionMonths: 24,
    incidentContact: 'Point focal données',
    expiresOn: '2027-12-31',
  },
  ...more,
})
async function agreed(more: object = {}): Promise<string> {
  const id = newId()
  expect((await as('monitor').post('/api/sharing-agreements', { id, terms: terms(more) })).status).toBe(200)
  expect((await as('dpo').post(`/api/sharing-agreements/${id}/signature`, { signedOn: '2026-11-20' })).status).toBe(200)
  return id
}
// Each test has quarters of its own: releases over quarters that do not meet do not stand in each other's way.
const parameters = (quarter: string, more: object = {}): object => ({
  ...{ kind: 'k-aggregates', k: 10, length: 2, from: quarter, until: quarter, columns: ['gender', 'ageBroad'] },
  ...more,
})
async function ask(agreement: string, wanted: object): Promise<Answer & { readonly id: string }> {
  const id = newId()
  return { ...(await as('monitor').post('/api/statistics-releases', { id, agreement, parameters: wanted })), id }
}
const approve = (id: string): Promise<Answer> => as('dpo').post(`/api/statistics-releases/${id}/approval`, {})
const fileOf = (key: string, id: string): Promise<Answer> => as(key).get(`/api/statistics-releases/${id}/file`)
const releaseOf = async (id: string) =>
  mustParse(ReleaseList, (await as('dpo').get('/api/statistics-releases')).body).releases.find((one) => one.id === id)

test('an agreement is drafted by one person and signed by another; nothing leaves before, after its end or beyond its level', async () => {
  stock.people = codedPeople(30, { quarter: '2023-Q1' })
  const id = newId()
  expect((await as('monitor').post('/api/sharing-agreements', { id, terms: terms({ level: 'aggregates' }) })).status).toBe(200)
  expect((await as('monitor').post(`/api/sharing-agreements/${id}/signature`, { signedOn: '2026-11-20' })).status).toBe(403)
  expect(codeOf(await ask(id, parameters('2023-Q1')))).toBe('release-needs-agreement')
  expect(codeOf(await as('dpo').post(`/api/sharing-agreements/${id}/signature`, { signedOn: '2027-01-01' }))).toBe(
    'agreement-signed-in-the-future',
  )
  await as('dpo').post(`/api/sharing-agreements/${id}/signature`, { signedOn: '2026-11-20' })
  expect(codeOf(await ask(id, parameters('2023-Q1', { kind: 'ctdc-microdata' })))).toBe('agreement-level-too-low')
  const { id: release } = await ask(id, parameters('2023-Q1'))
  expect((await as('dpo').post(`/api/sharing-agreements/${id}/end`, { reason: 'Projet clos.' })).status).toBe(200)
  expect(codeOf(await approve(release))).toBe('release-needs-agreement')
  const [first] = mustParse(AgreementList, (await as('monitor').get('/api/sharing-agreements')).body).agreements
  expect(first).toMatchObject({ id, state: 'ended', isActive: false, endReason: 'Projet clos.' })
  const narrow = await agreed({ fields: ['gender'] })
  expect((await ask(narrow, parameters('2023-Q1'))).body).toMatchObject({
    refusal: { code: 'agreement-lacks-fields', facts: { fields: 'ageBroad' } },
  })
})

test('an agreement lets out the attributes that it names and no other, also where nobody chose any', async () => {
  stock.people = codedPeople(30, { quarter: '2022-Q1' })
  const narrow = await agreed({ fields: ['gender', 'ageBroad'] })
  for (const kind of ['k-aggregates', 'ctdc-microdata']) {
    const all = await ask(narrow, parameters('2022-Q1', { kind, columns: [] }))
    expect([kind, codeOf(all)]).toEqual([kind, 'agreement-lacks-fields'])
  }
  const { id, status } = await ask(narrow, parameters('2022-Q1', { kind: 'ctdc-microdata', columns: ['gender', 'ageBroad'] }))
  expect(status).toBe(200)
  const { rows } = readMicrodata(await Array.fromAsync(csvRows([String((await fileOf('dpo', id)).body)])))
  expect(new Set(rows.map((row) => JSON.stringify(Object.entries(row).filter(([, value]) => value !== null))))).toEqual(
    new Set([
      JSON.stringify([
        ['gender', 'Woman'],
        ['ageBroad', '18--20'],
      ]),
    ]),
  )
})

test('a release is asked for, approved by another person, and its bytes stay those of the request with number and hash', async () => {
  stock.people = [...codedPeople(24, { quarter: '2023-Q2' }), ...codedPeople(3, { quarter: '2023-Q2', ageBand: '48+' })]
  const agreement = await agreed()
  const { id, status } = await ask(agreement, parameters('2023-Q2'))
  expect(status).toBe(200)
  expect((await as('monitor').post(`/api/statistics-releases/${id}/approval`, {})).status).toBe(403)
  expect(codeOf(await fileOf('monitor', id))).toBe('release-not-approved')
  const before = await fileOf('dpo', id)
  expect(before.body).toBe('selection,count\r\ngender:Woman,20\r\n"ageBroad:18--20;gender:Woman",20\r\nageBroad:18--20,20\r\n')
  stock.people = codedPeople(500, { quarter: '2023-Q2' })
  expect((await approve(id)).status).toBe(200)
  const after = await fileOf('monitor', id)
  expect(after.body).toBe(before.body)
  const told = await releaseOf(id)
  expect(told).toMatchObject({ state: 'approved', number: expect.stringMatching(/^ST-2026-\d{4}$/), keptBack: { belowMinimum: 2 } })
  expect(createHash('sha256').update(String(after.body)).digest('hex')).toBe(told?.sha256)
  const entry = { kind: 'statistics-released', number: told?.number ?? '', sha256: told?.sha256 ?? '' } as const
  const whole = await world.program.createHttp()
  expect((await stranger(whole).get('/ledger/checkpoint')).status).toBe(200)
  await whole.close()
  const leaves = await world.program.database.read((tx) =>
    sql<{ n: number }>`select count(*)::int as n from ledger_entry where number = ${entry.number}`.execute(tx),
  )
  expect(leaves.rows[0]?.n).toBe(1)
  expect(codeOf(await approve(id))).toBe('release-not-waiting')
  expect(codeOf(await ask(agreement, parameters('2023-Q2')))).toBe('agreement-not-due-again')
})

test('who decides is not who asked, also when one account could do both', async () => {
  const { program } = world
  const parts = {
    database: program.database,
    log: program.log,
    tenant: program.tenant,
    places: program.modules.places.door,
    clock: program.clock,
  }
  await addAccount(parts, { email: 'both@people.example', password: PASSWORD, roles: ['MONITORING_OFFICER', 'DATA_PROTECTION_OFFICER'] })
  const both = await signIn(app, 'both@people.example', PASSWORD)
  stock.people = codedPeople(30, { quarter: '2023-Q3' })
  const id = newId()
  await both.post('/api/statistics-releases', { id, agreement: await agreed(), parameters: parameters('2023-Q3') })
  expect(codeOf(await both.post(`/api/statistics-releases/${id}/approval`, {}))).toBe('second-person-for-release')
})

test('quarters too young, too few people, a smaller minimum than ten: refused', async () => {
  const agreement = await agreed()
  stock.people = codedPeople(9, { quarter: '2023-Q4' })
  expect(codeOf(await ask(agreement, parameters('2023-Q4')))).toBe('release-below-minimum')
  expect(codeOf(await ask(agreement, parameters('2026-Q3')))).toBe('release-too-early')
  expect((await ask(agreement, parameters('2023-Q4', { k: 9 }))).status).toBe(400)
  expect((await ask(agreement, parameters('2023-Q4', { length: 4 }))).status).toBe(400)
  // Of what was refused, nothing was kept.
  const kept = await world.program.database.read((tx) =>
    sql<{
      n: number
    }>`select count(*)::int as n from statistics_release_content c where not exists (select 1 from statistics_release r where r.id = c.release_id)`.execute(
      tx,
    ),
  )
  expect(kept.rows[0]?.n).toBe(0)
})

test('§11 test 7: a release that moved by a few people since an earlier one is refused, when asked and when approved', async () => {
  const quarter = { quarter: '2024-Q1' }
  stock.people = codedPeople(40, quarter)
  const { id: first } = await ask(await agreed(), parameters('2024-Q1'))
  const { id: second, status } = await ask(await agreed(), parameters('2024-Q1', { columns: ['gender'] }))
  expect(status).toBe(200)
  stock.people = codedPeople(45, quarter)
  const { id: third } = await ask(await agreed(), parameters('2024-Q1', { columns: ['gender', 'isMining'] }))
  expect((await approve(first)).status).toBe(200)
  expect((await approve(second)).status).toBe(200)
  stock.people = codedPeople(51, quarter)
  expect((await approve(third)).status).toBe(200)
  const refused = await ask(await agreed(), parameters('2024-Q1', { from: '2024-Q1', until: '2024-Q2' }))
  // Forty and fifty-one lie eleven apart, forty-five and fifty-one six: the rounded number moved, and few people carried it.
  expect(refused.body).toMatchObject({ refusal: { code: 'release-would-tell' } })
  const preview = await as('monitor').send('/api/statistics-releases/preview', {
    agreement: await agreed(),
    parameters: parameters('2024-Q1'),
  })
  expect(mustParse(ReleasePreview, preview.body).inTheWay).toContainEqual(
    expect.objectContaining({ cell: 'gender=Woman', problem: 'moved-by-few' }),
  )
})

test('§11 test 7: a table by province and quarter holds no cell under ten, none that can be worked out, and says which and why', async () => {
  stock.people = [
    ...codedPeople(40, { quarter: '2024-Q3', admin1: 'CD61' }),
    ...codedPeople(30, { quarter: '2024-Q4', admin1: 'CD61' }),
    ...codedPeople(4, { quarter: '2024-Q3', admin1: 'CD62' }),
    ...codedPeople(50, { quarter: '2024-Q4', admin1: 'CD62' }),
  ]
  const wanted = parameters('2024-Q3', { kind: 'province-quarter', until: '2024-Q4', columns: [] })
  const agreement = await agreed({ level: 'aggregates' })
  const preview = mustParse(
    ReleasePreview,
    (await as('monitor').send('/api/statistics-releases/preview', { agreement, parameters: wanted })).body,
  )
  expect(preview.withheld).toContainEqual({ cell: 'admin1=CD62&quarter=2024-Q3', why: 'below-minimum' })
  const { id } = await ask(agreement, wanted)
  const rows = await Array.fromAsync(csvRows([String((await fileOf('dpo', id)).body)]))
  expect(rows[0]).toEqual(['admin1', '2024-Q3', '2024-Q4', 'total'])
  expect(rows[2]?.[1]).toBe('<10')
  for (const cell of rows.slice(1).flatMap((row) => row.slice(1)))
    expect(cell === '<10' || cell === '..' || Number(cell) % 10 === 0).toBe(true)
})

test('microdata: 27 columns, no combination of three under ten, and only who agreed to research', async () => {
  stock.people = [
    ...codedPeople(25, { quarter: '2025-Q1' }),
    ...codedPeople(12, { quarter: '2025-Q1', gender: 'Masculine', methodsOfControl: ['TakesEarnings', 'PhysicalThreats'] }),
    ...codedPeople(2, { quarter: '2025-Q1', citizenships: ['BDI'] }),
    ...codedPeople(11, { quarter: '2025-Q1', uses: ['statistics'], citizenships: ['UGA'] }),
    ...codedPeople(11, { quarter: '2025-Q1', uses: [], citizenships: ['RWA'] }),
  ]
  const { id } = await ask(
    await agreed({ level: 'anonymous-rows' }),
    parameters('2025-Q1', { kind: 'ctdc-microdata', length: 3, columns: [] }),
  )
  const file = String((await fileOf('dpo', id)).body)
  expect(file).not.toMatch(/BDI|UGA|RWA/)
  const { rows, complaints } = readMicrodata(await Array.fromAsync(csvRows([file])))
  expect(complaints).toEqual([])
  expect(rows).toHaveLength(39)
  expect(file.split('\r\n')[0]).toBe(ctdcNames.join(','))
  expect(await checkRelease(rows)).toEqual({ checked: true, rare: [] })
  expect((await releaseOf(id))?.keptBack).toMatchObject({ rowsBlanked: true, blanked: [{ column: 'citizenship', values: 2 }] })
})

test('HTCDS without identity, and the four tables of IC-TIP with empty codes; both are rows under an agreement', async () => {
  stock.people = codedPeople(20, { quarter: '2025-Q2', reporter: 'NGO' })
  const htcds = await ask(await agreed(), parameters('2025-Q2', { kind: 'htcds-deidentified', length: 3, columns: [] }))
  const [headings = [], first = []] = await Array.fromAsync(csvRows([String((await fileOf('dpo', htcds.id)).body)]))
  expect(headings).not.toEqual(expect.arrayContaining([expect.stringMatching(/Name|Phone|Email|Street|Birthdate|IdentityNumber/)]))
  expect(first[headings.indexOf('prs_AgeBand')]).toBe('18--20')
  expect(first[headings.indexOf('vic_ForcedLabourIndustry')]).toBe('B_MiningAndQuarrying')
  const tables = await ask(await agreed(), parameters('2025-Q2', { kind: 'ic-tip', length: 3, columns: [] }))
  const zip = String((await fileOf('dpo', tables.id)).body)
  for (const name of ['event.csv', 'victim.csv', 'perpetrator.csv', 'reporting-entity.csv', 'mapping.csv']) expect(zip).toContain(name)
  expect(zip).toContain('event,typeOfExploitation,ForcedLabour,,')
})

test('a look meets the gates of a request, tells no number and no hash, and whoever watches over the data sees that it was made', async () => {
  stock.people = [...codedPeople(30, { quarter: '2021-Q1' }), ...codedPeople(3, { quarter: '2021-Q1', ageBand: '48+' })]
  const agreement = await agreed()
  const look = (asked: object) => as('monitor').send('/api/statistics-releases/preview', asked)
  expect(codeOf(await look({ agreement, parameters: parameters('2026-Q4') }))).toBe('release-too-early')
  expect(codeOf(await look({ agreement: newId(), parameters: parameters('2021-Q1') }))).toBe('release-needs-agreement')
  const narrow = await agreed({ fields: ['gender'] })
  expect(codeOf(await look({ agreement: narrow, parameters: parameters('2021-Q1') }))).toBe('agreement-lacks-fields')
  const asked = { agreement, parameters: parameters('2021-Q1', { length: 1 }) }
  const first = await look(asked)
  expect(mustParse(ReleasePreview, first.body).keptBack).toEqual({ belowMinimum: true, complement: false, blanked: [] })
  stock.people = [...stock.people, ...codedPeople(1, { quarter: '2021-Q1', ageBand: '48+' })]
  expect((await look(asked)).body).toEqual(first.body)
  const seenBy = async (key: string) => mustParse(ReleaseList, (await as(key).get('/api/statistics-releases')).body)
  expect((await seenBy('monitor')).looks).toEqual([])
  expect((await seenBy('dpo')).looks.filter((one) => one.parameters.from === '2021-Q1')).toMatchObject([asked, asked])
  const { id } = await ask(agreement, asked.parameters)
  const shaOf = async (key: string) => (await seenBy(key)).releases.find((one) => one.id === id)?.sha256
  expect([await shaOf('monitor'), typeof (await shaOf('dpo'))]).toEqual([null, 'string'])
})

test('an office that is shut lets nothing be asked for, looked at or approved', async () => {
  stock.people = codedPeople(30, { quarter: '2025-Q3' })
  const agreement = await agreed()
  const { id } = await ask(agreement, parameters('2025-Q3'))
  stock.isFrozen = true
  expect(codeOf(await approve(id))).toBe('release-office-locked-down')
  expect(codeOf(await ask(agreement, parameters('2025-Q3')))).toBe('release-office-locked-down')
  expect(codeOf(await as('monitor').send('/api/statistics-releases/preview', { agreement, parameters: parameters('2025-Q3') }))).toBe(
    'release-office-locked-down',
  )
  stock.isFrozen = false
  expect((await approve(id)).status).toBe(200)
})

test('turned down, its file is destroyed; withdrawn, it is given to nobody and its hash stays', async () => {
  stock.people = codedPeople(30, { quarter: '2025-Q4' })
  const { id: no } = await ask(await agreed(), parameters('2025-Q4'))
  expect((await as('dpo').post(`/api/statistics-releases/${no}/refusal`, { reason: 'Trop tôt.' })).status).toBe(200)
  expect((await fileOf('dpo', no)).status).toBe(404)
  const { id } = await ask(await agreed(), parameters('2025-Q4'))
  await approve(id)
  expect((await as('dpo').post(`/api/statistics-releases/${id}/withdrawal`, { reason: 'Erreur de période.' })).status).toBe(200)
  expect((await fileOf('monitor', id)).status).toBe(410)
  expect(await releaseOf(id)).toMatchObject({ state: 'withdrawn', reason: 'Erreur de période.', number: expect.stringMatching(/^ST-/) })
  expect((await fileOf('worker', id)).status).toBe(403)
})

test('a copy of the database does not tell the true counts, and no event holds one', async () => {
  const dump = await world.program.database.read(async (tx) => {
    const events = await sql<{ line: string }>`select payload::text as line from log_event where kind like 'statistics-release%'`.execute(
      tx,
    )
    const sealed = await sql<{ line: string }>`select encode(sealed_counts, 'escape') as line from statistics_release_content`.execute(tx)
    return { events: events.rows.map(({ line }) => line).join('\n'), sealed: sealed.rows.map(({ line }) => line).join('\n') }
  })
  expect(dump.sealed.length).toBeGreaterThan(100)
  expect(dump.sealed).not.toContain('gender')
  expect(dump.events).not.toMatch(/"count"/)
})

const at = (site: string | null, persons: number, more: Partial<PlaceCount> = {}): PlaceCount => ({
  ...{ site, persons, admin1: 'XL1', admin2: 'XL101', type: 'child-labour-observed', ...more },
})
const told = async (key: string) => mustParse(ToldPlaces, (await as(key).get('/api/told-places/XL1')).body)
const pairs = (answer: ToldPlaces) => answer.lines.map(({ level, code, quarter, persons }) => [level, code, quarter, persons])

test('what may be told of places is told once: old quarters, ten and more, and nothing that happens later moves it', async () => {
  stock.signals = { '2026-Q2': [at('s1', 14), at('s2', 4)], '2026-Q3': [at('s1', 40)] }
  expect((await told('monitor')).quarters).toEqual([])
  expect(await releases.round()).toBeGreaterThan(0)
  const first = await told('monitor')
  expect(pairs(first)).toEqual([
    ['province', 'XL1', '2026-Q2', 10],
    ['territoire', 'XL101', '2026-Q2', 10],
  ])
  // The next quarter is not old enough, whatever it holds.
  expect(first.quarters.map((one) => one.quarter)).not.toContain('2026-Q3')
  for (const persons of [0, 9, 15, 400]) {
    stock.signals = { '2026-Q2': [at('s1', persons), at('s2', 4), at('s3', 1)] }
    await releases.round()
    expect(pairs(await told('monitor'))).toEqual(pairs(first))
  }
  expect((await as('worker').get('/api/told-places/XL1')).status).toBe(403)
  const sites = await world.program.database.read((tx) => releases.door.toldPlaces(tx, world.program.tenant))
  expect(sites.lines.filter((one) => one.level === 'site').map((one) => [one.code, one.persons])).toEqual([['s1', 10]])
})

test('a release over places is made of what was told, approved by another, and nothing with another minimum lies beside it', async () => {
  const agreement = await agreed()
  const wanted = { kind: 'place-events', columns: ['quarter', 'event', 'admin1', 'admin2'] }
  const { id, status } = await ask(agreement, parameters('2026-Q2', wanted))
  expect(status).toBe(200)
  expect((await approve(id)).status).toBe(200)
  expect(
    String((await fileOf('monitor', id)).body)
      .trim()
      .split(/\r?\n/),
  ).toEqual(['quarter,event,admin1,admin2,persons', '2026-Q2,child-labour-observed,XL1,,10', '2026-Q2,child-labour-observed,XL1,XL101,10'])
  expect(codeOf(await ask(await agreed(), parameters('2026-Q2', { ...wanted, k: 15 })))).toBe('release-would-tell')
  expect(codeOf(await ask(await agreed({ fields: ['quarter', 'event', 'admin1'] }), parameters('2026-Q2', wanted)))).toBe(
    'agreement-lacks-fields',
  )
  expect(codeOf(await ask(await agreed(), parameters('2025-Q2', wanted)))).toBe('release-below-minimum')
})

test('an office in danger tells no quarter', async () => {
  stock.isFrozen = true
  const { database, tenant } = world.program
  const house = { database, tenant, clock: () => '2027-02-01T08:00:00.000Z', secret: 'a secret of the test' }
  const statistics = { rows: () => [], signals: () => Promise.resolve([at('s1', 40)]) }
  expect(await keepToldPlaces({ ...house, statistics, isFrozen: () => Promise.resolve(true) })).toBe(0)
  expect(await keepToldPlaces({ ...house, statistics, isFrozen: () => Promise.resolve(false) })).toBe(1)
})
