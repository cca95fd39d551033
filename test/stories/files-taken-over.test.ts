/* A file of another house becomes cases: claimed, opened by its worker with every word sealed, and never opened twice, whoever of the house tries again. */
import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { type KeyedPerson, must, withKey } from '../world/case-people.ts'
import { newId } from '../world/client.ts'
import { type Stage, openStage } from '../world/stage.ts'
import { planImport } from '../../src/exchange/htcds/import-plan.ts'
import { mustParse } from '../../src/kernel/schema.ts'
import { CaseAnswer, CaseList, CaseTexts } from '../../src/modules/cases/contract.ts'
import { fieldsOfText, importedOpening } from '../../src/modules/cases/ui/opening/imported.ts'
import { drawnSubject } from '../../src/modules/cases/ui/drawn-subject.ts'
import { openingBody } from '../../src/modules/cases/ui/opening/opening-body.ts'

const world = await freshDatabase()
let stage: Stage
let [worker, colleague]: KeyedPerson[] = []
const digest = (text: string) => Promise.resolve(createHash('sha256').update(text).digest('hex'))
const file = [
  ['_uuid', 'prs_First_Name', 'prs_MobilePhone', 'prs_Gender', 'prs_Birthdate', 'vic_TypeOfExploitation', 'per_RoleDetails', 'hte_Date'],
  ['u-1', 'Zawadi Canari', '+243810000001', 'Feminine', '1999-05-05', 'ForcedLabour', 'Chef Canari', '2026-01-02'],
  ['u-2', 'Baraka Canari', '', 'Masculin', '', 'ForcedMilitaryByNonStateActors', '', ''],
]
beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  worker = await withKey(stage, 'caseworker')
  colleague = await withKey(stage, 'casework2')
}, 60_000)

const planned = async () => (await planImport(file, { onDay: '2026-11-21', digest })).rows
async function open(person: KeyedPerson | undefined, at: number) {
  const row = (await planned())[at]
  if (!row || !person) throw new Error('there is such a row and such a person')
  const claim = await person.client.send('/api/htcds-imports/claims', { source: row.source, case: newId() })
  const { case: of } = mustClaim(claim.body)
  if (of === null) return { of, status: 0, body: null }
  const own = { newId, subject: drawnSubject(), organisation: stage.organisation('ngao'), custodians: [] }
  const made = await openingBody({
    ...{ caseId: of, ...own, readers: [{ holder: person.holder, as: 'owner' }] },
    ...importedOpening(row, '2026-11-21'),
  })
  const answer = await person.client.post('/api/cases', must(made))
  return { of, ...answer }
}
function mustClaim(body: unknown): { readonly case: string | null } {
  if (typeof body !== 'object' || body === null || !('case' in body)) throw new Error('a claim answers a case')
  return { case: typeof body.case === 'string' ? body.case : null }
}

test('a row is opened with its words sealed, and a second try meets the case that stands, for its worker and for a colleague', async () => {
  const first = await open(worker, 0)
  expect(first.status).toBe(200)
  const again = await open(worker, 0)
  expect(again).toMatchObject({ of: first.of, status: 409, body: { refusal: { code: 'case-not-so-far' } } })
  expect(await open(colleague, 0)).toMatchObject({ of: first.of, status: 404, body: { refusal: { code: 'unknown-case' } } })
  const [{ source = '' } = {}] = await planned()
  expect((await worker?.client.send('/api/htcds-imports/sources', { sources: [source] }))?.body).toEqual({ kept: 1 })
  expect((await open(worker, 0)).of).toBeNull()
  const list = mustParse(CaseList, (await worker?.client.get('/api/cases'))?.body)
  expect(list.cases).toMatchObject([{ case: first.of, type: 'forced-labour', isChild: false, isRated: false }])
  const texts = mustParse(CaseTexts, (await worker?.client.get(`/api/cases/${first.of}/texts/identity`))?.body)
  const unlocked = worker?.unlocked
  if (!unlocked || first.of === null) throw new Error('the worker has a key')
  must(await unlocked.openVaults(first.of, texts))
  const [text] = texts.texts
  const plain = text ? must(await unlocked.openText(first.of, text)) : ''
  expect(fieldsOfText(plain)).toMatchObject({
    prs_FirstName: ['Zawadi Canari'],
    prs_Birthdate: ['1999-05-05'],
    prs_MobilePhone: ['+243810000001'],
  })
  expect(plain).not.toContain('Chef Canari')
  const seen = JSON.stringify([(await worker?.client.get(`/api/cases/${first.of}`))?.body, list])
  for (const word of ['Canari', '1999-05-05', '243810000001']) expect(seen).not.toContain(word)
})

test('a row without a date of birth has no profile and may be a child; a code nobody knows is sealed with the words', async () => {
  const { of, status } = await open(worker, 1)
  expect(status).toBe(200)
  const answer = mustParse(CaseAnswer, (await worker?.client.get(`/api/cases/${of}`))?.body)
  expect(answer.events.map(({ kind }) => kind)).not.toContain('case-profile.set.v1')
  const list = mustParse(CaseList, (await worker?.client.get('/api/cases'))?.body)
  expect(list.cases.find((one) => one.case === of)).toMatchObject({ type: 'caafag', isChild: null })
})
