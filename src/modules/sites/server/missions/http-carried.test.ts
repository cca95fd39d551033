/* What a telephone carried without network: the visit took place, so what does not fit is marked; a desk is still told before it works. */
import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { checkRebuild } from '../../../../platform/log/rebuild.ts'
import { ask, members, newId, post, program, registerSite, setClock, taken, toldEarlier } from '../../../../../test/sites-bed.ts'
import { publishOwnForms } from '../../../forms/module.ts'
import { decidingCriteria } from '../../domain/missions/criteria.ts'
import { InspectionPage } from '../../domain/missions/mission-answers.ts'

const DAY = '2026-11-21'
setClock(`${DAY}T08:00:00.000Z`)
await publishOwnForms(program)
const form = await program.database.read(async (tx) => {
  const found = await program.modules.forms.door.current(tx, program.tenant, 'inspection_cd')
  if (!found) throw new Error('the form that ships is not published')
  return { form: found.form, version: found.version, sha256: found.sha256 }
})
const record = (answers: string, version = form.version) =>
  `<data id="${form.form}" version="${version}">${answers}<meta><instanceID>uuid:${newId()}</instanceID></meta></data>`
const R1 = '<security><R1_group><R1>met</R1></R1_group></security>'
const page = (inspection: string, role = 'MINES_NAT') => ask(InspectionPage, `/api/inspections/${inspection}`, role)

const plan = (sites: readonly string[]) => ({
  missionKind: 'joint_validation',
  plannedFrom: DAY,
  plannedTo: '2026-11-25',
  sites,
  members,
  legalBasis: ['Ordre de mission 12/2026'],
})
type Move = readonly [step: 'start' | 'close' | 'cancel', data: object]
const missionAt = async (sites: readonly string[], moves: readonly Move[]) => {
  const mission = await taken('MINES_NAT', '/api/missions', plan(sites))
  for (const [step, data] of moves) await taken('MINES_NAT', `/api/missions/${mission}/${step}`, data)
  return mission
}
const START: Move = ['start', { on: DAY }]

test.each<[string, readonly Move[], object, string, readonly string[]]>([
  ['before it left', [], {}, 'mission-not-in-field', ['mission-not-started']],
  [
    'on a day after it was closed',
    [START, ['close', { on: DAY }]],
    { date: '2026-11-22' },
    'day-in-the-future',
    ['mission-over', 'day-ahead'],
  ],
  ['after it was cancelled', [['cancel', { on: DAY, reason: 'pluies' }]], {}, 'mission-not-in-field', ['mission-cancelled']],
  ['by a clock ahead of ours', [START], { date: '2026-12-03' }, 'day-in-the-future', ['day-ahead']],
  ['without a reason', [START], { onSite: false }, 'reason-not-visited-missing', ['reason-missing']],
])('a visit opened %s is refused at a desk, and kept with its mark when a phone carried it', async (_when, moves, more, code, marks) => {
  const site = await registerSite()
  const mission = await missionAt([site], moves)
  const data = { site, mission, date: DAY, onSite: true, ...more }
  expect((await post('MINES_PROV', '/api/inspections', data)).code).toBe(code)
  const inspection = await taken('MINES_PROV', '/api/inspections', { ...data, carried: true })
  expect(await page(inspection)).toMatchObject({ marks, phase: 'draft', mission })
})

test('a site that the plan does not name, from outside the territory, in a form that nobody published: marked, never lost', async () => {
  const [planned, site] = [await registerSite(), await registerSite()]
  const mission = await missionAt([planned], [START])
  const unknown = { form: 'inspection_cd', version: 'never', sha256: '0'.repeat(64) }
  const data = { site, mission, date: DAY, onSite: true, form: unknown }
  expect((await post('MINES_PROV', '/api/inspections', data)).code).toBe('site-not-in-mission')
  expect((await post('MINES_PROV', '/api/inspections', data, 'CD61')).code).toBe('outside-your-territory')
  const sent = await post('MINES_PROV', '/api/inspections', { ...data, carried: true }, 'CD61')
  expect(sent.code).toBe(null)
  expect(await page(sent.id)).toMatchObject({ marks: ['not-in-plan', 'outside-territory', 'form-unknown'], form: unknown })
})

test('what cannot be placed at all is still refused: unknown site, unknown mission, a team without one head', async () => {
  const site = await registerSite()
  const opened = async (data: object) =>
    (await post('MINES_PROV', '/api/inspections', { site, date: DAY, onSite: true, carried: true, members, ...data })).code
  expect(await opened({ site: newId() })).toBe('no-such-site')
  expect(await opened({ mission: newId() })).toBe('no-such-mission')
  expect(await opened({ members: members.map((one) => ({ ...one, head: false })) })).toBe('mission-needs-one-head')
})

