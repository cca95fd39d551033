/* Revising a committee over HTTP: a new version from a day on, refused while a meeting sits and on a stale version; a past meeting keeps the seats and quorum it had. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Answer, subjectOf } from '../../../../test/world/client.ts'
import * as scenes from '../../../../test/world/committee-scenes.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { listOf, looseRecord, mustParse, text } from '../../../kernel/schema.ts'
import { ActionsKept, CommitteeBoard } from '../contract.ts'

const world = await freshDatabase()
const api = '/api/coordination'
let stage: Stage
const under = { cps: '', cls: '', first: '', list: '', overdue: '' }
const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const board = async (key = 'secretary') => mustParse(CommitteeBoard, (await stage.as(key).get(`${api}/committees/${under.cps}`)).body)
const revise = (data: object, key = 'secretary') => stage.as(key).post(`${api}/committees/${under.cps}/revisions`, data)
const draft = async (from: string) => {
  const { n: version, components, quorum, meetingsPerYear, officers, legal } = (await board()).newest
  return { version, from, components, quorum, meetingsPerYear, officers, legal, reason: 'Ordre du gouverneur.' }
}

beforeAll(async () => {
  stage = await openStage(world, 780)
  Object.assign(under, await scenes.foundCommittees(stage, stage.onDay(-230)))
  stage.onDay(-118)
  under.first = await scenes.convene(stage, under.cps, { day: addDays(stage.today, -110) })
  Object.assign(under, await scenes.firstMeeting(stage, { meeting: under.first, day: stage.onDay(-110) }))
  return () => stage.app.close()
}, 60_000)

test('only the secretariat revises, from the version that stands, and from a day that has a meaning', async () => {
  const from = stage.onDay(-60)
  const wanted = await draft(from)
  expect((await revise(wanted, 'inspector')).status).toBe(403)
  expect((await revise({ ...wanted, from: 'demain' })).status).toBe(400)
  expect((await revise({ ...wanted, components: 'none' })).status).toBe(400)
  const stale = await revise({ ...wanted, version: 7 })
  expect([stale.status, codeOf(stale)]).toEqual([409, 'committee-revised-meanwhile'])
  expect(codeOf(await revise(wanted))).toBe('committee-revision-the-same')
  expect(codeOf(await revise({ ...wanted, from: addDays(stage.today, -400) }))).toBe('revision-before-the-last')
})

test('while a meeting sits, its quorum is not changed by pen', async () => {
  const day = stage.onDay(-58)
  const meeting = await scenes.convene(stage, under.cps, { kind: 'EXTRA', reason: 'Urgence', day })
  await scenes.openWith(stage, meeting)
  const wanted = await draft(day)
  const smaller = { ...wanted, components: wanted.components.filter((one) => one.key !== 'cso') }
  expect(codeOf(await revise(smaller))).toBe('revision-while-a-meeting-sits')
  subjectOf(await stage.as('secretary').post(`${api}/meetings/${meeting}/closings`, {}))
})

test('a new version: seats come and end from its day, on a newer act; what a seat owed its body owes still', async () => {
  const from = stage.onDay(-56)
  await scenes.reviseProvincial(stage, under.cps, from)
  const now = await board('minister')
  expect(now.legal).toMatchObject({ basis: 'governor-order', number: '031/LK/2026' })
  expect(now.officers).toMatchObject({ president: 'Ministre provincial des mines', rapporteur: 'Chef de division des mines' })
  expect(now.versions.map(({ n, state, added, ended }) => [n, state, added, ended])).toEqual([
    [2, 'standing', ['Délégation des négociants'], ['Responsable provincial du SAEMAPE']],
    [1, 'past', [], []],
  ])
  // The version before is there whole, seat by seat.
  expect(now.versions[1]?.components.flatMap((one) => one.seats.map(({ title }) => title))).toContain('Responsable provincial du SAEMAPE')
  const owed = now.actions.find((one) => one.id === under.overdue)
  expect(owed).toMatchObject({ status: 'OVERDUE', ownerTitle: 'Responsable provincial du SAEMAPE' })
  expect(owed?.ownerBody).not.toBe('–')
  const page = await stage.as('secretary').get(`/committees/${under.cps}?language=fr`)
  expect(String(page.body)).toContain('031/LK/2026')
})

test('the past meeting keeps its seats and its quorum; the next one sits with the new ones', async () => {
  const seatsOf = async (meeting: string) =>
    (await scenes.meetingOf(stage, meeting)).components.flatMap((one) => one.seats.map(({ key }) => key))
  const past = await scenes.meetingOf(stage, under.first)
  expect(await seatsOf(under.first)).toContain('saemape')
  expect([past.line.quorumKept, past.quorum.met]).toEqual([true, true])
  const next = await scenes.convene(stage, under.cps, { day: addDays(stage.onDay(-53), 8) })
  const seats = await seatsOf(next)
  expect([seats.includes('saemape'), seats.includes('traders')]).toEqual([false, true])
  const { items } = await scenes.meetingOf(stage, next)
  expect(items.some((one) => one.source === 'action-overdue')).toBe(true)
  const mine = mustParse(
    looseRecord({ actions: listOf(looseRecord({ id: text() })) }),
    (await stage.as('inspector').get(`${api}/my-actions`)).body,
  )
  expect(mine.actions.map(({ id }) => id)).toEqual([under.list])
})

test('actions kept by quarter: the secretariat counts all committees, a seat those in which its body sits, who sits nowhere none', async () => {
  const kept = async (key: string) => mustParse(ActionsKept, (await stage.as(key).get(`${api}/actions-kept`)).body)
  const sum = ({ quarters }: ActionsKept) => quarters.reduce((all, one) => all + one.kept + one.late + one.overdue + one.open, 0)
  const [all, seat] = [await kept('secretary'), await kept('inspector')]
  expect([all.committees, sum(all)]).toEqual([2, 2])
  expect([seat.committees, sum(seat)]).toEqual([1, 2])
  expect(all.quarters.reduce((late, one) => late + one.overdue, 0)).toBe(2)
  expect((await stage.as('minister').get(`${api}/actions-kept`)).status).toBe(403)
})
