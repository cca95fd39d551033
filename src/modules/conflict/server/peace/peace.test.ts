/* Peace follow-up over HTTP on a real database: who writes, what each tier reads, corrections, checks by another party. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type Answer, newId, subjectOf } from '../../../../../test/world/client.ts'
import { agreeOnRoadmap, checkTalk, countDisarmed, talkOfWater } from '../../../../../test/world/peace-scenes.ts'
import { sites as demoSites } from '../../../../../test/world/lukanda.ts'
import { registerSite } from '../../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { looseRecord, mustParse, text } from '../../../../kernel/schema.ts'
import { DdrFigures, DialogueDetail, Dialogues, Roadmap } from '../../contract-peace.ts'

const world = await freshDatabase()
let stage: Stage
let dialogue = ''
beforeAll(async () => {
  stage = await openStage(world, 780)
  await agreeOnRoadmap(stage, { day: stage.onDay(-110), sites: [] })
  const talk = await talkOfWater(stage, stage.onDay(-70))
  await checkTalk(stage, { talk, day: stage.onDay(-30) })
  await countDisarmed(stage, stage.onDay(-8))
  dialogue = talk.dialogue
  stage.onDay(0)
  return () => stage.app.close()
}, 60_000)

const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const roadmap = async (key: string) => mustParse(Roadmap, (await stage.as(key).get('/api/conflict/roadmap')).body)
const figures = async (key: string) => mustParse(DdrFigures, (await stage.as(key).get('/api/conflict/ddr')).body)
const one = async (key: string) => mustParse(DialogueDetail, (await stage.as(key).get(`/api/conflict/dialogues/${dialogue}`)).body)

test('the roadmap: overdue first, every status with what it needed, a moved day beside the first', async () => {
  const { items, byStatus, withheld } = await roadmap('planner')
  expect(items.map((item) => item.isOverdue)).toEqual([true, true, true, false, false])
  expect(byStatus.find((of) => of.status === 'blocked')).toEqual({ status: 'blocked', items: 1, overdue: 1 })
  const blocked = items.find((item) => item.status === 'blocked')
  expect(blocked?.steps.at(-1)).toMatchObject({ status: 'blocked', reason: 'Le bac est hors service ; le matériel ne passe pas.' })
  const due = { due: stage.today, reason: 'Le bac repart.' }
  subjectOf(await stage.as('analyst').post(`/api/conflict/roadmap/${blocked?.id}/due-days`, due))
  const moved = (await roadmap('planner')).items.find((item) => item.id === blocked?.id)
  expect(moved).toMatchObject({ due: stage.today, firstDue: blocked?.due, isOverdue: false })
  expect(withheld).toEqual([])
})

test('an item goes to another owner and other sites, with why; what was before stays, and what changes nothing is refused', async () => {
  const at = async (key: string) => mustParse(Roadmap, (await stage.as(key).get('/api/conflict/roadmap')).body).items
  const item = (await at('analyst')).find((one) => one.status === 'on-track')
  const path = `/api/conflict/roadmap/${item?.id}/assignments`
  const to = { owner: stage.organisation('ministry'), reason: 'La division n’a pas de véhicule.' }
  expect((await stage.as('minister').post(path, to)).status).toBe(403)
  expect(codeOf(await stage.as('analyst').post(path, { ...to, ownerWritten: 'x' }))).toBe('roadmap-owner-one')
  expect(codeOf(await stage.as('analyst').post(path, { ...to, sites: [newId()] }))).toBe('unknown-roadmap-link')
  subjectOf(await stage.as('analyst').post(path, to))
  expect(codeOf(await stage.as('analyst').post(path, to))).toBe('roadmap-nothing-assigned')
  const after = (await at('analyst')).find((one) => one.id === item?.id)
  expect([after?.owner, after?.sites]).toEqual([to.owner, item?.sites])
  expect(after?.steps.at(-1)).toMatchObject({ ownerName: after?.ownerName, reason: to.reason })
})

test('linked sites and where an item came from are for who is cleared', async () => {
  const from = { kind: 'card', tree: newId(), card: newId() }
  const data = { source: 'workshop', text: 'Éclairer le marché', ownerWritten: 'Commune (fictive)', due: stage.today, from }
  const item = subjectOf(await stage.as('analyst').post('/api/conflict/roadmap', data))
  const seen = async (key: string) => (await roadmap(key)).items.find((each) => each.id === item)
  expect((await seen('planner'))?.from).toEqual(from)
  expect(await seen('minister')).toMatchObject({ from: null, sites: [], text: 'Éclairer le marché' })
  expect((await roadmap('minister')).withheld).toEqual(['restricted'])
  expect(codeOf(await stage.as('analyst').post('/api/conflict/roadmap', { ...data, sites: [newId()] }))).toBe('unknown-roadmap-link')
  expect((await stage.as('witness').post('/api/conflict/roadmap', data)).status).toBe(403)
  expect((await stage.as('trader').get('/api/conflict/roadmap')).status).toBe(403)
})

test('few children of a territoire are shown to nobody, of the province to who reads', async () => {
  for (const key of ['minister', 'analyst', 'secretariat']) {
    const read = (await figures(key)).figures
    expect(read.map((figure) => [figure.territoire, figure.children])).toEqual([
      ['XL102', { is: 'withheld', because: 'below-minimum' }],
      [null, { is: 'shown', n: 17 }],
    ])
  }
  const answer = await stage.as('secretariat').get('/api/conflict/ddr')
  expect(JSON.stringify(answer.body)).not.toContain('"children":4')
})

test('a correction is a new figure with its own day; both stay, and none is corrected twice', async () => {
  const [, wrong] = (await figures('analyst')).figures
  const corrected = {
    ...{ programme: wrong?.programme, province: 'XL1', asOf: stage.today, men: 160, women: 21, children: 17 },
    source: 'Erratum fictif',
  }
  const data = { ...corrected, weapons: 88, rounds: 1240, explosives: 6, expected: 900, corrects: wrong?.id }
  subjectOf(await stage.as('analyst').post('/api/conflict/ddr', data))
  expect(codeOf(await stage.as('analyst').post('/api/conflict/ddr', data))).toBe('ddr-figure-corrected-already')
  const read = (await figures('minister')).figures
  expect(read.filter((figure) => figure.territoire === null).map((figure) => [figure.men, figure.isCorrected, figure.corrects])).toEqual([
    [160, false, wrong?.id],
    [164, true, null],
  ])
})

test('a figure of another day and spelling, from which few children could be subtracted, is shown without them', async () => {
  const figure = { programme: 'PROGRAMME  fictif de desarmement de Lukanda', province: 'XL1', territoire: 'XL103', asOf: stage.onDay(0) }
  const rest = { men: 5, women: 1, children: 12, weapons: null, rounds: null, explosives: null, expected: null, source: 'Bulletin' }
  const other = { ...figure, ...rest, programme: 'Autre programme fictif', province: 'XL1' }
  const made = subjectOf(await stage.as('analyst').post('/api/conflict/ddr', { ...figure, ...rest }))
  const alone = subjectOf(await stage.as('analyst').post('/api/conflict/ddr', other))
  const shown = new Map((await figures('analyst')).figures.map(({ id, children }): [string, unknown] => [id, children]))
  expect([shown.get(made), shown.get(alone)]).toEqual([
    { is: 'withheld', because: 'complement' },
    { is: 'shown', n: 12 },
  ])
})

test('which group a figure is of is for who is cleared', async () => {
  const actor = newId()
  const numbers = { men: 30, women: null, children: null, weapons: 12, rounds: null, explosives: null, expected: null }
  subjectOf(
    await stage
      .as('analyst')
      .post('/api/conflict/ddr', { programme: 'Autre', province: 'XL1', asOf: stage.today, actor, ...numbers, source: 'x' }),
  )
  const of = async (key: string) => (await figures(key)).figures.find((figure) => figure.programme === 'Autre')
  expect(await of('planner')).toMatchObject({ actor, isOfGroup: true })
  expect(await of('minister')).toMatchObject({ actor: null, isOfGroup: true })
})

test('dialogues: committees read territoire, subject and kept of due; who is cleared, the promises', async () => {
  const list = mustParse(Dialogues, (await stage.as('minister').get('/api/conflict/dialogues')).body)
  expect(list.dialogues).toMatchObject([
    { territoire: 'XL102', topic: 'site-access', accountability: { due: 2, kept: 1, broken: 1, notDue: 1 } },
  ])
  const minister = await one('minister')
  expect([minister.told, minister.withheld]).toEqual([null, ['restricted']])
  expect(JSON.stringify(minister)).not.toMatch(/Luka\b|bac|Umoja|Cultivateurs/)
  const cleared = await one('planner')
  expect(cleared.told?.place).toBe('Bac de la Luka')
  expect(cleared.told?.commitments.map((promise) => [promise.state, promise.checks[0]?.checkedBy])).toEqual([
    ['broken', 'Cultivateurs de la rive'],
    ['kept', 'Coopérative minière Umoja'],
    ['not-checked', undefined],
  ])
})

test('who promised does not check; a body that is in no register and a place that is none are refused', async () => {
  const [promise] = (await one('planner')).told?.commitments ?? []
  const checks = `/api/conflict/dialogues/${dialogue}/checks`
  const check = { commitment: promise?.id, as: 'kept', on: stage.today }
  const by = (key: 'cooperative' | 'partner') => ({ kind: 'body', organisation: stage.organisation(key) })
  // The secretariat wrote the promises down: whether they were kept is written by somebody else.
  expect(codeOf(await stage.as('secretariat').post(checks, { ...check, checkedBy: by('partner') }))).toBe('recorder-does-not-check')
  expect([(await one('secretariat')).checks, (await one('analyst')).checks]).toEqual([false, true])
  expect(codeOf(await stage.as('analyst').post(checks, { ...check, checkedBy: by('cooperative') }))).toBe('second-party-for-check')
  const nobody = { kind: 'body', organisation: newId() }
  expect(codeOf(await stage.as('analyst').post(checks, { ...check, checkedBy: nobody }))).toBe('unknown-dialogue-link')
  subjectOf(await stage.as('analyst').post(checks, { ...check, checkedBy: by('partner') }))
  expect((await one('planner')).told?.commitments[0]?.state).toBe('kept')
  const parties = [nobody, { kind: 'community', written: 'x' }]
  const data = { province: 'XL1', territoire: 'CD1001', topic: 'land', heldOn: stage.today, parties: parties.slice(1), agreements: [] }
  expect(codeOf(await stage.as('analyst').post('/api/conflict/dialogues', { ...data, parties }))).toBe('unknown-dialogue-link')
  expect((await stage.as('minister').post(checks, { ...check, checkedBy: by('partner') })).status).toBe(403)
  expect((await stage.as('minister').get('/api/conflict/dialogues/x')).status).toBe(400)
})

test('words that name a site or an actor are for who is cleared, linked or not', async () => {
  const { name } = demoSites[0] ?? { name: '' }
  for (const site of demoSites.slice(0, 1)) await registerSite(stage, site, 1)
  const group = { actor: newId(), name: 'Groupe du Vallon', secret: null, kind: 'armed-group', areas: [], ddr: 'outside', described: null }
  subjectOf(await stage.as('analyst').post('/api/conflict/actors', group))
  const words = (what: string) => `${what} ${name} au Groupe du  vallon`
  const data = { source: 'workshop', text: words('De'), ownerWritten: words('Comité de'), due: stage.today }
  const item = subjectOf(await stage.as('analyst').post('/api/conflict/roadmap', data))
  const path = `/api/conflict/roadmap/${item}`
  subjectOf(await stage.as('analyst').post(`${path}/due-days`, { due: stage.onDay(1), reason: words('Vers') }))
  stage.onDay(0)
  subjectOf(await stage.as('analyst').post(`${path}/statuses`, { status: 'done', evidence: words('Vu à') }))
  const figure = { programme: 'Vallon', province: 'XL1', asOf: stage.today, men: 3, women: null, children: null, weapons: null }
  const rest = { rounds: null, explosives: null, expected: null, source: words('Rapport de') }
  subjectOf(await stage.as('analyst').post('/api/conflict/ddr', { ...figure, ...rest }))
  const shown = async (key: string) => {
    const found = (await roadmap(key)).items.find((each) => each.id === item)
    const steps = found?.steps.flatMap(({ evidence, reason }) => [evidence ?? [], reason ?? []].flat())
    return [found?.text, found?.ownerName, ...(steps ?? []), (await figures(key)).figures.find((one) => one.programme === 'Vallon')?.source]
  }
  const all = ['De', 'Comité de', 'Vers', 'Vu à', 'Rapport de']
  expect(await shown('planner')).toEqual(all.map(words))
  expect(await shown('minister')).toEqual(all.map((what) => `${what} […] au […]`))
})
