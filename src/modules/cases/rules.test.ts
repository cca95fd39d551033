/* Rules that a body settles: not by one alone, from their day on, and then everywhere at once. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type KeyedPerson, withKey } from '../../../test/world/case-people.ts'
import { approveClosing, askToClose, beginWork, yesTo } from '../../../test/world/case-acts.ts'
import { WORKED_VAULTS, openCase } from '../../../test/world/case-scenes.ts'
import { settleRules } from '../../../test/world/rules-scenes.ts'
import { type Stage, openStage } from '../../../test/world/stage.ts'
import { addDays, addMonths } from '../../kernel/calendar.ts'
import { mustParse } from '../../kernel/schema.ts'
import { CaseAnswer, CaseList } from './contract.ts'
import { ViewAlerts } from './contract-breach.ts'
import { DirectoryAnswer } from './contract-directory.ts'
import { ProtectedCases } from './contract-protection.ts'
import { RulesShown } from './contract-rules.ts'
import { CaseFigures } from './contract-statistics.ts'
import { addHours, localDay } from './domain/clocks/instants.ts'
import type { OneCommand } from './domain/file/file-words.ts'
import { asProgram } from './server/record/records.ts'
import { enterCases } from './server/record/store-scope.ts'
import { runningClocks } from './ui/file/clock-faces.ts'
import { foldCase } from './ui/file/fold.ts'

const world = await freshDatabase()
let stage: Stage
let worker: KeyedPerson
let supervisor: KeyedPerson

beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  worker = await withKey(stage, 'caseworker')
  supervisor = await withKey(stage, 'supervisor')
})
const now = (): string => world.program.clock()
const open = async (more: readonly OneCommand[] = []): Promise<string> => {
  const opened = await openCase({
    ...{ by: worker.client, organisation: stage.organisation('ngao'), name: 'Furaha Canari', story: 'Le puits du Canari.', more },
    members: [{ person: worker, as: 'owner', vaults: WORKED_VAULTS }],
  })
  expect(opened.answer).toMatchObject({ status: 200 })
  return opened.id
}
const rulesSeenBy = async (key: string) => mustParse(RulesShown, (await stage.as(key).get('/api/case-rules')).body)
const dueIn = async (by: KeyedPerson, path: string, id: string): Promise<string | undefined> =>
  mustParse(CaseList, (await by.client.get(path)).body)
    .cases.find((one) => one.case === id)
    ?.clocks.find(({ clock }) => clock === 'first-safety-contact')?.dueAt
/** As the telephone reads it from the answer that it carries. */
const dueOnTelephone = async (id: string): Promise<string | undefined> => {
  const { whole, rules } = foldCase(mustParse(CaseAnswer, (await worker.client.get(`/api/cases/${id}`)).body))
  return runningClocks({ whole, rules, now: now() }).find(({ clock }) => clock === 'first-safety-contact')?.dueAt
}
const everywhere = async (id: string) => [
  await dueIn(worker, '/api/cases', id),
  await dueIn(supervisor, '/api/cases/team', id),
  await dueOnTelephone(id),
]
const proposing = { evidence: 'S', source: 'Note de la coordination, 2026', reason: 'Décidé en réunion de la mission.' } as const

