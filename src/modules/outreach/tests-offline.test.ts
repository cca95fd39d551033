/*
Sheets of a test filled in on telephones without network: they come later as their trainer's, once, are scored here, and what cannot count by itself waits with its reason.
What a telephone is given holds no right option.
*/
import { beforeAll, expect, test } from 'vitest'
import { enrolPhone } from '../../../test/field-phone.ts'
import { freshDatabase } from '../../../test/database.ts'
import { newId, subjectOf } from '../../../test/world/client.ts'
import { type Stage, openStage } from '../../../test/world/stage.ts'
import { participantsOf, planSession, writeCurriculum } from '../../../test/world/training-scenes.ts'
import { looseRecord, mustParse, text } from '../../kernel/schema.ts'
import { ParcelAnswers } from '../field/contract.ts'
import { KeptTest, WaitingSheets } from './contract-sheets.ts'
import { SessionShown } from './contract-training.ts'
import { proposedItems } from './domain/training/proposed-items.ts'
import { sheetsOffline } from './ui/offline/part.ts'

const world = await freshDatabase()
let stage: Stage
let curriculum = ''
let session = ''
beforeAll(async () => {
  stage = await openStage(world, 780)
  curriculum = await writeCurriculum(stage)
  session = await plan('Salle des tests')
  return () => stage.app.close()
}, 180_000)

async function plan(place: string): Promise<string> {
  const id = await planSession(stage, { curriculum, day: stage.today, place })
  subjectOf(await stage.as('trainer').post(`${of(id)}/participants`, { participants: participantsOf(6) }))
  return id
}
const of = (id: string) => `/api/training/sessions/${id}`
const phone = () => enrolPhone(stage.app, stage.as('administrator'), { account: stage.account('trainer'), role: 'TRAINING_OFFICER' })
const keptBy = async (id: string) => mustParse(KeptTest, (await stage.as('trainer').get(`${of(id)}/test`)).body)
const shown = async (id: string) => mustParse(SessionShown, (await stage.as('trainer').get(of(id))).body)
const waiting = async (id: string) => mustParse(WaitingSheets, (await stage.as('trainer').get(`${of(id)}/sheets`)).body).waiting
const code = (body: unknown): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), body).refusal.code
/** Everything right from the first one on, as many as are said. */
const right = (n: number) => proposedItems.slice(0, 6).map(({ correct }, at) => (at < n ? correct : null))

async function sheet(id: string, more: { readonly badge: number; readonly answers: readonly (number | null)[]; readonly when?: string }) {
  const { questions } = await keptBy(id)
  return { when: 'post', language: 'fr', items: questions.map((one) => one.id), ...more }
}
async function send(from: Awaited<ReturnType<typeof phone>>, id: string, data: object) {
  const parcel = from.parcel(`${of(id)}/sheets`, data)
  const client = await from.client()
  for (let tries = 0; tries < 2; tries += 1) {
    const { answers } = mustParse(ParcelAnswers, (await client.send('/api/field/parcels', { parcels: [parcel] })).body)
    await world.program.modules.field.desk.sweep()
    expect(['taken', 'waiting'], JSON.stringify(answers)).toContain(answers[0]?.state)
  }
}

test('what a telephone keeps has questions, badges and languages, and no way to know what is right', async () => {
  const kept = await keptBy(session)
  expect(kept).toMatchObject({ badges: [1, 2, 3, 4, 5, 6], languages: ['fr', 'en'] })
  expect(kept.questions).toHaveLength(6)
  expect(kept.questions.map((one) => Object.keys(one).toSorted())).toEqual(kept.questions.map(() => ['id', 'options', 'question']))
  expect(JSON.stringify((await stage.as('trainer').get(`${of(session)}/test`)).body)).not.toMatch(/correct|"right"|score/i)
  expect((await stage.as('minister').get(`${of(session)}/test`)).status).toBe(403)
  expect((await stage.as('trainer').get(`${of(newId())}/test`)).status).toBe(404)
})

