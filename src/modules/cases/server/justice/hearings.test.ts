/* A hearing that comes soon waits in the notices of who works the case, in the sentence that all have; colleagues and who supervises hear nothing of it. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type KeyedPerson, withKey } from '../../../../../test/world/case-people.ts'
import { WORKED_VAULTS, openCase } from '../../../../../test/world/case-scenes.ts'
import { newId } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { addDays, todayAt } from '../../../../kernel/calendar.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { NoticeList } from '../../../notices/domain/notice-words.ts'

const world = await freshDatabase()
let stage: Stage
let worker: KeyedPerson
beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  worker = await withKey(stage, 'caseworker')
}, 120_000)
const noticesOf = async (name: string) => mustParse(NoticeList, (await stage.as(name).get('/api/notices')).body).notices
const mustSay = async (id: string, all: readonly object[]) => {
  const { status, body } = await worker.client.post(`/api/cases/${id}/steps`, { all })
  if (status !== 200) throw new Error(JSON.stringify(body))
}

/** What waits is asked anew after a minute. */
const later = () => world.setClock(new Date(Date.parse(world.program.clock()) + 120_000).toISOString())

test('a hearing within a week is said to who works the case and to nobody else, without a word of what it is', async () => {
  const { id } = await openCase({
    ...{ by: worker.client, organisation: stage.organisation('ngao'), name: 'Canari', story: 'Canari', subject: 'AB-CDEF-GH' },
    members: [{ person: worker, as: 'owner', vaults: WORKED_VAULTS }],
  })
  const before = {
    worker: await noticesOf('caseworker'),
    colleague: await noticesOf('casework2'),
    supervisor: await noticesOf('supervisor'),
  }
  const today = todayAt(world.program.clock())
  const thing = newId()
  await mustSay(id, [{ about: 'justice', thing, ask: { step: 'wish-no-action', subject: 'AB-CDEF-GH' } }])
  const hearing = (on: string) => [{ about: 'hearing', thing, ask: { on, needsPerson: true } }]
  await mustSay(id, hearing(addDays(today, 20)))
  later()
  expect(await noticesOf('caseworker')).toEqual(before.worker)
  await mustSay(id, hearing(addDays(today, 5)))
  later()
  const told = await noticesOf('caseworker')
  expect(told).toContainEqual(expect.objectContaining({ kind: 'protectionWaits', path: '/cases' }))
  for (const word of ['hearing', 'audience', id, addDays(today, 5)]) expect(JSON.stringify(told)).not.toContain(word)
  expect(await noticesOf('casework2')).toEqual(before.colleague)
  expect(await noticesOf('supervisor')).toEqual(before.supervisor)
})
