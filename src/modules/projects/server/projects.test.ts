/*
Projects on the real database: a locked value does not change when a late record arrives, which shows in data quality and in the next period, once; shares of nothing; who may verify; what is
told of persons; reports frozen, read again, compared; what a donor sees.
*/
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { codeOf, lock, makeProject } from '../../../../test/project-bed.ts'
import { newId, subjectOf } from '../../../../test/world/client.ts'
import { sites } from '../../../../test/world/lukanda.ts'
import { registerSite, visitSite } from '../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { Comparison, DonorReportAnswer, DonorReportList, FrozenAnswer } from '../contract-reports.ts'
import { ProjectAnswer } from '../contract.ts'
import { QualityAnswer, ValueTable } from '../contract-values.ts'
import { projectsDoor } from './publication.ts'

const world = await freshDatabase()
let stage: Stage
const site: string[] = []
const TODAY = '2026-11-21'
const onDay = (day: string): string => stage.onDay((Date.parse(day) - Date.parse(TODAY)) / 86_400_000)
const VISITS = { code: 'V', source: { kind: 'measure', measure: 'sites.visits', by: ['province'] } }

beforeAll(async () => {
  stage = await openStage(world, 780)
  onDay('2025-12-01')
  for (const [index, one] of sites.slice(0, 3).entries()) site.push(await registerSite(stage, one, index + 1))
  const visited = ['2026-01-10', '2026-02-10', '2026-05-05']
  for (const [at, day] of visited.entries()) await visitSite(stage, { site: site[at % 2] ?? '', day: onDay(day), seen: {} })
  onDay('2026-07-10')
  return () => stage.app.close()
}, 120_000)

const table = async (project: string, key = 'monitor') =>
  mustParse(ValueTable, (await stage.as(key).get(`/api/projects/${project}/values`)).body)
const quality = async (project: string) =>
  mustParse(QualityAnswer, (await stage.as('monitor').get(`/api/projects/${project}/quality`)).body).lines
const valueOf = async (project: string, code: string, period: string) =>
  (await table(project)).rows.find((row) => row.code === code)?.values.find((one) => one.period === period)

