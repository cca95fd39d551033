/* Red flags from live data: figures that cannot be (L2), roads through countries of suspected transit (L3). Whose word counts for whom. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { subjectOf } from '../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { type FoundFlag, RiskDetail, ScreeningAnswer } from '../contract.ts'

const world = await freshDatabase()
let stage: Stage
beforeAll(async () => {
  stage = await openStage(world, 30)
  return () => stage.app.close()
})

const declare = async (who: string, place: object) =>
  subjectOf(await stage.as(who).post('/api/risk-declarations', { place, source: 'Étude de l’année', why: 'À revoir chaque trimestre.' }))
async function flags(): Promise<readonly FoundFlag[]> {
  const path = `/api/risk-screening?exporter=${stage.organisation('exporter')}`
  return mustParse(ScreeningAnswer, (await stage.as('exporter').get(path)).body).flags
}
const withdraw = async (who: string, declaration: string) =>
  void subjectOf(await stage.as(who).post(`/api/risk-declarations/${declaration}/withdrawals`, { reason: 'étude refaite' }))
const month = (): string => addDays(stage.today, -70).slice(0, 7)
async function figure(what: string, massGrams: number): Promise<void> {
  const place = { kind: 'tenant', code: '-' }
  const said = { place, mineral: 'Sn', month: month(), what, massGrams, source: 'Statistique nationale', evidence: 'S' }
  subjectOf(await stage.as('planner').post('/api/plausibility/figures', said))
}

test('L2 by the word of an authority alone is alleged', async () => {
  expect(await flags()).toEqual([])
  await declare('planner', { kind: 'country', country: 'CD', about: 'small-output' })
  expect(await flags()).toMatchObject([{ flag: 'L2', why: 'flag.l2-declared', grade: 'alleged', mark: 'V', facts: { place: 'CD' } }])
})

test('L2: more goes out of the country than it produced; the open finding of F24 is the flag, with its case', async () => {
  await figure('exported', 2_485_000)
  await figure('produced', 872_000)
  await world.program.modules.custody.scan('cd', 'test')
  const found = await flags()
  expect(found).toMatchObject([
    {
      flag: 'L2',
      subject: { kind: 'organisation' },
      why: 'flag.l2',
      facts: { place: 'CD', source: 'F24' },
      grade: 'reasonable',
      mark: 'V',
      risk: null,
    },
  ])
  expect(found[0]?.facts.other).toBe(`Sn ${month().split('-').toReversed().join('-')}`)
  await stage.as('exporter').post('/api/risk-screenings', { exporter: stage.organisation('exporter') })
  const [cased] = await flags()
  const risk = mustParse(RiskDetail, (await stage.as('exporter').get(`/api/risks/${cased?.risk}`)).body)
  expect(risk).toMatchObject({ summary: { code: 'L2', state: 'case-open', response: 'enhanced', openAsks: 3 } })
  expect(risk.asks.map((one) => one.ask)).toEqual(['figures-compared', 'stocks-seen', 'other-origin'])
})

test('L3: a declared road through a country that somebody holds to be one of transit', async () => {
  await declare('exporter', { kind: 'route', route: 'Kiwanja –  Bunagana', countries: ['CD', 'UG'] })
  const l3 = async () => (await flags()).filter((one) => one.flag === 'L3')
  expect(await l3()).toEqual([])
  const theirs = await declare('scheme', { kind: 'country', country: 'UG', about: 'transit' })
  expect(await l3()).toMatchObject([
    {
      ...{ subject: { kind: 'route', route: 'kiwanja – bunagana' }, why: 'flag.l3', grade: 'reasonable', mark: 'V' },
      facts: { place: 'UG', source: 'Étude de l’année' },
    },
  ])
  await withdraw('scheme', theirs)
  expect(await l3()).toEqual([])
  await declare('planner', { kind: 'country', country: 'RW', about: 'transit' })
  expect(await l3()).toEqual([])
  await declare('exporter', { kind: 'country', country: 'UG', about: 'transit' })
  expect(await l3()).toMatchObject([{ facts: { place: 'UG' } }])
})
