/*
Two projects that ask one measure of the same persons: their start and end days lie a day apart, and one person who came on that day tips a ten. Were quarters cut at the days of a project,
the two tables beside each other would tell of that person.
*/
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { makeProject } from '../../../../test/project-bed.ts'
import { publishCampaign } from '../../../../test/world/campaign-scenes.ts'
import { subjectOf } from '../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { ValueTable } from '../contract-values.ts'

const world = await freshDatabase()
let stage: Stage
let campaign = ''
const onDay = (day: string): string => stage.onDay((Date.parse(day) - Date.parse(stage.today)) / 86_400_000)
beforeAll(async () => {
  stage = await openStage(world, 780)
  onDay('2026-01-02')
  const plan = { title: 'Le travail qu’on te promet', theme: 'Fausses offres de travail', audience: ['diggers'], channels: ['theatre'] }
  const where = { from: '2026-01-05', until: '2026-12-20', places: [{ province: 'XL1', territoire: 'XL102', place: 'Rive' }] }
  campaign = subjectOf(await stage.as('trainer').post('/api/campaigns', { ...plan, languages: ['fr'], ...where }))
  await publishCampaign(stage, campaign)
  onDay('2026-07-08')
  return () => stage.app.close()
}, 120_000)

const reach = async (on: string, persons: number) =>
  subjectOf(
    await stage.as('trainer').post(`/api/campaigns/${campaign}/reach`, {
      ...{ kind: 'direct', on, channel: 'theatre', province: 'XL1' },
      counted: [{ sex: 'woman', age: '25-34', persons }],
    }),
  )
const toldTo = async (code: string, days: { readonly startsOn: string; readonly endsOn: string }) => {
  const indicators = [{ code: 'R', source: { kind: 'measure', measure: 'outreach.direct-reach', by: [] } }]
  const made = await makeProject(stage, { code, ...days, indicators })
  subjectOf(await stage.as('monitor').post(`/api/indicators/${made.indicators['R'] ?? ''}/drafts`, { period: '2026-Q1' }))
  const { rows } = mustParse(ValueTable, (await stage.as('monitor').get(`/api/projects/${made.project}/values`)).body)
  return rows[0]?.values.map(({ period, told, cumulative }) => ({ period, told: told.value, cumulative: cumulative.value }))
}
test('the day by which two projects differ tells of nobody who came on it', async () => {
  await reach('2026-02-14', 1)
  await reach('2026-03-02', 19)
  await reach('2026-03-20', 1)
  await reach('2026-03-21', 19)
  onDay('2026-07-10')
  const told = [{ period: '2026-Q1', told: 40, cumulative: 40 }]
  expect(await toldTo('FROM14', { startsOn: '2026-02-14', endsOn: '2028-06-30' })).toEqual(told)
  expect(await toldTo('FROM15', { startsOn: '2026-02-15', endsOn: '2028-06-30' })).toEqual(told)
  expect(await toldTo('TO20', { startsOn: '2025-11-01', endsOn: '2026-03-20' })).toEqual(told)
  expect(await toldTo('TO19', { startsOn: '2025-11-01', endsOn: '2026-03-19' })).toEqual(told)
})
