/*
What is taken back after its quarter was locked: the locked value stays; data quality says that the record keeps less, of persons only from ten on; a restatement is proposed from the record
with its reason and accepted by another person, and the next period counts the difference. Nobody types over what a measure answers, and asking again tells of no few.
*/
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { codeOf, lock, makeProject } from '../../../../test/project-bed.ts'
import { publishCampaign } from '../../../../test/world/campaign-scenes.ts'
import { subjectOf } from '../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { listOf, looseRecord, mustParse, text } from '../../../kernel/schema.ts'
import { QualityAnswer, ValueTable } from '../contract-values.ts'

const world = await freshDatabase()
let stage: Stage
let campaign = ''
const onDay = (day: string): string => stage.onDay((Date.parse(day) - Date.parse(stage.today)) / 86_400_000)
beforeAll(async () => {
  stage = await openStage(world, 780)
  onDay('2026-01-02')
  const plan = { title: 'Le travail qu’on te promet', theme: 'Fausses offres de travail', audience: ['diggers'], channels: ['theatre'] }
  const where = {
    languages: ['fr'],
    from: '2026-01-05',
    until: '2026-12-20',
    places: [{ province: 'XL1', territoire: 'XL102', place: 'Rive' }],
  }
  campaign = subjectOf(await stage.as('trainer').post('/api/campaigns', { ...plan, ...where }))
  await publishCampaign(stage, campaign)
  onDay('2026-07-08')
  return () => stage.app.close()
}, 120_000)

/** Persons counted on a day; what is told of them is rounded, so the numbers name themselves. */
async function reach(on: string, women: number, men: number): Promise<string> {
  const counted = [
    { sex: 'woman', age: '25-34', persons: women },
    { sex: 'man', age: '25-34', persons: men },
  ]
  const before = await idsOfReach()
  subjectOf(
    await stage
      .as('trainer')
      .post(`/api/campaigns/${campaign}/reach`, { kind: 'direct', on, channel: 'theatre', province: 'XL1', counted }),
  )
  return (await idsOfReach()).find((id) => !before.includes(id)) ?? ''
}
const Shown = looseRecord({ counts: listOf(looseRecord({ id: text() })) })
const idsOfReach = async (): Promise<readonly string[]> => {
  const { body } = await stage.as('trainer').get(`/api/campaigns/${campaign}`)
  return mustParse(Shown, body).counts.map(({ id }) => id)
}
const takeBack = async (id: string): Promise<void> => {
  subjectOf(await stage.as('trainer').post(`/api/campaigns/${campaign}/reach-withdrawals`, { reach: id, reason: 'Compté deux fois' }))
}
const valueOf = async (project: string, period: string) =>
  mustParse(ValueTable, (await stage.as('monitor').get(`/api/projects/${project}/values`)).body).rows[0]?.values.find(
    (one) => one.period === period,
  )
const less = async (project: string) =>
  mustParse(QualityAnswer, (await stage.as('monitor').get(`/api/projects/${project}/quality`)).body).lines.filter(
    ({ what }) => what === 'record-says-less',
  )
const REACHED = { code: 'R', source: { kind: 'measure', measure: 'outreach.direct-reach', by: ['sex'] } }
const given = (code: string) => ({ code, startsOn: '2026-01-01', endsOn: '2028-06-30', indicators: [REACHED] })
const propose = (indicator: string, more: object = {}) =>
  stage.as('monitor').post(`/api/indicators/${indicator}/restatement-proposals`, {
    ...{ period: '2026-Q1', reason: 'Un chiffre compté deux fois a été retiré', evidence: { what: 'Registre, interrogé de nouveau' } },
    ...more,
  })

test('fewer than ten taken back are neither told nor denied; from ten on data quality tells, and the restatement comes from the record', async () => {
  await reach('2026-01-20', 60, 50)
  const few = await reach('2026-02-02', 2, 2)
  const many = await reach('2026-02-20', 24, 21)
  onDay('2026-07-10')
  const { project, indicators } = await makeProject(stage, given('VOID'))
  const id = indicators['R'] ?? ''
  onDay('2026-07-11')
  await lock(stage, id, { period: '2026-Q1' })
  const locked = await valueOf(project, '2026-Q1')
  expect(locked).toMatchObject({ told: { value: 150 }, cumulative: { value: 150 } })
  expect(await less(project)).toEqual([])
  expect(codeOf(await propose(id))).toBe('restatement-nothing-new')

  onDay('2026-07-12')
  await takeBack(few)
  expect(await less(project)).toEqual([])
  // 159 became 155: nothing that is told differs; and 150 of 159 to 149 would be refused in the same words.
  expect(codeOf(await propose(id))).toBe('restatement-nothing-new')
  expect(codeOf(await propose(id, { typed: { numerator: 1, parts: [] } }))).toBe('value-comes-from-record')

  onDay('2026-07-13')
  await takeBack(many)
  expect(await valueOf(project, '2026-Q1')).toEqual(locked)
  const [line, ...others] = await less(project)
  expect(others).toEqual([])
  expect(line).toMatchObject({
    ...{ kind: 'contradictory', code: 'R', period: '2026-Q1', who: 'writer', number: 110 },
    less: { locked: { value: 150 }, now: { value: 110 }, unit: 'number', measure: 'outreach.direct-reach' },
  })
  // What came after the lock belongs to the next period, and not into the restatement.
  await reach('2026-03-03', 15, 15)
  subjectOf(await propose(id))
  expect(await less(project)).toEqual([])
  expect((await stage.as('monitor').post(`/api/indicators/${id}/restatements`, { period: '2026-Q1' })).status).toBe(403)
  subjectOf(await stage.as('manager').post(`/api/indicators/${id}/restatements`, { period: '2026-Q1' }))
  expect(await valueOf(project, '2026-Q1')).toMatchObject({
    ...{ told: { value: 110 }, sha256: locked?.sha256, measure: 'outreach.direct-reach' },
    restated: { before: { value: 150 }, reason: 'Un chiffre compté deux fois a été retiré' },
  })
  expect(await less(project)).toEqual([])
  await reach('2026-05-05', 20, 20)
  await lock(stage, id, { period: '2026-Q2' })
  const next = await valueOf(project, '2026-Q2')
  // 150 locked − 40 restated + 30 late + 40 of the quarter.
  expect(next).toMatchObject({ told: { value: 40 }, cumulative: { value: 180 } })
  expect(next?.late).toEqual([expect.objectContaining({ period: '2026-Q1', told: expect.objectContaining({ value: 30 }) })])
})

test('a draft that is asked for again stays as it was while fewer than ten lie between, to the instant; from ten on it is new', async () => {
  const { project, indicators } = await makeProject(stage, given('AGAIN'))
  const id = indicators['R'] ?? ''
  const draft = async () => subjectOf(await stage.as('monitor').post(`/api/indicators/${id}/drafts`, { period: '2026-Q1' }))
  await draft()
  const first = await valueOf(project, '2026-Q1')
  onDay('2026-07-20')
  await draft()
  expect(await valueOf(project, '2026-Q1')).toEqual(first)
  // Nine more carry the tens over, and nobody is to see it.
  await reach('2026-03-20', 5, 4)
  onDay('2026-07-21')
  await draft()
  expect(await valueOf(project, '2026-Q1')).toEqual(first)
  await reach('2026-03-21', 15, 15)
  onDay('2026-07-22')
  await draft()
  const now = await valueOf(project, '2026-Q1')
  expect(now?.told.value).toBeGreaterThan(first?.told.value ?? 0)
  expect(now?.asOf).not.toBe(first?.asOf)
})
