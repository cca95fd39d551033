/*
Who writes in a project: who carries it, and the partners that it named; with every right there is, another organisation is refused, also where it would verify, lock, spend, report or
freeze. And what a plan refuses: an activity counted by nothing, two milestones of one day, a line of the budget gone although money was spent of it.
*/
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { codeOf, lock, makeProject } from '../../../../test/project-bed.ts'
import { newId, subjectOf } from '../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { DonorReportAnswer, DonorReportList } from '../contract-reports.ts'
import { ProjectAnswer } from '../contract.ts'
import { projectNotices } from './notices.ts'

const world = await freshDatabase()
let stage: Stage
beforeAll(async () => {
  stage = await openStage(world, 120)
  stage.onDay(0)
  return () => stage.app.close()
}, 120_000)

const manual = { kind: 'manual', touchesPersons: false, by: [] }
const given = (code: string, more: object = {}) => ({
  ...{ code, startsOn: '2026-01-01', endsOn: '2028-06-30', indicators: [{ code: 'A', source: manual }], more },
})
const typed = (numerator: number) => ({ typed: { numerator, parts: [] }, evidence: { what: 'Registre' } })
const read = async (project: string, key: string) => mustParse(ProjectAnswer, (await stage.as(key).get(`/api/projects/${project}`)).body)
const revise = async (project: string, key: string, plan: object) => {
  const now = await read(project, key)
  return stage.as(key).post(`/api/projects/${project}/plans`, { plan: { ...now.plan, ...plan }, basedOn: now.version, reason: 'x' })
}

test('another organisation reads and does nothing else, whatever its rights; once named a partner it acts; only the carrier names', async () => {
  const { project, indicators } = await makeProject(stage, given('OURS', { partners: [] }))
  const id = indicators['A'] ?? ''
  const value = { period: '2026-Q1', ...typed(4) }
  subjectOf(await stage.as('monitor').post(`/api/indicators/${id}/drafts`, value))
  const report = newId()
  const begin = { id: report, project, from: '2026-01-01', until: '2026-06-30' }
  expect((await stage.as('monitor').send('/api/donor-reports', begin)).status).toBe(200)
  const line = { line: 'B1', period: '2026-Q1', cents: 100, evidence: 'Journal' }
  const acts = [
    () => revise(project, 'manager', {}),
    () => stage.as('manager').post(`/api/projects/${project}/spendings`, line),
    () => stage.as('manager').post(`/api/indicators/${id}/drafts`, value),
    () => stage.as('manager').post(`/api/indicators/${id}/verifications`, { period: '2026-Q1' }),
    () => stage.as('manager').post(`/api/indicators/${id}/returns`, { period: '2026-Q1', reason: 'x' }),
    () => stage.as('manager').post(`/api/indicators/${id}/locks`, { period: '2026-Q1' }),
    () => stage.as('manager').post(`/api/indicators/${id}/restatement-proposals`, { ...value, reason: 'x' }),
    () => stage.as('manager').post(`/api/indicators/${id}/restatements`, { period: '2026-Q1' }),
    () => stage.as('manager').send('/api/donor-reports', { ...begin, id: newId() }),
    () => stage.as('manager').send(`/api/donor-reports/${report}/texts`, { section: 'risks', text: 'x' }),
    () => stage.as('manager').post(`/api/donor-reports/${report}/freezings`, { gapsSeen: 0 }),
  ]
  for (const act of acts) {
    const answer = await act()
    expect([answer.status, codeOf(answer)]).toEqual([403, 'not-your-project'])
  }
  expect(await read(project, 'manager')).toMatchObject({ mayWrite: false, mayApprove: false, mayName: false })
  expect(mustParse(DonorReportAnswer, (await stage.as('manager').get(`/api/donor-reports/${report}`)).body)).toMatchObject({
    ...{ mayWrite: false, mayFreeze: false },
  })

  const partner = stage.organisation('partner')
  subjectOf(await revise(project, 'monitor', { partners: [partner] }))
  expect(await read(project, 'manager')).toMatchObject({ mayWrite: true, mayApprove: true, mayName: false })
  expect(await read(project, 'monitor')).toMatchObject({ mayWrite: true, mayApprove: false, mayName: true })
  expect(codeOf(await revise(project, 'manager', { partners: [partner, stage.organisation('donor')] }))).toBe('partners-by-carrier')
  subjectOf(await revise(project, 'manager', {}))
  subjectOf(await stage.as('manager').post(`/api/indicators/${id}/verifications`, { period: '2026-Q1' }))
})

