/* Emergency access: a written reason that the team reads, a second person, a day, and whoever answers for the case told at each step without a word about it. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { sealedFor } from '../../../../../test/sealed-opening.ts'
import { type KeyedPerson, must, withKey } from '../../../../../test/world/case-people.ts'
import { type Opened, WORKED_VAULTS, openCase } from '../../../../../test/world/case-scenes.ts'
import { DEMO_PASSWORD } from '../../../../../test/world/accounts.ts'
import { newId, signIn } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { NoticeList } from '../../../notices/domain/notice-words.ts'
import { CaseList, CaseTexts } from '../../contract.ts'
import { Reopenings } from '../../contract-keys.ts'
import type { TextSlot } from '../../contract-vault.ts'
import { enterCases } from '../record/store-scope.ts'

const world = await freshDatabase()
let stage: Stage
let worker: KeyedPerson
let colleague: KeyedPerson
let supervisor: KeyedPerson
let opened: Opened
const REASON = 'Le Canari a été vu devant la maison ce matin.'
const refusal = (code: string) => ({ body: { refusal: { code } } })

beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  worker = await withKey(stage, 'caseworker')
  colleague = await withKey(stage, 'casework2')
  supervisor = await withKey(stage, 'supervisor')
  opened = await openCase({
    ...{ by: worker.client, organisation: stage.organisation('ngao'), name: 'Neema Canari', story: 'Au puits.' },
    members: [
      { person: worker, as: 'owner', vaults: WORKED_VAULTS },
      { person: colleague, as: 'worker', vaults: ['narrative'] },
    ],
  })
  expect(opened.answer).toMatchObject({ status: 200 })
})
/** The bell is asked once a minute. */
const minutesLater = (): void => world.setClock(new Date(Date.parse(world.program.clock()) + 120_000).toISOString())
const bell = async (key: string) => {
  minutesLater()
  const { notices } = mustParse(NoticeList, (await stage.as(key).get('/api/notices')).body)
  return notices.find((one) => one.kind === 'protectionWaits')
}
const steps = (by: KeyedPerson, all: readonly unknown[]) => by.client.post(`/api/cases/${opened.id}/steps`, { all })
const sealed = async (slot: TextSlot, text: string) => {
  const made = await sealedFor(opened.body.keys, { case: opened.id, vault: 'narrative', slot }, text)
  return { ref: { vault: 'narrative', id: made.id }, keep: { about: 'access', ask: { step: 'keep-text', sealed: made } } }
}
const asking = (request: string, reason?: object) => ({
  about: 'access',
  ask: { step: 'ask-break-glass', request, vaults: ['identity'], ground: 'imminent-danger', ...(reason ? { reason } : {}) },
})
const waits = async (path: string, by: KeyedPerson) =>
  mustParse(CaseList, (await by.client.get(path)).body).cases.find((one) => one.case === opened.id)?.waits ?? []

test('is asked with a reason of one’s own that is sealed for the team, and not otherwise', async () => {
  expect(await steps(supervisor, [asking(newId())])).toMatchObject(refusal('break-glass-needs-a-reason'))
  const [note, story] = [await sealed('note', 'Autre chose.'), await sealed('reason', REASON)]
  expect(await steps(supervisor, [note.keep])).toMatchObject({ status: 404 })
  expect(await steps(worker, [story.keep])).toMatchObject({ status: 200 })
  // Words of somebody else are no reason of one’s own.
  expect(await steps(supervisor, [asking(newId(), story.ref)])).toMatchObject(refusal('break-glass-needs-a-reason'))
  expect(await steps(supervisor, [asking(newId(), { vault: 'narrative', id: newId() })])).toMatchObject(
    refusal('break-glass-needs-a-reason'),
  )
})

