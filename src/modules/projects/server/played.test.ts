/* The project of the demonstration: locked quarters, a late visit counted once in a later one, a frozen report, one in work; files that leave; how fast its tables are. */
import { beforeAll, expect, test } from 'vitest'
import { freshProvince } from '../../../../test/played-province.ts'
import { type Client, signIn } from '../../../../test/world/client.ts'
import { DEMO_PASSWORD } from '../../../../test/world/accounts.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { MeasureList, ProjectList } from '../contract.ts'
import { DonorReportList } from '../contract-reports.ts'
import { COUNTED_BY } from '../domain/starters.ts'
import { QualityAnswer, ValueTable } from '../contract-values.ts'

const world = await freshProvince()
let monitor: Client
let donor: Client
beforeAll(async () => {
  const app = await world.program.createHttp(({ error }) => {
    throw error
  })
  monitor = await signIn(app, 'monitor@demo.chanzo.example', DEMO_PASSWORD)
  donor = await signIn(app, 'donor@demo.chanzo.example', DEMO_PASSWORD)
  return () => app.close()
}, 200_000)

test('a project of thirty months with eight indicators has locked quarters, a late visit counted once, and values that wait', async () => {
  const { projects } = mustParse(ProjectList, (await monitor.get('/api/projects')).body)
  const [project] = projects
  expect(project).toMatchObject({ code: 'LUK-30', indicators: 8 })
  const { rows } = mustParse(ValueTable, (await monitor.get(`/api/projects/${project?.id}/values`)).body)
  const visits = rows.find(({ code }) => code === 'I1')?.values ?? []
  expect(visits.filter(({ status }) => status === 'locked').length).toBeGreaterThanOrEqual(3)
  const late = visits.flatMap((one) => one.late)
  expect(late).toHaveLength(1)
  expect(late[0]).toMatchObject({ told: { value: 1 } })
  expect(rows.find(({ code }) => code === 'I3')?.values[0]).toMatchObject({ told: { state: 'not-applicable' } })
  const { lines } = mustParse(QualityAnswer, (await monitor.get(`/api/projects/${project?.id}/quality`)).body)
  expect(lines.some(({ what }) => what === 'not-verified')).toBe(true)
  expect(lines).toContainEqual(expect.objectContaining({ kind: 'late', code: 'I1', number: 1 }))
})
test('what is offered as counted is counted by a measure of this programme', async () => {
  const { measures, starters } = mustParse(MeasureList, (await monitor.get('/api/project-measures')).body)
  const ids = new Set(measures.map(({ id }) => id))
  const counted = starters.flatMap(({ key, source }) => (source.kind === 'measure' ? [[key, source.measure] as const] : []))
  expect(counted).toEqual(Object.entries(COUNTED_BY))
  expect(counted.filter(([, measure]) => !ids.has(measure))).toEqual([])
})
test('the donor reads locked values, a frozen report and the files; no territoire of help to people leaves', async () => {
  const { reports } = mustParse(DonorReportList, (await donor.get('/api/donor-reports')).body)
  expect(reports).toHaveLength(1)
  expect(reports[0]?.frozen).toHaveLength(1)
  const id = reports[0]?.project
  const csv = String((await donor.get(`/api/projects/${id}/activities/csv?language=fr`)).body)
  expect(csv.split('\r\n')[1]).toContain('#org,#org+impl')
  expect(csv.split('\r\n').find((line) => line.includes('Accompagnement'))).not.toContain('XL102')
  expect(String((await donor.get(`/api/projects/${id}/iati`)).body)).not.toMatch(/<point|level="2"/)
  expect((await donor.get(`/api/projects/${id}/activities/geojson`)).body).toMatchObject({
    features: [{}, {}, { properties: { level: 1 } }],
  })
})
