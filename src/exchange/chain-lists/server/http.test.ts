/* Lists of the chain over HTTP on the real database: tried, run, reported, run again, undone; what was drawn from stays. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { app, employers, newId, organisations, post, program, registerSite } from '../../../../test/sites-bed.ts'
import type { ImportAnswer } from '../chain-words.ts'

type Json = ReturnType<typeof JSON.parse>
const ask = async (method: 'GET' | 'POST', url: string, more: { readonly payload?: object | Buffer; readonly role?: string } = {}) => {
  const bytes = Buffer.isBuffer(more.payload)
  const headers = { 'x-role': more.role ?? 'MINES_NAT', ...(bytes ? { 'content-type': 'application/octet-stream' } : {}) }
  const answer = await app.inject({ method, url, headers, ...(more.payload ? { payload: more.payload } : {}) })
  const body: Json = (answer.headers['content-type'] ?? '').toString().includes('json') ? answer.json() : answer.body
  return { status: answer.statusCode, body }
}
const send = async (content: string | Buffer, role = 'MINES_NAT') => {
  const { status, body } = await ask('POST', '/api/imports/chain', { payload: Buffer.from(content), role })
  const found: ImportAnswer = body
  return { status, body: found, code: body.refusal?.code }
}
const go = async (id: string, thing: string, payload: object = {}, role = 'MINES_NAT') => {
  const begun = await ask('POST', `/api/imports/chain/${id}/${thing}`, { payload, role })
  await program.modules.chainLists.jobs.idle()
  const read: { readonly status: number; readonly body: ImportAnswer } = await ask('GET', `/api/imports/chain/${id}`)
  return { begun, now: read.body }
}
const rowsOf = async (id: string): Promise<readonly Json[]> => (await ask('GET', `/api/imports/chain/${id}/rows`)).body.rows
const events = (): Promise<number> =>
  program.database.read(async (tx) => (await sql<{ n: number }>`select count(*) as n from log_event`.execute(tx)).rows[0]?.n ?? -1)

let holder = ''
let site = ''
beforeAll(async () => {
  expect(employers.length).toBeGreaterThan(0)
  holder = organisations.get('EXPORTER') ?? ''
  site = await registerSite({ nationalId: 'LK-7', name: 'Nyabibwe' })
})
const settings = (more: object = {}) => ({
  ...{
    kind: 'mine-sheet',
    mapping: { tag: 0, weight: 1, site: 2, date: 3, mineral: 4, agent: 5, remark: 6 },
    unit: 'kg',
    dayOrder: 'day-first',
  },
  ...{ holder, doubtful: 'leave', ...more },
})
const SHEET = [
  'N° étiquette;Poids (kg);Site minier;Date;Minerai;Code agent;Observations',
  'LK-000001;28,5;LK-7;21/11/2019;cassitérite;A-12;',
  'LK-000002;1 031,25 kg;nyabibwe;21.11.2019;cassitérite;A-12;très lourd',
  'lk-000003;30;Nulle part;2019-11-22;cassitérite;;',
  'LK-000001;28,5;LK-7;22/11/2019;cassitérite;;',
  ';25;LK-7;22/11/2019;cassitérite;;',
  'LK-000005;beaucoup;LK-7;22/11/2019;cassitérite;;',
  'LK-000006;25;LK-7;31/02/2019;cassitérite;;',
  'LK-000007;25;LK-7;22/11/2019;kryptonite;;',
].join('\n')

describe('a log sheet of a mine', () => {
  let id = ''
  test('what it holds is said, and its columns are proposed', async () => {
    const before = await events()
    const { status, body } = await send(SHEET)
    expect(status).toBe(200)
    id = body.id
    expect(body).toMatchObject({ state: 'sent', kind: 'mine-sheet', found: { format: 'csv', separator: ';', guess: settings().mapping } })
    expect(await events()).toBe(before)
  })
  test('dry run: each row with its verdict and reason, sums by site and month, nothing written', async () => {
    const before = await events()
    const { now } = await go(id, 'trials', settings())
    expect(now).toMatchObject({ state: 'tried', rowsRead: 8, verdicts: { ok: 2, doubtful: 3, unreadable: 3 } })
    expect((await rowsOf(id)).map((row) => `${row.line} ${row.verdict} ${row.problem ?? ''}`.trim())).toEqual([
      '2 ok',
      '3 ok',
      '4 doubtful chain-row-site',
      '5 doubtful chain-row-tag-twice',
      '6 doubtful chain-row-no-tag',
      '7 unreadable chain-row-weight',
      '8 unreadable chain-row-day',
      '9 unreadable chain-row-mineral',
    ])
    expect(now.totals).toContainEqual({
      site,
      siteName: 'Nyabibwe',
      month: '2019-11',
      rows: 4,
      massGrams: 28_500 + 1_031_250 + 28_500 + 25_000,
    })
    expect(await events()).toBe(before)
  })
  test('who may try may not run', async () => {
    expect((await go(id, 'runs', {}, 'ADMINISTRATOR')).begun).toMatchObject({
      status: 403,
      body: { refusal: { code: 'import-needs-a-watcher' } },
    })
    expect((await ask('GET', '/api/imports/chain', { role: 'EXPORTER' })).status).toBe(403)
  })
  test('run: bags with the findings that the scale would have given; the report says what each row became', async () => {
    const { now } = await go(id, 'runs')
    expect(now).toMatchObject({ state: 'done', outcomes: { held: 2, left: 6 } })
    const [first, second] = await rowsOf(id)
    expect(first).toMatchObject({ outcome: 'held', told: { rules: ['F02', 'F04'] } })
    expect(second.told.rules).toContain('P01')
    const bag = await ask('GET', `/api/lots/${first.made}`)
    expect(bag.body).toMatchObject({ lot: { number: 'LK-000001', massGrams: 28_500, producedOn: '2019-11-21', site } })
    const report = await ask('GET', `/api/imports/chain/${id}/report`)
    expect(report.body).toContain('2;LK-000001;bonne;;;inscrite, en quarantaine')
    expect(report.body).toContain('7;LK-000005;illisible;Le poids')
    expect(
      JSON.stringify((await program.database.read((tx) => sql<{ payload: unknown }>`select payload from log_event`.execute(tx))).rows),
    ).not.toContain('A-12')
  })
  test('the same file again finds its own bags and adds nothing; another weight under a tag is a doubt', async () => {
    const before = await events()
    const again = (await send(SHEET.replace('28,5;LK-7;21', '29,5;LK-7;21'))).body.id
    const { now } = await go(again, 'trials', settings())
    expect(now.verdicts).toMatchObject({ known: 1 })
    expect((await rowsOf(again))[0]).toMatchObject({ verdict: 'doubtful', problem: 'chain-row-tag-in-register' })
    await go(again, 'runs')
    expect(await events()).toBe(before)
    const taking = (await send(SHEET)).body.id
    expect((await go(taking, 'trials', settings({ doubtful: 'take' }))).now.verdicts).toMatchObject({ known: 2 })
    expect((await go(taking, 'runs')).now.outcomes).toMatchObject({ known: 2, held: 3, left: 3 })
    expect((await rowsOf(taking)).find((row) => row.line === 5).told.rules).toContain('F01')
    expect((await go(taking, 'undoings', { reason: 'essai' })).now).toMatchObject({ state: 'undone', outcomes: { undone: 3 } })
  })
  test('a run that was cut off goes on and makes nothing twice', async () => {
    const part = (await send(SHEET.replaceAll('LK-0000', 'LK-0010'))).body.id
    await go(part, 'trials', settings())
    await go(part, 'runs')
    const before = await events()
    await program.database.transaction((tx) => sql`update chain_import set state = 'running', done_line = 0 where id = ${part}`.execute(tx))
    program.modules.chainLists.jobs.wake(part, {
      tenant: program.tenant,
      account: newId(),
      organisation: null,
      roles: ['MINES_NAT'],
      capabilities: new Set(),
      territory: 'everywhere',
      language: 'fr',
    })
    await program.modules.chainLists.jobs.idle()
    expect((await ask('GET', `/api/imports/chain/${part}`)).body).toMatchObject({ state: 'done', outcomes: { made: 2 } })
    expect(await events()).toBe(before)
  })
  test('undo: voided with the reason; what was drawn from since stays and says so', async () => {
    const [first] = await rowsOf(id)
    await program.database.transaction((tx) =>
      sql`update lot set quarantined_at = null, quarantine_because = null where id = ${first.made}`.execute(tx),
    )
    const drawn = await post('EXPORTER', '/api/lots', {
      ...{ number: 'NEG-1', kind: 'trader-lot', massGrams: 10_000, inputs: [{ lot: first.made, drawnGrams: 10_000 }] },
    })
    expect(drawn.code).toBe(null)
    const { now } = await go(id, 'undoings', { reason: 'mauvais fichier' })
    expect(now).toMatchObject({ state: 'undone', reason: 'mauvais fichier', outcomes: { undone: 1, kept: 1, left: 6 } })
    expect((await rowsOf(id))[0].told).toMatchObject({ code: 'already-drawn-from' })
    const voided = (await rowsOf(id))[1].made
    expect((await ask('GET', `/api/lots/${voided}`)).body).toMatchObject({ lot: { state: 'voided' } })
  })
})

describe('files that are none', () => {
  test.each([
    ['', 'chain-list-empty'],
    ['seulement une colonne\n1\n2', 'chain-list-one-column'],
    ['a;a;b\n1;2;3', 'chain-list-heading-twice'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'chain-list-old-workbook'],
  ])('%#', async (content, code) => {
    expect((await send(content)).code).toBe(code)
  })
  test('a quote that never closes is named with its line; a column that is missing with its field', async () => {
    const open = (await send(`Tag;Poids;Date\n${'T-1;2;2019-01-01\n'.repeat(90)}"T;1;2`)).body.id
    const mapping = { tag: 0, weight: 1, date: 2 }
    const { now } = await go(open, 'trials', settings({ mapping, mineral: 'Sn' }))
    expect(now.fault).toMatchObject({ code: 'chain-list-broken' })
    expect((await go(open, 'trials', settings({ mapping: { tag: 0, weight: 1 } }))).now.fault).toMatchObject({
      code: 'chain-list-field-needed',
      facts: { field: 'date' },
    })
  })
})

test('batches of tags and sheets of traders go through the house’s own routes, and a refusal stands at its row', async () => {
  const who = (capabilities: readonly string[]) => ({
    ...{ tenant: program.tenant, account: newId(), organisation: holder, roles: ['MINES_NAT'], territory: 'everywhere' as const },
    ...{ language: 'fr' as const, capabilities: new Set(capabilities) },
  })
  const runAs = async (id: string, capabilities: readonly string[]) => {
    await program.database.transaction((tx) => sql`update chain_import set state = 'running' where id = ${id}`.execute(tx))
    program.modules.chainLists.jobs.wake(id, who(capabilities))
    await program.modules.chainLists.jobs.idle()
    return rowsOf(id)
  }
  const batches = (await send('Emetteur;Premier;Dernier\nITSCI;ZZ-0001;ZZ-0050\nITSCI;ZZ-0040;ZZ-0060\nITSCI;XX;YY')).body
  expect(batches.kind).toBe('tag-batches')
  await go(batches.id, 'trials', settings({ kind: 'tag-batches', mapping: { issuer: 0, first: 1, last: 2 } }))
  const tags = await runAs(batches.id, ['custody.allocate-tags'])
  expect(tags.map((row) => `${row.verdict} ${row.outcome}`)).toEqual(['ok made', 'ok refused', 'unreadable left'])
  expect(tags[1].told).toMatchObject({ code: expect.stringContaining('tag') })

  const mine = (await send('Tag;Poids;Date\nTR-0001;20;2020-01-01\nTR-0002;21;2020-01-01')).body.id
  await go(mine, 'trials', settings({ mapping: { tag: 0, weight: 1, date: 2 }, mineral: 'Sn', site }))
  await go(mine, 'runs')
  await program.database.transaction((tx) => sql`update lot set quarantined_at = null, quarantine_because = null`.execute(tx))
  const sheet = (
    await send('Nouvelle étiquette;Tag;Date;Poids\nNG-1;TR-0001;2020-01-03;20\nNG-1;TR-0002;2020-01-03;21\nNG-2;TR-0001;2020-01-04;20')
  ).body
  expect(sheet.kind).toBe('trader-sheet')
  await go(sheet.id, 'trials', settings({ kind: 'trader-sheet', mapping: { newTag: 0, tag: 1, date: 2, weight: 3 } }))
  const lots = await runAs(sheet.id, ['custody.aggregate'])
  expect(lots.map((row) => row.outcome)).toEqual(['made', 'made', 'refused'])
  expect(lots[2].told).toMatchObject({ code: 'double-spend' })
  expect((await ask('GET', `/api/lots/${lots[0].made}`)).body).toMatchObject({ lot: { number: 'NG-1', massGrams: 41_000 } })
})
