/* Flow monitoring over HTTP on a real database: points and their states, counts that are always taken, answers cut by the least cell, alerts, files, measures. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Answer, newId, subjectOf } from '../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { looseRecord, mustParse, text } from '../../../kernel/schema.ts'
import { Flows, PointDetail, Points } from '../contract.ts'
import { forgetOldRows, importFlows } from '../module.ts'
import { mobilityNotices } from './door-mobility.ts'
import { rowsFile } from './http-export.ts'
import { mobilityMeasures } from './measures.ts'

const world = await freshDatabase()
let stage: Stage
let road = ''
beforeAll(async () => {
  stage = await openStage(world, 400)
  stage.onDay(-200)
  road = await open('LUK-01')
  stage.onDay(0)
  return () => stage.app.close()
}, 60_000)

const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const open = async (code: string, more: object = {}): Promise<string> =>
  subjectOf(
    await stage.as('monitor').post('/api/flow-points', {
      ...{ code, name: `Route ${code}`, type: 'mine-access', area: 'XL102', from: addDays(stage.today, -200) },
      ...more,
    }),
  )
const group = (size: number, more: object = {}) => ({
  ...{
    hour: 9,
    direction: 'in',
    size,
    women: 0,
    men: size,
    girls: 0,
    boys: 0,
    under5: 0,
    transport: 'foot',
    reason: 'work-mining',
    stay: null,
  },
  ...more,
})
const count = (point: string, day: string, groups: readonly object[]) =>
  stage.as('enumerator').post('/api/flow-counts', { point, day, groups })
const detail = async (point: string, from: string, until: string) =>
  mustParse(PointDetail, (await stage.as('monitor').get(`/api/flow-points/${point}/flows?from=${from}&until=${until}`)).body)

test('what does not add up is taken, named, counted as passages and left out of the parts', async () => {
  const day = addDays(stage.today, -60)
  subjectOf(await count(road, day, [group(20, { women: 6, men: 14 }), group(9, { women: 1 })]))
  const { days, findings, parts, flow, sendings } = await detail(road, day, day)
  expect(days).toEqual([{ day, state: 'counted', passages: { is: 'shown', n: 29 }, misfits: 1 }])
  expect(findings).toEqual([{ day, hour: 9, size: 9, sum: 10 }])
  expect(parts).toEqual({ women: { is: 'shown', n: 5 }, men: { is: 'shown', n: 10 }, girls: { is: 'few' }, boys: { is: 'few' } })
  expect([flow.countedDays, flow.passages, flow.misfits, flow.minors]).toEqual([1, 29, 1, null])
  // What helps to mend is for who keeps points, who has the rows anyway.
  const read = mustParse(PointDetail, (await stage.as('dpo').get(`/api/flow-points/${road}/flows?from=${day}&until=${day}`)).body)
  expect([read.findings, read.flow.misfits, read.days[0]?.misfits, read.sendings[0]?.groups]).toEqual([[], null, null, null])
  expect(JSON.stringify(sendings)).not.toContain(stage.account('enumerator'))
})

test('a day on which nobody passed is counted, one on which nobody counted is not zero, one suspended says so', async () => {
  const point = await open('LUK-02')
  const at = (back: number): string => addDays(stage.today, -back)
  subjectOf(await stage.as('monitor').post(`/api/flow-points/${point}/suspensions`, { from: at(6), reason: 'security' }))
  expect(codeOf(await stage.as('monitor').post(`/api/flow-points/${point}/suspensions`, { from: at(6), reason: 'staff' }))).toBe(
    'flow-point-suspended',
  )
  expect(codeOf(await stage.as('monitor').post(`/api/flow-points/${point}/resumptions`, { from: at(9) }))).toBe('flow-day-before-the-last')
  subjectOf(await stage.as('monitor').post(`/api/flow-points/${point}/resumptions`, { from: at(4) }))
  subjectOf(await count(point, at(3), []))
  // An observation needs no open point.
  subjectOf(await count(point, at(5), [group(12)]))
  const { days, flow } = await detail(point, at(7), at(2))
  expect(days.map(({ state }) => state)).toEqual(['uncounted', 'counted', 'uncounted', 'counted', 'suspended', 'uncounted'])
  expect(days[1]?.passages).toEqual({ is: 'few' })
  expect([flow.countedDays, flow.suspendedDays, flow.uncountedDays, flow.passages, flow.fewDays]).toEqual([2, 1, 3, 12, 1])
})

test('a rush raises the alert with its figures, once a week, for who reads and for committees', async () => {
  const point = await open('LUK-03')
  for (let back = 112; back >= 1; back -= 4) subjectOf(await count(point, addDays(stage.today, -back), [group(back > 28 ? 10 : 25)]))
  const { flow } = await detail(point, addDays(stage.today, -30), stage.today)
  expect(flow.boom).toMatchObject({ is: 'alert', recent: 25, earlier: 10, recentDays: 7, earlierDays: 21 })
  const { database, modules, clock } = world.program
  const alerts = await database.read((tx) => modules.mobility.door.alerts(tx, 'cd'))
  const figures = { recent: 25, earlier: 10, recentDays: 7, earlierDays: 21, until: addDays(stage.today, -1) }
  expect(alerts.map(({ name, boom }) => [name, boom])).toEqual([['Route LUK-03', figures]])
  const asked = (now: string, ...may: readonly string[]) =>
    database.read((tx) => mobilityNotices.waiting(tx, { tenant: 'cd', capabilities: new Set(may), territory: 'everywhere' }, now))
  expect((await asked(clock(), 'mobility.read'))[0]).toMatchObject({ kind: 'flowAlerts', count: 1 })
  expect(await asked(clock(), 'sites.read')).toEqual([])
  subjectOf(await stage.as('monitor').post(`/api/flow-points/${point}/closings`, { from: stage.today }))
})

test('parts stand on whole months that are over; what is below the least is not even named, and nothing stands with its sum', async () => {
  const day = addDays(stage.today, -95)
  const from = { country: 'UGA', adm1: 'UG2' }
  const nationalities = [
    { iso3: 'COD', n: 9 },
    { iso3: 'BDI', n: 4 },
  ]
  const groups = [group(13, { nationalities, from: { country: 'RWA' } }), group(4, { from })]
  subjectOf(await count(road, day, groups))
  subjectOf(await count(road, addDays(stage.today, -1), groups))
  const read = async (first: string, last: string) =>
    mustParse(Flows, (await stage.as('dpo').get(`/api/flows?from=${first}&until=${last}`)).body)
  const flows = await read(day, day)
  const row = flows.nationalities.rows.find((one) => String(one.point) === road)
  expect(flows.months).toEqual([day.slice(0, 7)])
  expect(flows.nationalities.keys).toEqual(['COD'])
  expect(row?.cells).toEqual([{ is: 'shown', n: 5 }])
  expect(flows.origins).toEqual([{ key: 'RWA', name: 'RWA', passages: { is: 'shown', n: 10 } }])
  expect(JSON.stringify(flows)).not.toMatch(/UG2|BDI|transit|unknown/)
  expect([flows.keeps, flows.counts]).toEqual([false, false])
  const running = await read(addDays(stage.today, -1), stage.today)
  expect([running.months, running.origins, running.points.find(({ point }) => String(point.id) === road)?.passages]).toEqual([[], [], 17])
})

test('a withdrawn sending leaves all sums and stays to be seen with its reason', async () => {
  const point = await open('LUK-04')
  const day = addDays(stage.today, -3)
  subjectOf(await count(point, day, [group(30)]))
  const wrong = subjectOf(await count(point, day, [group(300)]))
  expect((await stage.as('enumerator').post(`/api/flow-counts/${wrong}/withdrawals`, { reason: 'mistyped' })).status).toBe(403)
  subjectOf(await stage.as('manager').post(`/api/flow-counts/${wrong}/withdrawals`, { reason: 'mistyped' }))
  expect(codeOf(await stage.as('manager').post(`/api/flow-counts/${wrong}/withdrawals`, { reason: 'mistyped' }))).toBe(
    'flow-count-withdrawn',
  )
  const { flow, sendings } = await detail(point, day, day)
  expect(flow.passages).toBe(30)
  expect(sendings.map(({ withdrawn }) => withdrawn).toSorted()).toEqual(['mistyped', null].toSorted())
})

test('only what cannot be is refused: a day to come, a point that nobody knows, a code that is taken', async () => {
  expect(codeOf(await count(road, addDays(stage.today, 1), []))).toBe('flow-day-in-the-future')
  expect(codeOf(await count(newId(), stage.today, []))).toBe('unknown-flow-point')
  const again = { code: 'LUK-01', name: 'x', type: 'transport-hub', area: 'XL102', from: stage.today }
  expect(codeOf(await stage.as('monitor').post('/api/flow-points', again))).toBe('flow-point-code-taken')
  expect(codeOf(await stage.as('monitor').post('/api/flow-points', { ...again, code: 'N', area: 'XL999' }))).toBe(
    'flow-point-place-not-known',
  )
  expect((await stage.as('monitor').get('/api/flows?from=2026-02-01&until=2026-01-01')).status).toBe(400)
  expect((await stage.as('trader').get('/api/flows')).status).toBe(403)
  expect(mustParse(Points, (await stage.as('enumerator').get('/api/flow-points')).body)).toMatchObject({ counts: true, keeps: false })
})

const head = 'point_code,date,direction,group_size,women,men,girls,boys,nationalities\r\n#loc+code,#date,#movement,#affected,,,,,\r\n'
const file = (lines: readonly string[]) =>
  async function* () {
    yield await Promise.resolve(`${head}${lines.join('\r\n')}\r\n`)
  }
const imported = async (lines: readonly string[], dryRun = false) => {
  const { database, log, tenant, clock } = world.program
  const actor = { account: 'operator', organisation: null, role: null }
  const outcome = await importFlows({ database, log, tenant, clock, actor, dryRun, open: file(lines) })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
test('a file is tried, taken once, goes on where it was longer, and names its damaged lines', async () => {
  const point = await open('LUK-05')
  const lines = [
    'LUK-05,2026-06-01,IN,6,2,4,0,0,COD',
    'LUK-05,2026-06-01,IN,6,2,4,0,0,COD',
    'LUK-05,2026-06-02,OUT,9,1,1,1,1,',
    'NOWHERE,2026-06-02,IN,1,,,,,',
  ]
  expect(await imported(lines, true)).toMatchObject({ rows: 4, added: 3, misfits: 1, rejected: 1, dryRun: true })
  expect((await detail(point, '2026-06-01', '2026-06-02')).flow.countedDays).toBe(0)
  const first = await imported(lines)
  expect(first).toMatchObject({
    added: 3,
    alreadyKnown: 0,
    sendings: 2,
    damaged: [{ line: 6, column: 'point_code', problem: 'unknown-point' }],
  })
  expect(await imported(lines)).toMatchObject({ added: 0, alreadyKnown: 3, sendings: 0 })
  expect(await imported([...lines, 'LUK-05,2026-06-01,IN,6,2,4,0,0,COD'])).toMatchObject({ added: 1, alreadyKnown: 3 })
  const { flow, findings } = await detail(point, '2026-06-01', '2026-06-02')
  expect([flow.passages, flow.misfits, flow.daily]).toEqual([27, 1, 13.5])
  expect(findings).toEqual([{ day: '2026-06-02', hour: null, size: 9, sum: 4 }])
})

test('group rows go after two years, their sums stay, and a file that comes back adds nothing to them', async () => {
  const point = await open('LUK-07')
  const old = ['LUK-07,2024-03-04,IN,8,4,4,0,0,COD', 'LUK-07,2026-07-04,IN,9,4,5,0,0,COD']
  expect(await imported(old)).toMatchObject({ added: 2 })
  expect(await forgetOldRows(world.program)).toBe(1)
  expect(await imported([...old, 'LUK-07,2024-03-04,IN,7,4,3,0,0,COD'])).toMatchObject({ added: 0, alreadyKnown: 3 })
  expect((await detail(point, '2024-03-04', '2024-03-04')).flow.passages).toBe(8)
})

test('who keeps points takes group rows away as a file with tags, and reading it back adds nothing', async () => {
  const path = '/api/flows/rows?from=2026-06-01&until=2026-06-02'
  expect((await stage.as('dpo').get(path)).status).toBe(403)
  const body = String((await stage.as('monitor').get(path)).body)
  expect(body.split('\r\n').slice(0, 2)[1]).toMatch(/^#meta\+id,#loc\+code/)
  expect(body.trim().split('\r\n')).toHaveLength(6)
  // A file is whole or is none: four lines where three are the most are refused, not cut off.
  const asFile = (most: number) =>
    world.program.database.read((tx) => rowsFile(tx, 'cd', { from: '2026-06-01', until: '2026-06-02', most }))
  expect(await asFile(3)).toMatchObject({ ok: false, refusal: { code: 'flow-rows-too-many', facts: { most: 3 } } })
  expect(await asFile(4)).toMatchObject({ ok: true, value: body })
  const { database, log, tenant, clock } = world.program
  const actor = { account: 'operator', organisation: null, role: null }
  const back = await importFlows({
    ...{ database, log, tenant, clock, actor, dryRun: false },
    async *open() {
      yield await Promise.resolve(body)
    },
  })
  expect(back).toMatchObject({ ok: true, value: { rows: 4, added: 0, alreadyKnown: 4 } })
})

test('measures count by the day on which it happened and by what was known when; a later withdrawal does not change what was locked', async () => {
  const point = await open('LUK-06')
  const ask = async (id: string, until: string | null, by: readonly string[] = []) => {
    const measure = mobilityMeasures.find((one) => one.id === id)
    const occurred = { from: '2026-03-01', to: '2026-03-31' }
    return world.program.database.read(
      (tx) => measure?.ask(tx, 'cd', { occurred, learned: { after: null, until }, by }) ?? Promise.resolve([]),
    )
  }
  const sent = subjectOf(
    await count(point, '2026-03-10', [group(20, { men: 12, girls: 8 }), group(10, { reason: 'trade', direction: 'out' })]),
  )
  const locked = world.program.clock()
  expect(await ask('mobility.passages', locked, ['area'])).toEqual([{ of: { area: 'XL102' }, numerator: 30, denominator: null }])
  expect(await ask('mobility.minors-share', locked)).toEqual([{ of: {}, numerator: 8, denominator: 30 }])
  expect(await ask('mobility.mining-share', locked)).toEqual([{ of: {}, numerator: 20, denominator: 30 }])
  expect(await ask('mobility.passages', locked, ['direction'])).toContainEqual({
    of: { direction: 'out' },
    numerator: 10,
    denominator: null,
  })
  world.setClock(`${stage.today}T12:00:00.000Z`)
  subjectOf(await stage.as('monitor').post(`/api/flow-counts/${sent}/withdrawals`, { reason: 'counted-twice' }))
  expect(await ask('mobility.passages', null)).toEqual([])
  expect(await ask('mobility.passages', locked)).toEqual([{ of: {}, numerator: 30, denominator: null }])
  expect(await ask('mobility.minors-share', null)).toEqual([])
  stage.onDay(0)
})

test('the read tables of points, sendings and their sums follow from the log', async () => {
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
})
