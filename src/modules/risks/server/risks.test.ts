/* Risks over HTTP on a real database: screening and its cases, who sees what, suspensions by the door, lifting by another person. */
import { beforeAll, expect, test } from 'vitest'
import { baselineJpeg } from '../../../../test/sample-files.ts'
import { freshDatabase } from '../../../../test/database.ts'
import { type Answer, subjectOf } from '../../../../test/world/client.ts'
import { assessRisks, describeExporter, screenChain } from '../../../../test/world/exporter-scenes.ts'
import { issueCards, openRegisterOfOperators } from '../../../../test/world/operator-scenes.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { addDays, addMonths } from '../../../kernel/calendar.ts'
import { asId, listOf, looseRecord, mustParse, text } from '../../../kernel/schema.ts'
import { capabilitiesOf } from '../../people/domain/roles.ts'
import { DocumentRef } from '../../documents/contract.ts'
import { DeclarationLine, RiskDetail, RiskSummary, ScreeningAnswer } from '../contract.ts'

const world = await freshDatabase()
let stage: Stage
let exporter = ''
let trader = ''
let planned = ''
let stopped = ''
beforeAll(async () => {
  stage = await openStage(world, 780)
  exporter = stage.organisation('exporter')
  trader = stage.organisation('trader')
  await openRegisterOfOperators(stage, stage.onDay(-700))
  await issueCards(stage, stage.onDay(-90))
  await describeExporter(stage, stage.onDay(-40))
  const made = await assessRisks(stage, stage.onDay(0))
  planned = made.planned
  stopped = made.stopped
  return () => stage.app.close()
}, 60_000)

const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const listed = async (key: string, query = '') =>
  mustParse(looseRecord({ risks: listOf(RiskSummary) }), (await stage.as(key).get(`/api/risks${query}`)).body).risks
const detail = async (key: string, risk: string) => mustParse(RiskDetail, (await stage.as(key).get(`/api/risks/${risk}`)).body)
const suspensions = (on: string) =>
  world.program.database.read((tx) =>
    world.program.modules.risks.door.suspensions(tx, 'cd', {
      subjects: [
        { kind: 'organisation', organisation: asId('organisation', trader) },
        { kind: 'route', route: 'KIWANJA –  lac (piste nord)' },
      ],
      on,
    }),
  )

test('the door says what stands still on a day: a stop at once, a plan from the last day of its clock', async () => {
  const { today } = stage
  expect(await suspensions(today)).toMatchObject([{ code: 'A2', because: 'stop-risk', since: today, risk: stopped }])
  const end = addMonths(today, 6)
  expect((await suspensions(end)).map((one) => one.because).toSorted()).toEqual(['plan-failed', 'stop-risk'])
  const table = await world.program.database.read((tx) =>
    world.program.modules.risks.door.table(tx, 'cd', {
      subjects: [{ kind: 'organisation', organisation: asId('organisation', trader) }],
      on: today,
    }),
  )
  expect(table).toMatchObject([
    { code: 'A3', response: 'mitigate', state: 'monitored', subjectName: 'Négoce Bahati', plan: { state: 'adopted', deadline: end } },
  ])
})

test('an exporter sees its own chain, the authority all, a body of the chain nothing', async () => {
  expect((await listed('exporter')).map((one) => one.risk)).toEqual([planned])
  expect((await listed('planner')).map((one) => one.risk).toSorted()).toEqual([planned, stopped].toSorted())
  expect(await listed('witness', '?state=suspended')).toMatchObject([{ risk: stopped }])
  expect((await stage.as('trader').get('/api/risks')).status).toBe(403)
  expect(codeOf(await stage.as('exporter').get(`/api/risks/${stopped}`))).toBe('unknown-risk')
  const foreign = { kind: 'organisation', organisation: stage.organisation('cooperative') }
  const risk = { subject: foreign, code: 'A6', grade: 'alleged', why: 'x', source: { kind: 'hand' } }
  expect(codeOf(await stage.as('exporter').post('/api/risks', risk))).toBe('unknown-risk-subject')
})

test('its owner is told of a plan thirty and seven days before its end, and on the day that trade stands still', async () => {
  const end = addMonths(stage.today, 6)
  const told = async (day: string) => {
    const reader = { tenant: 'cd', capabilities: capabilitiesOf(['EXPORTER']), territory: 'everywhere' as const, organisation: exporter }
    const { notices } = world.program.modules.risks
    return (await world.program.database.read((tx) => notices.waiting(tx, reader, `${day}T09:00:00.000Z`))).map((one) => [
      one.kind,
      one.path,
    ])
  }
  expect(await told(addDays(end, -31))).toEqual([])
  expect(await told(addDays(end, -30))).toEqual([['plansEnding', '/risks?clock=ending']])
  expect(await told(addDays(end, -8))).toEqual([['plansEnding', '/risks?clock=ending']])
  expect(await told(addDays(end, -7))).toEqual([['plansEndingSoon', '/risks?clock=ending']])
  expect(await told(end)).toEqual([['risksSuspended', '/risks?state=suspended']])
})

