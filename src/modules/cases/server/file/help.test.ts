/* The way of help over HTTP: what a person agrees to, what goes to whom, and how a withdrawal takes it back in the same step. */
import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type KeyedPerson, withKey } from '../../../../../test/world/case-people.ts'
import { type Opened, WORKED_VAULTS, adult, openCase } from '../../../../../test/world/case-scenes.ts'
import { openedPackage, packageFor, printedCode } from '../../../../../test/world/case-packages.ts'
import { type Answer, newId } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { asId, mustParse } from '../../../../kernel/schema.ts'
import { NoticeList } from '../../../notices/domain/notice-words.ts'
import { CaseAnswer, CaseViews, OverrideList, type PackageBox, ReceivedPackage, ReceivedReferrals } from '../../contract.ts'
import type { Consent, ConsentItem } from '../../domain/consent/consent-words.ts'
import type { PackageField } from '../../domain/referral/referral-words.ts'

const world = await freshDatabase()
let stage: Stage
let people: { readonly [name: string]: KeyedPerson } = {}
let opened: Opened
const NAME = 'Mapendo Canari Zawadi'
const person = (name: string): KeyedPerson => {
  const found = people[name]
  if (!found) throw new Error(`nobody is ${name}`)
  return found
}
beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  const [caseworker, casework2, supervisor, shelter, clinic] = await Promise.all(
    ['caseworker', 'casework2', 'supervisor', 'shelter', 'clinic'].map((name) => withKey(stage, name)),
  )
  if (!caseworker || !casework2 || !supervisor || !shelter || !clinic) throw new Error('people')
  people = { caseworker, casework2, supervisor, shelter, clinic }
  opened = await begun()
})
const begun = () =>
  openCase({
    ...{ by: person('caseworker').client, organisation: stage.organisation('ngao'), name: NAME, story: 'Canari raconte.' },
    members: [{ person: person('caseworker'), as: 'owner', vaults: WORKED_VAULTS }],
  })
const body = (name: 'ngao' | 'salama' | 'tumaini') => asId('organisation', stage.organisation(name))
const item = (id: string, rest: Omit<ConsentItem, 'id' | 'answer'>, answer: ConsentItem['answer'] = 'yes'): ConsentItem => ({
  ...{ id, answer },
  ...rest,
})
const toShelter = (id: string, answer: ConsentItem['answer'] = 'yes') =>
  item(id, { purpose: 'service-referral', recipient: body('salama'), service: 'safehouse', extent: 'minimum-for-service' }, answer)
const toClinic = (id: string) =>
  item(id, { purpose: 'service-referral', recipient: body('tumaini'), service: 'medical', extent: 'minimum-for-service' })
const ownWork = (id: string) => item(id, { purpose: 'case-management', recipient: null, extent: 'full' })
function consent(items: ConsentItem[], changes: Partial<Consent> = {}): Consent {
  return {
    ...{ consent: asId('consent', newId()), givenBy: 'self', assentOfChild: 'not-applicable', guardianAgrees: 'not-applicable' },
    ...{ form: 'written', language: 'swa', interpreterUsed: false, items, withheldFields: [], withheldFrom: [] },
    ...{ validFrom: '2020-01-01T00:00:00.000Z', validTo: null, policyVersion: '1' },
    ...changes,
  }
}
const steps = (of: string, all: readonly unknown[], rest: { packages?: readonly PackageBox[] } = {}, by = 'caseworker'): Promise<Answer> =>
  person(by).client.post(`/api/cases/${of}/steps`, { all, ...rest })
const record = (of: string, given: Consent) => steps(of, [{ about: 'consent', ask: { step: 'record', given } }])
const code = ({ body: said }: Answer): unknown =>
  typeof said === 'object' &&
  said !== null &&
  'refusal' in said &&
  typeof said.refusal === 'object' &&
  said.refusal !== null &&
  'code' in said.refusal
    ? said.refusal.code
    : null
