/* Orders from draft to print over HTTP, on the real database: two officers, unknown sites, the check, the signature, acting backwards. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { OrderDraftList, OrderDraftPage } from '../../domain/orders/order-draft.ts'
import { OrderList, OrderPage } from '../../domain/orders/order-answers.ts'
import { app, ask, inspect, newId, number, orderText, post, program, registerSite, standing, taken } from '../../../../../test/sites-bed.ts'
import { pdfOf } from '../../../../../test/sample-files.ts'
import { asId } from '../../../../kernel/schema.ts'

const draftText = (annex: readonly object[], more: object = {}) => ({
  ...{ orderKind: 'validation', signatoryRole: 'MINISTER', signedOn: '2026-11-10', effectiveFrom: '2026-11-10' },
  ...{ legalBasis: ['Arrêté 0677/CAB.MIN/MINES/ANSK/01/2021'], recitals: ['le rapport de la mission conjointe'], annex },
  ...more,
})
async function save(role: string, body: object): Promise<{ status: number; code: string | null; facts: unknown; version: number | null }> {
  const answer = await app.inject({ method: 'POST', url: '/api/order-drafts', headers: { 'x-role': role }, payload: body })
  const told: { version?: number; refusal?: { code: string; facts: unknown } } = answer.json()
  return { status: answer.statusCode, code: told.refusal?.code ?? null, facts: told.refusal?.facts ?? null, version: told.version ?? null }
}
const page = (draft: string) => ask(OrderDraftPage, `/api/order-drafts/${draft}`)

test('an order naming an unknown site: the draft keeps the row and names it; once the site is registered the same draft is ready', async () => {
  const site = await registerSite()
  await inspect(site, { date: '2026-11-01' })
  const draft = newId()
  const content = draftText([
    { key: `cd-${number}`, colour: 'green' },
    { key: 'Kasika Nord', colour: 'green' },
  ])
  expect(await save('MINES_NAT', { draft, version: 0, content: { ...content, number: 'D-1/2026' } })).toMatchObject({
    status: 200,
    version: 1,
  })
  const first = await page(draft)
  expect(first.lines).toMatchObject([
    { site, proposed: 'green' },
    { key: 'Kasika Nord', name: null },
  ])
  expect(first.phase).toBe('draft')
  expect(first.checks.find((one) => one.check === 'sites-known')).toMatchObject({ verdict: 'fails', facts: { rows: '2 (Kasika Nord)' } })
  const other = await registerSite({ name: 'Kasika Nord' })
  await inspect(other, { date: '2026-11-02' })
  expect(await save('MINES_NAT', { draft, version: 1, content: { ...first.content, statedCounts: { green: 2 } } })).toMatchObject({
    version: 2,
  })
  const second = await page(draft)
  expect(second.lines).toMatchObject([{ site }, { site: other, name: 'Kasika Nord' }])
  expect([second.phase, second.checks.filter((one) => one.verdict === 'fails')]).toEqual(['legal_check', []])
})

test('an order sent with a site that nobody registered is refused by name and nothing is written', async () => {
  const site = newId()
  const sent = await post('MINISTER', '/api/orders', orderText([{ site, colour: 'red' }], { orderKind: 'red_listing', number: 'U-1/2026' }))
  expect(sent).toMatchObject({ status: 404, code: 'unknown-sites' })
  expect((await ask(OrderList, '/api/orders')).orders.some((one) => one.number === 'U-1/2026')).toBe(false)
})

test('two officers change one draft: the second is told the version that stands, and nothing of either is lost', async () => {
  const draft = newId()
  expect(await save('MINES_NAT', { draft, version: 0, content: draftText([]) })).toMatchObject({ version: 1 })
  const theirs = draftText([], { number: 'A/2026' })
  const mine = draftText([], { number: 'B/2026' })
  expect(await save('MINISTER', { draft, version: 1, content: theirs })).toMatchObject({ version: 2 })
  expect(await save('MINISTER', { draft, version: 1, content: theirs }), 'sent twice').toMatchObject({ status: 200, version: 2 })
  expect(await save('MINES_NAT', { draft, version: 1, content: mine })).toMatchObject({
    status: 409,
    code: 'draft-changed-meanwhile',
    facts: { version: 2 },
  })
  expect((await page(draft)).content.number).toBe('A/2026')
  expect(await save('MINES_NAT', { draft, version: 2, content: mine })).toMatchObject({ version: 3 })
  expect((await page(draft)).content.number).toBe('B/2026')
})

test('two officers at the same moment: one is kept, the other told', async () => {
  const draft = newId()
  await save('MINES_NAT', { draft, version: 0, content: draftText([]) })
  const both = await Promise.all(
    ['X/2026', 'Y/2026'].map((given) => save('MINES_NAT', { draft, version: 1, content: draftText([], { number: given }) })),
  )
  expect(both.map((one) => one.status).toSorted()).toEqual([200, 409])
})

test('a draft becomes an order once; the signed one keeps its grounds and no longer changes', async () => {
  const site = await registerSite()
  await inspect(site, { date: '2026-11-03' })
  const draft = newId()
  await save('MINES_NAT', { draft, version: 0, content: draftText([{ key: site, site, colour: 'green' }]) })
  const signed = orderText([{ site, colour: 'green' }], {
    draft,
    recitals: ['le rapport de la mission conjointe'],
    signedAtPlace: 'Kinshasa',
  })
  expect((await post('MINES_NAT', '/api/orders', signed)).status).toBe(403)
  const order = await taken('MINISTER', '/api/orders', signed)
  expect(await ask(OrderPage, `/api/orders/${order}`)).toMatchObject({
    recitals: ['le rapport de la mission conjointe'],
    signedAtPlace: 'Kinshasa',
    phase: 'in_force',
    endsOn: '2027-11-10',
    annex: [{ site, position: expect.stringMatching(/^-1\.96410 ; 28\.12340$/) }],
  })
  expect((await page(draft)).signedAs).toMatchObject({ order })
  expect((await ask(OrderDraftList, '/api/order-drafts')).drafts.some((one) => one.draft === draft)).toBe(false)
  expect(await save('MINES_NAT', { draft, version: 1, content: draftText([]) })).toMatchObject({ code: 'draft-already-signed' })
  const again = await post('MINISTER', '/api/orders', orderText([{ site, colour: 'green' }], { draft }))
  expect(again.code).toBe('draft-already-signed')
})

test('a scan that never arrived is refused before anything is signed', async () => {
  const site = await registerSite()
  const scan = { file: { sha256: 'a'.repeat(64), mediaType: 'application/pdf', bytes: 10 }, title: 'Arrêté signé', kind: 'order' }
  const sent = await post('MINISTER', '/api/orders', orderText([{ site, colour: 'red' }], { orderKind: 'red_listing', scan }))
  expect(sent.code).toBe('scan-not-kept')
})

test('the signed paper gives the coordinates of its annex, so only the cleared read it', async () => {
  const site = await registerSite()
  const sent = await app.inject({
    ...{ method: 'POST', url: '/api/files', payload: Buffer.from(pdfOf()) },
    headers: { 'content-type': 'application/pdf', 'x-role': 'MINISTER' },
  })
  const told: { file: { sha256: string } } = sent.json()
  const scan = { file: told.file, title: 'Arrêté signé', kind: 'order' }
  const order = await taken('MINISTER', '/api/orders', orderText([{ site, colour: 'red' }], { orderKind: 'red_listing', scan }))
  const seen = async (role: string) => {
    const paper = await app.inject({ method: 'GET', url: `/api/orders/${order}/scan`, headers: { 'x-role': role } })
    return [(await ask(OrderPage, `/api/orders/${order}`, role)).scan?.sha256 ?? null, paper.statusCode]
  }
  expect(await seen('MINES_NAT')).toEqual([told.file.sha256, 200])
  for (const role of ['NEGOCIANT', 'DOWNSTREAM']) expect(await seen(role)).toEqual([null, 403])
})

test('a withdrawal leaves the site without a status; a derogation says how much of which stock may go, until it is annulled', async () => {
  const site = await registerSite()
  await taken('MINISTER', '/api/orders', orderText([{ site, colour: 'red' }], { orderKind: 'red_listing', number: 'W-1' }))
  const stock = { site, quantityGrams: 1_250_000, foundOn: '2026-11-01', reason: 'stock trouvé par la mission' }
  const text = { orderKind: 'derogation', number: 'W-2' }
  expect((await post('MINISTER', '/api/orders', orderText([{ site, colour: 'red' }], { derogations: [stock], number: 'W-0' }))).code).toBe(
    'stocks-need-a-derogation',
  )
  const order = await taken('MINISTER', '/api/orders', orderText([{ site, colour: 'red' }], { ...text, derogations: [stock] }))
  const allowed = (knownAt: string) =>
    program.database.read((tx) =>
      program.modules.sites.door.derogations(tx, program.tenant, { site: asId('site', site), asOf: '2026-11-21', knownAt }),
    )
  expect(await allowed('2026-11-21T23:59:59.999Z')).toMatchObject([{ number: 'W-2', quantityGrams: 1_250_000 }])
  expect(await allowed('2026-11-01T00:00:00.000Z')).toEqual([])
  expect(await standing(site, '')).toMatchObject({ internal: 'RED', allows: { move: 'derogation' } })
  await taken('MINISTER', `/api/orders/${order}/annulment`, { on: '2026-11-21', reason: 'erreur' })
  expect(await allowed('2026-11-21T23:59:59.999Z')).toEqual([])
  await taken(
    'MINISTER',
    '/api/orders',
    orderText([{ site, colour: 'red' }], { orderKind: 'withdrawal', number: 'W-3', effectiveFrom: '2026-11-20' }),
  )
  expect(await standing(site, '')).toMatchObject({ internal: 'NONE', allows: { produce: 'no' } })
})

test('6.1, any → same: a follow-up inspection that finds everything in order leaves the red as it is until an order says otherwise', async () => {
  const site = await registerSite()
  const text = { orderKind: 'red_listing', signedOn: '2026-05-01', effectiveFrom: '2026-05-01' }
  await taken('MINISTER', '/api/orders', orderText([{ site, colour: 'red' }], text))
  const before = await standing(site, '')
  await inspect(site, { date: '2026-11-05' })
  expect(await standing(site, '')).toEqual(before)
  await taken('MINISTER', '/api/orders', orderText([{ site, colour: 'green' }]))
  expect(await standing(site, '')).toMatchObject({ internal: 'GREEN', since: '2026-11-10' })
})

test('a line tells the day of its visit though a thousand newer visits were accepted since', async () => {
  const site = await registerSite()
  const inspection = await inspect(site, { date: '2026-10-01' })
  await program.database.transaction((tx) =>
    sql`insert into inspection (tenant_id, id, site_id, inspected_on, on_site, phase, members, rulebook, opened_at)
      select tenant_id, gen_random_uuid(), gen_random_uuid(), '2026-11-01', true, 'accepted', members, rulebook, opened_at
      from inspection, generate_series(1, 1000) where id = ${inspection}`.execute(tx),
  )
  const draft = newId()
  await save('MINES_NAT', { draft, version: 0, content: draftText([{ key: `cd-${number}`, colour: 'green' }]) })
  expect((await page(draft)).lines).toMatchObject([{ site, proposed: 'green', visitedOn: '2026-10-01' }])
})

test('a number is one number however its letters and blanks are written', async () => {
  const red = { orderKind: 'red_listing' }
  const [one, other] = [await registerSite(), await registerSite()]
  await taken('MINISTER', '/api/orders', orderText([{ site: one, colour: 'red' }], { ...red, number: 'N-1/2026' }))
  const again = orderText([{ site: other, colour: 'red' }], { ...red, number: ' n-1/2026 ' })
  expect((await post('MINISTER', '/api/orders', again)).code).toBe('order-number-taken')
})