test('a locked value stays when a late record arrives; the late record shows in data quality and in the next period, once', async () => {
  const { project, indicators } = await makeProject(stage, {
    code: 'LATE',
    startsOn: '2026-01-01',
    endsOn: '2028-06-30',
    indicators: [VISITS],
  })
  const visits = indicators['V'] ?? ''
  onDay('2026-07-11')
  await lock(stage, visits, { period: '2026-Q1' })
  const locked = await valueOf(project, 'V', '2026-Q1')
  expect(locked).toMatchObject({
    status: 'locked',
    told: { value: 2 },
    cumulative: { value: 2 },
    measure: 'sites.visits',
    measureVersion: 1,
  })
  expect(locked?.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(locked?.parts).toEqual([expect.objectContaining({ by: 'province', key: 'XL1', value: 2 })])

  // A paper of March is brought in July: the visit is of the first quarter and learned after the lock.
  onDay('2026-07-12')
  await visitSite(stage, { site: site[2] ?? '', day: '2026-03-20', seen: {} })
  onDay('2026-07-13')
  expect(await valueOf(project, 'V', '2026-Q1')).toEqual(locked)
  expect(await quality(project)).toContainEqual(expect.objectContaining({ kind: 'late', period: '2026-Q1', number: 1, who: 'nobody' }))

  await lock(stage, visits, { period: '2026-Q2' })
  const next = await valueOf(project, 'V', '2026-Q2')
  expect(next).toMatchObject({ told: { value: 1 }, cumulative: { value: 4 } })
  expect(next?.late).toEqual([expect.objectContaining({ period: '2026-Q1', told: expect.objectContaining({ value: 1 }) })])
  expect((await quality(project)).filter(({ kind }) => kind === 'late')).toEqual([])
  expect(await valueOf(project, 'V', '2026-Q1')).toEqual(locked)
  expect(codeOf(await stage.as('monitor').post(`/api/indicators/${visits}/drafts`, { period: '2026-Q1' }))).toBe('value-locked')
  expect(codeOf(await stage.as('monitor').post(`/api/indicators/${visits}/drafts`, { period: '2026-Q3' }))).toBe('period-not-over')
})

test('unique sites are asked over the whole time; a site of two quarters is one', async () => {
  onDay('2026-07-14')
  const source = { kind: 'measure', measure: 'sites.mapped', by: [] }
  const { project, indicators } = await makeProject(stage, {
    ...{ code: 'SPAN', startsOn: '2026-01-01', endsOn: '2028-06-30' },
    indicators: [{ code: 'S', source, cumulates: 'span' }],
  })
  const wished = await makeProject(stage, {
    ...{ code: 'WISH', startsOn: '2026-01-01', endsOn: '2028-06-30' },
    indicators: [{ code: 'S', source, cumulates: 'sum' }],
  })
  const answer = mustParse(ProjectAnswer, (await stage.as('monitor').get(`/api/projects/${wished.project}`)).body)
  expect(answer.plan.indicators[0]?.cumulates).toBe('span')
  for (const period of ['2026-Q1', '2026-Q2']) await lock(stage, indicators['S'] ?? '', { period })
  expect(await valueOf(project, 'S', '2026-Q1')).toMatchObject({ told: { value: 3 }, cumulative: { value: 3 } })
  expect(await valueOf(project, 'S', '2026-Q2')).toMatchObject({ told: { value: 1 }, cumulative: { value: 3 } })
})

const typed = (numerator: number, denominator?: number, parts: readonly object[] = []) => ({
  typed: { numerator, ...(denominator === undefined ? {} : { denominator }), parts },
  evidence: { what: 'Registre du service, feuille 4' },
})

test('a share of nothing is not applicable; nobody verifies or locks what they wrote; typed values need evidence', async () => {
  const manual = { kind: 'manual', touchesPersons: false, by: [] }
  const { project, indicators } = await makeProject(stage, {
    ...{ code: 'HAND', startsOn: '2026-01-01', endsOn: '2028-06-30' },
    indicators: [{ code: 'A', unit: 'percent', source: manual }],
  })
  const id = indicators['A'] ?? ''
  const draft = (key: string, more: object) => stage.as(key).post(`/api/indicators/${id}/drafts`, { period: '2026-Q1', ...more })
  expect(codeOf(await draft('monitor', {}))).toBe('typed-value-needed')
  expect(codeOf(await draft('monitor', { typed: { numerator: 0, denominator: 0, parts: [] } }))).toBe('evidence-needed')
  subjectOf(await draft('manager', typed(0, 0)))
  expect(codeOf(await stage.as('manager').post(`/api/indicators/${id}/verifications`, { period: '2026-Q1' }))).toBe('own-value')
  expect((await stage.as('monitor').post(`/api/indicators/${id}/verifications`, { period: '2026-Q1' })).status).toBe(403)
  await lock(stage, id, { period: '2026-Q1', ...typed(0, 0) })
  expect(await valueOf(project, 'A', '2026-Q1')).toMatchObject({ told: { state: 'not-applicable', value: null } })

  await lock(stage, id, { period: '2026-Q2', ...typed(3, 4) })
  expect(await valueOf(project, 'A', '2026-Q2')).toMatchObject({ told: { value: 75 }, cumulative: { value: 75 } })
  const propose = (key: string) =>
    stage
      .as(key)
      .post(`/api/indicators/${id}/restatement-proposals`, { period: '2026-Q2', ...typed(2, 4), reason: 'Une action comptée deux fois' })
  subjectOf(await propose('manager'))
  expect(codeOf(await stage.as('manager').post(`/api/indicators/${id}/restatements`, { period: '2026-Q2' }))).toBe('own-value')
  subjectOf(await propose('monitor'))
  subjectOf(await stage.as('manager').post(`/api/indicators/${id}/restatements`, { period: '2026-Q2' }))
  expect(await valueOf(project, 'A', '2026-Q2')).toMatchObject({
    ...{ told: { value: 50 }, cumulative: { value: 75 } },
    restated: { before: { value: 75 }, reason: 'Une action comptée deux fois' },
  })
})

const women = (numerator: number) => [{ by: 'sex', key: 'women', numerator }]
test('what was restated between the draft of the next quarter and its lock is counted in the one after', async () => {
  onDay('2026-10-02')
  const manual = { kind: 'manual', touchesPersons: false, by: ['sex'] }
  const { project, indicators } = await makeProject(stage, {
    ...{ code: 'BETW', startsOn: '2026-01-01', endsOn: '2028-06-30' },
    indicators: [{ code: 'A', source: manual }],
  })
  const id = indicators['A'] ?? ''
  // What leaves beside a cumulative figure is of the same state as it.
  const counted = async () => {
    const { database, modules, tenant } = world.program
    const door = projectsDoor({ database, places: modules.places.door, secret: '', measures: () => [] })
    const found = await database.read((tx) => door.publication(tx, tenant, project))
    return found?.indicators[0]?.values.map((one) => one.counted[0]?.value)
  }
  const act = async (key: string, what: string, data: object) => subjectOf(await stage.as(key).post(`/api/indicators/${id}/${what}`, data))
  await lock(stage, id, { period: '2026-Q1', ...typed(100, undefined, women(100)) })
  await act('monitor', 'drafts', { period: '2026-Q2', ...typed(50, undefined, women(50)) })
  onDay('2026-10-03')
  await act('monitor', 'restatement-proposals', {
    period: '2026-Q1',
    ...typed(80, undefined, women(80)),
    reason: 'Vingt étaient d’un autre projet',
  })
  await act('manager', 'restatements', { period: '2026-Q1' })
  onDay('2026-10-04')
  for (const what of ['verifications', 'locks']) await act('manager', what, { period: '2026-Q2' })
  expect(await valueOf(project, 'A', '2026-Q2')).toMatchObject({ cumulative: { value: 150 } })
  expect(await counted()).toEqual([100, 50])
  onDay('2026-10-05')
  await lock(stage, id, { period: '2026-Q3', ...typed(10, undefined, women(10)) })
  expect(await valueOf(project, 'A', '2026-Q3')).toMatchObject({ cumulative: { value: 140 } })
  expect(await counted()).toEqual([80, 50, 10])
  onDay('2026-07-14')
})

test('of persons fewer than ten are withheld, others rounded down; a figure that moved by a few is refused', async () => {
  const source = { kind: 'manual', touchesPersons: true, by: ['sex'] }
  const { project, indicators } = await makeProject(stage, {
    ...{ code: 'FEW', startsOn: '2026-01-01', endsOn: '2028-06-30' },
    indicators: [{ code: 'P', source }],
  })
  const id = indicators['P'] ?? ''
  const sexes = (women: number, men: number) => [
    { by: 'sex', key: 'women', numerator: women },
    { by: 'sex', key: 'men', numerator: men },
  ]
  const draft = (women: number, men: number) =>
    stage.as('monitor').post(`/api/indicators/${id}/drafts`, { period: '2026-Q1', ...typed(women + men, undefined, sexes(women, men)) })
  subjectOf(await draft(37, 4))
  const value = await valueOf(project, 'P', '2026-Q1')
  // Thirty women beside forty in all would say that there was a man, and fewer than ten.
  expect(value).toMatchObject({ told: { value: 40 }, touchesPersons: true })
  expect(value?.parts.map(({ state }) => state)).toEqual(['withheld', 'withheld'])
  expect(JSON.stringify(await table(project))).not.toMatch(/:(37|41|4)[,}]/)
  expect(codeOf(await draft(46, 4))).toBe('value-moved-by-few')
  // Told by sex in one of two tables only, the parts would bound each other in the other.
  expect(codeOf(await draft(47, 24))).toBe('value-moved-by-few')
  subjectOf(await draft(61, 5))
  for (const wrong of [37.5, -3]) expect(codeOf(await draft(wrong, 4))).toBe('persons-are-whole')
  expect(
    codeOf(await stage.as('monitor').post(`/api/indicators/${id}/drafts`, { period: '2026-Q1', ...typed(90, undefined, sexes(60, 10)) })),
  ).toBe('parts-do-not-add-up')
})

