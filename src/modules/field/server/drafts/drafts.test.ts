/* Unfinished forms on the real database: any order, twice the same, both heads; only who speaks for the body. */
import { beforeAll, expect, test } from 'vitest'
import { type Infer, mustParse } from '../../../../kernel/schema.ts'
import { app, members, newId, registerSite, setClock, taken } from '../../../../../test/sites-bed.ts'
import { DraftHeads, DraftHistory, DraftList } from '../../contract.ts'

setClock('2026-11-21T08:00:00.000Z')
let inspection = ''
beforeAll(async () => {
  inspection = await taken('MINES_PROV', '/api/inspections', { site: await registerSite(), date: '2026-11-20', onSite: true, members })
})
const revision = (parents: readonly string[], more: object = {}) => ({
  revision: newId(),
  draft: `${inspection}.saemape.inspection_cd.1`,
  parents,
  state: 'open',
  xml: `<data id="inspection_cd">${newId()}</data>`,
  at: '/data/a',
  savedAt: '2026-11-20T10:00:00.000Z',
  files: [],
  ...more,
})
async function send(revisions: readonly object[], more: object = {}, role = 'SAEMAPE_AGENT') {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/field/drafts',
    headers: { 'x-role': role },
    payload: { revisions, ...more },
  })
  return { status: answer.statusCode, body: answer.json() }
}
const heads = async (revisions: readonly object[], more: object = {}): Promise<Infer<typeof DraftHeads>> => {
  const { status, body } = await send(revisions, more)
  expect(status, JSON.stringify(body)).toBe(200)
  return mustParse(DraftHeads, body)
}
const read = async (path: string, role = 'SAEMAPE_AGENT') => app.inject({ method: 'GET', url: path, headers: { 'x-role': role } })

test('a revision is kept once, whatever the order; its heads come back', async () => {
  const first = revision([])
  const second = revision([first.revision])
  expect((await heads([second])).drafts[0]?.heads.map((one) => one.revision)).toEqual([second.revision])
  expect((await heads([first])).drafts[0]?.heads.map((one) => one.revision)).toEqual([second.revision])
  expect((await heads([second, first])).drafts[0]?.heads).toMatchObject([{ xml: second.xml, mine: true, device: null }])
})
test('a revision is never changed by another of its name', async () => {
  const one = revision([], { draft: `${inspection}.saemape.inspection_cd.2` })
  await heads([one])
  expect((await heads([{ ...one, xml: '<data>other</data>' }])).drafts[0]?.heads).toMatchObject([{ xml: one.xml }])
})
test('two that went on from the same state are both heads until one with both as parents comes; the originals stay readable', async () => {
  const draft = `${inspection}.saemape.inspection_cd.3`
  const base = revision([], { draft })
  const [left, right] = [revision([base.revision], { draft }), revision([base.revision], { draft })]
  await heads([base, left, right])
  const list = mustParse(DraftList, (await read('/api/field/drafts')).json())
  expect(list.drafts.find((one) => one.draft === draft)).toMatchObject({ parted: true, heads: [{}, {}] })
  const history = mustParse(DraftHistory, (await read(`/api/field/drafts/${draft}`)).json())
  expect(history.earlier.map((one) => one.revision)).toEqual([base.revision])
  const joined = revision([left.revision, right.revision], { draft })
  expect((await heads([joined])).drafts[0]?.heads.map((one) => one.revision)).toEqual([joined.revision])
  const after = mustParse(DraftHistory, (await read(`/api/field/drafts/${draft}`)).json())
  expect(after.parted).toBe(false)
  expect(after.earlier.map((one) => one.xml)).toEqual(expect.arrayContaining([left.xml, right.xml, base.xml]))
})
test('heads are asked by name and by inspection, without sending anything', async () => {
  const byInspection = await heads([], { inspections: [inspection] })
  expect(byInspection.drafts.length).toBeGreaterThan(1)
  const [first] = byInspection.drafts
  expect((await heads([], { drafts: [first?.draft] })).drafts).toEqual([first])
})
test('who does not speak for the body sends and sees nothing', async () => {
  const stranger = await send([revision([])], {}, 'FEC')
  expect([stranger.status, stranger.body]).toMatchObject([403, { refusal: { code: 'not-a-member' } }])
  const other = await send([revision([])], {}, 'CIVIL_SOCIETY')
  expect(other.status).toBe(403)
  expect((await read(`/api/field/drafts/${inspection}.saemape.inspection_cd.1`, 'CIVIL_SOCIETY')).statusCode).toBe(404)
  const list = mustParse(DraftList, (await read('/api/field/drafts', 'CIVIL_SOCIETY')).json())
  expect(list.drafts).toEqual([])
  const asked = await send([], { inspections: [inspection] }, 'CIVIL_SOCIETY')
  expect(asked.body).toMatchObject({ drafts: [] })
})
test('an inspection that is not there, and a name that is no draft, are refused in words', async () => {
  const lost = await send([revision([], { draft: `${newId()}.saemape.inspection_cd.1` })])
  expect([lost.status, lost.body]).toMatchObject([404, { refusal: { code: 'no-such-inspection' } }])
  expect((await send([revision([], { draft: 'nothing' })])).status).toBe(404)
  expect((await send([{ revision: 'x' }])).status).toBe(400)
})