const SHELTER_FIELDS: PackageField[] = ['subject-code', 'age-band', 'gender', 'needs', 'urgency']
const draft = (referral: string, to: 'salama' | 'tumaini' = 'salama', fields = SHELTER_FIELDS) => ({
  about: 'referral',
  ask: {
    ...{ step: 'draft', referral, recipient: body(to), servicePoint: null, service: to === 'salama' ? 'safehouse' : 'medical' },
    ...{ urgency: 'high', channel: 'in-system', package: fields },
  },
})
const later = () => new Date(Date.parse(world.program.clock()) + 86_400_000).toISOString()
const send = (referral: string) => ({ about: 'referral', ask: { step: 'send', referral, respondBy: later() } })
const boxFor = async (referral: string, reader: string, needs: string): Promise<PackageBox> =>
  await packageFor(referral, { needs }, person(reader))
async function sentTo(of: string, to: 'salama' | 'tumaini' = 'salama'): Promise<string> {
  const referral = newId()
  const box = await boxFor(referral, to === 'salama' ? 'shelter' : 'clinic', 'Un lit près de l’eau')
  const answer = await steps(of, [draft(referral, to), send(referral)], { packages: [box] })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return referral
}
const packageOf = (referral: string, by: string) => person(by).client.get(`/api/referrals/${referral}/package`)
const receivedBy = async (by: string) => mustParse(ReceivedReferrals, (await person(by).client.get('/api/referrals/received')).body)
const answers = (referral: string, ask: object, by = 'shelter') =>
  person(by).client.post(`/api/referrals/${referral}/answers`, { ask: { referral, ...ask } })
const stateOf = async (of: string) => mustParse(CaseAnswer, (await person('caseworker').client.get(`/api/cases/${of}`)).body)

describe('consent', () => {
  test('a service receives nothing on no, on not asked, or beyond what was agreed; each says so in its own words', async () => {
    const of = (await begun()).id
    const referral = newId()
    expect(code(await steps(of, [draft(referral), send(referral)]))).toBe('consent-not-asked')
    expect((await record(of, consent([ownWork('w1'), toShelter('s1', 'no')]))).status).toBe(200)
    expect(code(await steps(of, [draft(referral), send(referral)]))).toBe('consent-refused')
    expect((await record(of, consent([toShelter('s2')], { withheldFields: ['needs'] }))).status).toBe(200)
    expect((await steps(of, [draft(referral), send(referral)])).body).toMatchObject({
      refusal: { code: 'consent-does-not-cover-fields', facts: { fields: ['needs'] } },
    })
    const named = newId()
    const withName = await steps(of, [draft(named, 'salama', ['subject-code', 'name']), send(named)])
    expect(withName.body).toMatchObject({ refusal: { code: 'consent-does-not-cover-fields', facts: { fields: ['name'] } } })
    expect((await receivedBy('shelter')).referrals).toEqual([])
  })

  test('nobody passes over it but who may, for life, with a second person within a day; the officer is told each time', async () => {
    const of = (await begun()).id
    await record(of, consent([ownWork('w2')]))
    const override = newId()
    const disclosure = { purpose: 'service-referral', recipient: body('salama'), service: 'safehouse', fields: SHELTER_FIELDS }
    const reason = { vault: 'narrative', id: newId() }
    const ask = { step: 'override', override, disclosure, ground: 'imminent-danger', reason }
    expect(code(await steps(of, [{ about: 'consent', ask }]))).toBe('consent-override-not-yours')
    expect((await steps(of, [{ about: 'consent', ask }], {}, 'supervisor')).status).toBe(200)
    const referral = newId()
    expect((await steps(of, [draft(referral), send(referral)])).status).toBe(200)
    const confirm = { about: 'consent', ask: { step: 'confirm-override', override } }
    expect(code(await steps(of, [confirm], {}, 'supervisor'))).toBe('override-confirmed-by-another-person')
    const officer = stage.as('dpo')
    const list = mustParse(OverrideList, (await officer.get('/api/consent-overrides')).body)
    expect(list.overrides).toMatchObject([{ case: of, override, state: 'provisional', service: 'safehouse' }])
    expect(JSON.stringify(list)).not.toContain('Canari')
    const told = mustParse(NoticeList, (await officer.get('/api/notices')).body)
    expect(told.notices).toContainEqual(expect.objectContaining({ kind: 'protectionWaits', path: '/consent-overrides', count: 1 }))
    expect((await officer.post(`/api/cases/${of}/protection`, { all: [confirm] })).status).toBe(200)
    expect(mustParse(OverrideList, (await officer.get('/api/consent-overrides')).body).overrides).toMatchObject([{ state: 'confirmed' }])
    expect((await person('supervisor').client.get('/api/consent-overrides')).status).toBe(403)
  })

  test('for a child one proposes in its interest and another decides', async () => {
    const of = (await begun()).id
    const reason = { vault: 'narrative', id: newId() }
    const propose = { about: 'consent', ask: { step: 'propose-best-interests', reason } }
    expect(code(await steps(of, [propose]))).toBe('best-interests-for-children-only')
  })
})

