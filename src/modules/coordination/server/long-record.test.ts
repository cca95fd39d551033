/* More actions than anybody lists: the newest is still read, numbered and on the next agenda, and lists are pages that say of how many. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import * as scenes from '../../../../test/world/committee-scenes.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { Actions, ActionsKept, CommitteeBoard } from '../contract.ts'

const OLD = 5100
const world = await freshDatabase()
const api = '/api/coordination'
let stage: Stage
const under = { cps: '', newest: '', due: '' }
const list = async (query: string) => mustParse(Actions, (await stage.as('secretary').get(`${api}/actions${query}`)).body)

/** Copies of one action that is done, under ids that sort before every other. */
async function addOld(action: string): Promise<void> {
  await world.program.database.transaction((tx) =>
    sql`
      insert into coordination_record (tenant_id, kind, id, committee_id, acts)
      select tenant_id, kind, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, committee_id, acts
      from coordination_record, generate_series(1, ${OLD}::int) n where kind = 'action' and id = ${action}`.execute(tx),
  )
}
beforeAll(async () => {
  stage = await openStage(world, 780)
  ;({ cps: under.cps } = await scenes.foundCommittees(stage, stage.onDay(-230)))
  stage.onDay(-118)
  const meeting = await scenes.convene(stage, under.cps, { day: addDays(stage.today, -110) })
  const day = stage.onDay(-110)
  const { list: done, overdue } = await scenes.firstMeeting(stage, { meeting, day })
  await scenes.showDone(stage, done)
  under.newest = overdue
  await addOld(done)
  stage.onDay(-60)
}, 120_000)

test('the newest action is in the list, first of so many, and comes back on the next agenda', async () => {
  const { actions, total, perPage, open, overdue } = await list('')
  expect(actions[0]?.id).toBe(under.newest)
  expect([actions.length, total, open, overdue]).toEqual([perPage, OLD + 2, 1, 1])
  const next = await scenes.convene(stage, under.cps, { day: addDays(stage.today, -50) })
  const items = (await scenes.meetingOf(stage, next)).items
  expect(items.map((one) => one.key)).toContain(`action-overdue:${under.newest}`)
})
test('pages go to the end and not beyond it; what is asked for is counted', async () => {
  const last = Math.ceil((OLD + 2) / 50)
  expect((await list(`?page=${last}`)).actions.length).toBe((OLD + 2) % 50)
  expect((await list(`?page=${last + 1}`)).actions).toEqual([])
  expect((await list('?status=OVERDUE')).total).toBe(1)
  expect((await list('?status=OVERDUE&page=2')).actions).toEqual([])
  for (const query of ['?page=0', '?page=x', '?status=LATE', '?at=XXX'])
    expect((await stage.as('secretary').get(`${api}/actions${query}`)).status).toBe(400)
})
test('a board has what is open whole, says of how many, and counts all', async () => {
  const board = mustParse(CommitteeBoard, (await stage.as('secretary').get(`${api}/committees/${under.cps}`)).body)
  expect(board.actions[0]?.id).toBe(under.newest)
  expect([board.actions.length, board.actionsTotal, board.kept.late]).toEqual([51, OLD + 2, 1])
  const kept = mustParse(ActionsKept, (await stage.as('secretary').get(`${api}/actions-kept`)).body)
  expect(kept.quarters.reduce((sum, one) => sum + one.kept + one.late + one.overdue + one.open, 0)).toBe(OLD + 2)
})
test('numbers go on after the last one', async () => {
  const meeting = await scenes.convene(stage, under.cps, { day: addDays(stage.today, 20) })
  expect((await scenes.meetingOf(stage, meeting)).line.code).toMatch(/-03$/)
})
