/* The register of foreign workers: numbers by area, a later sheet instead of the former, sources never added up, nothing below five, no number in the log. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Answer, subjectOf } from '../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { looseRecord, mustParse, text } from '../../../kernel/schema.ts'
import { WorkersTable, workerDimensions } from '../contract-workers.ts'

const world = await freshDatabase()
let stage: Stage
beforeAll(async () => {
  stage = await openStage(world, 60)
  stage.onDay(0)
  return () => stage.app.close()
}, 60_000)

const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const line = (n: number, more: object = {}) => ({
  ...{ sector: 'mining', nation: 'china', sex: 'male', age: '35-49', permit: 'valid', n },
  ...more,
})
const say = (lines: readonly object[], more: object = {}) =>
  stage.as('monitor').post('/api/foreign-workers', { area: 'XL102', quarter: '2026-Q3', source: 'labour-office', lines, ...more })
const table = async (query = '', key = 'monitor') => mustParse(WorkersTable, (await stage.as(key).get(`/api/foreign-workers${query}`)).body)
const shown = (n: number) => ({ is: 'shown', n })
const few = { is: 'few' }

test('a sheet is told rounded down, nothing below five, what is not known nowhere', async () => {
  subjectOf(await say([line(13), line(4, { sex: 'female' }), line(9, { nation: 'unknown' })]))
  const { rows, keeps } = await table()
  expect(rows).toHaveLength(1)
  expect([rows[0]?.area, rows[0]?.all, keeps]).toEqual(['XL102', shown(25), true])
  expect(rows[0]?.by.sex).toEqual([few, shown(20)])
  expect(rows[0]?.by.nation).toEqual([shown(15), ...workerDimensions.nation.slice(1).map(() => few)])
  expect(JSON.stringify(workerDimensions)).not.toContain('unknown')
})

test('the same numbers again are refused, others take their place, a withdrawn sheet is gone with its lines', async () => {
  expect(codeOf(await say([line(9, { nation: 'unknown' }), line(10), line(3), line(4, { sex: 'female' })]))).toBe('workers-sheet-there')
  subjectOf(await say([line(31)]))
  expect((await table()).rows.map(({ all }) => all)).toEqual([shown(30)])
  const taken = { area: 'XL102', quarter: '2026-Q3', source: 'labour-office', reason: 'mistyped' }
  subjectOf(await stage.as('monitor').post('/api/foreign-workers/withdrawals', taken))
  expect(codeOf(await stage.as('monitor').post('/api/foreign-workers/withdrawals', taken))).toBe('unknown-workers-sheet')
  expect((await table()).choices).toEqual([])
  const left = await world.program.database.read((tx) => sql`select 1 from workers_line`.execute(tx))
  expect(left.rows).toEqual([])
})

test('lines of one group may be more together than one line takes, and are read, replaced and withdrawn', async () => {
  subjectOf(await say([line(20_000), line(20_000)], { quarter: '2026-Q1' }))
  expect((await table('?quarter=2026-Q1')).rows.map(({ all }) => all)).toEqual([shown(40_000)])
  subjectOf(await say([line(20)], { quarter: '2026-Q1' }))
  const taken = { area: 'XL102', quarter: '2026-Q1', source: 'labour-office', reason: 'mistyped' }
  subjectOf(await stage.as('monitor').post('/api/foreign-workers/withdrawals', taken))
})

test('sources and quarters stand beside each other and are never added up', async () => {
  subjectOf(await say([line(20)]))
  subjectOf(await say([line(50)], { source: 'inspection' }))
  subjectOf(await say([line(60)], { quarter: '2026-Q2' }))
  const { choices } = await table()
  expect(choices).toHaveLength(3)
  expect((await table('?quarter=2026-Q3&source=inspection')).rows.map(({ all }) => all)).toEqual([shown(50)])
  expect((await table('?quarter=2026-Q2')).rows.map(({ all }) => all)).toEqual([shown(60)])
  expect((await table('?quarter=2025-Q1')).rows).toEqual([])
  expect((await stage.as('monitor').get('/api/foreign-workers?quarter=third')).status).toBe(400)
})

test('only areas of the register, quarters that have begun, and closed lists are taken: no field takes a name', async () => {
  expect(codeOf(await say([line(9)], { area: 'XL999' }))).toBe('workers-area-not-known')
  expect(codeOf(await say([line(9)], { quarter: '2031-Q1' }))).toBe('workers-quarter-not-begun')
  expect(codeOf(await say([line(9)], { quarter: 'Q3-2026' }))).toBe('workers-quarter-not-begun')
  for (const more of [{ name: 'x' }, { sector: 'Erdene LLC' }, { nation: 'CHN' }]) expect((await say([line(9, more)])).status).toBe(400)
  expect((await say([line(9)], { site: 'x' })).status).toBe(400)
  expect((await stage.as('enumerator').post('/api/foreign-workers', {})).status).toBe(403)
  expect((await stage.as('trader').get('/api/foreign-workers')).status).toBe(403)
})

test('the log says that a source spoke and holds no number, no group and no hash of them', async () => {
  const { rows } = await world.program.database.read((tx) =>
    sql<{ payload: object }>`select payload from log_event where subject like 'workers-sheet:%' and payload ? 'area'`.execute(tx),
  )
  expect(rows.length).toBeGreaterThan(3)
  for (const { payload } of rows) expect(Object.keys(payload).toSorted()).toEqual(['area', 'at', 'body', 'quarter', 'revision', 'source'])
  const { rows: columns } = await world.program.database.read((tx) =>
    sql<{ name: string }>`select column_name as name from information_schema.columns where table_name = 'workers_line' order by 1`.execute(
      tx,
    ),
  )
  expect(columns.map(({ name }) => name)).toEqual(['age', 'n', 'nation', 'permit', 'revision', 'sector', 'sex', 'sheet', 'tenant_id'])
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
})
