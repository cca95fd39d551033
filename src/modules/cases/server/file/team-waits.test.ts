/* Who is told that a case came, and to whom it was entrusted: in one sentence that says nothing of it. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type KeyedPerson, withKey } from '../../../../../test/world/case-people.ts'
import { WORKED_VAULTS, openCase } from '../../../../../test/world/case-scenes.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { NoticeList } from '../../../notices/domain/notice-words.ts'

const world = await freshDatabase()
let stage: Stage
let [worker, supervisor]: KeyedPerson[] = []

beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  ;[worker, supervisor] = [await withKey(stage, 'caseworker'), await withKey(stage, 'supervisor')]
})
/** The bell is asked once a minute. */
const bell = async (key: string) => {
  world.setClock(new Date(Date.parse(world.program.clock()) + 120_000).toISOString())
  const { notices } = mustParse(NoticeList, (await stage.as(key).get('/api/notices')).body)
  return notices.find((one) => one.kind === 'protectionWaits')
}

test('a case of nobody waits for who supervises; entrusted, it waits for its worker; a worker of the team is told nothing', async () => {
  if (!worker || !supervisor) throw new Error('two people with keys')
  expect([await bell('supervisor'), await bell('caseworker')]).toEqual([undefined, undefined])
  const { id, answer } = await openCase({
    ...{ by: stage.as('inspector'), organisation: stage.organisation('ngao'), name: 'Neema Canari', story: 'Au puits.', owner: null },
    members: [{ person: supervisor, as: 'supervisor', vaults: WORKED_VAULTS }],
  })
  expect(answer).toMatchObject({ status: 200 })
  const told = await bell('supervisor')
  expect(told).toMatchObject({ path: '/case-board', count: 1 })
  expect(JSON.stringify(told)).not.toContain(id)
  const organisation = stage.organisation('ngao')
  const owner = worker.holder.account
  const entrust = [
    { about: 'access', ask: { step: 'join', account: owner, organisation, as: 'worker', vaults: [] } },
    { about: 'assessment', ask: { step: 'assign-owner', owner } },
  ]
  expect(await supervisor.client.post(`/api/cases/${id}/steps`, { all: entrust })).toMatchObject({ status: 200 })
  expect(await bell('supervisor')).toBeUndefined()
  expect(await bell('caseworker')).toMatchObject({ path: '/cases', count: 1 })
  expect(await bell('casework2')).toBeUndefined()
})
