/* What stands apart from the work on a case: a witness's vault with its own readers, and what a named body outside determines. */
import { beforeAll, describe, expect, test } from 'vitest'
import { NoticeList } from '../../../notices/domain/notice-words.ts'
import { freshDatabase } from '../../../../../test/database.ts'
import { beginWork, witnessVault, yesTo } from '../../../../../test/world/case-acts.ts'
import { type KeyedPerson, withKey } from '../../../../../test/world/case-people.ts'
import { WORKED_VAULTS, openCase } from '../../../../../test/world/case-scenes.ts'
import { newId } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { asId, mustParse } from '../../../../kernel/schema.ts'
import { CaseAnswer, CaseList } from '../../contract.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import { adult } from '../../domain/identification/example-facts.ts'
import { minimumSet } from '../../domain/consent/purposes.ts'

const world = await freshDatabase()
let stage: Stage
let [worker, colleague, supervisor, liaison]: KeyedPerson[] = []
const person = (one: KeyedPerson | undefined): KeyedPerson => {
  if (!one) throw new Error('nobody')
  return one
}
beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  ;[worker, colleague, supervisor, liaison] = [
    await withKey(stage, 'caseworker'),
    await withKey(stage, 'casework2'),
    await withKey(stage, 'supervisor'),
    await withKey(stage, 'justice'),
  ]
})
const opened = async () => {
  const one = await openCase({
    ...{ by: person(worker).client, organisation: stage.organisation('ngao'), name: 'Asifiwe Canari', story: 'Le trou du Canari.' },
    members: [{ person: person(worker), as: 'owner', vaults: WORKED_VAULTS }],
  })
  expect(one.answer).toMatchObject({ status: 200 })
  return one.id
}
const steps = (by: KeyedPerson | undefined, id: string, all: readonly OneCommand[], more: object = {}) =>
  person(by).client.post(`/api/cases/${id}/steps`, { all, ...more })

test('an observer who keeps no key may send to an intake team of two', async () => {
  const sent = await openCase({
    ...{ by: stage.as('inspector'), organisation: stage.organisation('ngao'), name: 'Asifiwe Canari', story: 'Au puits.', owner: null },
    members: [
      { person: person(worker), as: 'owner', vaults: WORKED_VAULTS },
      { person: person(colleague), as: 'worker', vaults: ['identity', 'narrative'] },
    ],
  })
  expect(sent.answer).toMatchObject({ status: 200 })
  expect(await person(colleague).client.get(`/api/cases/${sent.id}`)).toMatchObject({ status: 200, body: { standing: 'member' } })
})

describe('a witness', () => {
  test('is read by named readers alone: who works the case sees no threat, no measure, no text, and at most three read', async () => {
    const id = await opened()
    const reader = person(liaison)
    const { keys, sealed } = await witnessVault(id, reader, 'Témoin Canari')
    const join: OneCommand = {
      about: 'access',
      ask: {
        ...{ step: 'join', account: reader.holder.account, organisation: asId('organisation', stage.organisation('haki')) },
        ...{ as: 'witness-reader', vaults: ['witness'] },
      },
    }
    const renew: OneCommand = { about: 'access', ask: { step: 'renew-keys', generations: [{ vault: 'witness', generation: 1 }] } }
    expect(await steps(supervisor, id, [join, renew], { keys })).toMatchObject({
      body: { refusal: { code: 'vault-not-yours-to-hand-out' } },
    })
    expect(await steps(worker, id, [join, renew], { keys })).toMatchObject({ status: 200 })
    const assessedOn = stage.today
    const threat = { capability: 4, intent: 4, exposure: 3, level: 4, measures: ['safe-contact' as const], assessedOn }
    expect(
      await steps(liaison, id, [
        { about: 'access', ask: { step: 'keep-text', sealed } },
        { about: 'witness', ask: { step: 'open', subject: 'WW-2345-XX', identity: { vault: 'witness', id: sealed.id } } },
        { about: 'witness', ask: { step: 'assess-threat', ...threat } },
        { about: 'measure', ask: { step: 'propose', measure: asId('protection-measure', newId()), kind: 'safe-contact' } },
      ]),
    ).toMatchObject({ status: 200 })

    const kinds = async (one: KeyedPerson | undefined) =>
      mustParse(CaseAnswer, (await person(one).client.get(`/api/cases/${id}`)).body).events.map((event) => event.kind)
    expect(await kinds(liaison)).toEqual(expect.arrayContaining(['witness.threat-assessed.v1', 'protection-measure.moved.v1']))
    for (const one of [worker, supervisor]) {
      expect((await kinds(one)).filter((kind) => kind.startsWith('witness') || kind.startsWith('protection'))).toEqual([])
      expect(await person(one).client.get(`/api/cases/${id}/texts/witness`)).toEqual(
        await person(one).client.get(`/api/cases/${newId()}/texts/witness`),
      )
      const measure: OneCommand = {
        about: 'measure',
        ask: { step: 'propose', measure: asId('protection-measure', newId()), kind: 'escort' },
      }
      expect(await steps(one, id, [measure])).toMatchObject({ status: 404 })
    }
    // Now that there is something in it, only who reads it can let somebody in.
    const another: OneCommand = {
      about: 'access',
      ask: {
        step: 'join',
        account: person(colleague).holder.account,
        organisation: asId('organisation', stage.organisation('ngao')),
        as: 'witness-reader',
        vaults: ['witness'],
      },
    }
    expect(await steps(worker, id, [another])).toMatchObject({ body: { refusal: { code: 'vault-not-yours-to-hand-out' } } })
    // A look that is refused says as little of a case that has no witness as of one that has.
    const without = await opened()
    const asked = (of: string) => person(worker).client.get(`/api/cases/${of}/texts/witness`)
    expect(await asked(id)).toEqual(await asked(without))
    await dueReview(id)
  })

  /** A threat that is due is told to who reads the witness: in the own list and by the one neutral notice; to nobody else. */
  async function dueReview(id: string): Promise<void> {
    const { program } = world
    const bell = async (name: string) => {
      world.setClock(new Date(Date.parse(program.clock()) + 120_000).toISOString())
      return mustParse(NoticeList, (await stage.as(name).get('/api/notices')).body).notices.find(({ kind }) => kind === 'protectionWaits')
    }
    const waits = async (path: string, by: KeyedPerson | undefined) =>
      mustParse(CaseList, (await person(by).client.get(path)).body).cases.find((one) => one.case === id)?.waits ?? []
    const others = async () => ({
      worker: [await waits('/api/cases', worker), (await bell('caseworker'))?.count],
      supervisor: [await waits('/api/cases/team', supervisor), (await bell('supervisor'))?.count],
    })
    expect([await waits('/api/cases', liaison), await bell('justice')]).toEqual([[], undefined])
    const before = await others()
    stage.onDay(14)
    expect(await waits('/api/cases', liaison)).toContain('threat-review')
    const told = await bell('justice')
    expect(told).toMatchObject({ path: '/cases', count: 1 })
    for (const word of [id, 'witness', 'threat', 'menace', 'témoin']) expect(JSON.stringify(told)).not.toContain(word)
    expect(await others()).toEqual(before)
  }
})