const open = async () => taken('MINES_PROV', '/api/inspections', { site: await registerSite(), date: DAY, onSite: true, members })
test('answers in a form that nobody published here, or that cannot be read, are kept whole; a desk is told', async () => {
  const inspection = await open()
  const path = `/api/inspections/${inspection}/answers`
  const unknown = { by: 'saemape', form: { ...form, version: 'never' }, instance: 'uuid:u', xml: record(R1, 'never'), files: [] }
  const strange = { by: 'saemape', form, instance: 'uuid:s', xml: record('<nobody_asked>1</nobody_asked>'), files: [] }
  expect((await post('SAEMAPE_AGENT', path, unknown)).code).toBe('form-not-published-here')
  expect((await post('SAEMAPE_AGENT', path, strange)).code).toBe('question-not-in-form')
  for (const data of [unknown, strange]) await taken('SAEMAPE_AGENT', path, { ...data, carried: true })
  const { answers, findings } = await page(inspection)
  expect(findings).toEqual([])
  expect(answers).toMatchObject([
    { marks: ['other-version', 'form-unknown'], xml: unknown.xml, values: [] },
    { marks: ['form-unreadable'], xml: strange.xml, values: [] },
  ])
})

test('answers may come before their photographs; how many are on their way is told until they are here, to who may see them', async () => {
  const inspection = await open()
  const file = { sha256: 'e'.repeat(64), mediaType: 'image/jpeg', bytes: 12 }
  const data = { by: 'saemape', form, instance: 'uuid:p', xml: record(R1), files: [{ name: 'p.jpg', file }], filesFollow: true }
  await taken('SAEMAPE_AGENT', `/api/inspections/${inspection}/answers`, data)
  expect(await page(inspection)).toMatchObject({ answers: [{ marks: ['files-follow'] }], awaitedFiles: [file.sha256] })
  expect((await page(inspection, 'NEGOCIANT')).awaitedFiles).toBeUndefined()
})

test('signs of the quality of evidence, and what a record puts right, stand beside the answers and change none', async () => {
  const inspection = await open()
  const path = `/api/inspections/${inspection}/answers`
  const signals = [
    { signal: 'gallery-photo', question: 'R1_photo' },
    { signal: 'clock-off', detail: '-5400 s' },
  ]
  const first = { by: 'saemape', form, instance: 'uuid:1', xml: record(R1), files: [] }
  await taken('SAEMAPE_AGENT', path, { ...first, signals })
  const amends = { instance: 'uuid:1', reason: 'un chiffre mal lu' }
  await taken('SAEMAPE_AGENT', path, { ...first, instance: 'uuid:2', xml: record(R1.replace('met', 'violated')), amends })
  const { answers, findings, marks } = await page(inspection)
  expect(answers).toMatchObject([
    { instance: 'uuid:1', signals },
    { instance: 'uuid:2', amends },
  ])
  expect([answers[0]?.amends, answers[1]?.signals, marks]).toEqual([undefined, undefined, []])
  expect(findings).toMatchObject([{ criterion: 'R1', answer: 'violated' }])
  const trader = await page(inspection, 'NEGOCIANT')
  expect(trader.answers.map((one) => [one.signals, one.amends])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ])
  expect(asId('inspection', inspection)).toBe(trader.inspection)
})

test('a dissent and a signature carried for days say when they were given, and beside it when they were received', async () => {
  const inspection = await open()
  const happenedAt = '2026-11-18T04:34:00.000Z'
  const findings = decidingCriteria.map(({ id }) => ({ criterion: id, answer: 'met' }))
  await taken('SAEMAPE_AGENT', `/api/inspections/${inspection}/findings`, { by: 'saemape', findings })
  const dissent = { by: 'saemape', criterion: 'R1', reason: 'vu une barrière' }
  await toldEarlier('SAEMAPE_AGENT', `/api/inspections/${inspection}/dissents`, { data: dissent, happenedAt })
  await toldEarlier('SAEMAPE_AGENT', `/api/inspections/${inspection}/signatures`, { data: { body: 'saemape' }, happenedAt })
  const { dissents, signatures } = await page(inspection)
  expect(dissents).toMatchObject([{ happenedAt, recordedAt: `${DAY}T08:00:00.000Z` }])
  expect(signatures).toMatchObject([{ signedAt: happenedAt, recordedAt: `${DAY}T08:00:00.000Z` }])
})

test('a rebuild gives the same tables', async () => {
  const check = await checkRebuild(
    program.database,
    program.modules.all.flatMap((one) => one.projections),
  )
  expect(check.differing).toEqual([])
})
