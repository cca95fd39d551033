/* Who stands in a breach is warned by the owner of their file: told in the list and by the neutral notice, said only after a contact and the agreed word. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type KeyedPerson, withKey } from '../../../../../test/world/case-people.ts'
import { WORKED_VAULTS, openCase } from '../../../../../test/world/case-scenes.ts'
import { beginWork, yesTo } from '../../../../../test/world/case-acts.ts'
import { type Answer, type Client, newId, signIn } from '../../../../../test/world/client.ts'
import { DEMO_PASSWORD } from '../../../../../test/world/accounts.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { signUndertaking } from '../../../../../test/world/undertakings.ts'
import { looseRecord, mustParse, text } from '../../../../kernel/schema.ts'
import { NoticeList } from '../../../notices/domain/notice-words.ts'
import { addAccount } from '../../../people/module.ts'
import { CaseList } from '../../contract.ts'

const CODE = 'AB-CDEF-GH'
const world = await freshDatabase()
let stage: Stage
let worker: KeyedPerson
let colleague: KeyedPerson
let id: string
beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  worker = await withKey(stage, 'caseworker')
  colleague = await withKey(stage, 'supervisor')
  const opened = await openCase({
    ...{ by: worker.client, organisation: stage.organisation('ngao'), name: 'Canari', story: 'Canari', subject: CODE },
    members: [
      { person: worker, as: 'owner', vaults: WORKED_VAULTS },
      { person: colleague, as: 'worker', vaults: ['identity'] },
    ],
  })
  id = opened.id
  expect(opened.answer.status).toBe(200)
  expect(
    (await worker.client.post(`/api/cases/${id}/steps`, { all: beginWork([yesTo('case-management')], world.program.clock()) })).status,
  ).toBe(200)
}, 120_000)
const later = (hours: number) => world.setClock(new Date(Date.parse(world.program.clock()) + hours * 3_600_000).toISOString())
const noticesOf = async (name: string) => mustParse(NoticeList, (await stage.as(name).get('/api/notices')).body).notices
const waits = async (of = worker) =>
  mustParse(CaseList, (await of.client.get('/api/cases')).body).cases.find((one) => one.case === id)?.waits
/** Who watches over the data of another body. */
async function officerOf(body: 'salama'): Promise<Client> {
  const { database, log, tenant, clock, modules } = world.program
  const email = `dpo-${body}@example.org`
  const added = await addAccount(
    { database, log, tenant, clock, places: modules.places.door },
    { email, password: DEMO_PASSWORD, roles: ['DATA_PROTECTION_OFFICER'], organisation: stage.organisation(body) },
  )
  if (!added.ok) throw new Error(added.refusal.code)
  await signUndertaking(world.program, { account: added.value.account, roles: ['DATA_PROTECTION_OFFICER'] })
  return signIn(stage.app, email, DEMO_PASSWORD)
}
const codeOf = ({ body }: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), body).refusal.code

test('a code in a breach waits in the list of its owner alone, and is done by the safe contact way', async () => {
  const breach = newId()
  const officer = (data: object) => stage.as('dpo').post(`/api/breach-steps/${breach}`, data)
  const tell = (outcome: string, codeWord: string, by = worker.client) => by.post(`/api/cases/${id}/breach-warnings`, { outcome, codeWord })
  const before = {
    colleague: await noticesOf('casework2'),
    worker: await noticesOf('caseworker'),
    list: await waits(),
    team: await waits(colleague),
  }
  expect(before.team).toBeDefined()
  const detectedAt = world.program.clock()
  const detection = { step: 'detect', exposure: 'identity', detectedAt, isDrill: false }
  // An exercise alarms nobody.
  expect((await stage.as('dpo').post(`/api/breach-steps/${newId()}`, { ...detection, isDrill: true, subjects: [CODE] })).status).toBe(200)
  expect(await waits()).toEqual(before.list)
  expect(codeOf(await tell('warned', 'said'))).toBe('breach-nobody-to-warn')
  expect((await officer({ ...detection, subjects: [CODE] })).status).toBe(200)
  later(0.1)
  expect(await waits()).toContain('warn-of-breach')
  // Who helps on the file has it in their list, and does not learn that it was seen.
  expect(await waits(colleague)).toEqual(before.team)
  const told = await noticesOf('caseworker')
  expect(told).not.toEqual(before.worker)
  expect(told).toContainEqual(expect.objectContaining({ kind: 'protectionWaits', path: '/cases' }))
  for (const word of [CODE, breach, id, 'breach']) expect(JSON.stringify(told)).not.toContain(word)
  expect(await noticesOf('casework2')).toEqual(before.colleague)
  later(24)
  expect(await waits()).toContain('warn-of-breach-late')

  // Before anything is contained or judged: whoever stands in danger is warned at once.
  expect((await tell('not-reached', 'not-said')).status).toBe(200)
  for (const step of [
    { step: 'contain', how: 'recalled' },
    { step: 'assess-person', subject: CODE, risk: 'high' },
    { step: 'finish-assessment' },
  ])
    expect((await officer(step)).status).toBe(200)
  // Who watches over the data does not know a safe way, and does not say it for the owner.
  for (const outcome of ['warned', 'cannot-be-warned-safely'])
    expect(codeOf(await officer({ step: 'warn-person', subject: CODE, outcome }))).toBe('breach-warned-by-owner')
  expect((await officer({ step: 'warn-person', subject: CODE, outcome: 'not-reached' })).status).toBe(200)
  expect(await waits()).toContain('warn-of-breach-late')
  expect(codeOf(await tell('warned', 'said', stage.as('casework2')))).toBe('unknown-case')
  expect(codeOf(await tell('warned', 'said'))).toBe('breach-warned-without-contact')
  expect((await tell('not-reached', 'not-said')).status).toBe(200)
  expect(await waits()).toContain('warn-of-breach-late')
  const contact = [{ about: 'assessment', ask: { step: 'make-contact', channel: 'phone' } }]
  expect((await worker.client.post(`/api/cases/${id}/steps`, { all: contact })).status).toBe(200)
  expect(codeOf(await tell('warned', 'not-said'))).toBe('breach-warned-without-code-word')
  expect((await tell('warned', 'said')).status).toBe(200)
  expect(await waits()).toEqual(before.list)
  expect((await officer({ step: 'finish-warning' })).status).toBe(200)
  expect(codeOf(await tell('warned', 'said'))).toBe('breach-nobody-to-warn')
})

test('a body that never had the file learns nothing of a code that it tries', async () => {
  const stranger = await officerOf('salama')
  const breach = newId()
  const before = { list: await waits(), bell: await noticesOf('caseworker') }
  const detection = { step: 'detect', exposure: 'identity', detectedAt: world.program.clock(), isDrill: false, subjects: [CODE] }
  expect((await stranger.post(`/api/breach-steps/${breach}`, detection)).status).toBe(200)
  expect([await waits(), await noticesOf('caseworker')]).toEqual([before.list, before.bell])
  const own = worker.client.post(`/api/cases/${id}/breach-warnings`, { outcome: 'cannot-be-warned-safely', codeWord: 'not-said' })
  expect(codeOf(await own)).toBe('breach-nobody-to-warn')
  expect((await stranger.get(`/api/breaches/${breach}`)).body).toMatchObject({ codes: [{ code: CODE, risk: null, warning: null }] })
})
