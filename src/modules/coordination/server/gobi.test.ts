/* A committee in the Gobi: its days are those of Ulaanbaatar. In the first hours of a day there, when it is still the evening before in the Congo, its meeting opens and its actions are of that day. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Answer, type Client, newId, subjectOf } from '../../../../test/world/client.ts'
import { posted } from '../../../../test/world/posted.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { looseRecord, mustParse, text } from '../../../kernel/schema.ts'
import { wallClock } from '../../../kernel/zones.ts'
import { importAreas } from '../../places/module.ts'

const world = await freshDatabase()
const api = '/api/coordination'
let stage: Stage
let secretary: Client
let meeting = ''
/** The day of the meeting: tomorrow in the Congo, as long as it is evening there. */
let day = ''
beforeAll(async () => {
  stage = await openStage(world, 260)
  stage.onDay(-60)
  const { database, log, tenant, clock } = world.program
  const parts = { database, log, tenant, clock, actor: { account: 'operator', organisation: null, role: null } }
  const listed = await importAreas(parts, { level: 'territoire', file: 'code,name,parent\nMN4640,Khanbogd,MN46\n' })
  expect(listed.ok).toBe(true)
  secretary = await posted(world.program, stage, {
    ...({ name: 'secretaire.gobi', role: 'COMMITTEE_SECRETARY', organisation: 'division' } as const),
    territory: ['MN4640'],
  })
  const seat = { key: 'admin', title: 'Administration de l’aïmag', organisation: stage.organisation('division'), voting: true }
  const committee = subjectOf(
    await secretary.post(`${api}/committees`, {
      ...{
        level: 'CLS',
        name: 'Comité du Gobi (fictif)',
        area: 'MN4640',
        sign: 'GB',
        meetingsPerYear: 4,
        quorum: { is: 'every-component' },
      },
      ...{ legal: { basis: 'terms-of-reference' }, mandate: 'Suit les flux.' },
      components: [
        { key: 'gov', kind: 'government', name: 'Administration', seats: [seat] },
        { key: 'cso', kind: 'civil-society', name: 'Société civile', seats: [{ ...seat, key: 'cso', title: 'Délégation' }] },
      ],
    }),
  )
  day = addDays(stage.today, -40)
  const convened = { kind: 'ORD', day, time: '06:00', place: 'Dalanzadgad' }
  meeting = subjectOf(await secretary.post(`${api}/committees/${committee}/meetings`, convened))
  return () => stage.app.close()
}, 120_000)
const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const open = () =>
  secretary.post(`${api}/meetings/${meeting}/openings`, { attendance: ['admin', 'cso'].map((seat) => ({ seat, is: 'present' })) })
/** An hour of the eve of a day in UTC: from 16:00 on it is the next day in Ulaanbaatar. */
const eve = (time: string): string => `${addDays(day, -1)}T${time}:00.000Z`

test('the meeting of a day opens from midnight there on, and not half an hour before', async () => {
  world.setClock(eve('15:30'))
  expect(wallClock(eve('15:30'), 'Asia/Ulaanbaatar').time).toBe('23:30')
  expect(codeOf(await open())).toBe('meeting-not-yet')
  world.setClock(eve('16:30'))
  expect((await open()).status).toBe(200)
})
test('an action may not be due on a day that is over there, though it goes on in the Congo', async () => {
  world.setClock(eve('16:30'))
  const own = newId()
  subjectOf(await secretary.post(`${api}/meetings/${meeting}/items`, { title: 'Poste', why: 'Afflux' }, { id: own }))
  const item = `own:${own}`
  const give = (due: string) => secretary.post(`${api}/meetings/${meeting}/actions`, { item, text: 'Compter', owner: 'admin', due })
  expect(codeOf(await give(addDays(day, -1)))).toBe('action-due-in-the-past')
  expect((await give(day)).status).toBe(200)
})