test('a plan is measured: readings beside their target, success only when reached', async () => {
  const path = `/api/risks/${planned}`
  expect(codeOf(await stage.as('exporter').post(`${path}/plan-successes`, { reason: 'fini' }))).toBe('plan-targets-not-reached')
  const shown = await detail('exporter', planned)
  expect(shown).toMatchObject({
    summary: { daysLeft: expect.any(Number), state: 'monitored' },
    plans: [
      {
        clockMonths: 6,
        indicators: [{ readings: [{ value: 2, grade: 'established', notCounted: null }], reached: false }, { readings: [] }],
      },
    ],
    mark: 'V',
  })
  const about = {
    subject: { kind: 'organisation', organisation: exporter },
    code: 'A4',
    grade: 'alleged',
    why: 'w',
    source: { kind: 'hand' },
  }
  const own = subjectOf(await stage.as('planner').post('/api/risks', about))
  const seen = await detail('exporter', own)
  expect(seen).toMatchObject({ concerned: true, may: { decide: false } })
  expect(seen.acts.map((one) => one.body)).toEqual([null])
  expect(codeOf(await stage.as('exporter').post(`/api/risks/${own}/closings`, { outcome: 'no-risk', reason: 'r' }))).toBe(
    'risk-conflict-of-interest',
  )
})

test('a plan succeeds by readings with evidence and by another person; the paper of a reading is read by who sees the risk', async () => {
  const path = `/api/risks/${planned}`
  const bare = { indicator: 0, value: 0, grade: 'established' }
  expect(codeOf(await stage.as('exporter').post(`${path}/plan-readings`, bare))).toBe('reading-without-evidence')
  const unsent = { sha256: 'b'.repeat(64), mediaType: 'application/pdf', bytes: 9 }
  expect(codeOf(await stage.as('exporter').post(`${path}/plan-readings`, { ...bare, file: unsent }))).toBe('reading-file-not-sent')
  const { file } = mustParse(
    looseRecord({ file: DocumentRef }),
    (await stage.as('exporter').upload('/api/files', baselineJpeg, 'image/jpeg')).body,
  )
  subjectOf(await stage.as('exporter').post(`${path}/plan-readings`, { ...bare, file }))
  subjectOf(await stage.as('exporter').post(`${path}/plan-readings`, { ...bare, indicator: 1, value: 96, evidence: 'Registre des reçus.' }))
  expect(await detail('exporter', planned)).toMatchObject({ may: { decide: true, succeed: false } })
  const done = { reason: 'Barrières levées, reçus tenus.' }
  expect(codeOf(await stage.as('exporter').post(`${path}/plan-successes`, done))).toBe('second-person-for-success')
  expect((await stage.as('planner').get(`${path}/files/${file.sha256}`)).status).toBe(200)
  expect((await stage.as('planner').get(`/api/risks/${stopped}/files/${file.sha256}`)).status).toBe(404)
  expect((await stage.as('trader').get(`${path}/files/${file.sha256}`)).status).toBe(403)
  expect((await detail('planner', planned)).may).toMatchObject({ succeed: true })
  subjectOf(await stage.as('planner').post(`${path}/plan-successes`, done))
  expect(await detail('exporter', planned)).toMatchObject({ summary: { state: 'resolved' }, plans: [{ plan: { state: 'succeeded' } }] })
})

test('a suspension is lifted by another person and with a reason', async () => {
  const path = `/api/risks/${stopped}/lifted-suspensions`
  expect(codeOf(await stage.as('scheme').post(path, { reason: 'parti' }))).toBe('second-person-for-lift')
  expect((await stage.as('exporter').post(path, { reason: 'parti' })).status).toBe(403)
  expect(codeOf(await stage.as('planner').post(path, {}))).toBe('not-understood')
  subjectOf(await stage.as('planner').post(path, { reason: 'Le groupe a quitté la piste ; patrouille constatée.' }))
  expect(await suspensions(stage.today)).toEqual([])
  expect(await detail('planner', stopped)).toMatchObject({ summary: { state: 'lifted', suspendedSince: null } })
})

test('a screening finds flags with their source and opens a case for each, once; a declaration says by whom and since when', async () => {
  await screenChain(stage)
  const { flags } = mustParse(ScreeningAnswer, (await stage.as('exporter').get('/api/risk-screening')).body)
  expect(flags).toMatchObject([
    {
      flag: 'S1',
      subjectName: 'Négoce Bahati',
      mark: 'U',
      grade: 'reasonable',
      facts: { place: 'Lukanda (fictive)', declaredOn: stage.today },
    },
  ])
  expect(flags[0]?.facts.declaredBy).toBe('Ministère des Mines (démonstration)')
  const found = await detail('exporter', flags[0]?.risk ?? '')
  expect(found).toMatchObject({ summary: { code: 'S1', state: 'case-open', openAsks: 3 }, source: { kind: 'screening' } })
  expect(codeOf(await stage.as('exporter').post('/api/risk-screenings', { exporter }))).toBe('screening-has-cases')
  expect((await stage.as('exporter').get(`/api/risk-screening?exporter=${trader}`)).status).toBe(404)
  const { declarations } = mustParse(
    looseRecord({ declarations: listOf(DeclarationLine) }),
    (await stage.as('exporter').get('/api/risk-declarations')).body,
  )
  expect(declarations.map((one) => one.mine).toSorted()).toEqual([false, true])
  const theirs = declarations.find((one) => !one.mine)
  expect(codeOf(await stage.as('exporter').post(`/api/risk-declarations/${theirs?.id}/withdrawals`, { reason: 'r' }))).toBe(
    'declaration-not-yours',
  )
  subjectOf(await stage.as('planner').post(`/api/risk-declarations/${theirs?.id}/withdrawals`, { reason: 'étude refaite' }))
  expect(mustParse(ScreeningAnswer, (await stage.as('exporter').get('/api/risk-screening')).body).flags).toEqual([])
})
