/* Exports of another server on the real database: they become the inspections that our own app would have made, and a second import adds nothing. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { commentedPng } from '../../../../test/sample-files.ts'
import { accounts, app, ask, members, organisations, program, registerSite, setClock, taken } from '../../../../test/sites-bed.ts'
import { publishOwnForms } from '../../../modules/forms/module.ts'
import { capabilitiesOf } from '../../../modules/people/domain/roles.ts'
import { InspectionList, InspectionPage } from '../../../modules/sites/domain/missions/mission-answers.ts'
import { doorOf } from '../../../platform/http/http-server.ts'
import { SubmissionChoices, SubmissionList } from '../desk-words.ts'
import type { Who } from '../../../platform/http/who.ts'
import { type Imported, importSubmissions } from './import-submissions.ts'
import type { OdkParts } from './odk-parts.ts'

const DAY = '2026-11-21'
setClock(`${DAY}T08:00:00.000Z`)
await publishOwnForms(program)
const { database, modules } = program
const parts: OdkParts = { database, forms: modules.forms.door, fieldwork: modules.sites.fieldwork, keepFile: modules.documents.keepFile }

async function missionAt(): Promise<{ readonly site: string; readonly number: string }> {
  const site = await registerSite()
  const mission = await taken('MINES_NAT', '/api/missions', {
    ...{ missionKind: 'joint_validation', plannedFrom: DAY, plannedTo: '2026-11-25', sites: [site], members, legalBasis: ['OM 12/2026'] },
  })
  await taken('MINES_NAT', `/api/missions/${mission}/start`, { on: DAY })
  // The bed knows an account only once it asked.
  await app.inject({ method: 'GET', url: '/api/me', headers: { 'x-role': 'MINES_PROV' } })
  const page = await app.inject({ method: 'GET', url: `/api/sites/${site}`, headers: { 'x-role': 'MINES_NAT' } })
  return { site, number: page.json().site?.nationalId ?? page.json().nationalId }
}
const who = () => ({
  ...{ tenant: program.tenant, account: accounts.get('MINES_PROV') ?? '', organisation: organisations.get('MINES_PROV') ?? null },
  ...{ roles: ['MINES_PROV'], capabilities: capabilitiesOf(['MINES_PROV']), territory: 'everywhere' as const, language: 'fr' as const },
})

const id = (at: number): string => `uuid:0b6c1f0e-5b1e-4b4b-9a55-5d0d2c7a${String(at).padStart(4, '0')}`
const kobo = (number: string, at: number, more: object = {}) => ({
  start: `${DAY}T09:00:00.000+02:00`,
  end: `${DAY}T09:30:00.000+02:00`,
  'ident/visit_date': DAY,
  'ident/on_site': 'yes',
  'site/site_number': number,
  'site/minerals': 'sn ta',
  team: [{ 'team/member_body': 'mines-administration', 'team/member_function': 'ingénieur' }],
  'security/armed_presence': 'no',
  'place/site_photo': 'vue (1).png',
  'meta/instanceID': id(at),
  _uuid: id(at).slice(5),
  _submission_time: `${DAY}T07:45:00`,
  _validation_status: { uid: 'validation_status_approved' },
  _attachments: [{ question_xpath: 'place/site_photo', media_file_basename: 'vue_1.png', filename: 'demo/attachments/vue_1.png' }],
  ...more,
})
const odata = (number: string, at: number) => ({
  __id: id(at),
  __system: { submissionDate: `${DAY}T07:45:00.000Z`, reviewState: 'approved', formVersion: '', deletedAt: null },
  start: `${DAY}T09:00:00.000+02:00`,
  end: `${DAY}T09:30:00.000+02:00`,
  ident: { visit_date: DAY, on_site: 'yes', form_year: null },
  site: { site_number: number, minerals: 'sn ta' },
  team: [{ __id: 'r', member_body: 'mines-administration', member_function: 'ingénieur' }],
  security: { armed_presence: 'no', actor: [] },
  place: { site_photo: 'vue (1).png' },
  meta: { instanceID: id(at) },
})
const file = (name: string, content: unknown) => ({ name, bytes: new TextEncoder().encode(JSON.stringify(content)) })

const nobody = (): Who => ({
  ...{ tenant: program.tenant, account: 'operator', organisation: null, roles: [], capabilities: new Set<string>() },
  ...{ territory: 'everywhere', language: 'fr' },
})
async function run(
  content: unknown,
  { write = true, photos = false, as = who() }: { write?: boolean; photos?: boolean; as?: Who } = {},
): Promise<Imported> {
  const outcome = await importSubmissions(parts, {
    ...{ files: [file('export.json', content)], form: 'inspection_cd', who: as, door: doorOf(program.log), clock: program.clock, write },
    fileNamed: async (names) => (photos && names.includes('vue_1.png') ? commentedPng : null),
  })
  if (!outcome.ok) throw new Error(`${outcome.refusal.code} ${JSON.stringify(outcome.refusal.facts)}`)
  return outcome.value
}
const events = (): Promise<number> =>
  database.read(async (tx) => Number((await sql<{ n: number }>`select count(*) as n from log_event`.execute(tx)).rows[0]?.n))
const imported = (instance: string) =>
  database.read(
    async (tx) => (await sql<Record<string, unknown>>`select * from odk_imported where instance = ${instance}`.execute(tx)).rows[0],
  )
const shown = ({ rows }: Imported) => rows.map(({ row, verdict }) => `${row} ${verdict}`)

test('Kobo’s export becomes the inspection of that site and day, with its photograph; tried first, nothing is written', async () => {
  const { site, number } = await missionAt()
  const before = await events()
  const dry = await run({ results: [kobo(number, 1)] }, { write: false })
  expect(shown(dry)).toEqual(['1 new'])
  expect([dry.rows[0]?.filesMissing, await events(), await imported(id(1))]).toEqual([['vue (1).png'], before, undefined])
  expect(shown(await run({ results: [kobo(number, 1)] }, { photos: true }))).toEqual(['1 taken'])
  const { inspections } = await ask(InspectionList, `/api/inspections?site=${site}`)
  expect(inspections).toHaveLength(1)
  const page = await ask(InspectionPage, `/api/inspections/${inspections[0]?.inspection}`)
  expect(page.answers).toMatchObject([{ by: 'mines-administration', instance: id(1) }])
  expect(page.answers[0]?.files).toMatchObject([{ name: 'vue (1).png' }])
  expect(await imported(id(1))).toMatchObject({ shape: 'kobo-json', review: 'approved', submitted_at: `${DAY}T07:45:00.000Z` })
})

test('a second import, and the same submission out of Central, give nothing new', async () => {
  const { number } = await missionAt()
  expect(shown(await run({ results: [kobo(number, 2)] }))).toEqual(['1 taken'])
  const before = await events()
  expect(shown(await run({ results: [kobo(number, 2)] }))).toEqual(['1 same'])
  expect(shown(await run({ value: [odata(number, 2)] }))).toEqual(['1 same'])
  expect(await events()).toBe(before)
})

test('a photograph that was missing the first time is added the second time', async () => {
  const { site, number } = await missionAt()
  await run({ results: [kobo(number, 3)] })
  expect(shown(await run({ results: [kobo(number, 3)] }, { photos: true }))).toEqual(['1 same'])
  const { inspections } = await ask(InspectionList, `/api/inspections?site=${site}`)
  const page = await ask(InspectionPage, `/api/inspections/${inspections[0]?.inspection}`)
  expect(page.answers.at(-1)?.files).toMatchObject([{ name: 'vue (1).png' }])
})

test('other answers under the same identifier are told and change nothing; an edit takes its place', async () => {
  const { number } = await missionAt()
  await run({ results: [kobo(number, 4)] })
  const changed = { 'security/armed_presence': 'yes' }
  const before = await events()
  expect(shown(await run({ results: [kobo(number, 4, changed)] }))).toEqual(['1 other'])
  expect(await events()).toBe(before)
  const edit = { ...changed, 'meta/instanceID': id(5), _uuid: id(5).slice(5), 'meta/deprecatedID': id(4), 'meta/rootUuid': id(4) }
  expect(shown(await run({ results: [kobo(number, 4, edit)] }))).toEqual(['1 taken'])
  expect(await imported(id(5))).toMatchObject({ first_instance: id(4), replaces: id(4) })
  const amends = await database.read((tx) =>
    sql<{ amends: string }>`select amends from odk_submission where instance = ${id(5)}`.execute(tx),
  )
  expect(amends.rows).toEqual([{ amends: id(4) }])
})

test('what cannot be placed is taken and waits; what is not understood is named and the rest goes on; nothing is dropped', async () => {
  const { number } = await missionAt()
  const report = await run({
    results: [kobo('no-such-site', 6), kobo(number, 7, { 'ident/form_year': 'soon' }), kobo(number, 8, { 'ident/old_code': 'B 12' }), 'x'],
  })
  expect(shown(report)).toEqual(['1 to-place', '2 not-understood', '3 taken', '4 not-understood'])
  expect(report.rows[1]?.problems).toEqual([{ question: 'ident/form_year', code: 'answer-not-a-whole-number', found: 'soon' }])
  expect(report.rows[2]?.strangers).toEqual([{ question: 'ident/old_code', found: 'B 12' }])
  expect((await imported(id(8)))?.['not_asked']).toEqual([{ question: 'ident/old_code', found: 'B 12' }])
})

test('a form that is not published here is refused, and so is a file that is no export', async () => {
  const refusedWith = async (form: string, content: unknown) => {
    const outcome = await importSubmissions(parts, {
      ...{ files: [file('x.json', content)], form, who: who(), door: doorOf(program.log), clock: program.clock, write: true },
      fileNamed: async () => null,
    })
    return outcome.ok ? null : outcome.refusal.code
  }
  expect(await refusedWith('never', { results: [] })).toBe('form-not-published')
  expect(await refusedWith('inspection_cd', { rows: [] })).toBe('submissions-not-an-export')
})

test('an old form, a day to come and no day wait at the desk and touch nothing; an edit of another visit too', async () => {
  const { site, number } = await missionAt()
  await run({ results: [kobo(number, 30)] })
  const before = await events()
  const old = { start: '2024-03-05T09:00:00.000+02:00', end: '2024-03-05T09:30:00.000+02:00' }
  const report = await run({
    results: [
      kobo(number, 31, { ...old, 'ident/visit_date': '2024-03-05' }),
      kobo(number, 32, { 'ident/visit_date': '2027-10-01' }),
      kobo(number, 33, { 'ident/visit_date': undefined, start: undefined }),
      kobo(number, 34, { 'ident/visit_date': '2026-11-20' }),
      kobo(number, 35, { 'site/site_name': 'Ailleurs' }),
      kobo(number, 37, { end: `${DAY}T08:30:00.000+02:00` }),
      kobo('ZZ', 36, { 'site/site_name': 'Ailleurs', 'meta/deprecatedID': id(30), 'meta/rootUuid': id(30) }),
    ],
  })
  expect(shown(report)).toEqual(['1', '2', '3', '4', '5', '6', '7'].map((row) => `${row} to-place`))
  expect(await events()).toBe(before)
  const list = await ask(SubmissionList, '/api/submissions', 'MINES_NAT')
  expect([31, 32, 33, 34, 35, 36, 37].map((at) => list.submissions.find((one) => one.instance === id(at))?.reason)).toEqual([
    ...['day-far-from-inspection', 'day-in-future', 'day-not-said', 'day-outside-mission', 'site-name-and-number-differ'],
    ...['site-not-in-their-missions', 'newer-answers-there'],
  ])
  const { inspections } = await ask(InspectionList, `/api/inspections?site=${site}`)
  expect(inspections).toHaveLength(1)
})

test('imported without an account: the desk shows it, and it is placed by a member, or by importing it again with the account', async () => {
  const { site, number } = await missionAt()
  expect(shown(await run({ results: [kobo(number, 20), kobo(number, 21)] }, { as: nobody() }))).toEqual(['1 to-place', '2 to-place'])
  // As rows lie in houses where this happened before.
  await database.transaction((tx) => sql`update odk_submission set reason = 'no-mission-of-theirs' where instance = ${id(20)}`.execute(tx))
  const list = await ask(SubmissionList, '/api/submissions', 'MINES_NAT')
  expect(list.submissions.filter((one) => [id(20), id(21)].includes(one.instance))).toMatchObject([
    { role: '-', reason: 'author-not-said', organisation: null },
    { role: '-', reason: 'author-not-said', organisation: null },
  ])
  expect(shown(await run({ results: [kobo(number, 20)] }))).toEqual(['1 taken'])
  const { inspections } = await ask(InspectionList, `/api/inspections?site=${site}`)
  const page = await ask(InspectionPage, `/api/inspections/${inspections[0]?.inspection}`)
  expect(page.answers).toMatchObject([{ by: 'mines-administration', instance: id(20) }])
  const path = `/api/submissions/${encodeURIComponent(id(21))}`
  const chosen = await ask(SubmissionChoices, path, 'MINES_PROV')
  expect(chosen.inspections.map((one) => one.inspection)).toContain(inspections[0]?.inspection)
  expect((await placeAt(`${path}/placement`, inspections[0]?.inspection)).statusCode).toBe(200)
  const placed = await ask(SubmissionList, '/api/submissions?state=recorded', 'MINES_NAT')
  expect(placed.submissions.find((one) => one.instance === id(21))).toMatchObject({ role: 'MINES_PROV', state: 'recorded' })
})
function placeAt(url: string, inspection: string | undefined) {
  return app.inject({ method: 'POST', url, headers: { 'x-role': 'MINES_PROV' }, payload: { inspection } })
}