test('whoever answers for the case hears when it is asked, granted and used, in one sentence; the owner reads why', async () => {
  const before = await bell('caseworker')
  expect(before).toBeUndefined()
  // Somebody left, so the key of the story is to be made anew: who asks cannot, and need not wait.
  const leaving = { about: 'access', ask: { step: 'leave', account: colleague.holder.account, reason: 'left-the-team' } }
  expect(await steps(worker, [leaving])).toMatchObject({ status: 200 })
  const { ref, keep } = await sealed('reason', REASON)
  expect(await steps(worker, [(await sealed('note', 'x')).keep])).toMatchObject(refusal('vault-key-must-be-renewed'))
  const request = newId()
  expect(await steps(supervisor, [keep, asking(request, ref)])).toMatchObject({ status: 200 })
  // The same words do not serve twice.
  expect(await steps(supervisor, [asking(newId(), ref)])).toMatchObject(refusal('break-glass-needs-a-reason'))
  const asked = await bell('caseworker')
  expect(asked).toMatchObject({ path: '/cases', count: 1 })
  expect(JSON.stringify(asked)).not.toContain(opened.id)
  expect(await bell('dpo')).toMatchObject({ path: '/protection/cases', count: 1 })
  expect(await bell('casework2')).toBeUndefined()
  expect(await bell('supervisor')).toBeUndefined()
  expect(await waits('/api/cases', worker)).toContain('break-glass')

  const approve = { about: 'access', ask: { step: 'approve-break-glass', request } }
  expect(await steps(supervisor, [approve])).toMatchObject(refusal('break-glass-by-another-person'))
  expect(await stage.as('dpo').post(`/api/cases/${opened.id}/protection`, { all: [approve] })).toMatchObject({ status: 200 })
  expect(await bell('caseworker')).toMatchObject({ count: 2 })
  expect(await waits('/api/cases', worker)).toContain('opened-anew')
  expect(await supervisor.client.get(`/api/cases/${opened.id}`)).toMatchObject({ status: 200, body: { standing: 'guest' } })
  expect(await bell('caseworker')).toMatchObject({ count: 3 })

  const texts = mustParse(CaseTexts, (await worker.client.get(`/api/cases/${opened.id}/texts/narrative`)).body)
  const text = texts.texts.find((one) => one.id === ref.id)
  if (!text) throw new Error('the reason was kept')
  must(await worker.unlocked.openVaults(opened.id, { keys: texts.keys, wraps: texts.wraps }))
  expect(await worker.unlocked.openText(opened.id, text)).toEqual({ ok: true, value: REASON })
})

test('after the hour a guest sees nothing, neither through the program nor by asking the database in their own name', async () => {
  const seenAt = (now: string | undefined, account: string = supervisor.holder.account) =>
    world.program.database.transaction(async (tx) => {
      await enterCases(tx, { account, organisation: null, scope: 'reader', ...(now === undefined ? {} : { now }) })
      await sql`set local role chanzo_app`.execute(tx)
      const count = async (table: string) =>
        (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where case_id = ${opened.id}`.execute(tx)).rows[0]
          ?.n ?? 0
      return { case: await count('case_row'), texts: await count('case_text'), keys: await count('case_vault_key') }
    })
  const before = world.program.clock()
  expect(await seenAt(before)).toMatchObject({ case: 1, texts: 1, keys: 4 })
  const after = new Date(Date.parse(before) + 25 * 3_600_000).toISOString()
  expect(await seenAt(after)).toEqual({ case: 0, texts: 0, keys: 0 })
  // Who says no hour is asked by the clock of the database.
  expect(await seenAt(undefined)).toEqual({ case: 0, texts: 0, keys: 0 })
  expect(await seenAt(after, worker.holder.account)).toMatchObject({ case: 1, keys: 4 })
  world.setClock(after)
  const late = await signIn(stage.app, 'supervisor@demo.chanzo.example', DEMO_PASSWORD)
  expect(await late.get(`/api/cases/${opened.id}/texts/identity`)).toMatchObject({ status: 404 })
  world.setClock(before)
})

test('a key that is asked back is heard of by who answers for the cases that it opens, and by nobody else', async () => {
  const before = (await bell('supervisor'))?.count ?? 0
  expect(await worker.client.post('/api/keys/recoveries', { because: 'no-key-of-case' })).toMatchObject({ status: 200 })
  expect(await bell('supervisor')).toMatchObject({ path: '/case-board', count: before + 1 })
  expect(await bell('casework2')).toBeUndefined()
  expect(await waits('/api/cases/team', supervisor)).toContain('opened-anew')
  const marks = mustParse(Reopenings, (await supervisor.client.get(`/api/keys/reopenings/${opened.id}`)).body)
  expect(marks).toMatchObject({ reopenings: [], asked: [{ account: worker.holder.account, given: 0 }] })
  const [foreign, unknown] = [opened.id, newId()].map((id) => colleague.client.get(`/api/keys/reopenings/${id}`))
  expect(await foreign).toEqual(await unknown)
})

test('protects data: asks and answers, and puts nothing else into a case', async () => {
  const path = `/api/cases/${opened.id}/protection`
  const note = await sealed('note', 'x')
  const renew = { about: 'access', ask: { step: 'renew-keys', generations: [{ vault: 'witness', generation: 1 }] } }
  for (const one of [note.keep, renew]) expect((await stage.as('dpo').post(path, { all: [one] })).status).toBeGreaterThanOrEqual(400)
  expect(await stage.as('dpo').post(path, { all: [note.keep] })).toMatchObject({ status: 404 })
})
