/*
Who follows a complaint from outside: a body that took the referral for legal aid on and that the person agreed to report to. It sees that complaint and nothing else of the case, takes its steps under
its own name, and is shut out with the step that takes the yes back or ends the referral.
*/
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { packageFor } from '../../../../../test/world/case-packages.ts'
import { type KeyedPerson, withKey } from '../../../../../test/world/case-people.ts'
import { WORKED_VAULTS, openCase } from '../../../../../test/world/case-scenes.ts'
import { type Answer, newId } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { addDays, todayAt } from '../../../../kernel/calendar.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { NoticeList } from '../../../notices/domain/notice-words.ts'
import { CaseAnswer, CaseViews } from '../../contract.ts'
import { JusticeDesk } from '../../contract-justice.ts'

const world = await freshDatabase()
let stage: Stage
let worker: KeyedPerson
let liaison: KeyedPerson
let shelter: KeyedPerson
beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  ;[worker, liaison, shelter] = [await withKey(stage, 'caseworker'), await withKey(stage, 'justice'), await withKey(stage, 'shelter')]
}, 120_000)

const SUBJECT = 'AB-CDEF-GH'
const mustSay = async (answer: Promise<Answer>) => {
  const { status, body } = await answer
  if (status !== 200) throw new Error(JSON.stringify(body))
}
const codeOf = ({ body }: Answer): string => /"code":"([a-z-]+)"/.exec(JSON.stringify(body))?.[1] ?? 'taken'
const say = (id: string, all: readonly object[], packages: readonly object[] = []) =>
  worker.client.post(`/api/cases/${id}/steps`, { all, packages })
const consent = (items: readonly object[], consentId = newId()) => ({
  about: 'consent',
  ask: {
    step: 'record',
    given: {
      ...{ consent: consentId, givenBy: 'self', assentOfChild: 'not-applicable', guardianAgrees: 'not-applicable', form: 'written' },
      ...{ language: 'swa', interpreterUsed: false, items, withheldFields: [], withheldFrom: [] },
      ...{ validFrom: '2020-01-01T00:00:00.000Z', validTo: null, policyVersion: '1' },
    },
  },
})
const yes = (id: string, rest: object) => ({ id, answer: 'yes', ...rest })
const haki = () => stage.organisation('haki')
const REPORT = newId()
async function referred(options: { readonly isAgreed?: boolean; readonly isAccepted?: boolean } = {}) {
  const { isAgreed = true, isAccepted = true } = options
  const { id } = await openCase({
    ...{ by: worker.client, organisation: stage.organisation('ngao'), name: 'Zawadi Canari', story: 'Canari raconte.', subject: SUBJECT },
    members: [{ person: worker, as: 'owner', vaults: WORKED_VAULTS }],
  })
  const legal = yes('l1', { purpose: 'service-referral', recipient: haki(), service: 'legal', extent: 'minimum-for-service' })
  await mustSay(say(id, [consent([yes('w1', { purpose: 'case-management', recipient: null, extent: 'full' }), legal])]))
  if (isAgreed)
    await mustSay(say(id, [consent([yes('j1', { purpose: 'justice-report', recipient: haki(), extent: 'statement-only' })], REPORT)]))
  const referral = newId()
  const drafted = {
    recipient: haki(),
    servicePoint: null,
    service: 'legal',
    urgency: 'high',
    channel: 'in-system',
    package: ['subject-code'],
  }
  const respondBy = new Date(Date.parse(world.program.clock()) + 86_400_000).toISOString()
  const all = [
    { about: 'referral', ask: { step: 'draft', referral, ...drafted } },
    { about: 'referral', ask: { step: 'send', referral, respondBy } },
  ]
  await mustSay(say(id, all, [await packageFor(referral, {}, liaison)]))
  if (isAccepted) await mustSay(answer(referral, { step: 'accept' }))
  return { id, referral }
}
const answer = (referral: string, ask: object) => liaison.client.post(`/api/referrals/${referral}/answers`, { ask: { referral, ...ask } })
const desk = (referral: string, by = liaison) => by.client.get(`/api/referrals/${referral}/justice`)
const step = (referral: string, one: object, by = liaison) => by.client.post(`/api/referrals/${referral}/justice`, { one })
const complaint = (thing: string) => ({
  about: 'justice',
  thing,
  ask: {
    ...{ step: 'file-complaint', on: '2026-11-01', subject: SUBJECT, jurisdiction: 'tgi', filedFor: 'victim', legalAid: haki() },
    isVictimParticipating: true,
  },
})
const later = () => world.setClock(new Date(Date.parse(world.program.clock()) + 120_000).toISOString())

