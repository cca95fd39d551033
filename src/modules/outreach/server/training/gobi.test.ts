/* A training in the Gobi: its days are those of Ulaanbaatar. In the first hours of a day there, when it is still the evening before in the Congo, marks, closing, certificates and practice are of that day. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type Answer, subjectOf } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { participantsOf, writeCurriculum } from '../../../../../test/world/training-scenes.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { looseRecord, mustParse, text } from '../../../../kernel/schema.ts'
import { todayIn, wallClock } from '../../../../kernel/zones.ts'
import { importAreas } from '../../../places/module.ts'
import { DueFollowUps, SessionShown } from '../../contract-training.ts'

const world = await freshDatabase()
let stage: Stage
let session = ''
/** The day of the hall: tomorrow in the Congo, as long as it is evening there. */
let day = ''
beforeAll(async () => {
  stage = await openStage(world, 260)
  stage.onDay(-200)
  const { database, log, tenant, clock } = world.program
  const parts = { database, log, tenant, clock, actor: { account: 'operator', organisation: null, role: null } }
  const listed = await importAreas(parts, { level: 'territoire', file: 'code,name,parent\nMN4640,Khanbogd,MN46\n' })
  expect(listed.ok).toBe(true)
  const curriculum = await writeCurriculum(stage)
  day = addDays(stage.today, -198)
  const place = { province: 'MN46', territoire: 'MN4640', place: 'Khanbogd', mode: 'on-site', language: 'mn' }
  const more = { halfDays: [{ on: day, part: 'am' }], trainers: ['Formatrice (fictive)'], cost: null, items: [] }
  session = subjectOf(await stage.as('trainer').post('/api/training/sessions', { curriculum, ...place, ...more }))
  subjectOf(await stage.as('trainer').post(`/api/training/sessions/${session}/participants`, { participants: participantsOf(2) }))
  return () => stage.app.close()
}, 120_000)
const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const of = () => `/api/training/sessions/${session}`
const mark = (badge: number) => stage.as('trainer').post(`${of()}/attendance`, { marks: [{ badge, halfDay: 0, present: true }] })
/** An hour of the eve of a day in UTC: from 16:00 on it is the next day in Ulaanbaatar. */
const eveOf = (of: string, time: string): string => `${addDays(of, -1)}T${time}:00.000Z`

test('marks of the early morning are taken from half past midnight on, and not half an hour before midnight', async () => {
  world.setClock(eveOf(day, '15:30'))
  expect(wallClock(eveOf(day, '15:30'), 'Asia/Ulaanbaatar').time).toBe('23:30')
  expect(codeOf(await mark(1))).toBe('half-day-to-come')
  expect(codeOf(await stage.as('trainer').post(`${of()}/closing`, {}))).toBe('training-session-not-over')
  for (const [badge, time, here] of [
    [1, '16:30', '00:30'],
    [2, '21:59', '05:59'],
    [2, '23:00', '07:00'],
  ] as const) {
    world.setClock(eveOf(day, time))
    expect(wallClock(eveOf(day, time), 'Asia/Ulaanbaatar')).toEqual({ day, time: here })
    expect([time, (await mark(badge)).status]).toEqual([time, 200])
    expect(mustParse(SessionShown, (await stage.as('trainer').get(of())).body).today).toBe(day)
  }
})

test('a session that ends on this day is closed in its morning, and its certificates carry its day', async () => {
  world.setClock(eveOf(day, '16:30'))
  expect(todayIn('Africa/Lubumbashi', eveOf(day, '16:30'))).toBe(addDays(day, -1))
  subjectOf(await stage.as('trainer').post(`${of()}/closing`, {}))
  subjectOf(await stage.as('trainer').post(`${of()}/certificates`, {}))
  const { participants } = mustParse(SessionShown, (await stage.as('trainer').get(of())).body)
  expect(participants?.map(({ certificate }) => certificate?.on)).toEqual([day, day])
})

test('practice is due on its own day in the Gobi, half an hour after midnight there', async () => {
  const due = addDays(day, 182)
  const read = async (instant: string) => {
    world.setClock(instant)
    const { due: now, soon } = mustParse(DueFollowUps, (await stage.as('trainer').get('/api/training/follow-ups')).body)
    return [now.map(({ dueOn, daysLate }) => [dueOn, daysLate]), soon.length]
  }
  expect(await read(eveOf(due, '15:30'))).toEqual([[], 1])
  expect(await read(eveOf(due, '16:30'))).toEqual([[[due, 0]], 0])
  stage.onDay(0)
})