describe('a referral', () => {
  test('§11 test 4: a shelter sees its own package and nothing else; a withdrawal cuts it in the same step', async () => {
    const of = opened.id
    await record(of, consent([ownWork('w4'), toShelter('s4'), toClinic('c4')]))
    const [toHouse, toHealth] = [await sentTo(of), await sentTo(of, 'tumaini')]
    const list = await receivedBy('shelter')
    expect(list.referrals.map((one) => one.referral)).toContain(toHouse)
    expect(list.referrals.map((one) => one.referral)).not.toContain(toHealth)
    const answer = mustParse(ReceivedPackage, (await packageOf(toHouse, 'shelter')).body)
    expect(Object.keys(answer.coded).toSorted()).toEqual(['age-band', 'gender', 'subject-code', 'urgency'])
    expect(await openedPackage(person('shelter'), toHouse, answer.box ?? '')).toEqual({
      ok: true,
      value: { needs: 'Un lit près de l’eau' },
    })
    expect(JSON.stringify(answer)).not.toContain('Canari')
    expect(await printedCode(toHouse)).toBe(answer.slip)
    // What changes in the case afterwards changes nothing of what left.
    const changed = { ...adult, gender: 'NonConforming', disability: 'cannot-do-at-all' } as const
    expect((await steps(of, [{ about: 'profile', ask: { step: 'set-profile', profile: changed } }])).status).toBe(200)
    expect(mustParse(ReceivedPackage, (await packageOf(toHouse, 'shelter')).body).coded).toEqual(answer.coded)
    const nothing = await packageOf(newId(), 'shelter')
    expect(nothing).toEqual({ status: 404, body: { refusal: { code: 'unknown-referral', facts: {} } } })
    expect(await packageOf(toHealth, 'shelter')).toEqual(nothing)
    expect(await person('shelter').client.get(`/api/cases/${of}`)).toMatchObject({ status: 404 })
    expect(await person('shelter').client.get(`/api/cases/${of}/texts/identity`)).toMatchObject({ status: 404 })
    expect((await answers(toHouse, { step: 'accept' })).status).toBe(200)

    const given = (await stateOf(of)).events.findLast((one) => one.kind === 'consent.recorded.v1')
    const taken = await steps(of, [{ about: 'consent', ask: { step: 'withdraw', consent: idIn(given?.payload), items: ['s4'] } }])
    expect(taken.status).toBe(200)
    expect(await packageOf(toHouse, 'shelter')).toEqual(nothing)
    expect(code(await answers(toHouse, { step: 'begin-service', deliveredOn: stage.today }))).toBe('unknown-referral')
    const after = await receivedBy('shelter')
    expect(after.referrals.map((one) => one.referral)).not.toContain(toHouse)
    expect(after.takenBack.map((one) => one.slip)).toEqual([answer.slip])
    expect(Object.keys(after.takenBack[0] ?? {}).toSorted()).toEqual(['at', 'slip'])
    // The other service was not touched.
    expect((await packageOf(toHealth, 'clinic')).status).toBe(200)
    const kept = await boxFor(toHouse, 'shelter', 'encore')
    expect(code(await steps(of, [{ about: 'assessment', ask: { step: 'try-contact', channel: 'phone' } }], { packages: [kept] }))).toBe(
      'package-without-sending',
    )
    const { events } = await stateOf(of)
    const withdrawnAt = events.findIndex((one) => one.kind === 'consent.withdrawn.v1')
    expect(events.slice(withdrawnAt).map((one) => one.kind)).toEqual([
      'consent.withdrawn.v1',
      'referral.moved.v1',
      'disclosure.erasure-asked.v1',
    ])
  })

  test('is answered by its receiver, step by step, and what the person says of it is noted by who sent it alone', async () => {
    const of = (await begun()).id
    await record(of, consent([ownWork('w5'), toShelter('s5')]))
    const referral = await sentTo(of)
    expect((await answers(referral, { step: 'acknowledge' })).status).toBe(200)
    expect(code(await answers(referral, { step: 'accept' }, 'clinic'))).toBe('unknown-referral')
    expect(code(await answers(referral, { step: 'revoke', reason: 'safety' }))).toBe('unknown-referral')
    expect(code(await steps(of, [{ about: 'referral', ask: { step: 'accept', referral } }]))).toBe('referral-answered-by-recipient-only')
    for (const ask of [{ step: 'accept' }, { step: 'begin-service', deliveredOn: stage.today }, { step: 'complete', outcome: 'need-met' }])
      expect((await answers(referral, ask)).status).toBe(200)
    const feedback = { step: 'note-feedback', referral, receivedOn: stage.today, helped: 'partly' }
    expect(code(await answers(referral, feedback))).toBe('unknown-referral')
    expect((await steps(of, [{ about: 'referral', ask: feedback }])).status).toBe(200)
    expect((await stateOf(of)).events.at(-1)).toMatchObject({ kind: 'referral.feedback-received.v1', payload: { helped: 'partly' } })
    expect(await packageOf(referral, 'shelter')).toMatchObject({ status: 404 })
  })

  test('§11 test 18: who is waited for is told that something waits, and nothing else, in the app and by letter', async () => {
    const of = (await begun()).id
    await record(of, consent([ownWork('w6'), toShelter('s6')]))
    const before = await noticesOf('casework2')
    const referral = await sentTo(of)
    const told = await noticesOf('shelter')
    expect(told.map((one) => ({ kind: one.kind, path: one.path }))).toContainEqual({ kind: 'protectionWaits', path: '/referrals' })
    await answers(referral, { step: 'reject', reason: 'no-capacity' })
    expect(await noticesOf('caseworker')).toContainEqual(expect.objectContaining({ kind: 'protectionWaits', path: '/cases' }))
    expect(await noticesOf('casework2')).toEqual(before)
    for (const one of told) for (const word of ['Canari', of, referral, 'safehouse']) expect(JSON.stringify(one)).not.toContain(word)
  })
})
const noticesOf = async (by: string) => mustParse(NoticeList, (await person(by).client.get('/api/notices')).body).notices
const idIn = (payload: unknown): unknown =>
  typeof payload === 'object' &&
  payload !== null &&
  'given' in payload &&
  typeof payload.given === 'object' &&
  payload.given !== null &&
  'consent' in payload.given
    ? payload.given.consent
    : null

test('every opening of a package is a look that the owner of the case sees', async () => {
  const { views } = mustParse(CaseViews, (await person('caseworker').client.get(`/api/cases/${opened.id}/views`)).body)
  expect(views).toContainEqual(expect.objectContaining({ account: person('shelter').holder.account, what: 'package', purpose: 'referral' }))
})
test('the read tables follow from the log', async () => {
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
})