test('it takes every step of the complaint under its own name, from filing to compensation, and the team reads them', async () => {
  const { id, referral } = await referred()
  const thing = newId()
  const on = { on: '2026-11-02' }
  const offence = { qualifiedAs: 'trafficking' }
  await mustSay(step(referral, complaint(thing)))
  for (const ask of [
    { step: 'open-investigation', ...on, isOfficialInvolved: false },
    { step: 'refer-to-prosecution', ...on, ...offence },
    { step: 'charge', ...on, ...offence },
    { step: 'open-trial', ...on },
    { step: 'give-verdict', ...on, verdict: 'convicted', ...offence },
    { step: 'sentence', ...on, months: 60 },
    { step: 'appeal', ...on, by: 'defence' },
    { step: 'become-final', ...on, verdict: 'convicted' },
    { step: 'award-compensation', ...on, amountCents: 100_000, currency: 'USD' },
  ])
    await mustSay(step(referral, { about: 'justice', thing, ask }))
  expect(mustParse(JusticeDesk, (await desk(referral)).body)).toMatchObject({
    subject: SUBJECT,
    tracks: [{ thing, state: 'compensation-awarded', verdict: 'convicted', months: 60, qualifiedAs: 'trafficking' }],
  })
  const { events } = mustParse(CaseAnswer, (await worker.client.get(`/api/cases/${id}`)).body)
  const moved = events.filter(({ kind }) => kind === 'justice-track.moved.v1')
  expect(moved).toHaveLength(10)
  for (const { payload } of moved) expect(payload).toMatchObject({ actor: liaison.holder.account, body: haki() })
  const { views } = mustParse(CaseViews, (await worker.client.get(`/api/cases/${id}/views`)).body)
  expect(views).toContainEqual(expect.objectContaining({ account: liaison.holder.account, what: 'package', purpose: 'justice' }))
})

test('a hearing that it sets is said to who works the case, in the sentence that all have', async () => {
  const { referral } = await referred()
  const thing = newId()
  await mustSay(step(referral, complaint(thing)))
  later()
  const before = mustParse(NoticeList, (await worker.client.get('/api/notices')).body).notices
  await mustSay(step(referral, { about: 'hearing', thing, ask: { on: addDays(todayAt(world.program.clock()), 5), needsPerson: true } }))
  later()
  const after = mustParse(NoticeList, (await worker.client.get('/api/notices')).body).notices
  const count = (all: typeof after) => all.filter(({ kind }) => kind === 'protectionWaits').reduce((sum, one) => sum + one.count, 0)
  expect(count(after)).toBe(count(before) + 1)
  expect(JSON.stringify(after)).not.toMatch(/audience|hearing/i)
})

test('it sees nothing else of the case, decides nothing that the person decides, and no other body sees the complaint', async () => {
  const { id, referral } = await referred()
  const thing = newId()
  await mustSay(step(referral, complaint(thing)))
  const text = JSON.stringify((await desk(referral)).body)
  for (const word of ['Canari', id, 'forced-labour', 'Feminine']) expect(text).not.toContain(word)
  expect(codeOf(await liaison.client.get(`/api/cases/${id}`))).toBe('unknown-case')
  expect(codeOf(await step(referral, { about: 'justice', thing: newId(), ask: { step: 'wish-no-action', subject: SUBJECT } }))).toBe(
    'unknown-referral',
  )
  expect((await step(referral, { about: 'note', ask: {} })).status).toBe(400)
  expect((await desk(referral, shelter)).status).toBe(403)
  expect((await step(referral, complaint(newId()), shelter)).status).toBe(403)
  expect(codeOf(await desk(newId()))).toBe('unknown-referral')
  // Nor by the way of the team, whose number it does not know.
  expect(codeOf(await liaison.client.post(`/api/cases/${id}/steps`, { all: [{ about: 'retention', ask: { step: 'shred' } }] }))).toBe(
    'unknown-case',
  )
})

