/*
What a telephone does for persons between two moments with network: it carries what its owner needs, a case is opened and rated, an interview is sealed,
and the server takes all of it at the next moment. The telephone's own code against the real server, with a link that the test cuts.
*/
import { expect, test } from 'vitest'
import { app, fieldWorker, organisation, person, program } from '../../../test/field-bed.ts'
import { type Core, openCore, wireTo } from '../../../test/field-core.ts'
import { type TestPhone, enrolPhone } from '../../../test/field-phone.ts'
import { SAID, interview } from '../../../test/interview-draft.ts'
import { registerKey, sealedOpening } from '../../../test/sealed-opening.ts'
import { newId } from '../../../test/world/client.ts'
import { ask, command } from '../../app/api.ts'
import { fieldRounds } from '../../app/field/pull-rounds.ts'
import { asId, mustParse } from '../../kernel/schema.ts'
import { CaseAnswer, CaseList } from './contract.ts'
import { IntakeKeys } from './contract-keys.ts'
import { foldCase } from './ui/file/fold.ts'
import { answersOf, basedOn, blankTyped } from './ui/safety/safety-form.ts'
import { resultOf } from './ui/screening/draft-result.ts'
import { submitScreening } from './ui/screening/submit-screening.ts'

interface Field extends Core {
  readonly link: { isCut: boolean }
  readonly client: TestPhone['client']
}
async function inField(enrolled: TestPhone): Promise<Field> {
  const link = { isCut: false }
  const straight = wireTo(() => app)
  const wire: typeof straight = (told, signal) => (link.isCut ? Promise.reject(new Error('no network')) : straight(told, signal))
  const nothing = { keep: () => Promise.resolve(), read: () => Promise.resolve(null), drop: () => Promise.resolve() }
  const pull = fieldRounds({
    holder: { seat: 1, device: enrolled.device, account: enrolled.account, role: '', server: '', language: 'fr' },
    keep: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined, keys: () => [] },
    files: { ...nothing, keys: () => Promise.resolve([]) },
  }).pull
  return { ...(await openCore({ enrolled, wire, ...(pull ? { rounds: { pull } } : {}) })), link, client: enrolled.client }
}
/** Rounds until nothing waits and the server said what became of it. */
async function sync({ phone }: Field): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    const state = await phone.sync.run()
    expect(state.trouble).toBe(null)
    if (phone.outbox.entries().every((one) => one.state === 'taken')) return
    await program.modules.field.desk.sweep()
  }
  expect(phone.outbox.entries().map(({ path, state, refusal }) => ({ path, state, refusal }))).toEqual([])
}
const answers = ({ disc }: Field): readonly string[] =>
  [...disc.rows.keys()].flatMap((name) => (name.startsWith('answer\n') ? [name.slice('answer\n'.length)] : [])).toSorted()
const everything = ({ disc }: Field): string =>
  [...disc.rows].map(([name, value]) => `${name} ${typeof value === 'string' ? value : Buffer.from(value).toString('utf8')}`).join('\n')
const ended = (account: string, draft = interview()) =>
  resultOf(draft, { account: asId('account', account), today: '2026-11-21', now: '2026-11-21T09:30:00.000Z', zone: 'Africa/Lubumbashi' })