test('sheets come from two telephones, once each: gain is told, the later sheet of one telephone counts, what differs waits and is settled', async () => {
  const [one, two] = [await phone(), await phone()]
  expect(sheetsOffline.subjectOf(`${of(session)}/sheets`, 'x')).toBe(`training-session:${session}`)
  expect(sheetsOffline.subjectOf(`${of(session)}/tests`, 'x')).toBeNull()
  for (const badge of [1, 2]) await send(one, session, await sheet(session, { badge, answers: right(2), when: 'pre' }))
  await send(one, session, await sheet(session, { badge: 1, answers: right(3) }))
  await send(one, session, await sheet(session, { badge: 1, answers: right(5) }))
  await send(two, session, await sheet(session, { badge: 2, answers: right(4) }))
  expect(await waiting(session)).toEqual([])
  const { gain, participants } = await shown(session)
  expect(participants?.slice(0, 2).map(({ preTenths, postTenths }) => [preTenths, postTenths])).toEqual([
    [333, 833],
    [333, 667],
  ])
  expect(gain).toMatchObject({ of: 2, gainTenths: 417 })

  await send(two, session, await sheet(session, { badge: 1, answers: right(6) }))
  const [differs] = await waiting(session)
  expect(differs).toMatchObject({ badge: 1, when: 'post', finding: 'differs', scoreTenths: 1000, standing: { scoreTenths: 833 } })
  expect((await shown(session)).participants?.[0]?.postTenths).toBe(833)
  const settle = (data: object) => stage.as('trainer').post(`${of(session)}/sheet-settlements`, data)
  subjectOf(await settle({ sheet: differs?.sheet, counts: true }))
  expect([await waiting(session), (await shown(session)).participants?.[0]?.postTenths]).toEqual([[], 1000])
  expect(code((await settle({ sheet: differs?.sheet, counts: true })).body)).toBe('sheet-not-waiting')
})

test('a badge that nobody has, a session closed meanwhile and a test composed anew: the sheet is kept and says why it waits', async () => {
  const from = await phone()
  const other = await plan('Salle annexe')
  const old = await sheet(other, { badge: 1, answers: right(6) })
  const compose = (items: readonly string[]) => stage.as('trainer').post(`${of(other)}/test`, { items })
  expect(code((await compose([newId()])).body)).toBe('test-items-unknown')
  subjectOf(await compose(proposedItems.slice(2, 6).map(({ id }) => id)))
  expect((await keptBy(other)).questions).toHaveLength(4)
  await send(from, other, old)
  await send(from, other, await sheet(other, { badge: 77, answers: [null, null, null, null] }))
  expect((await waiting(other)).map(({ badge, finding, scoreTenths }) => [badge, finding, scoreTenths])).toEqual([
    [1, 'other-test', null],
    [77, 'unknown-badge', 0],
  ])
  expect(code((await compose(proposedItems.slice(0, 2).map(({ id }) => id))).body)).toBe('test-was-taken')
  stage.onDay(3)
  subjectOf(await stage.as('trainer').post(`${of(other)}/closing`, {}))
  await send(from, other, await sheet(other, { badge: 2, answers: [null, null, null, null] }))
  const [first, second, third] = await waiting(other)
  expect(third).toMatchObject({ badge: 2, finding: 'session-over' })
  const settle = (data: object) => stage.as('trainer').post(`${of(other)}/sheet-settlements`, data)
  expect(code((await settle({ sheet: first?.sheet, counts: true })).body)).toBe('sheet-of-another-test')
  subjectOf(await settle({ sheet: first?.sheet, counts: false }))
  expect(code((await settle({ sheet: second?.sheet, counts: true })).body)).toBe('unknown-badge')
  subjectOf(await settle({ sheet: second?.sheet, counts: true, badge: 3 }))
  subjectOf(await settle({ sheet: third?.sheet, counts: true }))
  expect(await waiting(other)).toEqual([])
  expect((await shown(other)).participants?.map(({ postTenths }) => postTenths)).toEqual([null, 0, 0, null, null, null])
  expect((await stage.as('minister').get(`${of(other)}/sheets`)).status).toBe(403)
  expect((await stage.as('trainer').post(`${of(other)}/sheets`, { badge: 0 })).status).toBe(400)
})
