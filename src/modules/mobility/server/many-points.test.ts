/* Monitoring points without number: the last of many is known, its counts are taken and stand in every answer. */
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { subjectOf } from '../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { Flows, PointDetail, Points } from '../contract.ts'

const world = await freshDatabase()
let stage: Stage
let last = ''
beforeAll(async () => {
  stage = await openStage(world, 400)
  stage.onDay(0)
  // Its code comes after those of all others.
  const opened = { code: 'ZZZ', name: 'La dernière piste', type: 'mine-access', area: 'XL102', from: '2026-01-01' }
  last = subjectOf(await stage.as('monitor').post('/api/flow-points', opened))
  const plain = new pg.Client({ connectionString: world.connectionString })
  await plain.connect()
  await plain.query(`
    insert into flow_point (tenant_id, id, code, area, acts)
    select p.tenant_id, gen_random_uuid(), 'M' || lpad(n::text, 5, '0'), p.area, jsonb_set(p.acts, '{0,payload,code}', to_jsonb('M' || lpad(n::text, 5, '0')))
    from flow_point p cross join generate_series(1, 1200) n`)
  await plain.end()
  return () => stage.app.close()
}, 60_000)

test('the last of more than a thousand points takes counts, and a count of it is withdrawn', async () => {
  const group = { hour: 9, direction: 'in', size: 12, women: null, men: null, girls: null, boys: null, under5: null }
  const groups = [{ ...group, transport: 'foot', reason: null, stay: null }]
  subjectOf(await stage.as('enumerator').post('/api/flow-counts', { point: last, day: '2026-06-01', groups }))
  const wrong = subjectOf(await stage.as('enumerator').post('/api/flow-counts', { point: last, day: '2026-06-01', groups }))
  subjectOf(await stage.as('monitor').post(`/api/flow-counts/${wrong}/withdrawals`, { reason: 'counted-twice' }))
  const days = 'from=2026-06-01&until=2026-06-01'
  expect(mustParse(Points, (await stage.as('enumerator').get('/api/flow-points')).body).points).toHaveLength(1201)
  const { points } = mustParse(Flows, (await stage.as('monitor').get(`/api/flows?${days}`)).body)
  expect([points.length, points.find(({ point }) => String(point.id) === last)?.passages]).toEqual([1201, 12])
  const detail = await stage.as('monitor').get(`/api/flow-points/${last}/flows?${days}`)
  expect(mustParse(PointDetail, detail.body).flow.passages).toBe(12)
})