describe('a clock that the body settles', () => {
  test('moves the due moment on the list, on the board and on the telephone, once another person has confirmed it', async () => {
    const id = await open()
    const openedAt = mustParse(CaseList, (await worker.client.get('/api/cases')).body).cases.find((one) => one.case === id)?.openedAt ?? ''
    const before = addHours(openedAt, 24)
    expect(await everywhere(id)).toEqual([before, before, before])
    const firstHash = (await rulesSeenBy('caseworker')).hash

    const proposal = { changes: [{ key: 'first-safety-contact.high', value: 12 }], from: stage.today, ...proposing }
    stage.onDay(0)
    expect(await worker.client.post('/api/case-rules', proposal)).toMatchObject({ status: 403 })
    expect(
      await stage.as('dpo').post('/api/case-rules', { ...proposal, changes: [{ key: 'first-safety-contact.high', value: 90 }] }),
    ).toMatchObject({
      ...{ status: 409, body: { refusal: { code: 'rule-out-of-bounds', facts: { least: 1, most: 48 } } } },
    })
    expect(await stage.as('dpo').post('/api/case-rules', { ...proposal, from: addDays(stage.today, -1) })).toMatchObject({
      body: { refusal: { code: 'rules-in-the-past' } },
    })
    expect(await stage.as('dpo').post('/api/case-rules', proposal)).toMatchObject({ status: 200 })
    // Nothing changes by one person, and that person changes nothing by asking twice.
    expect(await everywhere(id)).toEqual([before, before, before])
    const { waiting } = await rulesSeenBy('dpo')
    expect(waiting).toMatchObject({ state: 'waits', proposedAs: 'data-protection', isOwn: true, from: stage.today })
    const yes = { proposal: waiting?.proposal, step: 'confirm' }
    expect(await stage.as('dpo').post('/api/case-rules/answers', yes)).toMatchObject({
      body: { refusal: { code: 'rules-by-another-person' } },
    })
    expect(await worker.client.post('/api/case-rules/answers', yes)).toMatchObject({ status: 403 })
    expect(await supervisor.client.post('/api/case-rules/answers', yes)).toMatchObject({ status: 200 })

    const after = addHours(openedAt, 12)
    expect(await everywhere(id)).toEqual([after, after, after])
    const settled = await rulesSeenBy('caseworker')
    expect(settled).toMatchObject({
      ...{ since: stage.today, waiting: null, mayPropose: false },
      inForce: { numbers: [{ key: 'first-safety-contact.high', value: 12, evidence: 'S', source: proposing.source }] },
      history: [{ state: 'confirmed', answeredAs: 'supervision', inForceFrom: stage.today }],
    })
    expect(settled.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(settled.hash).not.toBe(firstHash)
    // In what functions, never who.
    for (const account of ['dpo', 'supervisor']) expect(JSON.stringify(settled)).not.toContain(stage.account(account))
  })

  test('of another body is not touched, and its rules are not seen', async () => {
    const elsewhere = await stage.as('clinic').get('/api/case-rules')
    expect(mustParse(RulesShown, elsewhere.body)).toMatchObject({ history: [], inForce: { numbers: [] } })
  })

  test('set back holds from its day, and what was before stays to be read', async () => {
    await settleRules(stage, { changes: [{ key: 'first-safety-contact.high', value: 24 }], from: addDays(stage.today, 1) })
    expect(await rulesSeenBy('dpo')).toMatchObject({ ahead: [addDays(stage.today, 1)], inForce: { numbers: [{ value: 12 }] } })
    stage.onDay(1)
    expect(await rulesSeenBy('dpo')).toMatchObject({ ahead: [], inForce: { numbers: [] }, since: addDays(stage.today, 1) })
    expect((await rulesSeenBy('dpo')).history.map((one) => [one.state, one.changes])).toEqual([
      ['confirmed', [{ key: 'first-safety-contact.high', value: 24 }]],
      ['confirmed', [{ key: 'first-safety-contact.high', value: 12 }]],
    ])
  })
})

test('how many cases a worker carries, how old an address may be, the zone, the days that are free', async () => {
  const [id, today] = [await open(), stage.today]
  const figures = async () => mustParse(CaseFigures, (await supervisor.client.get('/api/cases/team/figures')).body)
  const directory = async () => mustParse(DirectoryAnswer, (await worker.client.get('/api/service-points')).body).rules
  expect([(await figures()).mostForAWorker, await directory()]).toEqual([25, { amberAfterDays: 90, hiddenAfterDays: 180, mark: 'D' }])
  await settleRules(stage, {
    changes: [
      { key: 'caseload', value: 5 },
      { key: 'service-amber-days', value: 30 },
      { key: 'service-hidden-days', value: 60 },
      { list: 'zone', items: ['Asia/Ulaanbaatar'] },
    ],
    from: addDays(today, 1),
  })
  expect([(await figures()).mostForAWorker, await directory()]).toEqual([5, { amberAfterDays: 30, hiddenAfterDays: 60, mark: 'S' }])
  // A review in so many days is due when the day ends at that place: in the evening of Lubumbashi it is the next day in Ulaanbaatar.
  await worker.client.post(`/api/cases/${id}/steps`, { all: beginWork([yesTo('case-management')], now()) })
  const due = mustParse(CaseList, (await worker.client.get('/api/cases')).body)
    .cases.find((one) => one.case === id)
    ?.clocks.find(({ clock }) => clock === 'plan-approved')?.dueAt
  expect(due?.slice(11)).toBe('15:59:59.999Z')
  expect(localDay(due ?? '', 'Asia/Ulaanbaatar')).toBe(addDays(localDay(now(), 'Asia/Ulaanbaatar'), 7))
})

/** So many files in a day, as one account looked at them. */
const looks = (count: number, at: string) =>
  world.program.database.transaction(async (tx) => {
    await enterCases(tx, { account: 'test', organisation: null, scope: 'record' })
    await sql`
      insert into case_view (tenant_id, view_id, case_id, account_id, organisation_id, what, at)
      select ${world.program.tenant}, 'seen' || n, 'one-' || n, 'somebody', ${stage.organisation('ngao')}, 'file', ${at}
      from generate_series(1, ${count}::int) n`.execute(tx)
  })

test('a shorter time of keeping holds after its notice; then the file goes on its new day and not before; alerts of before stay told', async () => {
  const id = await open()
  const steps = async (by: KeyedPerson, all: readonly OneCommand[]) =>
    expect(await by.client.post(`/api/cases/${id}/steps`, { all })).toMatchObject({ status: 200 })
  await steps(worker, [...beginWork([yesTo('case-management')], now()), ...askToClose()])
  await steps(supervisor, approveClosing)
  const closedOn = now().slice(0, 10)
  const keptUntil = async () =>
    mustParse(ProtectedCases, (await stage.as('dpo').get('/api/cases/protected')).body).cases.find((one) => one.case === id)?.caseDueOn
  const record = () =>
    world.program.database.read(async (tx) => {
      await asProgram(tx)
      return world.program.modules.cases.records.load(tx, world.program.tenant, id)
    })
  expect(await keptUntil()).toBe(addMonths(closedOn, 60))
  const shorter = { changes: [{ key: 'keep-adult', value: 12 }], ...proposing }
  expect(await stage.as('dpo').post('/api/case-rules', { ...shorter, from: addDays(closedOn, 13) })).toMatchObject({
    body: { refusal: { code: 'rules-forget-too-soon', facts: { day: addDays(closedOn, 14) } } },
  })
  const alerts = async () =>
    mustParse(ViewAlerts, (await stage.as('dpo').get('/api/case-view-alerts')).body).alerts.filter((one) => one.account === 'somebody')
  await looks(20, `${closedOn}T10:00:00Z`)
  const told = [{ on: closedOn, kind: 'many-files', files: 20 }]
  expect(await alerts()).toMatchObject(told)
  const changes = [
    { key: 'keep-adult', value: 12 },
    { key: 'unusual-files', value: 50 },
  ]
  await settleRules(stage, { changes, from: addDays(closedOn, 14) })
  expect(await keptUntil()).toBe(addMonths(closedOn, 60))
  stage.onDay(16)
  expect(await keptUntil()).toBe(addMonths(closedOn, 12))
  expect(await alerts()).toMatchObject(told)
  await world.program.modules.cases.round()
  expect(await record()).not.toBeNull()
  world.setClock(`${addMonths(closedOn, 13)}T09:00:00.000Z`)
  expect(await world.program.modules.cases.round()).toMatchObject({ failed: 0 })
  expect(await record()).toBeNull()
  await world.program.database.transaction(async (tx) => {
    await enterCases(tx, { account: 'test', organisation: null, scope: 'record' })
    await sql`delete from case_view where account_id = 'somebody'`.execute(tx)
  })
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
})
