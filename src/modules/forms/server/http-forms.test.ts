import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { looseRecord, mustParse, text } from '../../../kernel/schema.ts'
import { freshDatabase } from '../../../../test/database.ts'
import type { Client } from '../../../../test/world/client.ts'
import { openStage } from '../../../../test/world/stage.ts'
import { FormList, FormPage, FormTables, FormVersionPage, Reading } from '../domain/answers.ts'
import { readMarkdown } from '../domain/xlsform/markdown.ts'
import { publishOwnForms } from './own-forms.ts'
import { sha256Of } from './publish.ts'
import { readWorkbook, writeWorkbook } from './workbook.ts'

const world = await freshDatabase()
let app: FastifyInstance
let planner: Client
let inspector: Client

beforeAll(async () => {
  const stage = await openStage(world, 0)
  app = stage.app
  planner = stage.as('planner')
  inspector = stage.as('inspector')
})
afterAll(() => app.close())

const SMALL = (version: string, label = 'Combien de creuseurs ?') => ({
  ...readMarkdown(`
| survey |
| | type | name | label::Français (fr) | label::English (en) | required |
| | integer | miners | ${label} | How many miners? | yes |
| settings |
| | form_title | form_id | version | default_language |
| | Comptage | count | ${version} | Français (fr) |`),
})
const Refusal = looseRecord({ refusal: looseRecord({ code: text(), facts: looseRecord({}) }) })
const codeOf = (body: unknown): string => mustParse(Refusal, body).refusal.code

test('the forms that ship are published when a server is set up, once, signed by its key', async () => {
  const answer = await inspector.get('/api/forms')
  const { forms } = mustParse(FormList, answer.body)
  expect(forms.map((one) => one.current.form)).toEqual(expect.arrayContaining(['inspection_cd', 'inspection_annual']))
  expect(forms.every((one) => one.ships && one.current.log.signedBy.startsWith('server:'))).toBe(true)
  expect(await publishOwnForms(world.program)).toEqual([])
})

test('the hash is that of the bytes that are served, and the workbook reads back into the same form', async () => {
  const { versions } = mustParse(FormPage, (await inspector.get('/api/forms/inspection_cd')).body)
  const [version] = versions
  const path = `/api/forms/inspection_cd/versions/${version?.version}`
  const xform = await inspector.get(`${path}/xform`)
  expect(sha256Of(String(xform.body))).toBe(version?.sha256)
  const page = mustParse(FormTables, (await inspector.get(`${path}/tables`)).body)
  expect(page.outline?.rows.find((row) => row.name === 'R1_why')?.criterion).toEqual({ id: 'R1', part: 'why' })
  const workbook = readWorkbook(writeWorkbook(page.sheets))
  expect(workbook).toEqual({ ok: true, value: page.sheets })
})

test('a version is published, never changes, and the next one becomes current', async () => {
  expect((await planner.post('/api/forms', { sheets: SMALL('1') })).status).toBe(200)
  const same = await planner.post('/api/forms', { sheets: SMALL('1') })
  expect([same.status, codeOf(same.body)]).toEqual([409, 'form-already-published'])
  const other = await planner.post('/api/forms', { sheets: SMALL('1', 'Autre question') })
  expect([other.status, codeOf(other.body)]).toEqual([409, 'form-version-taken'])
  expect((await planner.post('/api/forms', { sheets: SMALL('2'), basedOn: '1', note: 'Libellé' })).status).toBe(200)
  const { versions } = mustParse(FormPage, (await planner.get('/api/forms/count')).body)
  expect(versions.map((one) => [one.version, one.basedOn])).toEqual([
    ['2', '1'],
    ['1', null],
  ])
  const old = mustParse(FormVersionPage, (await planner.get('/api/forms/count/versions/1')).body)
  expect(old.isCurrent).toBe(false)
  expect(old.xform).toContain('Combien de creuseurs')
})

test('who may not publish is refused, and an unknown form or version is told apart', async () => {
  expect((await inspector.post('/api/forms', { sheets: SMALL('9') })).status).toBe(403)
  expect((await inspector.get('/api/forms/none')).status).toBe(404)
  const missing = await inspector.get('/api/forms/inspection_cd/versions/0/xform')
  expect([missing.status, codeOf(missing.body)]).toEqual([404, 'unknown-form-version'])
})

test('what is wrong is named by sheet, row and column, and nothing is published', async () => {
  const broken = readMarkdown(`
| survey |
| | type | name | label |
| | integr | miners | Combien ? |
| | select_one colours | colour | Couleur |
| | integer | women | Femmes \${mniers} |
| settings |
| | form_id | version |
| | broken form | |`)
  const answer = await planner.post('/api/forms', { sheets: broken })
  expect(answer.status).toBe(400)
  const problems = [
    { sheet: 'survey', row: 2, column: 'type', code: 'unknown-type', facts: { type: 'integr' } },
    { sheet: 'survey', row: 3, column: 'type', code: 'missing-list', facts: { list: 'colours' } },
    { sheet: 'survey', row: 4, column: 'label', code: 'unknown-reference', facts: { name: 'mniers' } },
    { sheet: 'settings', row: 2, column: 'form_id', code: 'form-id-not-possible', facts: { id: 'broken form' } },
    { sheet: 'settings', row: 2, column: 'version', code: 'version-not-possible', facts: { version: '' } },
  ]
  expect(answer.body).toEqual({ refusal: { code: 'form-not-possible', facts: { problems } } })
})

