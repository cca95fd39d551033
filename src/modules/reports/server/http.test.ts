/*
Reports over HTTP on the real database: each kind filled from the small province with its gaps, texts in versions, release with number and hash,
a released report that no later fact changes, who sees what, statistics and the mirror gap.
*/
import { createHash } from 'node:crypto'
import { read, utils } from '@e965/xlsx'
import { beforeAll, expect, test } from 'vitest'
import { freshProvince } from '../../../../test/played-province.ts'
import { type Answer, newId, stranger } from '../../../../test/world/client.ts'
import { DEMO_PASSWORD } from '../../../../test/world/accounts.ts'
import { type Client, signIn } from '../../../../test/world/client.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { cmrtParts, zipOf } from '../../../../test/rmi/example-workbook.ts'
import { count, listOf, looseRecord, mustParse, text } from '../../../kernel/schema.ts'
import { ReportAnswer, type ReportDocument, ReportList, SourceList, StatisticsRead } from '../contract.ts'

const world = await freshProvince()
const { province } = world
let app: Awaited<ReturnType<typeof world.program.createHttp>>
const clients = new Map<string, Client>()
beforeAll(async () => {
  app = await world.program.createHttp(({ error }) => {
    throw error
  })
  for (const key of ['exporter', 'validator', 'trader', 'planner', 'witness', 'cooperative'])
    clients.set(key, await signIn(app, `${key}@demo.chanzo.example`, DEMO_PASSWORD))
  return () => app.close()
}, 120_000)
const as = (key: string): Client => {
  const client = clients.get(key)
  if (client === undefined) throw new Error(`nobody is called ${key}`)
  return client
}
const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const year = () => ({ from: addDays(province.stage.today, -360), until: province.stage.today })

async function opened(key: string, kind: string, subject: object = {}, period: object = year()): Promise<string> {
  const id = newId()
  const answer = await as(key).send('/api/reports', { id, kind, period, subject })
  expect(answer.body).toEqual({ report: id })
  return id
}
const answerOf = async (key: string, id: string) => mustParse(ReportAnswer, (await as(key).get(`/api/reports/${id}`)).body)
const lineOf = (document: ReportDocument, key: string) => document.sections.flatMap(({ lines }) => lines).find((one) => one.key === key)
const tableOf = (document: ReportDocument, key: string) => document.sections.flatMap(({ tables }) => tables).find((one) => one.key === key)
const release = async (key: string, id: string, more: object = {}): Promise<Answer> =>
  as(key).post(`/api/reports/${id}/releases`, { isPublic: true, gapsSeen: (await answerOf(key, id)).draft.gaps, ...more })

test('the five-step report of an exporter is filled from the record; what nobody knows is a gap with who must fill it, not zero', async () => {
  const id = await opened('exporter', 'oecd-annual')
  const { draft, mayRelease, report } = await answerOf('exporter', id)
  expect(draft.sections.map(({ key }) => key)).toEqual(['step-1', 'step-2', 'step-3', 'step-4', 'step-5'])
  expect(report).toMatchObject({ organisationName: 'Comptoir Nyota', released: null, mine: true })
  expect(mayRelease).toBe(true)
  expect(lineOf(draft, 'shipments')).toMatchObject({ value: 1, state: 'filled', source: { count: 1 } })
  expect(lineOf(draft, 'shipped-mass')).toMatchObject({ value: 292_000, unit: 'grams' })
  expect(lineOf(draft, 'traced-share')).toMatchObject({ value: 10_000 })
  expect(tableOf(draft, 'mines')?.rows[0]?.[1]).toBe('Mto Mweupe 2')
  expect(draft.sections.filter(({ written }) => written?.text === null)).toHaveLength(5)
  const gaps = draft.sections.flatMap(({ lines }) => lines).filter(({ state }) => state === 'gap')
  for (const gap of gaps) expect(gap).toMatchObject({ value: null, who: expect.stringMatching(/./) })
  expect(draft.gaps).toBeGreaterThanOrEqual(gaps.length + 5)
})

