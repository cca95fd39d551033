/* Trainings over HTTP on a real database: what a name never reaches, who reads badges, the same person twice, certificates and their public page, erasure. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type Answer, newId, stranger, subjectOf } from '../../../../../test/world/client.ts'
import { posted } from '../../../../../test/world/posted.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import {
  closeTraining,
  followTraining,
  holdTraining,
  participantsOf,
  planSession,
  teachNow,
  traineeNames,
  writeCurriculum,
} from '../../../../../test/world/training-scenes.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { looseRecord, mustParse, text } from '../../../../kernel/schema.ts'
import { DueFollowUps, LookUpAnswer, PersonShown, SessionShown, Sessions } from '../../contract-training.ts'

const world = await freshDatabase()
let stage: Stage
let held = ''
let now = ''
let curriculum = ''
beforeAll(async () => {
  stage = await openStage(world, 780)
  const day = stage.onDay(-200)
  curriculum = await writeCurriculum(stage)
  held = await holdTraining(stage, { curriculum, day })
  stage.onDay(-198)
  await closeTraining(stage, held)
  await followTraining(stage, { session: held, day: stage.onDay(-14) })
  now = await teachNow(stage, { curriculum, day: stage.onDay(-1), former: held })
  stage.onDay(0)
  return () => stage.app.close()
}, 180_000)

const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const shown = async (key: string, session: string) =>
  mustParse(SessionShown, (await stage.as(key).get(`/api/training/sessions/${session}`)).body)
const of = (session: string) => `/api/training/sessions/${session}`
const personRows = (name: string) =>
  world.program.database.read(
    async (tx) => (await sql<{ n: number }>`select count(*)::int as n from trainee_person where name = ${name}`.execute(tx)).rows[0]?.n,
  )

test('a session held: who was there for four fifths is trained, gains stand beside their numbers, others have no certificate', async () => {
  const { participants, gain, line } = await shown('trainer', held)
  expect(line).toMatchObject({ state: 'closed', participants: { is: 'shown', n: 12 }, trained: { is: 'shown', n: 10 } })
  expect(participants?.map((one) => one.isTrained)).toEqual([...Array.from({ length: 10 }, () => true), false, false])
  expect(participants?.filter((one) => one.certificate !== null).length).toBe(10)
  expect(participants?.[0]).toMatchObject({ attendance: [true, true, true, true], preTenths: 500, postTenths: 833, practice: 'yes' })
  expect(gain).toMatchObject({ of: 12, gainTenths: 417 })
  expect((await stage.as('trainer').post(`${of(held)}/attendance`, { marks: [{ badge: 40, halfDay: 0, present: true }] })).status).toBe(404)
})

test('who does not teach reads numbers from ten on, rounded down, and no badge', async () => {
  for (const key of ['minister', 'secretary']) {
    const read = await shown(key, held)
    expect(read).toMatchObject({ participants: null, gain: null, items: [], cost: null })
    expect(read.line).toMatchObject({ participants: { is: 'shown', n: 10 }, trained: { is: 'shown', n: 10 } })
  }
  const sessions = mustParse(Sessions, (await stage.as('minister').get('/api/training/sessions')).body)
  expect(sessions.sessions.find(({ id }) => id === now)?.trained).toEqual({ is: 'withheld', because: 'below-minimum' })
  expect((await stage.as('minister').get('/api/training/items')).status).toBe(403)
  expect((await stage.as('trader').get('/api/training/sessions')).status).toBe(403)
})

test('no name is in the log, in a list or in a sheet; one answer has it, and the look is written down first', async () => {
  const events = await world.program.database.read(
    async (tx) => (await sql<{ all: string }>`select string_agg(payload::text, ' ') as all from log_event`.execute(tx)).rows[0]?.all,
  )
  const pages = await Promise.all(
    [`${of(held)}`, '/api/training/sessions', '/api/training/follow-ups', `/training/sessions/${held}/attendance-sheet`].map((path) =>
      stage.as('trainer').get(path),
    ),
  )
  for (const name of traineeNames) {
    expect(events).not.toContain(name)
    for (const page of pages) expect(JSON.stringify(page.body)).not.toContain(name)
  }
  const person = mustParse(PersonShown, (await stage.as('trainer').get(`${of(held)}/participants/1/person`)).body)
  expect(person).toMatchObject({ name: traineeNames[0], birthYear: 1980 })
  expect(person.looks).toMatchObject([{ what: 'page', mine: true }])
  expect((await stage.as('minister').get(`${of(held)}/participants/1/person`)).status).toBe(403)
  expect((await stage.as('trainer').get(`${of(held)}/participants/99/person`)).status).toBe(404)
  expect((await stage.as('trainer').get(`${of(held)}/participants/x/person`)).status).toBe(400)
})

test('somebody is found again by a keyed hash: badges and categories are proposed, a name alone leads to nobody', async () => {
  const ask = async (data: object) => stage.as('trainer').send('/api/training/lookups', data)
  const { matches } = mustParse(LookUpAnswer, (await ask({ name: 'MULONDA Kabé espérance', birthYear: 1980 })).body)
  expect(matches.map(({ session, badge, category, by }) => [session, badge, category, by])).toEqual([
    [now, 1, 'social-worker', 'name-and-year'],
    [held, 1, 'social-worker', 'name-and-year'],
  ])
  expect(JSON.stringify(matches)).not.toMatch(/Mulonda/i)
  expect(codeOf(await ask({ name: traineeNames[0] }))).toBe('look-up-needs-more')
  expect(mustParse(LookUpAnswer, (await ask({ name: traineeNames[0], birthYear: 1981 })).body).matches).toEqual([])
  expect((await ask({ name: traineeNames[0], institution: 'service 1 (Fictif)' })).body).toMatchObject({
    matches: [{ badge: 1 }, { badge: 1 }],
  })
})

test('who teaches elsewhere is told that there is somebody, not in which session nor as what, and each look stands at the badge', async () => {
  const asked = { name: traineeNames[1], birthYear: 1981 }
  const near = mustParse(LookUpAnswer, (await stage.as('trainer').send('/api/training/lookups', asked)).body)
  expect([near.matches.map(({ badge }) => badge), near.elsewhere]).toEqual([[2, 2], false])
  const far = await posted(world.program, stage, {
    ...{ name: 'far', role: 'TRAINING_OFFICER', organisation: 'partner', territory: ['XL101'] },
  })
  expect((await far.send('/api/training/lookups', asked)).body).toEqual({ matches: [], elsewhere: true })
  expect((await far.send('/api/training/lookups', { name: 'Nadia Inconnue', birthYear: 1981 })).body).toEqual({
    matches: [],
    elsewhere: false,
  })
  const { looks } = mustParse(PersonShown, (await stage.as('trainer').get(`${of(held)}/participants/2/person`)).body)
  expect(looks.flatMap(({ what, mine }) => (what === 'look-up' ? [mine] : [])).toSorted()).toEqual([false, true])
})

test('whoever was confirmed is one person in two sessions; who came before and was not found is nobody’s', async () => {
  const { participants } = await shown('trainer', now)
  expect(participants?.map(({ isLinked, sessions }) => [isLinked, sessions]).slice(0, 3)).toEqual([
    [true, 2],
    [true, 2],
    [true, 1],
  ])
  expect(participants?.at(-1)).toMatchObject({ badge: 12, isLinked: false, firstTime: 'no' })
  const links = `${of(now)}/participants/12/links`
  expect(codeOf(await stage.as('trainer').post(links, {}))).toBe('nothing-to-link')
  expect(codeOf(await stage.as('trainer').post(links, { sameAs: { session: now, badge: 88 } }))).toBe('no-person-behind-badge')
  subjectOf(await stage.as('trainer').post(links, { sameAs: { session: held, badge: 11 } }))
  expect((await shown('trainer', now)).participants?.at(-1)).toMatchObject({ isLinked: true, sessions: 2 })
})

test('the public page of a code: valid, then revoked with its reason, unknown otherwise; never a name, a badge or a category', async () => {
  const paper = String((await stage.as('trainer').get(`/training/sessions/${held}/certificates/2`)).body)
  expect(paper).toContain(traineeNames[1])
  const code = /class="code">([0-9A-Z-]+)</.exec(paper)?.[1] ?? ''
  const page = async (typed: string) => stranger(stage.app).get(`/training/verify/${encodeURIComponent(typed)}`)
  const valid = await page(code)
  expect([valid.status, String(valid.body)]).toEqual([200, expect.stringContaining('Ce certificat est valable')])
  expect(String(valid.body)).toContain('Lukanda (fictive)')
  expect(String(valid.body)).not.toMatch(/Didier|Santé|Service 2/)
  expect((await stranger(stage.app).get(`/training/verify?code=${code.toLowerCase()}`)).status).toBe(200)
  const wrong = code.slice(0, -1) + (code.endsWith('1') ? '2' : '1')
  expect((await page(wrong)).status).toBe(404)
  const inWords = { badge: 2, reason: 'Délivré à tort à Didier' }
  expect((await stage.as('trainer').post(`${of(held)}/certificate-revocations`, inWords)).status).toBe(400)
  subjectOf(await stage.as('trainer').post(`${of(held)}/certificate-revocations`, { badge: 2, reason: 'error' }))
  expect(String((await page(code)).body)).toMatch(/a été retiré[\s\S]*délivré par erreur/)
  expect((await stage.as('trainer').get(`/training/sessions/${held}/certificates/2`)).status).toBe(404)
})

test('a certificate issued again has its own code and day; the code before still answers that it was revoked, and the person counts once', async () => {
  const codeOn = async () =>
    /class="code">([0-9A-Z-]+)</.exec(String((await stage.as('trainer').get(`/training/sessions/${held}/certificates/4`)).body))?.[1] ?? ''
  const page = async (code: string) => String((await stranger(stage.app).get(`/training/verify/${code}`)).body)
  const certified = (after: string | null) =>
    world.program.database.read(async (tx) => {
      const asked = { occurred: { from: stage.onDay(-300), to: stage.onDay(0) }, learned: { after, until: null }, by: [] }
      const measure = world.program.modules.outreach.measures.find(({ id }) => id === 'outreach.certificates')
      return (await measure?.ask(tx, world.program.tenant, asked))?.[0]?.numerator
    })
  const [first, before] = [await codeOn(), await certified(null)]
  subjectOf(await stage.as('trainer').post(`${of(held)}/certificate-revocations`, { badge: 4, reason: 'replaced' }))
  expect(await certified(null)).toBe((before ?? 0) - 1)
  subjectOf(await stage.as('trainer').post(`${of(held)}/certificates`, { badges: [4] }))
  const second = await codeOn()
  expect(second).not.toBe(first)
  expect(await page(second)).toContain('Ce certificat est valable')
  expect(await page(second)).toContain(stage.today.split('-').toReversed().join('-'))
  expect(await page(first)).toMatch(/a été retiré[\s\S]*remplacé/)
  expect(await page(first)).toContain(stage.onDay(-198).split('-').toReversed().join('-'))
  stage.onDay(0)
  expect((await shown('trainer', held)).participants?.[3]?.certificate).toMatchObject({ on: stage.today, isRevoked: false })
  expect([await certified(null), await certified(`${addDays(stage.today, -100)}T00:00:00.000Z`)]).toEqual([before, 0])
})

test('practice is due half a year after the last day, by session and badge, without who was asked', async () => {
  const { due, soon } = mustParse(DueFollowUps, (await stage.as('trainer').get('/api/training/follow-ups')).body)
  expect(due.map(({ session, badges, daysLate }) => [session, badges, daysLate])).toEqual([[held, [3, 4, 5, 6, 7, 8, 9, 10], 17]])
  expect(soon).toEqual([])
  expect((await stage.as('minister').get('/api/training/follow-ups')).status).toBe(403)
  const { line, territoire } = await shown('trainer', held)
  const dueIn = async (name: string, area: string) => {
    const trainer = await posted(world.program, stage, { name, role: 'TRAINING_OFFICER', organisation: 'partner', territory: [area] })
    return mustParse(DueFollowUps, (await trainer.get('/api/training/follow-ups')).body).due.length
  }
  expect([await dueIn('here', territoire ?? line.province), await dueIn('there', territoire === 'XL102' ? 'XL101' : 'XL102')]).toEqual([
    1, 0,
  ])
})

test('an erasure takes name and keys away and leaves every number', async () => {
  const before = await shown('trainer', held)
  expect(await personRows(traineeNames[2] ?? '')).toBe(1)
  subjectOf(await stage.as('trainer').post(`${of(held)}/participants/3/erasure`, { reason: 'À la demande de la personne' }))
  expect(await personRows(traineeNames[2] ?? '')).toBe(0)
  const ask = await stage.as('trainer').send('/api/training/lookups', { name: traineeNames[2], birthYear: 1982 })
  expect(ask.body).toEqual({ matches: [], elsewhere: false })
  const after = await shown('trainer', held)
  expect(after.line).toEqual(before.line)
  expect(after.participants?.[2]).toMatchObject({ isErased: true, isTrained: true })
  const named = { person: { name: traineeNames[2] ?? '', birthYear: 1982 } }
  expect(codeOf(await stage.as('trainer').post(`${of(held)}/participants/3/links`, named))).toBe('trainee-already-erased')
  expect(await personRows(traineeNames[2] ?? '')).toBe(0)
})

test('a command that is sent again changes nothing and makes no second person', async () => {
  const session = await planSession(stage, { curriculum, day: stage.today, place: 'Salle B' })
  const id = newId()
  const participants = [{ ...participantsOf(1)[0], person: { name: 'Jeanne Kito Wa Lukanda', birthYear: 1999 } }]
  for (let time = 0; time < 2; time++) subjectOf(await stage.as('trainer').post(`${of(session)}/participants`, { participants }, { id }))
  expect(await personRows('Jeanne Kito Wa Lukanda')).toBe(1)
  expect((await shown('trainer', session)).participants).toHaveLength(1)
  expect(codeOf(await stage.as('trainer').post(`${of(session)}/participants`, { participants }))).toBe('badge-given-twice')
})

test('wrong places, curricula and items are refused in words', async () => {
  const good = {
    curriculum,
    province: 'XL1',
    territoire: null,
    place: 'x',
    halfDays: [{ on: stage.today, part: 'am' }],
    mode: 'remote',
    trainers: ['x'],
  }
  const more = { language: 'fr', cost: null, items: [] }
  const post = (data: object) => stage.as('trainer').post('/api/training/sessions', { ...good, ...more, ...data })
  expect(codeOf(await post({ curriculum: newId() }))).toBe('unknown-curriculum')
  expect(codeOf(await post({ province: 'CD99' }))).toBe('unknown-training-place')
  expect(codeOf(await post({ items: [newId()] }))).toBe('test-items-unknown')
  expect(codeOf(await post({ halfDays: [good.halfDays[0], good.halfDays[0]] }))).toBe('half-day-twice')
  const item = '00000000-0000-7000-8000-000000000116'
  subjectOf(await stage.as('trainer').post(`/api/training/items/${item}/retirement`, {}))
  expect(codeOf(await post({ items: [item] }))).toBe('test-items-unknown')
})
