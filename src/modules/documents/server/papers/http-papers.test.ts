/* Papers over HTTP: who sees and draws them, uses with rule F31, scan, printed twin, types of a programme. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { drawPapers, useAgain } from '../../../../../test/world/operator-scenes.ts'
import { type Answer, subjectOf } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { asId, listOf, looseRecord, mustParse, record, text } from '../../../../kernel/schema.ts'
import { ListedPaperType, PaperCheck, PaperDetail, PaperSummary } from '../../contract-papers.ts'

const world = await freshDatabase()
let stage: Stage
let paper = ''
beforeAll(async () => {
  stage = await openStage(world, 60)
  paper = await drawPapers(stage, stage.onDay(-28))
  await useAgain(stage, { paper, day: stage.onDay(-6) })
  stage.onDay(0)
  return () => stage.app.close()
}, 60_000)
const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const shelf = async (key: string, query = '') =>
  mustParse(looseRecord({ papers: listOf(PaperSummary) }), (await stage.as(key).get(`/api/papers${query}`)).body)
    .papers.map((one) => one.number)
    .sort()
const detail = async (key = 'inspector') => mustParse(PaperDetail, (await stage.as(key).get(`/api/papers/${paper}`)).body)

test('whoever oversees sees the papers of the ground, everybody else those with a part in them', async () => {
  const both = ['AT-0131/LK', 'BA-2026-118']
  expect(await shelf('inspector')).toEqual(both)
  expect(await shelf('verifier')).toEqual(both)
  expect(await shelf('trader')).toEqual(both)
  expect(await shelf('exporter')).toEqual([])
  expect(await shelf('inspector', '?state=used')).toEqual(['AT-0131/LK'])
  expect(await shelf('inspector', '?number=at-0131/lk')).toEqual(['AT-0131/LK'])
  expect(await shelf('inspector', `?operator=${stage.organisation('cooperative')}`)).toEqual(['BA-2026-118'])
  expect(codeOf(await stage.as('exporter').get(`/api/papers/${paper}`))).toBe('unknown-paper')
  expect((await stage.as('exporter').get(`/papers/${paper}/print`)).status).toBe(404)
})

test('F31: the second trip, after the end, above what is stated, is kept with its three doubts', async () => {
  const { used, paper: summary } = await detail()
  expect(summary).toMatchObject({ state: 'used', uses: 2, mostUses: 1, doubts: 3 })
  expect(used.map((use) => use.doubts.map((one) => one.code))).toEqual([[], ['used-again', 'used-after-end', 'more-than-stated']])
  const { door } = world.program.modules.papers
  const asked = { number: 'AT-0131/LK', type: 'transport-authorisation', on: stage.today }
  const [brief] = await world.program.database.read((tx) => door.paperUse(tx, 'cd', asked))
  expect(brief).toMatchObject({ state: 'used', statedGrams: 480_000 })
  const link = { kind: 'operator', organisation: asId('organisation', stage.organisation('trader')) } as const
  expect(await world.program.database.read((tx) => door.papersOf(tx, 'cd', { link, on: stage.today }))).toHaveLength(2)
})

test('who is about to send asks by number what the paper would say of one more trip', async () => {
  const asked = `/api/paper-checks?number=at-0131%2Flk&on=${stage.today}&massGrams=99000000`
  const { checks } = mustParse(record({ checks: listOf(PaperCheck) }), (await stage.as('cooperative').get(asked)).body)
  expect(checks).toMatchObject([{ uses: 2, mostUses: 1 }])
  expect(checks[0]?.doubts.map((one) => one.code)).toEqual(expect.arrayContaining(['used-again', 'used-after-end', 'more-than-stated']))
})

test('only the issuer draws; a number is unique for issuer and type; what is issued does not change', async () => {
  const shown = await detail()
  expect(shown.mine).toBe(true)
  expect((await detail('trader')).mine).toBe(false)
  const again = {
    type: 'transport-authorisation',
    issuer: stage.organisation('division'),
    number: 'at-0131/lk ',
    values: shown.values,
    signatories: [],
    links: [],
  }
  expect(codeOf(await stage.as('inspector').post('/api/papers', again))).toBe('paper-number-taken')
  expect(codeOf(await stage.as('trader').post('/api/papers', { ...again, number: 'X' }))).toBe('paper-not-yours')
  expect(codeOf(await stage.as('inspector').post('/api/papers', { ...again, number: 'X', values: {} }))).toBe('paper-fields-missing')
  const { type: _type, issuer: _issuer, ...revision } = again
  expect(codeOf(await stage.as('inspector').post(`/api/papers/${paper}/revisions`, revision))).toBe('paper-is-issued')
  const draft = subjectOf(await stage.as('inspector').post('/api/papers', { ...again, number: 'AT-2' }))
  const links = [{ kind: 'operator', organisation: stage.organisation('exporter') }]
  subjectOf(await stage.as('inspector').post(`/api/papers/${draft}/revisions`, { ...revision, number: 'AT-2B', links }))
  expect(await shelf('exporter')).toEqual(['AT-2B'])
  subjectOf(await stage.as('inspector').post(`/api/papers/${draft}/issue`, {}))
  subjectOf(await stage.as('inspector').post(`/api/papers/${draft}/cancellation`, { reason: 'voyage annulé' }))
  expect(await shelf('exporter', '?state=cancelled')).toEqual(['AT-2B'])
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
})

test('the printed twin carries number, fields and a code; the scan comes back as it was kept', async () => {
  const page = await stage.as('trader').get(`/papers/${paper}/print?language=fr`)
  for (const part of ['AT-0131/LK', 'Autorisation de transport', 'UTILISÉ', 'Chef de division', '<svg']) expect(page.body).toContain(part)
  expect((await stage.as('trader').get(`/api/papers/${paper}/scan`)).status).toBe(200)
  expect((await stage.as('exporter').get(`/api/papers/${paper}/scan`)).status).toBe(404)
})

test('a programme changes a type over the default, marked as its own choice, and goes back', async () => {
  const types = async () =>
    mustParse(looseRecord({ types: listOf(ListedPaperType) }), (await stage.as('planner').get('/api/paper-types')).body).types
  const before = await types()
  expect(before).toHaveLength(15)
  const given = before.find((one) => one.type.code === 'transport-authorisation')?.type
  const path = '/api/paper-types/transport-authorisation'
  expect((await stage.as('planner').send(path, { type: { ...given, validDays: 5, evidence: 'V' } })).status).toBe(200)
  const changed = (await types()).find((one) => one.type.code === 'transport-authorisation')
  expect(changed).toMatchObject({ changed: true, type: { validDays: 5, evidence: 'D' } })
  expect((await stage.as('planner').send('/api/paper-types/other', { type: given })).status).toBe(400)
  expect((await stage.as('inspector').send(path, { type: null })).status).toBe(403)
  expect((await stage.as('planner').send(path, { type: null })).status).toBe(200)
  expect(await types()).toEqual(before)
})