test('texts are kept in versions; a filled text is a gap less; others may not write', async () => {
  const id = await opened('exporter', 'oecd-annual')
  const before = (await answerOf('exporter', id)).draft.gaps
  const write = (key: string, said: string, section = 'step-1') => as(key).send(`/api/reports/${id}/texts`, { section, text: said })
  expect((await write('exporter', 'Notre politique.')).status).toBe(200)
  expect((await write('exporter', 'Notre politique de 2026.')).status).toBe(200)
  const { texts, draft } = await answerOf('exporter', id)
  expect(texts.map(({ version }) => version)).toEqual([1, 2])
  expect(draft.sections[0]?.written).toEqual({ key: 'step-1', text: 'Notre politique de 2026.', version: 2 })
  expect(draft.gaps).toBe(before - 1)
  expect(codeOf(await write('validator', 'Autre chose.'))).toBe('report-not-yours')
  expect(codeOf(await write('exporter', 'x', 'step-9'))).toBe('report-no-such-section')
  expect((await as('trader').send('/api/reports', { id: newId(), kind: 'oecd-annual', period: year(), subject: {} })).status).toBe(403)
})

test('a released report has a number and the hash of its canonical text, is printed with both, and is never changed', async () => {
  const id = await opened('exporter', 'site-share', { certificate: province.certificateNumber })
  expect(codeOf(await release('exporter', id, { gapsSeen: 999 }))).toBe('report-gaps-changed')
  expect((await release('exporter', id)).status).toBe(200)
  const { released } = await answerOf('exporter', id)
  const [first] = released
  expect(first?.number).toMatch(/^RP-\d{4}-0002-1$/)
  const nobody = stranger(app)
  const said = await nobody.get(`/reports/released/${first?.number}/json`)
  const page = await nobody.get(`/reports/released/${first?.number}?language=fr`)
  expect(page.body).toContain(first?.sha256)
  expect(page.body).toContain('Mto Mweupe 2')
  expect(page.body).not.toContain('ÉBAUCHE')
  expect(mustParse(looseRecord({ number: text() }), said.body).number).toBe(first?.number)
  const raw = await app.inject({ method: 'GET', url: `/reports/released/${first?.number}/json` })
  expect(createHash('sha256').update(raw.body).digest('hex')).toBe(first?.sha256)
  expect(codeOf(await release('exporter', id, { correctionReason: 'x' }))).toBe('report-nothing-new')

  await as('exporter').send(`/api/reports/${id}/texts`, { section: 'share-remarks', text: 'Précision.' })
  expect(codeOf(await release('exporter', id))).toBe('report-correction-needs-reason')
  expect((await release('exporter', id, { correctionReason: 'Une précision manquait.' })).status).toBe(200)
  const again = await app.inject({ method: 'GET', url: `/reports/released/${first?.number}/json` })
  expect(again.body).toBe(raw.body)
  const old = await nobody.get(`/reports/released/${first?.number}?language=fr`)
  expect(old.body).toContain(first?.number.replace(/1$/, '2'))
})

test('a statement for a buyer gives sites with share and bounds, coarse places, and no exact position', async () => {
  const id = await opened('exporter', 'site-share', { certificate: province.certificateNumber })
  const { draft } = await answerOf('exporter', id)
  const sites = tableOf(draft, 'sites')
  const keys = sites?.columns.map(({ key }) => key) ?? []
  const cell = (key: string) => sites?.rows[0]?.[keys.indexOf(key)]
  // The identifier of the ICGLR spells the position out: the national one stands here.
  expect(String(cell('id'))).not.toContain('…')
  expect(cell('share')).toBe(10_000)
  expect(cell('least')).toBe(292_000)
  expect(cell('province')).toBe('Lukanda (fictive)')
  expect(String(cell('near'))).toMatch(/^-2\.5, 21\.[45]$/)
  expect(JSON.stringify(draft)).not.toContain('2.5123')
})

