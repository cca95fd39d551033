/* Warnings over HTTP on a real database: who is heard, who sees what, the course to the end, what a party never sees, what is told to whom. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type Answer, newId, signIn, subjectOf } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { asId, looseRecord, mustParse, text } from '../../../../kernel/schema.ts'
import { capabilitiesOf } from '../../../people/domain/roles.ts'
import { addAccount } from '../../../people/module.ts'
import { type WarningFull, WarningAnswer, WarningList, ZoneScores } from '../../contract-warnings.ts'
import { warningNotices } from './notices-warnings.ts'
import { textWarnings } from './text-warnings.ts'

const world = await freshDatabase()
let stage: Stage
beforeAll(async () => {
  stage = await openStage(world, 780)
  stage.onDay(0)
  return () => stage.app.close()
}, 60_000)

const path = '/api/conflict/warnings'
const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const listed = async (key: string) => mustParse(WarningList, (await stage.as(key).get(path)).body)
const one = async (key: string, id: string) => mustParse(WarningAnswer, (await stage.as(key).get(`${path}/${id}`)).body)
async function full(key: string, id: string): Promise<WarningFull> {
  const answer = await one(key, id)
  if (answer.view !== 'full') throw new Error('cut')
  return answer
}
const warn = async (key: string, more: object = {}) =>
  subjectOf(
    await stage.as(key).post(path, {
      ...{ type: 'attack', channel: 'sms', territoire: 'XL102', severity: 5, reporter: 'anonymous', what: 'Tirs.' },
      ...more,
    }),
  )
const now = () => world.program.clock()
const told = (roles: readonly string[], organisation: string | null = null) =>
  world.program.database.read(async (tx) => {
    const reader = { tenant: 'cd', capabilities: capabilitiesOf([...roles]), territory: 'everywhere' as const, organisation }
    const source = warningNotices({ people })
    return (await source.waiting(tx, reader, now())).map((waiting) => waiting.kind)
  })
const { door: people } = world.program.modules.people

test('a trader and a cooperative are heard; each reads back its own, with what it is told, and no more', async () => {
  const mine = await warn('trader')
  await warn('cooperative', { territoire: 'XL103' })
  const trader = await listed('trader')
  expect([trader.items, trader.counts, trader.withheld, trader.own.map((own) => own.id)]).toEqual([[], [], ['restricted'], [mine]])
  const answer = await stage.as('trader').get(`${path}/${mine}`)
  expect(answer.body).toMatchObject({ view: 'own', own: { state: 'received', feedback: null } })
  expect(JSON.stringify(answer.body)).not.toMatch(/Tirs|sms|anonymous/)
  expect(codeOf(await stage.as('cooperative').get(`${path}/${mine}`))).toBe('unknown-warning')
})

test('committees read counts by territoire and type; who sorts, those of the own province; who is cleared, all but who warned', async () => {
  const mine = await warn('agent', { territoire: 'XL101', type: 'tension', what: undefined })
  const minister = await listed('minister')
  expect(minister.items).toEqual([])
  expect(minister.counts).toContainEqual({ territoire: 'XL101', territoireName: 'Lukanda-Nord', type: 'tension', warnings: 1 })
  expect(minister.withheld).toEqual(['restricted'])
  expect(codeOf(await stage.as('minister').get(`${path}/${mine}`))).toBe('unknown-warning')
  expect((await listed('inspector')).items.map((item) => item.id)).toContain(mine)
  expect(await full('inspector', mine)).toMatchObject({ reporter: 'anonymous', triages: true })
})

test('of what touches persons a committee reads one class of a territoire, from ten on; who is cleared, each type', async () => {
  const persons = { women: 1, men: null, girls: null, boys: null }
  const types = ['forced-labour', 'abduction', 'child-recruitment', 'sexual-violence'] as const
  const hear = (type: string) => warn('witness', { territoire: 'XL103', type, persons, what: undefined })
  const countsFor = async (key: string) => (await listed(key)).counts.filter((one) => one.territoire === 'XL103')
  for (let n = 0; n < 9; n++) await hear(types[n % 4] ?? 'abduction')
  const told: readonly string[] = [...types, 'touches-persons']
  expect((await countsFor('minister')).filter((one) => told.includes(one.type))).toEqual([])
  expect((await listed('minister')).withheld).toEqual(['restricted'])
  expect((await countsFor('planner')).find((one) => one.type === 'abduction')?.warnings).toBe(2)
  for (const _more of [1, 2]) await hear('abduction')
  expect((await countsFor('minister')).filter((one) => told.includes(one.type))).toMatchObject([{ type: 'touches-persons', warnings: 10 }])
})

test('another province’s account sorts nothing here', async () => {
  const parts = { ...world.program, places: world.program.modules.places.door }
  const email = 'elsewhere@demo.chanzo.example'
  const made = await addAccount(parts, {
    ...{ email, name: 'Elsewhere', password: 'lukanda-demo-2026', roles: ['MINES_PROV'], territory: ['CD10'] },
    organisation: stage.organisation('division'),
  })
  expect(made.ok).toBe(true)
  const id = await warn('trader')
  const elsewhere = await signIn(stage.app, email, 'lukanda-demo-2026')
  expect(mustParse(WarningList, (await elsewhere.get(path)).body).items).toEqual([])
  expect(codeOf(await elsewhere.post(`${path}/${id}/assessments`, { as: 'verified', basis: 'authority' }))).toBe('unknown-warning')
})

test('the whole course: sorted, shared, answered by each, closed with what is told to who warned', async () => {
  const id = await warn('trader', { type: 'mine-collapse', severity: 4 })
  const [sorter, at] = [stage.as('secretariat'), `${path}/${id}`]
  const [saemape, trader] = [stage.organisation('saemape'), stage.organisation('trader')]
  expect(codeOf(await sorter.post(`${at}/shares`, { responders: [saemape] }))).toBe('warning-not-assessed')
  subjectOf(await sorter.post(`${at}/assessments`, { as: 'verified', basis: 'two-sources' }))
  expect(await told(['NEGOCIANT'], trader)).toEqual([])
  subjectOf(await sorter.post(`${at}/severities`, { severity: 3, why: 'eased', words: 'Selon le chef de puits, entre nous.' }))
  subjectOf(await sorter.post(`${at}/shares`, { responders: [saemape, trader], words: 'Galerie nord.' }))
  expect(await told(['NEGOCIANT'], trader)).toEqual(['warningsToAnswer'])
  const seen = await full('agent', id)
  expect([seen.reporter, seen.source, seen.organisations, seen.triages]).toEqual([null, null, [], false])
  expect(seen.steps.find((step) => step.what === 'received')?.body).toBe(null)
  expect(seen.responders.map((responder) => responder.mayAnswer)).toEqual([true, false])
  subjectOf(await stage.as('agent').post(`${at}/acknowledgements`, {}))
  expect(codeOf(await stage.as('minister').post(`${at}/responses`, { did: ['rescue'], doneOn: stage.today }))).toBe('unknown-warning')
  subjectOf(await stage.as('agent').post(`${at}/responses`, { did: ['rescue'], doneOn: stage.today }))
  expect(codeOf(await sorter.post(`${at}/closings`, { feedback: 'sms' }))).toBe('warning-responses-missing')
  subjectOf(await stage.as('trader').post(`${at}/responses`, { did: ['passed-on'], doneOn: stage.today, words: 'Dit au comptoir.' }))
  // Who verified it does not close it, though its severity was lowered since.
  expect(codeOf(await sorter.post(`${at}/closings`, { feedback: 'sms' }))).toBe('second-person-to-close')
  subjectOf(await stage.as('inspector').post(`${at}/closings`, { feedback: 'sms', words: 'Rappelée au 0810.' }))
  const forResponder = await stage.as('agent').get(at)
  expect(JSON.stringify(forResponder.body)).not.toMatch(/entre nous|comptoir|0810|"feedback":"sms"|"code":"sms"/)
  expect((await full('agent', id)).steps.flatMap((step) => step.words ?? [])).toEqual(['Galerie nord.'])
  expect((await full('trader', id)).steps.flatMap((step) => step.words ?? [])).toEqual(['Galerie nord.', 'Dit au comptoir.'])
  expect((await full('secretariat', id)).steps.flatMap((step) => step.words ?? [])).toHaveLength(4)
  expect((await listed('trader')).own.find((own) => own.id === id)).toMatchObject({ state: 'closed', feedback: 'sms', because: null })
  expect((await full('secretariat', id)).responders).toMatchObject([{ did: ['rescue'] }, { did: ['passed-on'] }])
})

test('a body that is named, and one of its kind in the province, does not sort it and does not learn of it', async () => {
  const named = await warn('cooperative', { organisations: [stage.organisation('division')], territoire: 'XL103' })
  const ofItsKind = await warn('cooperative', { actors: ['mines-division'], territoire: 'XL103' })
  for (const id of [named, ofItsKind]) {
    expect((await listed('inspector')).items.map((item) => item.id)).not.toContain(id)
    expect(codeOf(await stage.as('inspector').get(`${path}/${id}`))).toBe('unknown-warning')
    expect(codeOf(await stage.as('inspector').post(`${path}/${id}/assessments`, { as: 'verified', basis: 'authority' }))).toBe(
      'unknown-warning',
    )
    subjectOf(await stage.as('secretariat').post(`${path}/${id}/assessments`, { as: 'verified', basis: 'two-sources' }))
    const division = stage.organisation('division')
    expect(codeOf(await stage.as('secretariat').post(`${path}/${id}/shares`, { responders: [division] }))).toBe('responder-has-a-part')
  }
  // Who sent it itself and is named reads how far it is, and decides nothing.
  const own = await warn('inspector', { organisations: [stage.organisation('division')] })
  expect((await one('inspector', own)).view).toBe('own')
  expect(codeOf(await stage.as('inspector').post(`${path}/${own}/assessments`, { as: 'verified', basis: 'authority' }))).toBe(
    'party-to-warning',
  )
})

test('late ones are told to who sorts, and stand first in the list', async () => {
  stage.onDay(0)
  const early = `${stage.today}T05:00:00.000Z`
  const late = await warn('trader', { receivedAt: early, territoire: 'XL101' })
  expect((await listed('secretariat')).items[0]).toMatchObject({ id: late, isTriageLate: true, triageDue: `${stage.today}T06:00:00.000Z` })
  expect(await told(['PEACE_SECRETARIAT'], stage.organisation('secretariat'))).toContain('warningsLate')
  expect(await told(['NEGOCIANT'], stage.organisation('exporter'))).not.toContain('warningsLate')
  subjectOf(await stage.as('secretariat').post(`${path}/${late}/severities`, { severity: 4, why: 'eased' }))
  expect((await full('secretariat', late)).line).toMatchObject({ isTriageLate: false, triageDue: `${stage.today}T09:00:00.000Z` })
})

test('what touches persons is refused with words, by the route itself', async () => {
  const data = { type: 'sexual-violence', channel: 'phone', territoire: 'XL102', severity: 4, reporter: 'anonymous' }
  const persons = { women: 1, men: null, girls: null, boys: null }
  expect((await stage.as('witness').post(path, { ...data, persons, what: 'x' })).status).toBe(400)
  const id = subjectOf(await stage.as('witness').post(path, { ...data, persons }))
  const answer = await stage.as('secretariat').post(`${path}/${id}/assessments`, { as: 'verified', basis: 'authority', words: 'x' })
  expect(codeOf(answer)).toBe('warning-takes-no-words')
  expect(await full('secretariat', id)).toMatchObject({ touchesPersons: true, persons, what: null })
})

test('a verified warning becomes one incident, with its number in it, and a repeat makes no second', async () => {
  const id = await warn('trader', { type: 'illegal-tax', source: { voice: '0192f0c4-0000-7000-8000-000000000001' } })
  const [sorter, at] = [stage.as('secretariat'), `${path}/${id}/incidents`]
  expect(codeOf(await stage.as('inspector').post(at, {}))).toBe('warning-not-verified')
  subjectOf(await sorter.post(`${path}/${id}/assessments`, { as: 'verified', basis: 'two-sources' }))
  const command = newId()
  for (const _again of [1, 2]) subjectOf(await stage.as('inspector').post(at, {}, { id: command }))
  expect(codeOf(await stage.as('inspector').post(at, {}))).toBe('warning-has-incident')
  const { incident, line, source } = await full('inspector', id)
  expect(source).toEqual({ voice: '0192f0c4-0000-7000-8000-000000000001' })
  const opened = await stage.as('inspector').get(`/api/incidents/${incident}`)
  expect(JSON.stringify(opened.body)).toContain(line.number)
  expect((await full('planner', id)).incident).toBe(incident)
})

test('two who open an incident at the same moment open one, and the second reads which', async () => {
  const id = await warn('trader', { type: 'illegal-tax', severity: 3 })
  subjectOf(await stage.as('secretariat').post(`${path}/${id}/assessments`, { as: 'verified', basis: 'two-sources' }))
  const before = await incidentsIn()
  const answers = await Promise.all(['secretariat', 'inspector'].map((key) => stage.as(key).post(`${path}/${id}/incidents`, {})))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect((await incidentsIn()) - before).toBe(1)
  const { incident } = await full('secretariat', id)
  const number = await world.program.database.read((tx) =>
    world.program.modules.incidents.door.numberOf(tx, 'cd', incident ?? asId('incident', newId())),
  )
  expect((await stage.as('inspector').post(`${path}/${id}/incidents`, {})).body).toEqual({
    refusal: { code: 'warning-has-incident', facts: { incident: number } },
  })
})
const incidentsIn = () =>
  world.program.database.read(async (tx) => (await sql`select 1 from log_event where kind = 'incident.reported'`.execute(tx)).rows.length)

test('below cleared no warning that touches persons is in a zone, its score or its counts, and a zone of those alone is none', async () => {
  const persons = { women: 1, men: null, girls: null, boys: null }
  const zoneFor = async (key: string, code: string) =>
    mustParse(ZoneScores, (await stage.as(key).get('/api/conflict/warning-zones')).body).zones.find(({ territoire }) => territoire === code)
  const [minister, planner] = [await zoneFor('minister', 'XL103'), await zoneFor('planner', 'XL103')]
  const told = (await listed('minister')).counts.filter((one) => one.territoire === 'XL103' && one.type !== 'touches-persons')
  const { verified = 0, unverified = 0, waiting = 0 } = minister?.counts ?? {}
  // Of the sum nothing is left for persons but the class as it is told.
  expect(verified + unverified + waiting).toBe(told.reduce((all, one) => all + one.warnings, 0))
  expect([minister?.touchingPersons, planner?.touchingPersons]).toEqual([10, null])
  expect(planner?.counts.waiting).toBe(waiting + 11)
  const [before, wide] = [await zoneFor('minister', 'XL102'), await zoneFor('planner', 'XL102')]
  await warn('witness', { territoire: 'XL102', type: 'abduction', severity: 5, persons, what: undefined })
  expect(await zoneFor('minister', 'XL102')).toEqual(before)
  expect(await zoneFor('planner', 'XL102')).not.toEqual(wide)
})

test('a text message becomes a warning; what it did not say is settled by who sorts, and until then it is in no count and is not shared', async () => {
  const { modules, ...program } = world.program
  const doors = { places: modules.places.door, sites: modules.sites.door }
  const texts = textWarnings(doors, { ...program, log: () => program.log })
  const report = newId()
  const heard = { report, text: 'ALERTE hommes armés', channel: 'sms' as const, organisations: [stage.organisation('division')] }
  const before = (await listed('minister')).counts
  await texts.raise(heard)
  await texts.raise(heard)
  const [line, ...more] = (await listed('secretariat')).items.filter((item) => item.territoire === '?')
  expect(more).toEqual([])
  const id = line?.id ?? ''
  expect(await full('secretariat', id)).toMatchObject({
    unsure: ['severity', 'place'],
    source: { voice: report },
    what: null,
    line: { type: 'armed-entry' },
  })
  expect((await listed('minister')).counts).toEqual(before)
  // Whom it names neither sorts it nor learns of it.
  expect((await listed('inspector')).items.map((item) => item.id)).not.toContain(id)
  subjectOf(await stage.as('secretariat').post(`${path}/${id}/assessments`, { as: 'unverified', basis: 'one-source' }))
  const share = { responders: [stage.organisation('saemape')] }
  expect(codeOf(await stage.as('secretariat').post(`${path}/${id}/shares`, share))).toBe('warning-still-unsure')
  const settled = { type: 'armed-entry', severity: 4, territoire: 'XL101' }
  expect(codeOf(await stage.as('secretariat').post(`${path}/${id}/settlements`, { ...settled, territoire: 'XL9' }))).toBe(
    'unknown-warning-place',
  )
  subjectOf(await stage.as('secretariat').post(`${path}/${id}/settlements`, settled))
  expect(await full('secretariat', id)).toMatchObject({ unsure: [], line: { severity: 4, territoire: 'XL101' } })
  expect((await listed('minister')).counts).not.toEqual(before)
  expect(codeOf(await stage.as('secretariat').post(`${path}/${id}/settlements`, settled))).toBe('warning-nothing-unsure')
})

test('zones are scored with their counts, for committees too', async () => {
  const { zones } = mustParse(ZoneScores, (await stage.as('minister').get('/api/conflict/warning-zones')).body)
  expect(zones.length).toBeGreaterThan(1)
  for (const { counts } of zones) expect(counts.severities).toHaveLength(5)
  expect((await stage.as('trader').get('/api/conflict/warning-zones')).status).toBe(403)
})

test('wrong numbers and places are refused in words', async () => {
  expect((await stage.as('analyst').get(`${path}/nothing`)).status).toBe(400)
  expect((await stage.as('analyst').get(`${path}?x=1`)).status).toBe(400)
  const data = { type: 'tension', channel: 'sms', severity: 3, reporter: 'resident', territoire: 'XL999' }
  expect(codeOf(await stage.as('trader').post(path, data))).toBe('unknown-warning-place')
  expect((await stage.as('trader').post(path, { ...data, severity: 6 })).status).toBe(400)
  expect(codeOf(await stage.as('trader').post(path, { ...data, territoire: 'XL101', receivedAt: '2099-01-01T00:00:00.000Z' }))).toBe(
    'warning-in-the-future',
  )
})
