/* A sheet of paper from the empty print to the register: two entries, the cells in which they differ, bags made and bags matched, gaps and lateness. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { deliverTags, weighBag } from '../../../../../test/world/chain-scenes.ts'
import { type Answer, newId, subjectOf } from '../../../../../test/world/client.ts'
import { sites as demoSites } from '../../../../../test/world/lukanda.ts'
import { signOrder } from '../../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { listOf, looseRecord, mustParse } from '../../../../kernel/schema.ts'
import { LotDetail } from '../../contract.ts'
import { BookSummary, SheetPage } from '../../contract-sheets.ts'
import { listLateSheets, listSheetGaps } from './store-sheet-rules.ts'

const world = await freshDatabase()
let stage: Stage
let [site, holder, book] = ['', '', '']
beforeAll(async () => {
  stage = await openStage(world, 60)
  const [first] = demoSites
  if (!first) throw new Error('the province has sites')
  const day = stage.onDay(-40)
  site = await registerSite(stage, first, 1)
  await goOnMission(stage, { visited: [{ site }], day })
  await signOrder(stage, { number: '0012/TEST', annex: [{ site, colour: 'green' }], day })
  await deliverTags(stage, { site, series: 'LK-', from: 1, to: 500, day })
  stage.onDay(0)
  holder = stage.organisation('cooperative')
  book = subjectOf(
    await stage
      .as('agent')
      .post('/api/sheet-books', { kind: 'mine', prefix: 'mw-', from: 1, to: 50, rowsPerSheet: 25, site, holder: null }),
  )
  return () => stage.app.close()
})

const agent = () => stage.as('agent')
/** Plain rows are told without the envelope of a command. */
const say = (path: string, body: object, who = 'agent'): Promise<Answer> => stage.as(who).send(path, body)
const tag = (n: number): string => `LK-${String(n).padStart(6, '0')}`
const line = (at: number, n: number, massGrams = 40_000) => ({ line: at, tag: tag(n), massGrams })
const content = (lines: readonly { readonly massGrams: number }[], carriedGrams = 0, daysAgo = 20) => ({
  ...{ day: addDays(stage.today, -daysAgo), mineral: 'Sn', holder, carriedGrams },
  totalGrams: carriedGrams + lines.reduce((sum, one) => sum + one.massGrams, 0),
  lines,
})
async function opened(number: number): Promise<string> {
  const answer = await say('/api/sheets', { id: newId(), book, number })
  return mustParse(looseRecord({ sheet: SheetPage.shape.sheet.shape.id }), answer.body).sheet
}
const page = async (sheet: string) => mustParse(SheetPage, (await agent().get(`/api/sheets/${sheet}`)).body)
const code = ({ body }: Answer): unknown =>
  mustParse(looseRecord({ refusal: looseRecord({ code: SheetPage.shape.sheet.shape.label }) }), body).refusal.code
const post = (sheet: string): Promise<Answer> => agent().post(`/api/sheets/${sheet}/posting`, {})
async function typed(number: number, first: object, second: object = first): Promise<string> {
  const sheet = await opened(number)
  expect(await say(`/api/sheets/${sheet}/entries`, { pass: 'first', content: first })).toMatchObject({ status: 200 })
  expect(await say(`/api/sheets/${sheet}/entries`, { pass: 'second', content: second })).toMatchObject({ status: 200 })
  return sheet
}

test('two entries are compared cell by cell until they agree; then the lines are bags, by the command of the scale', async () => {
  const lines = [line(1, 1, 41_000), line(2, 2, 41_500), line(3, 3, 39_250)]
  const sheet = await opened(1)
  expect(await opened(1)).toBe(sheet)
  expect(code(await say(`/api/sheets/${sheet}/entries`, { pass: 'second', content: content(lines) }))).toBe('sheet-first-entry-missing')
  expect(code(await post(sheet))).toBe('sheet-not-agreed')
  await say(`/api/sheets/${sheet}/entries`, { pass: 'first', content: content(lines) })
  expect(await page(sheet)).toMatchObject({ sheet: { state: 'entered-once', label: 'MW-00001' }, firstIsMine: true })
  const slip = lines.with(1, line(2, 2, 45_100))
  await say(`/api/sheets/${sheet}/entries`, { pass: 'second', content: content(slip) })
  expect(await page(sheet)).toMatchObject({
    sheet: { state: 'entered-twice' },
    differences: [
      { line: null, field: 'totalGrams' },
      { line: 2, field: 'massGrams', first: '41500', second: '45100' },
    ],
  })
  expect(code(await post(sheet))).toBe('sheet-not-agreed')
  await say(`/api/sheets/${sheet}/entries`, { pass: 'second', content: content(lines) })
  expect(await page(sheet)).toMatchObject({ sheet: { state: 'agreed' }, differences: [] })
  expect((await post(sheet)).status).toBe(200)
  const posted = await page(sheet)
  expect(posted).toMatchObject({
    sheet: { state: 'posted', daysLate: 20 },
    posted: [{ how: 'registered' }, { how: 'registered' }, { how: 'registered' }],
  })
  expect(posted.findings.map((one) => one.rule)).toEqual(['S06'])
  const bag = mustParse(LotDetail, (await agent().get(`/api/lots/${posted.posted[1]?.lot}`)).body)
  expect(bag).toMatchObject({
    lot: { number: tag(2), massGrams: 41_500, producedOn: addDays(stage.today, -20), state: 'held' },
    findings: [],
  })
  expect(code(await post(sheet))).toBe('sheet-already-posted')
})