test('of several complaints it sees and works those that go to its body: not another body’s, nor one that the person did not wish', async () => {
  const { id, referral } = await referred()
  const [own, ours, unwished] = [newId(), newId(), newId()]
  const authority = { ...complaint(ours), ask: { ...complaint(ours).ask, filedFor: 'authority', isVictimParticipating: false } }
  const filed = { all: [authority], towards: stage.organisation('salama') }
  await mustSay(worker.client.post(`/api/cases/${id}/steps`, filed))
  await mustSay(say(id, [{ about: 'justice', thing: unwished, ask: { step: 'wish-no-action', subject: SUBJECT } }]))
  await mustSay(worker.client.post(`/api/cases/${id}/steps`, { all: [complaint(own)], towards: haki() }))
  expect(mustParse(JusticeDesk, (await desk(referral)).body).tracks.map(({ thing }) => thing)).toEqual([own])
  const investigate = { step: 'open-investigation', on: '2026-11-02', isOfficialInvolved: false }
  const hearing = { on: addDays(todayAt(world.program.clock()), 5), needsPerson: false }
  expect(codeOf(await step(referral, { about: 'justice', thing: ours, ask: investigate }))).toBe('unknown-justice-track')
  expect(codeOf(await step(referral, { about: 'hearing', thing: ours, ask: hearing }))).toBe('unknown-justice-track')
  expect(codeOf(await step(referral, complaint(unwished)))).toBe('unknown-justice-track')
  await mustSay(step(referral, { about: 'justice', thing: own, ask: investigate }))
})

test('by the way of the team it names no other body than its own, and confirms no judgment that it said to be final', async () => {
  const { id, referral } = await referred()
  const thing = newId()
  await mustSay(liaison.client.post(`/api/cases/${id}/steps`, { all: [complaint(thing)], towards: stage.organisation('salama') }))
  const { events } = mustParse(CaseAnswer, (await worker.client.get(`/api/cases/${id}`)).body)
  expect(events.at(-1)?.payload).toMatchObject({ step: 'file-complaint', body: haki() })
  expect(JSON.stringify(events.at(-1)?.payload)).not.toContain(stage.organisation('salama'))
  const on = { on: '2026-11-02' }
  const offence = { qualifiedAs: 'trafficking' }
  expect(
    codeOf(
      await step(referral, { about: 'justice', thing, ask: { step: 'open-investigation', on: '2000-01-01', isOfficialInvolved: false } }),
    ),
  ).toBe('justice-day-before-last-step')
  for (const ask of [
    { step: 'open-investigation', ...on, isOfficialInvolved: false },
    { step: 'refer-to-prosecution', ...on, ...offence },
    { step: 'charge', ...on, ...offence },
    { step: 'open-trial', ...on },
    { step: 'give-verdict', ...on, verdict: 'acquitted', ...offence },
    { step: 'become-final', ...on, verdict: 'acquitted' },
  ])
    await mustSay(step(referral, { about: 'justice', thing, ask }))
  const confirm = { about: 'justice', thing, ask: { step: 'confirm-final' } }
  expect(codeOf(await step(referral, confirm))).toBe('unknown-referral')
  await mustSay(say(id, [confirm]))
  expect(codeOf(await say(id, [confirm]))).toBe('final-judgment-already-confirmed')
})

test('only after it took the referral on, and only where the person agreed to report to it', async () => {
  const waiting = await referred({ isAccepted: false })
  expect(codeOf(await desk(waiting.referral))).toBe('justice-after-acceptance')
  expect(codeOf(await step(waiting.referral, complaint(newId())))).toBe('justice-after-acceptance')
  const unasked = await referred({ isAgreed: false })
  expect(codeOf(await desk(unasked.referral))).toBe('consent-not-asked')
  expect(codeOf(await step(unasked.referral, complaint(newId())))).toBe('consent-not-asked')
})

test('the yes taken back, or the referral over: shut with the same step', async () => {
  const one = await referred()
  const thing = newId()
  await mustSay(step(one.referral, complaint(thing)))
  await mustSay(say(one.id, [{ about: 'consent', ask: { step: 'withdraw', consent: REPORT, items: ['j1'] } }]))
  expect(codeOf(await desk(one.referral))).toBe('consent-withdrawn')
  const investigate = { about: 'justice', thing, ask: { step: 'open-investigation', on: '2026-11-02', isOfficialInvolved: false } }
  expect(codeOf(await step(one.referral, investigate))).toBe('consent-withdrawn')
  const two = await referred()
  expect((await desk(two.referral)).status).toBe(200)
  await mustSay(answer(two.referral, { step: 'complete', outcome: 'need-met' }))
  expect(codeOf(await desk(two.referral))).toBe('unknown-referral')
  expect(codeOf(await step(two.referral, complaint(newId())))).toBe('unknown-referral')
})