test('a workbook is read before it is published; a file that is none is refused', async () => {
  const session = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: { email: 'planner@demo.chanzo.example', password: 'lukanda-demo-2026' },
  })
  const cookie = session.cookies.map((one) => `${one.name}=${one.value}`).join('; ')
  const send = (payload: Uint8Array) =>
    app.inject({
      method: 'POST',
      url: '/api/forms/workbook',
      headers: { cookie, 'content-type': 'application/octet-stream' },
      payload: Buffer.from(payload),
    })
  const read = await send(writeWorkbook(SMALL('3')))
  expect(read.statusCode).toBe(200)
  const reading = mustParse(Reading, read.json())
  expect([reading.form, reading.version, reading.questions, reading.problems.length, reading.against]).toEqual([
    'count',
    '3',
    1,
    0,
    { current: '2', versionTaken: false },
  ])
  const none = await send(Buffer.from('not a workbook at all'))
  expect([none.statusCode, codeOf(none.json())]).toEqual([415, 'not-a-workbook'])
})

test('a draft is kept for its author; a second window does not overwrite it unseen', async () => {
  const draft = { basedOn: '2', sheets: SMALL('3') }
  expect((await planner.send('/api/forms/count/draft', { ...draft, revision: 0 })).body).toEqual({ revision: 1 })
  expect((await planner.send('/api/forms/count/draft', { ...draft, revision: 1 })).body).toEqual({ revision: 2 })
  const late = await planner.send('/api/forms/count/draft', { ...draft, revision: 1 })
  expect([late.status, codeOf(late.body)]).toEqual([409, 'draft-changed-elsewhere'])
  expect((await planner.get('/api/forms/count/draft')).body).toMatchObject({ draft: { basedOn: '2', revision: 2 } })
  expect((await planner.send('/api/forms/count/draft/removal', { revision: 1 })).status).toBe(409)
  expect((await planner.send('/api/forms/count/draft/removal', { revision: 2 })).status).toBe(200)
  expect((await planner.get('/api/forms/count/draft')).body).toEqual({ draft: null })
})

test('the read table follows from the log', async () => {
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
})

test('answers are read by the version that asked; what is not an answer is refused', async () => {
  const { door } = world.program.modules.forms
  const form = await world.program.database.read((tx) => door.published(tx, 'cd', { form: 'count', version: '1' }))
  if (form === null) throw new Error('the form is published above')
  const answers = (inside: string, version = '1') =>
    door.readSubmission(form, `<data id="count" version="${version}">${inside}<meta><instanceID>uuid:1</instanceID></meta></data>`)
  expect(answers('<miners>12</miners>')).toEqual({ ok: true, value: [{ path: 'miners', value: '12' }] })
  expect(answers('<miners/>')).toEqual({ ok: true, value: [] })
  expect(answers('<miners>12</miners>', '2')).toMatchObject({ refusal: { code: 'answers-of-another-form' } })
  expect(answers('<owner>12</owner>')).toMatchObject({ refusal: { code: 'question-not-in-form' } })
  expect(answers('<miners>1</miners><miners>2</miners>')).toMatchObject({ refusal: { code: 'question-not-in-form' } })
  expect(door.readSubmission(form, '<!DOCTYPE a [<!ENTITY b "c">]><data>&b;</data>')).toMatchObject({
    refusal: { code: 'xml-with-doctype' },
  })
  expect(door.readSubmission(form, '<data id="count"')).toMatchObject({ refusal: { code: 'xml-not-understood' } })
  expect(door.readSubmission(form, `<data>${'<a>'.repeat(50)}</data>`)).toMatchObject({ refusal: { code: 'xml-too-deep' } })
  expect(door.readSubmission(form, `<data>${'x'.repeat(1_100_000)}</data>`)).toMatchObject({ refusal: { code: 'xml-too-large' } })
})

test('the blank form is one page to print, in the reader’s language, with room to write', async () => {
  const { versions } = mustParse(FormPage, (await inspector.get('/api/forms/inspection_cd')).body)
  const path = `/api/forms/inspection_cd/versions/${versions[0]?.version}/print`
  const french = String((await inspector.get(path)).body)
  expect(french).toContain('Enfants de moins de 15 ans vus au travail')
  expect(french).toContain('Seulement si « Des acteurs armés sont-ils présents au sit… » = « Oui »')
  expect(french).toContain(versions[0]?.sha256.slice(0, 16))
  expect(String((await inspector.get(`${path}?language=en`)).body)).toContain('Children under 15 seen at work')
  expect((await inspector.get('/api/forms/inspection_cd/versions/none/print')).status).toBe(404)
})