test('a bag that is there is matched and never made twice; another weight is a finding; sums are checked to the gram', async () => {
  await weighBag(stage, { site, tag: tag(10), mineral: 'Sn', massGrams: 40_000, day: stage.today })
  const before = (await agent().get('/api/lots')).body
  const wrong = { ...content([line(1, 10, 40_300), line(2, 11)], 121_750), totalGrams: 202_051 }
  const sheet = await typed(2, wrong)
  expect((await page(sheet)).findings.map((one) => one.rule)).toEqual(['S02'])
  expect((await post(sheet)).status).toBe(200)
  const posted = await page(sheet)
  expect(posted.posted.map((one) => one.how)).toEqual(['matched', 'registered'])
  expect(posted.findings).toMatchObject([
    { rule: 'S02', facts: { differenceGrams: 1 } },
    { rule: 'S01', severity: 'A', facts: { sheetGrams: 40_300, bagGrams: 40_000, differenceGrams: 300 } },
    { rule: 'S06' },
  ])
  const lots = mustParse(looseRecord({ lots: listOf(looseRecord({})) }), (await agent().get('/api/lots')).body).lots.length
  expect(lots).toBe(mustParse(looseRecord({ lots: listOf(looseRecord({})) }), before).lots.length + 1)
})

test('F20 and F41: numbers that are missing, and sheets that came late, are there to be counted', async () => {
  const sheet = await typed(5, content([line(1, 20)], 1, 50))
  expect((await post(sheet)).status).toBe(200)
  const { books } = mustParse(looseRecord({ books: listOf(BookSummary) }), (await agent().get('/api/sheet-books')).body)
  expect(books).toMatchObject([{ prefix: 'MW-', posted: 3, lastPosted: 5, missing: [3, 4] }])
  const { gaps, late } = await stage.program.database.read(async (tx) => ({
    gaps: await listSheetGaps(tx, stage.program.tenant),
    late: await listLateSheets(tx, stage.program.tenant, 15),
  }))
  expect(gaps).toMatchObject([{ prefix: 'MW-', from: 3, to: 4, site }])
  expect(late.map(({ label, days }) => [label, days])).toEqual([
    ['MW-00005', 50],
    ['MW-00001', 20],
    ['MW-00002', 20],
  ])
})

test('numbers belong to one book; whose it is decides who opens it; a number outside is sent back', async () => {
  const again = { kind: 'mine', prefix: 'MW-', from: 40, to: 60, rowsPerSheet: 25, site, holder: null }
  expect(code(await agent().post('/api/sheet-books', again))).toBe('sheet-numbers-taken')
  expect(code(await say('/api/sheets', { id: newId(), book, number: 99 }))).toBe('sheet-not-in-book')
  expect(code(await say('/api/sheets', { id: newId(), book, number: 9 }, 'trader'))).toBe('unknown-sheet-book')
  const own = { kind: 'trader', prefix: 'NG-', from: 1, to: 50, rowsPerSheet: 25, site: null, holder: stage.organisation('trader') }
  subjectOf(await stage.as('trader').post('/api/sheet-books', own))
  const { books } = mustParse(looseRecord({ books: listOf(BookSummary) }), (await stage.as('trader').get('/api/sheet-books')).body)
  expect(books.map((one) => one.prefix)).toEqual(['NG-'])
  expect((await stage.as('witness').get('/api/sheet-books')).status).toBe(403)
})

test('a tag that is on another posted sheet is said before posting; the line becomes its own bag, and both are held', async () => {
  const earlier = await typed(6, content([line(1, 40, 41_250)]))
  expect((await post(earlier)).status).toBe(200)
  const again = await typed(7, content([line(1, 40, 30_000)], 41_250))
  expect((await page(again)).findings).toMatchObject([{ rule: 'S08', severity: 'C', facts: { line: 1, tag: tag(40), sheet: 'MW-00006' } }])
  expect((await post(again)).status).toBe(200)
  const posted = await page(again)
  expect(posted.posted.map((one) => one.how)).toEqual(['registered'])
  expect(posted.findings.map((one) => one.rule)).toContain('S08')
  const bag = mustParse(LotDetail, (await agent().get(`/api/lots/${posted.posted[0]?.lot}`)).body)
  expect(bag.lot).toMatchObject({ massGrams: 30_000, state: 'quarantined' })
  expect(bag.findings).toEqual(expect.arrayContaining([expect.objectContaining({ rule: 'F01', severity: 'C' })]))
  const other = mustParse(LotDetail, (await agent().get(`/api/lots/${(await page(earlier)).posted[0]?.lot}`)).body)
  expect(other.lot).toMatchObject({ massGrams: 41_250, state: 'quarantined' })
})