test('a report that was not released as public stays with its author and who may read reports there', async () => {
  const id = await opened('exporter', 'mine-list')
  expect((await release('exporter', id, { isPublic: false })).status).toBe(200)
  const number = (await answerOf('exporter', id)).released[0]?.number
  expect((await stranger(app).get(`/reports/released/${number}`)).status).toBe(404)
  expect((await stranger(app).get(`/reports/released/${number}/json`)).status).toBe(404)
  expect((await as('trader').get(`/reports/released/${number}/json`)).status).toBe(404)
  expect((await as('planner').get(`/reports/released/${number}/json`)).status).toBe(200)
  // The comptoir is a national body: who is limited to the province does not read its unpublished reports.
  expect((await as('witness').get(`/reports/released/${number}/json`)).status).toBe(404)
  const draft = await opened('exporter', 'annex-risks')
  expect(codeOf(await as('planner').get(`/api/reports/${draft}`))).toBe('unknown-report')
  const seen = mustParse(ReportList, (await as('planner').get('/api/reports')).body).reports.map((one) => String(one.id))
  expect(seen).toContain(id)
  expect(seen).not.toContain(draft)
  expect(codeOf(await as('validator').post(`/api/reports/${id}/releases`, { isPublic: true, gapsSeen: 0 }))).toBe('report-not-yours')
})

test('the information of 2017/821 for one shipment: goods, mine, taxes of the dossier; what only the importer knows is its gap', async () => {
  const { draft } = await answerOf('validator', await opened('validator', 'eu-shipment', { certificate: province.certificateNumber }))
  expect(lineOf(draft, 'supplier')).toMatchObject({ value: 'Comptoir Nyota' })
  expect(lineOf(draft, 'supplier-address')?.value).toContain('avenue du Marché')
  expect(lineOf(draft, 'origin')).toMatchObject({ value: 'CD' })
  expect(lineOf(draft, 'importer')).toMatchObject({ value: 'Example Smelting NV' })
  expect(tableOf(draft, 'taxes')?.rows).toEqual([
    ['redevance minière', 'Direction des recettes', 'Q-77120', expect.any(String), 'USD', 645],
  ])
  expect(tableOf(draft, 'thresholds')?.rows).toEqual([['2609 00 00', 5_000_000, 'V']])
  expect(lineOf(draft, 'cahra')).toMatchObject({ state: 'gap', who: 'importer' })
  expect(codeOf(await as('exporter').send('/api/reports', { id: newId(), kind: 'eu-shipment', period: year(), subject: {} }))).toBe(
    'report-needs-a-shipment',
  )
})

test('the list of smelters and mines: shares of the mass per smelter; the workbook has numbers as numbers and texts as texts', async () => {
  const id = await opened('exporter', 'mine-list', { buyer: 'Example Smelting NV' })
  const { draft } = await answerOf('exporter', id)
  expect(tableOf(draft, 'smelters')?.rows).toEqual([['mineral.Sn', 'Example Smelting NV', null, 'BE', 1, 292_000]])
  const file = await app.inject({ method: 'GET', url: `/reports/drafts/${id}/xlsx`, headers: await cookieOf('exporter') })
  const book = read(file.rawPayload)
  const rows: unknown[][] = utils.sheet_to_json(book.Sheets[book.SheetNames[2] ?? ''] ?? {}, { header: 1 })
  expect(rows[1]?.slice(0, 3)).toEqual(['Étain (cassitérite)', 'Example Smelting NV', 'Mto Mweupe 2'])
  expect(rows[1]).toContain(292)
  const { sources } = {
    sources: mustParse(SourceList, (await as('exporter').get(`/api/report-sources?from=${year().from}&until=${year().until}`)).body),
  }
  expect(sources.mines.map(({ name, hundredthsOfPercent }) => [name, hundredthsOfPercent])).toEqual([['Mto Mweupe 2', 10_000]])
})
const cookieOf = async (key: string): Promise<{ cookie: string }> => {
  const payload = { email: `${key}@demo.chanzo.example`, password: DEMO_PASSWORD }
  const answer = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload })
  return { cookie: answer.cookies.map((one) => `${one.name}=${one.value}`).join('; ') }
}