test('a report asks for reasons above 15 %, is frozen by who did not write in it, read again exactly, and compared with the next', async () => {
  onDay('2026-07-20')
  const milestones = [{ on: '2026-06-30', value: 10 }]
  const { project, output, objective, indicators } = await makeProject(stage, {
    ...{ code: 'REP', startsOn: '2026-01-01', endsOn: '2028-06-30', indicators: [{ ...VISITS, milestones }] },
    more: { due: [{ id: newId(), from: '2026-01-01', until: '2026-06-30', dueOn: '2026-07-31' }] },
  })
  const visits = indicators['V'] ?? ''
  for (const period of ['2026-Q1', '2026-Q2']) await lock(stage, visits, { period })
  subjectOf(
    await stage
      .as('monitor')
      .post(`/api/projects/${project}/spendings`, { line: 'B1', period: '2026-Q2', cents: 250_000, evidence: 'Journal' }),
  )
  const report = newId()
  const begin = { id: report, project, from: '2026-01-01', until: '2026-06-30' }
  expect((await stage.as('monitor').send('/api/donor-reports', begin)).body).toEqual({ report })
  const read = async (key: string) => mustParse(DonorReportAnswer, (await stage.as(key).get(`/api/donor-reports/${report}`)).body)
  const { draft } = await read('monitor')
  expect(draft?.results.at(-1)?.indicators[0]).toMatchObject({
    ...{ inPeriod: { value: 4 }, cumulative: { value: 4 }, expected: 10, deviation: -600, needsReason: true, ofTarget: 40 },
  })
  expect(draft?.money[0]).toMatchObject({ inPeriod: 250_000, until: 250_000 })
  const freeze = (key: string, data: object) => stage.as(key).post(`/api/donor-reports/${report}/freezings`, data)
  const contents = () =>
    world.program.database.read(async (tx) => {
      const { rows } = await sql<{ readonly n: number }>`select count(*)::int as n from donor_report_content`.execute(tx)
      return rows[0]?.n
    })
  const refused = await freeze('manager', { gapsSeen: draft?.gaps ?? 0 })
  expect(refused.body).toMatchObject({ refusal: { code: 'variance-needs-reason', facts: { indicators: ['V'] } } })
  expect((await stage.as('donor').get(`/api/donor-reports/${report}`)).status).toBe(404)

  const write = (section: string, said: string, key = 'monitor') =>
    stage.as(key).send(`/api/donor-reports/${report}/texts`, { section, text: said })
  await write(`variance:${visits}`, 'Les pistes étaient coupées.')
  await write(`result:${output}`, 'Quatre visites ont eu lieu.')
  expect(codeOf(await write('other', 'x'))).toBe('donor-report-no-such-section')
  const gapsSeen = (await read('manager')).gaps.length
  expect(codeOf(await freeze('manager', { gapsSeen: gapsSeen + 1 }))).toBe('donor-report-gaps-changed')
  expect(await contents()).toBe(0)
  subjectOf(await freeze('manager', { gapsSeen }))
  expect(await contents()).toBe(1)
  const [first] = (await read('donor')).report.frozen
  const number = first?.number ?? ''
  expect(number).toMatch(/^DR-2026-\d{4}-1$/)
  expect((await read('donor')).draft).toBeNull()
  const raw = () => stage.as('donor').bytes(`/donor-reports/frozen/${number}/json`)
  const bytes = (await raw()).body
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(first?.sha256)
  expect(codeOf(await freeze('manager', { gapsSeen }))).toBe('donor-report-nothing-new')

  await write(`result:${objective}`, 'L’objectif est encore loin.')
  const later = { gapsSeen: gapsSeen - 1 }
  expect(codeOf(await freeze('manager', later))).toBe('donor-report-correction-needs-reason')
  subjectOf(await freeze('manager', { ...later, correctionReason: 'Un texte manquait.' }))
  expect(Buffer.compare((await raw()).body, bytes)).toBe(0)
  const reopened = mustParse(FrozenAnswer, (await stage.as('donor').get(`/api/frozen-donor-reports/${number}`)).body)
  expect(reopened).toMatchObject({ isWhole: true, supersededBy: number.replace(/1$/, '2'), document: { number } })
  const query = `before=${number}&after=${number.replace(/1$/, '2')}`
  const comparison = mustParse(Comparison, (await stage.as('donor').get(`/api/donor-report-comparisons?${query}`)).body)
  expect(comparison.texts).toEqual([{ key: 'result:O', title: 'O Objectif', before: null, after: 'L’objectif est encore loin.' }])

  const print = await stage.as('donor').get(`/donor-reports/frozen/${number}/print?language=fr`)
  expect(print.body).toContain('Les pistes étaient coupées.')
  expect(print.body).toContain(first?.sha256)
  expect(print.body).toContain('-60')
  for (const form of ['docx', 'xlsx'])
    expect((await stage.as('donor').bytes(`/donor-reports/frozen/${number}/${form}`)).body.slice(0, 2)).toEqual(Buffer.from('PK'))
  const { calendar } = mustParse(DonorReportList, (await stage.as('donor').get('/api/donor-reports')).body)
  expect(calendar).toContainEqual(expect.objectContaining({ projectCode: 'REP', state: 'frozen', frozen: number.replace(/1$/, '2') }))
})