test('what waits is told to who carries the project and its partners alone: values to approve, reports due within thirty days', async () => {
  const soon = new Date(Date.parse(stage.today) + 20 * 86_400_000).toISOString().slice(0, 10)
  const due = [{ id: newId(), from: '2026-01-01', until: '2026-06-30', dueOn: soon }]
  const { indicators } = await makeProject(stage, given('NOTICE', { due }))
  subjectOf(await stage.as('monitor').post(`/api/indicators/${indicators['A']}/drafts`, { period: '2026-Q1', ...typed(4) }))
  const waiting = (organisation: string | null, ...capabilities: readonly string[]) =>
    stage.program.database.read((tx) =>
      projectNotices.waiting(
        tx,
        { tenant: stage.program.tenant, capabilities: new Set(capabilities), territory: 'everywhere', organisation },
        new Date(Date.parse(stage.today)).toISOString(),
      ),
    )
  const kinds = async (organisation: string | null, ...capabilities: readonly string[]) =>
    (await waiting(organisation, ...capabilities)).map(({ kind, path }) => [kind, path])
  const partner = stage.organisation('partner')
  expect(await kinds(partner, 'projects.approve')).toEqual([['valuesToApprove', '/projects']])
  expect(await kinds(stage.organisation('ngao'), 'projects.write')).toEqual([['donorReportsDue', '/donor-reports']])
  const before = (await waiting(partner, 'projects.approve'))[0]
  expect(before?.keys).toContain(`${indicators['A']}/2026-Q1/draft`)
  expect(await kinds(stage.organisation('donor'), 'projects.approve', 'projects.write')).toEqual([])
  expect(await kinds(partner)).toEqual([])
  await stage.as('manager').post(`/api/indicators/${indicators['A']}/verifications`, { period: '2026-Q1' })
  await stage.as('manager').post(`/api/indicators/${indicators['A']}/locks`, { period: '2026-Q1' })
  expect((await waiting(partner, 'projects.approve'))[0]?.keys ?? []).not.toContain(`${indicators['A']}/2026-Q1/draft`)
  // The same stands on the home page and in the calendar: soon, not begun, and begun by who may.
  const list = async (key: string) => mustParse(DonorReportList, (await stage.as(key).get('/api/donor-reports')).body)
  const found = (await list('monitor')).calendar.find(({ projectCode }) => projectCode === 'NOTICE')
  expect(found).toMatchObject({ state: 'soon', report: null, mayBegin: true })
  expect((await list('donor')).calendar.find(({ projectCode }) => projectCode === 'NOTICE')).toMatchObject({ mayBegin: false })
})

test('a plan refuses two milestones of one day, an activity counted by nothing, an activity named twice, a spent line that is gone', async () => {
  const { project, indicators, output } = await makeProject(stage, given('PLAN'))
  const { plan } = await read(project, 'monitor')
  const [indicator] = plan.indicators
  const twice = [
    { on: '2026-06-30', value: 1 },
    { on: '2026-06-30', value: 2 },
  ]
  expect(codeOf(await revise(project, 'monitor', { indicators: [{ ...indicator, milestones: twice }] }))).toBe('plan-milestone-twice')
  const activity = (more: object) => ({
    ...{ id: newId(), code: 'A1', result: output, title: { fr: 'Visite' }, sector: 'mining', modality: 'information', province: 'XL1' },
    ...{ territoire: null, startsOn: '2026-01-01', endsOn: '2026-12-31', status: 'ongoing', beneficiary: 'miners', targeted: 300 },
    ...{ reachedBy: indicators['A'], isProtection: false, implementer: 'Coopérative inventée', ...more },
  })
  expect(codeOf(await revise(project, 'monitor', { activities: [activity({ reachedBy: newId() })] }))).toBe('plan-reached-by-nothing')
  expect(codeOf(await revise(project, 'monitor', { activities: [activity({}), activity({})] }))).toBe('plan-code-twice')
  subjectOf(await revise(project, 'monitor', { activities: [activity({})] }))
  // Who carries an activity out stands in the 5W; who carries the project does elsewhere.
  const csv = String((await stage.as('donor').get(`/api/projects/${project}/activities/csv?language=fr`)).body)
  expect(csv).toContain('Partenaire inventé,Coopérative inventée,Fonds inventé')
  subjectOf(await revise(project, 'monitor', { activities: [activity({ isProtection: true })] }))
  expect(String((await stage.as('donor').get(`/api/projects/${project}/activities/csv?language=fr`)).body)).not.toContain('Coopérative')
  expect(codeOf(await revise(project, 'monitor', { indicators: [] }))).toBe('plan-reached-by-nothing')

  subjectOf(
    await stage.as('monitor').post(`/api/projects/${project}/spendings`, { line: 'B1', period: '2026-Q1', cents: 5, evidence: 'x' }),
  )
  expect(codeOf(await revise(project, 'monitor', { budget: [] }))).toBe('budget-line-has-spending')
  const euros = plan.budget.map((one) => ({ ...one, currency: 'EUR' }))
  expect(codeOf(await revise(project, 'monitor', { budget: euros }))).toBe('budget-line-has-spending')
  await lock(stage, indicators['A'] ?? '', { period: '2026-Q1', ...typed(4) })
})