test('the mirror: our exports beside statistics of partners; a missing side is said, a gap is counted, a bad line is named', async () => {
  const month = addDays(province.stage.today, -5).slice(0, 7)
  const csv = [
    'reporter;partner;month;hs;kg;value',
    `BE;CD;${month};26090000;400,5;1000`,
    `RW;CD;${month};2615.90;12000;`,
    `BE;CD;${month};2609;;`,
    `Belgique;CD;${month};2609;4;`,
  ].join('\n')
  const sent = await as('validator').upload(`/api/trade-statistics/files?id=${newId()}&source=Douanes`, Buffer.from(csv), 'text/csv')
  expect(mustParse(StatisticsRead, sent.body)).toEqual({
    rows: 2,
    faultCount: 2,
    faults: [
      { line: 4, problem: 'not-a-mass', found: null },
      { line: 5, problem: 'not-a-country', found: 'BELGIQUE' },
    ],
  })
  const { draft } = await answerOf('validator', await opened('validator', 'export-mirror'))
  const rows = tableOf(draft, 'mirror')?.rows ?? []
  expect(rows).toContainEqual(['CD', 'BE', 'mineral.Sn', month, 292_000, 696_500, 404_500, 138.5, 'reason.more-arrived'])
  expect(rows).toContainEqual(['CD', 'RW', 'mineral.Ta', month, null, 12_000_000, null, null, 'reason.no-record'])
  expect(
    codeOf(await as('validator').upload(`/api/trade-statistics/files?id=${newId()}&source=x`, Buffer.from('a;b\n1;2'), 'text/csv')),
  ).toBe('statistics-columns-missing')
  const batches = mustParse(
    looseRecord({ batches: listOf(looseRecord({ id: text(), source: text() })) }),
    (await as('validator').get('/api/trade-statistics')).body,
  ).batches
  expect(batches[0]).toMatchObject({ source: 'Douanes' })
  const batch = `/api/trade-statistics/${batches[0]?.id}`
  const others = await as('exporter').send(batch, {}, 'DELETE')
  expect([others.status, codeOf(others)]).toEqual([403, 'statistics-not-yours'])
  expect((await as('validator').send(batch, {}, 'DELETE')).status).toBe(200)
})

test('a buyer’s CMRT is filled over HTTP from the record of who asks; a file that is none is refused in words; nothing of it is kept', async () => {
  const details = { company: 'Comptoir Nyota', contact: {}, authoriser: {}, date: province.stage.today, period: year(), smelters: [] }
  const body = (file: Uint8Array): Buffer => Buffer.concat([Buffer.from(`${JSON.stringify(details)}\n`), file])
  const send = (key: string, file: Uint8Array) => as(key).upload('/api/rmi/fillings', body(file), 'application/octet-stream')
  const answer = mustParse(
    looseRecord({ file: text(10_000_000), certificates: count(), mines: count() }),
    (await send('exporter', zipOf(cmrtParts()))).body,
  )
  expect(answer).toMatchObject({ certificates: 1, mines: 1 })
  const sheet = read(Buffer.from(answer.file, 'base64')).Sheets['Smelter List']
  expect([sheet?.['B5']?.v, sheet?.['D5']?.v]).toEqual(['Tin', 'Example Smelting NV'])
  expect(sheet?.['N5']?.v).toContain('Mto Mweupe 2')
  expect(codeOf(await send('exporter', Buffer.from('not a workbook')))).toBe('rmi-not-a-workbook')
  expect((await send('exporter', new Uint8Array(100_000_000))).status).toBe(413)
  expect((await send('trader', zipOf(cmrtParts()))).status).toBe(403)
})