test('who pays reads locked values alone; a plan is written on the version that was read; an indicator with values stays', async () => {
  const { project, indicators } = await makeProject(stage, {
    code: 'WHO',
    startsOn: '2026-01-01',
    endsOn: '2028-06-30',
    indicators: [VISITS],
  })
  subjectOf(await stage.as('monitor').post(`/api/indicators/${indicators['V']}/drafts`, { period: '2026-Q1' }))
  expect((await table(project, 'donor')).rows[0]?.values).toEqual([])
  expect((await table(project, 'witness')).lockedOnly).toBe(true)
  expect((await stage.as('donor').get(`/api/projects/${project}/quality`)).status).toBe(403)
  const plan = { results: [], indicators: [], activities: [], budget: [], due: [] }
  const revise = (basedOn: number) => stage.as('manager').post(`/api/projects/${project}/plans`, { plan, basedOn, reason: 'x' })
  expect(codeOf(await revise(0))).toBe('plan-changed-since')
  expect(codeOf(await revise(1))).toBe('indicator-has-values')
})

test('a place of help to people is not kept finer than a province; a place that nobody knows is refused', async () => {
  const activity = (more: object) => ({
    ...{ id: newId(), code: 'A1', title: { fr: 'Aide' }, sector: 'protection', modality: 'service', province: 'XL1', territoire: null },
    ...{ startsOn: '2026-01-01', endsOn: '2026-12-31', status: 'ongoing', beneficiary: 'survivors', targeted: null, reachedBy: null },
    ...{ isProtection: true, ...more },
  })
  const { project, output } = await makeProject(stage, { code: 'SAFE', startsOn: '2026-01-01', endsOn: '2028-06-30', indicators: [] })
  const answer = mustParse(ProjectAnswer, (await stage.as('monitor').get(`/api/projects/${project}`)).body)
  const revise = (more: object) => {
    const plan = { ...answer.plan, activities: [activity({ result: output, ...more })] }
    return stage.as('monitor').post(`/api/projects/${project}/plans`, { plan, basedOn: answer.version, reason: 'x' })
  }
  expect(codeOf(await revise({ territoire: 'XL102' }))).toBe('plan-protected-place')
  expect(codeOf(await revise({ isProtection: false, territoire: 'XL102' }))).toBe('plan-protected-place')
  expect(codeOf(await revise({ province: 'CD99' }))).toBe('plan-unknown-area')
  subjectOf(await revise({}))
})