describe('a named body', () => {
  test('determines who was sent to it and agreed to it, after two persons; without that agreement it knows no such thing', async () => {
    const apltp = asId('organisation', stage.organisation('apltp'))
    const sentTo = async (agreed: boolean) => {
      const id = await opened()
      const referral = asId('referral', newId())
      const now = world.program.clock()
      const items = [
        ...[yesTo('case-management'), yesTo('service-referral', apltp, { service: 'registration' })],
        ...(agreed ? [yesTo('authority-identification', apltp)] : []),
      ]
      const assessment = asId('assessment', newId())
      const draft = {
        referral,
        recipient: apltp,
        servicePoint: null,
        service: 'registration',
        urgency: 'medium',
        package: [...minimumSet('registration')].slice(0, 2),
      }
      const answer = await person(worker).client.post(`/api/cases/${id}/steps`, {
        all: [
          ...beginWork(items, now),
          { about: 'referral', ask: { step: 'draft', ...draft, channel: 'in-system' } },
          { about: 'referral', ask: { step: 'send', referral, respondBy: `${stage.today.slice(0, 4)}-12-31T10:00:00.000Z` } },
        ],
      })
      expect(answer).toMatchObject({ status: 200 })
      return { id, referral, assessment }
    }
    const determined = { ask: { status: 'ActualVictimOfTrafficking', decidedOn: stage.onDay(-2), grounds: null } }
    const without = await sentTo(false)
    expect(await stage.as('apltp').post(`/api/referrals/${without.referral}/determinations`, determined)).toMatchObject({
      ...{ status: 404, body: { refusal: { code: 'unknown-referral' } } },
    })
    const agreed = await sentTo(true)
    // Nobody here presumed anything yet: the table says so, and no word of help is in its answer.
    expect(await stage.as('apltp').post(`/api/referrals/${agreed.referral}/determinations`, determined)).toMatchObject({
      body: { refusal: { code: 'identification-not-so-far' } },
    })
    const facts = { ...adult, answers: [] }
    const screening = {
      ...{ step: 'record-screening', assessment: agreed.assessment, facts: [facts], fieldAnswers: [], opinion: null, version: 'adult' },
      ...{ isComplete: true, minutes: 30, heldAt: world.program.clock() },
    }
    const took = await person(worker).client.post(`/api/cases/${agreed.id}/steps`, {
      all: [
        { about: 'screening', ask: screening },
        { about: 'identification', ask: { type: 'screen', assessment: agreed.assessment } },
        { about: 'identification', ask: { type: 'presume', grounds: null } },
      ],
    })
    expect(took).toMatchObject({ status: 200 })
    const review = { about: 'identification', ask: { type: 'review', status: 'PossibleVictimOfTrafficking', grounds: null } }
    expect(await person(worker).client.post(`/api/cases/${agreed.id}/steps`, { all: [review] })).toMatchObject({
      body: { refusal: { code: 'second-person-for-review' } },
    })
    expect(await person(supervisor).client.post(`/api/cases/${agreed.id}/steps`, { all: [review] })).toMatchObject({ status: 200 })
    expect(await stage.as('apltp').post(`/api/referrals/${agreed.referral}/determinations`, determined)).toMatchObject({ status: 200 })
    const file = mustParse(CaseAnswer, (await person(worker).client.get(`/api/cases/${agreed.id}`)).body)
    expect(file.events.find((event) => event.kind === 'identification.determined.v1')?.payload).toMatchObject({
      ...{ status: 'ActualVictimOfTrafficking', decider: { type: 'NonPoliceGovernmentalOrganization', organisation: apltp } },
    })
    expect(await stage.as('apltp').post(`/api/referrals/${newId()}/determinations`, determined)).toMatchObject({ status: 404 })
    expect(await stage.as('clinic').post(`/api/referrals/${agreed.referral}/determinations`, determined)).toMatchObject({ status: 403 })
  })
})
