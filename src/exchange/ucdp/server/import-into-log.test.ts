import { createReadStream, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { sharedFile } from '../../../../test/shared-data.ts'
import { OPERATOR } from '../../../bin/program.ts'
import { csvLine } from '../../../kernel/csv.ts'
import { readEvents } from '../../../modules/conflict/server/read-events.ts'
import type { EventsReport } from '../import-events.ts'
import { type EventsHouse, importEventsFile } from './import-into-log.ts'

const { program } = await freshDatabase()
const { database, log, tenant, clock, modules } = program
const house: EventsHouse = { database, log, tenant, clock, actor: OPERATOR, places: modules.places.door, conflict: modules.conflict.door }
const asked = { dryRun: false, country: 'CD', source: 'ucdp-ged', name: 'UCDP', mayBeShared: true, covers: null } as const
const folder = await mkdtemp(join(tmpdir(), 'chanzo-events-'))

const columns = [
  'id',
  'year',
  'type_of_violence',
  'side_a',
  'side_b',
  'where_prec',
  'where_coordinates',
  'adm_1',
  'adm_2',
  'latitude',
  'longitude',
]
const more = ['country', 'date_start', 'date_end', 'deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown', 'best', 'high', 'low']
const sound: { readonly [column: string]: string } = {
  ...{
    type_of_violence: '3',
    side_a: 'Maï-Maï X',
    side_b: 'Civilians',
    where_prec: '1',
    adm_1: 'P',
    adm_2: 'T',
    latitude: '-2',
    longitude: '28',
  },
  ...{ country: 'DR Congo (Zaire)', date_start: '2024-03-01', date_end: '2024-03-01', best: '2', high: '4', low: '1' },
}
let written = 0
function file(...rows: readonly { readonly [column: string]: string }[]): string {
  const path = join(folder, `${(written += 1)}.csv`)
  const all = [...columns, ...more]
  writeFileSync(path, csvLine(all) + rows.map((row) => csvLine(all.map((one) => ({ ...sound, ...row })[one] ?? ''))).join(''))
  return path
}
async function run(path: string, settings: Partial<Parameters<typeof importEventsFile>[1]> = {}): Promise<EventsReport> {
  const outcome = await importEventsFile(house, { ...asked, ...settings, open: () => createReadStream(path, 'utf8') })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
const read = (settings: Partial<Parameters<typeof readEvents>[2]> = {}) =>
  database.read((tx) =>
    readEvents(
      tx,
      { tenant, places: modules.places.door },
      { from: '2024-01-01', until: '2024-12-31', violence: null, source: null, area: null, actor: null, withUnshared: false, ...settings },
    ),
  )

test('before any import every area says that nobody looked', async () => {
  const answer = await read()
  expect(answer).toMatchObject({ total: 0, sources: [], events: [] })
  expect(answer.areas.length).toBeGreaterThan(20)
  expect(answer.areas.every((one) => !one.isCovered && one.events === 0)).toBe(true)
})

test('a dry run writes nothing', async () => {
  expect(await run(file({ id: '1' }), { dryRun: true })).toMatchObject({ added: 1, dryRun: true })
  expect((await read()).total).toBe(0)
})

test('a file is recorded; a damaged row is named; the same file again changes nothing', async () => {
  const path = file(
    { id: '1' },
    { id: '2', latitude: '999' },
    { id: '3', where_prec: '4', date_start: '2024-05-01', date_end: '2024-05-09' },
  )
  expect(await run(path)).toMatchObject({
    added: 2,
    rowsRejected: 1,
    rejected: [{ line: 3, column: 'latitude', problem: 'not-a-position' }],
  })
  const before = await database.read((tx) => sql<{ n: number }>`select count(*)::int as n from log_event`.execute(tx))
  expect(await run(path)).toMatchObject({ added: 0, changed: 0, alreadyKnown: 2 })
  const after = await database.read((tx) => sql<{ n: number }>`select count(*)::int as n from log_event`.execute(tx))
  expect(after.rows).toEqual(before.rows)
})

test('what is known of a province has no point; a silent area of a covered year is not one where nobody looked', async () => {
  const answer = await read()
  expect(answer.events.map(({ key, at }) => [key, at])).toEqual([
    ['ucdp-ged:3', null],
    ['ucdp-ged:1', { latitude: -2, longitude: 28 }],
  ])
  expect(answer.areas.every((one) => one.isCovered)).toBe(true)
  expect((await read({ from: '2023-12-31' })).areas.every((one) => !one.isCovered)).toBe(true)
})

test('a newer edition changes an event, withdraws one and adds one', async () => {
  expect(await run(file({ id: '1', best: '3' }, { id: '9' }))).toMatchObject({ added: 1, changed: 1, dropped: 1 })
  expect((await read()).events.map(({ key, deaths }) => [key, deaths.best])).toEqual([
    ['ucdp-ged:1', 3],
    ['ucdp-ged:9', 2],
  ])
})

test('candidate events of days that a final file covers are told no more', async () => {
  await run(file({ id: 'c1' }, { id: 'c2', date_start: '2025-02-01', date_end: '2025-02-01' }), { source: 'ucdp-candidate' })
  const answer = await read({ until: '2025-12-31' })
  expect(answer.events.filter((one) => one.isProvisional).map((one) => one.sourceId)).toEqual(['c2'])
})

test('a final file of another country takes nothing of this one away, and one that may not be shared hides no candidate that may', async () => {
  const candidate = (id: string, day: string) => ({ id, date_start: day, date_end: day })
  await run(file(candidate('k1', '2021-02-01'), candidate('k2', '2020-02-01')), { source: 'ucdp-candidate' })
  await run(file(candidate('g1', '2018-02-01')))
  const told = async (year: string, withUnshared = false) =>
    (await read({ from: `${year}-01-01`, until: `${year}-12-31`, withUnshared })).events.map((one) => one.sourceId)
  const ofRwanda = { ...candidate('r1', '2021-03-01'), country: '' }
  await run(file(ofRwanda), { country: 'RW', covers: { from: '2018-01-01', until: '2021-12-31' } })
  expect([await told('2021'), await told('2018')]).toEqual([['r1', 'k1'], ['g1']])
  await run(file(candidate('u1', '2020-03-01')), { mayBeShared: false })
  expect([await told('2020'), await told('2020', true)]).toEqual([['k2'], ['u1']])
})

test('rows of an own file are told only to who is cleared, and its days do not count as looked at for others', async () => {
  const path = join(folder, 'own.csv')
  writeFileSync(
    path,
    'event_id_cnty,event_date,time_precision,event_type,actor1,country,admin1,latitude,longitude,geo_precision,fatalities\nA1,2022-06-01,1,Battles,Y,Democratic Republic of Congo,Maniema,-2.9,25.9,1,0\n',
  )
  await run(path, { source: 'own', mayBeShared: false })
  const days = { from: '2022-01-01', until: '2022-12-31' }
  expect(await read(days)).toMatchObject({ total: 0, withheld: ['own-source'] })
  expect((await read(days)).areas.some((one) => one.isCovered)).toBe(false)
  expect((await read(days)).sources.some((one) => one.source === 'own')).toBe(false)
  const cleared = await read({ ...days, withUnshared: true })
  expect(cleared.events.map(({ sourceId, mayBeShared }) => [sourceId, mayBeShared])).toEqual([['A1', false]])
  expect(cleared.areas.every((one) => one.isCovered)).toBe(true)
})

test('a group is found without accents; a filter by type finds its own', async () => {
  expect((await read({ actor: 'mai mai' })).total).toBe(2)
  expect((await read({ actor: 'nobody' })).total).toBe(0)
  expect((await read({ violence: 'state-based' })).total).toBe(0)
})

test('read tables follow from the log', async () => {
  const before = await read({ until: '2025-12-31', withUnshared: true })
  await log.rebuild()
  expect(await read({ until: '2025-12-31', withUnshared: true })).toEqual(before)
})

const real = sharedFile('data/conflict/ucdp_drc_2023_2025.geojson')
test.skipIf(real === null)('the shared extract: counted once each, areas without points', async () => {
  const fresh = await freshDatabase()
  const own: EventsHouse = {
    ...house,
    ...fresh.program,
    places: fresh.program.modules.places.door,
    conflict: fresh.program.modules.conflict.door,
  }
  const outcome = await importEventsFile(own, { ...asked, open: () => createReadStream(real ?? '', 'utf8') })
  expect(outcome.ok && outcome.value).toMatchObject({ added: 1943, rowsRejected: 0 })
  const answer = await fresh.program.database.read((tx) =>
    readEvents(
      tx,
      { tenant: fresh.program.tenant, places: fresh.program.modules.places.door },
      { from: '2023-01-01', until: '2025-12-31', violence: null, source: 'ucdp-candidate', area: null, actor: null, withUnshared: false },
    ),
  )
  expect(answer.total).toBe(1002)
  expect(answer.byPrecision).toEqual(
    expect.arrayContaining([
      { precision: 'territoire', events: 81 },
      { precision: 'province', events: 18 },
      { precision: 'country', events: 19 },
    ]),
  )
  expect(answer.events.filter((one) => !['exact', 'near', 'unstated'].includes(one.precision)).every((one) => one.at === null)).toBe(true)
})