test('a project is prolonged with a reason; earlier heads stay, locked values keep theirs, no quarter in use leaves it', async () => {
  onDay('2026-07-20')
  const days = { startsOn: '2026-01-01', endsOn: '2026-03-31' }
  const { project, indicators } = await makeProject(stage, { code: 'HEAD', ...days, indicators: [VISITS] })
  const visits = indicators['V'] ?? ''
  await lock(stage, visits, { period: '2026-Q1' })
  const locked = await valueOf(project, 'V', '2026-Q1')
  expect(codeOf(await stage.as('monitor').post(`/api/indicators/${visits}/drafts`, { period: '2026-Q2' }))).toBe('period-outside-project')
  const read = async () => mustParse(ProjectAnswer, (await stage.as('monitor').get(`/api/projects/${project}`)).body)
  const { code, organisation, ...was } = (await read()).opened
  const revise = (more: object, basedOn: number, key = 'monitor') =>
    stage.as(key).post(`/api/projects/${project}/heads`, { head: { ...was, ...more }, basedOn, reason: 'Avenant 1' })
  expect((await revise({ endsOn: '2026-12-31' }, 0, 'donor')).status).toBe(403)
  expect(codeOf(await revise({}, 0))).toBe('head-nothing-new')
  const longer = { donor: 'Autre fonds inventé', endsOn: '2026-12-31', isProtection: true }
  subjectOf(await revise(longer, 0))
  expect(codeOf(await revise(longer, 0))).toBe('head-changed-since')
  expect(codeOf(await revise(longer, 1))).toBe('head-nothing-new')
  expect(codeOf(await revise({ ...longer, isProtection: false }, 1))).toBe('project-protection-stays')
  expect(codeOf(await revise({ ...longer, startsOn: '2026-04-01' }, 1))).toBe('project-quarter-in-use')
  expect(codeOf(await revise({ ...longer, endsOn: '2025-12-31' }, 1))).toBe('project-days-reversed')
  const after = await read()
  expect(after.opened).toEqual({ code, organisation, ...was, ...longer })
  expect(after.heads).toEqual([expect.objectContaining({ version: 1, reason: 'Avenant 1', was })])
  expect(await valueOf(project, 'V', '2026-Q1')).toEqual(locked)
  await lock(stage, visits, { period: '2026-Q2' })
  subjectOf(await revise({ ...longer, donorRef: 'XM-DAC-99999' }, 1))
  expect((await read()).heads.map(({ version }) => version)).toEqual([1, 2])
})