test('a caseworker’s telephone, between two syncs: a carried case is opened and rated, an interview is sealed; nothing of a site is on it', async () => {
  const body = await organisation('civil-society')
  const owner = await person(['CASE_WORKER'], { organisation: body })
  const holder = await registerKey(owner.client, owner.account)
  const caseId = newId()
  const opening = await sealedOpening({ caseId, holder, organisation: body, subject: 'AB-CDEF-GH', name: 'Furaha Canari' })
  expect((await owner.client.post('/api/cases', opening, { id: caseId })).status).toBe(200)
  const field = await inField(await enrolPhone(app, owner.client, { account: owner.account, role: 'CASE_WORKER' }))
  await sync(field)
  const paths = answers(field)
  for (const path of ['/api/me', '/api/cases', `/api/cases/${caseId}`, '/api/keys/mine', '/api/keys/holders', '/api/service-points'])
    expect(paths).toContain(path)
  expect(paths.filter((path) => /sites|missions|inspections|corrective|forms|status|boundaries/.test(path))).toEqual([])

  // Nor is it told by asking how much a province would be.
  const size = await (await field.client()).get('/api/field/pulls/size?areas=CD62')
  expect(size).toMatchObject({ status: 200, body: { sites: 0, visits: 0, inspections: 0, newestAt: null } })

  field.link.isCut = true
  const list = mustParse(CaseList, (await ask('/api/cases')).data)
  expect(list.cases).toMatchObject([{ case: caseId, isCarried: true, isRated: false }])
  const { whole } = foldCase(mustParse(CaseAnswer, (await ask(`/api/cases/${caseId}`)).data))
  const rating = { step: 'rate-risk', answers: answersOf({ ...blankTyped, answers: { threatened: 'yes' } }) } as const
  const steps = [{ about: 'assessment', ask: { ...rating, edit: newId(), basedOn: basedOn(whole) } }]
  expect(await command(`/api/cases/${caseId}/steps`, { all: steps })).toMatchObject({ provisional: true })
  const result = ended(owner.account)
  const receipt = await submitScreening(result, { account: owner.account, organisation: body, worksCases: true, receiver: '' })
  expect(receipt).toEqual({ code: result.subject, waits: true })
  for (const word of Object.values(SAID)) expect(everything(field)).not.toContain(word)

  field.link.isCut = false
  await sync(field)
  const after = foldCase(mustParse(CaseAnswer, (await owner.client.get(`/api/cases/${caseId}`)).body)).whole
  expect(after.file.ratings).toHaveLength(1)
  const opened = foldCase(mustParse(CaseAnswer, (await owner.client.get(`/api/cases/${result.sendAs}`)).body)).whole
  expect(opened.file).toMatchObject({ subject: result.subject, owner: owner.account, standing: { at: 'screened' } })
  // The round that sent it brought what became of it.
  await sync(field)
  expect(answers(field)).toContain(`/api/cases/${result.sendAs}`)

  // Whoever takes her word back, takes the file off the telephone: at the next contact nothing of it is left.
  const over = { all: [{ about: 'case', ask: { step: 'withdraw-consent' } }] }
  expect(await owner.client.post(`/api/cases/${caseId}/steps`, over)).toMatchObject({ status: 200 })
  await sync(field)
  expect(answers(field).filter((path) => path.includes(caseId))).toEqual([])
  expect(answers(field)).toContain(`/api/cases/${result.sendAs}`)
})

test('an observer’s telephone carries the few keys of those who take cases in, seals without network and cannot read back', async () => {
  const body = await organisation('civil-society')
  const supervisors = [1, 2, 3, 4].map(() => person(['CASE_SUPERVISOR'], { organisation: body }))
  for (const one of await Promise.all(supervisors)) await registerKey(one.client, one.account)
  const observer = await fieldWorker('CIVIL_SOCIETY', { organisation: await organisation('civil-society') })
  const field = await inField(observer.phone)
  await sync(field)
  expect(answers(field).filter((path) => path.startsWith('/api/cases') || path === '/api/keys/mine')).toEqual([])

  field.link.isCut = true
  const { bodies } = mustParse(IntakeKeys, (await ask('/api/keys/intake')).data)
  expect(bodies.find((one) => one.organisation === body)?.holders).toHaveLength(3)
  const result = ended(observer.account)
  const sender = { account: observer.account, organisation: null, worksCases: false }
  await expect(submitScreening(result, { ...sender, receiver: newId() })).rejects.toMatchObject({ fault: 'receiver-has-no-key' })
  expect(await submitScreening(result, { ...sender, receiver: body })).toEqual({ code: result.subject, waits: true })
  for (const word of Object.values(SAID)) expect(everything(field)).not.toContain(word)

  field.link.isCut = false
  await sync(field)
  expect(answers(field).filter((path) => path.startsWith('/api/cases'))).toEqual([])
  const phoneClient = await observer.phone.client()
  expect((await phoneClient.get(`/api/cases/${result.sendAs}`)).status).toBe(403)
  const reader = bodies.find((one) => one.organisation === body)?.holders[0]?.account
  const supervisor = (await Promise.all(supervisors)).find((one) => one.account === reader)
  const file = foldCase(mustParse(CaseAnswer, (await supervisor?.client.get(`/api/cases/${result.sendAs}`))?.body)).whole
  expect(file.file).toMatchObject({ subject: result.subject, owner: null })
})
