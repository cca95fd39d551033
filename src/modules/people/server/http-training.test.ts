/* What somebody was trained in is said by another of the body, seen by who notes it and by oneself, and what ran out ends what it opened. */
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Answer, type Client, newId, signIn } from '../../../../test/world/client.ts'
import { addDays, addMonths, todayAt } from '../../../kernel/calendar.ts'
import { waiveSecondFactor } from '../../../../test/world/undertakings.ts'
import { UNDERTAKING_VERSION } from '../domain/account-care.ts'
import { addAccount, addOrganisation } from '../module.ts'

const world = await freshDatabase()
const { program } = world
const { database, log, tenant, clock } = program
const parts = { database, log, tenant, places: program.modules.places.door, clock }
const PASSWORD = 'une phrase assez longue'
const today = todayAt(clock())
let app: FastifyInstance
let made = 0
let body = ''
interface Person {
  readonly account: string
  readonly client: Client
}
async function person(role: string, organisation?: string): Promise<Person> {
  const email = `trained${++made}@people.example`
  const added = await addAccount(parts, {
    ...{ email, name: 'Nom Caché', password: PASSWORD, roles: [role] },
    ...(organisation ? { organisation } : {}),
  })
  if (!added.ok) throw new Error(added.refusal.code)
  return { account: added.value.account, client: await signIn(app, email, PASSWORD) }
}
const refusal = ({ body: said }: Answer): string =>
  typeof said === 'object' && said !== null && 'refusal' in said ? JSON.parse(JSON.stringify(said.refusal)).code : 'none'
const note = (by: Person, account: string, more: object = {}) =>
  by.client.post(`/api/case-accounts/${account}/trainings`, {
    ...{ curriculum: 'IDENTIFICATION', trainedOn: today, validUntil: addMonths(today, 12), ...more },
  })

beforeAll(async () => {
  app = await program.createHttp()
  const added = await addOrganisation(parts, { name: 'Ngao', kind: 'protection-ngo', area: null })
  if (!added.ok) throw new Error(added.refusal.code)
  body = added.value.organisation
  return () => app.close()
})

test('who supervises notes it of others of the body, never of oneself nor of another body; a worker notes nothing', async () => {
  const [supervisor, worker, stranger] = [
    await person('CASE_SUPERVISOR', body),
    await person('CASE_WORKER', body),
    await person('CASE_WORKER'),
  ]
  expect(refusal(await note(supervisor, supervisor.account))).toBe('training-not-your-own')
  expect(refusal(await note(supervisor, stranger.account))).toBe('unknown-account')
  expect((await note(worker, supervisor.account)).status).toBe(403)
  expect(refusal(await note(supervisor, worker.account, { trainedOn: addDays(today, 1) }))).toBe('training-in-the-future')
  expect(refusal(await note(supervisor, worker.account, { validUntil: addMonths(today, 25) }))).toBe('training-days-not-valid')
  expect(refusal(await note(supervisor, worker.account, { trainedOn: '2020-01-01', validUntil: '2020-02-01' }))).toBe(
    'training-over-already',
  )
  expect((await note(supervisor, worker.account)).status).toBe(200)
  // A shorter one beside it takes nothing away.
  expect((await note(supervisor, worker.account, { trainedOn: addMonths(today, -12), validUntil: addDays(today, 1) })).status).toBe(200)
  const seen = JSON.stringify((await supervisor.client.get('/api/case-trainings')).body)
  expect([seen.includes(worker.account), seen.includes(stranger.account), seen.includes('Nom')]).toEqual([true, false, false])
  expect((await worker.client.get('/api/case-trainings')).body).toMatchObject({
    ...{
      notes: false,
      accounts: [{ account: worker.account, isSelf: true, trainings: [{ curriculum: 'IDENTIFICATION', state: 'valid' }] }],
    },
  })
  const stateOn = (day: string) =>
    database.read((tx) => program.modules.people.training.statesOf(tx, tenant, { account: worker.account, today: day }))
  const days = [today, addMonths(today, 12), addDays(addMonths(today, 12), 30), addDays(addMonths(today, 12), 31)]
  const states = await Promise.all(days.map(async (day) => (await stateOn(day)).get('IDENTIFICATION')))
  expect(states).toEqual(['valid', 'valid', 'run-out', 'over'])
})

test('a body that identifies determines nothing before another noted its training, whatever the referral is', async () => {
  const [one, officer] = [await person('IDENTIFICATION_BODY', body), await person('DATA_PROTECTION_OFFICER', body)]
  expect((await one.client.post('/api/undertaking/signatures', { version: UNDERTAKING_VERSION })).status).toBe(200)
  await waiveSecondFactor(program, body)
  const determine = () =>
    one.client.post(`/api/referrals/${newId()}/determinations`, {
      ask: { status: 'ActualVictimOfTrafficking', decidedOn: today, grounds: null },
    })
  expect(refusal(await determine())).toBe('training-needed')
  expect((await note(officer, one.account)).status).toBe(200)
  expect(refusal(await determine())).toBe('unknown-referral')
})