test('a spending that was mistyped is taken back once, with its reason; both stay, and the sums are right', async () => {
  const days = { startsOn: '2026-01-01', endsOn: '2026-12-31' }
  const { project } = await makeProject(stage, { code: 'PAY', ...days, indicators: [] })
  const post = (what: string, data: object, key = 'monitor') => stage.as(key).post(`/api/projects/${project}/${what}`, data)
  const spend = async (cents: number) => subjectOf(await post('spendings', { line: 'B1', period: '2026-Q2', cents, evidence: 'Journal' }))
  await spend(2_500_000)
  await spend(250_000)
  expect(codeOf(await post('spending-reversals', { number: 3, reason: 'Un zéro de trop' }))).toBe('unknown-spending')
  expect((await post('spending-reversals', { number: 1, reason: 'Un zéro de trop' }, 'donor')).status).toBe(403)
  subjectOf(await post('spending-reversals', { number: 1, reason: 'Un zéro de trop' }))
  expect(codeOf(await post('spending-reversals', { number: 1, reason: 'Encore' }))).toBe('spending-reversed-already')
  const read = async () => mustParse(ProjectAnswer, (await stage.as('monitor').get(`/api/projects/${project}`)).body)
  const { opened, spending } = await read()
  expect(spending[0]).toMatchObject({ spent: 250_000, byPeriod: [{ period: '2026-Q2', cents: 250_000 }] })
  const report = newId()
  await stage.as('monitor').send('/api/donor-reports', { id: report, project, from: '2026-01-01', until: '2026-06-30' })
  const { draft } = mustParse(DonorReportAnswer, (await stage.as('monitor').get(`/api/donor-reports/${report}`)).body)
  expect(draft?.money[0]).toMatchObject({ inPeriod: 250_000, until: 250_000 })
  // The head that is revised afterwards forgets none of it.
  const { code: _code, organisation: _organisation, ...head } = opened
  subjectOf(await post('heads', { head: { ...head, donor: 'Autre fonds' }, basedOn: 0, reason: 'Avenant' }))
  expect((await read()).spendings).toEqual([
    expect.objectContaining({ number: 1, cents: 2_500_000, reversed: expect.objectContaining({ reason: 'Un zéro de trop' }) }),
    expect.objectContaining({ number: 2, cents: 250_000, reversed: null }),
  ])
})
