import { expect, test } from 'vitest'
import { csvLine } from '../../kernel/csv.ts'
import { countryNames, readEventsFile } from './read-file.ts'

const asked = { source: 'ucdp-ged', country: countryNames['CD'] ?? [] } as const
const read = (text: string, source: 'ucdp-ged' | 'own' = 'ucdp-ged') => readEventsFile(pieces(text), { ...asked, source })
async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 97) yield text.slice(at, at + 97)
}

/** All columns of GED 25.1. */
const full = [
  ...['id', 'relid', 'year', 'active_year', 'code_status', 'type_of_violence', 'conflict_dset_id', 'conflict_new_id', 'conflict_name'],
  ...['dyad_dset_id', 'dyad_new_id', 'dyad_name', 'side_a_dset_id', 'side_a_new_id', 'side_a', 'side_b_dset_id', 'side_b_new_id', 'side_b'],
  ...['number_of_sources', 'source_article', 'source_office', 'source_date', 'source_headline', 'source_original', 'where_prec'],
  ...[
    'where_coordinates',
    'where_description',
    'adm_1',
    'adm_2',
    'latitude',
    'longitude',
    'geom_wkt',
    'priogrid_gid',
    'country',
    'country_id',
  ],
  ...['region', 'event_clarity', 'date_prec', 'date_start', 'date_end', 'deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown'],
  ...['best', 'high', 'low', 'gwnoa', 'gwnob'],
]
const sound: { readonly [column: string]: string } = {
  ...{
    id: '512001',
    year: '2024',
    type_of_violence: '2',
    conflict_name: 'AFC - VDP',
    side_a: 'AFC',
    side_b: 'VDP',
    number_of_sources: '3',
  },
  ...{ source_article: 'said “no”,\nthen “yes”', where_prec: '2', where_coordinates: 'Sake town', where_description: 'Hills over Sake' },
  ...{ adm_1: 'Nord Kivu province', adm_2: 'Masisi territory', latitude: '-1.57', longitude: '29.05', country: 'DR Congo (Zaire)' },
  ...{ date_prec: '1', date_start: '2024-02-07 00:00:00.000', date_end: '2024-02-07 00:00:00.000', deaths_a: '1', deaths_b: '2' },
  ...{ deaths_civilians: '0', deaths_unknown: '0', best: '3', high: '5', low: '3' },
}
const table = (...rows: readonly { readonly [column: string]: string }[]): string =>
  csvLine(full) + rows.map((row) => csvLine(full.map((column) => ({ ...sound, ...row })[column] ?? ''))).join('')

test('a row with all columns of UCDP keeps its day, its dead and how well its place is known', async () => {
  const outcome = await read(table({}))
  expect(outcome.ok && outcome.value.events).toEqual([
    {
      ...{ source: 'ucdp-ged', sourceId: '512001', from: '2024-02-07', until: '2024-02-07', dayPrecision: 'day', violence: 'non-state' },
      ...{ conflict: 'AFC - VDP', sideA: 'AFC', sideB: 'VDP', reports: 3, placeWritten: 'Sake town', described: 'Hills over Sake' },
      deaths: { best: 3, low: 3, high: 5, sideA: 1, sideB: 2, civilians: 0, unknown: 0 },
      ...{ precision: 'near', at: { latitude: -1.57, longitude: 29.05 }, province: null, territoire: null, isProvisional: false },
    },
  ])
})

test.each([
  [{ where_prec: '3' }, 'territoire'],
  [{ where_prec: '4' }, 'province'],
  [{ where_prec: '6' }, 'country'],
  [{ where_prec: '5' }, 'line'],
  [{ where_prec: '1' }, 'exact'],
])('%o is known as %s', async (row, precision) => {
  const outcome = await read(table(row))
  expect(outcome.ok && outcome.value.events.map((event) => event.precision)).toEqual([precision])
})

test.each([
  [{ id: '' }, 'id', 'empty'],
  [{ latitude: '91' }, 'latitude', 'not-a-position'],
  [{ longitude: '' }, 'longitude', 'not-a-position'],
  [{ best: 'three' }, 'best', 'not-a-count'],
  [{ best: '' }, 'best', 'empty'],
  [{ best: '9' }, 'best', 'not-between'],
  [{ date_start: '2024-02-31' }, 'date_start', 'not-a-date'],
  [{ date_end: '2024-01-31' }, 'date_end', 'ends-before'],
  [{ type_of_violence: '4' }, 'type_of_violence', 'unknown-violence'],
  [{ where_prec: '9' }, 'where_prec', 'unknown-precision'],
  [{ side_a: '' }, 'side_a', 'empty'],
])('a damaged row (%o) is named and the next one is read', async (row, column, problem) => {
  const outcome = await read(table(row, { id: '512002' }))
  expect(outcome.ok && [outcome.value.damaged, outcome.value.events.map((event) => event.sourceId)]).toEqual([
    [{ line: 2, column, problem }],
    ['512002'],
  ])
})

test('a row of too few cells, and the same number twice, are named', async () => {
  const outcome = await read(`${table({}, {})}1,2,3\r\n`)
  expect(outcome.ok && outcome.value.damaged).toEqual([
    { line: 3, column: 'id', problem: 'twice-in-the-file' },
    { line: 4, column: null, problem: 'wrong-number-of-columns' },
  ])
})

test('rows of other countries are counted and left out', async () => {
  const outcome = await read(table({ country: 'Uganda' }, { id: '512002' }))
  expect(outcome.ok && outcome.value).toMatchObject({ rows: 2, otherCountry: 1, damaged: [] })
})

test('a table of the operator’s own, in the way of ACLED', async () => {
  const outcome = await read(
    'event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,country,admin1,admin2,location,latitude,longitude,geo_precision,fatalities\nDRC1,05 March 2025,2,Battles,Armed clash,X,Y,Democratic Republic of Congo,Maniema,Kindu,Kindu,-2.94,25.92,3,4\n',
    'own',
  )
  expect(outcome.ok && outcome.value.events).toMatchObject([
    {
      ...{ source: 'own', sourceId: 'DRC1', from: '2025-02-27', until: '2025-03-11', dayPrecision: 'week', precision: 'province' },
      ...{ violence: 'other', conflict: 'Armed clash', deaths: { best: 4, civilians: null } },
    },
  ])
})

test.each([
  ['', 'events-not-a-table'],
  ['a,b\n1,2\n', 'events-unknown-columns'],
  ['{"features": 3}', 'events-not-geojson'],
  ['{ broken', 'events-not-geojson'],
  ['id,side_a,best\n1,"x,2\n', 'events-broken-quotes'],
])('%o is refused as %s', async (text, code) => {
  const outcome = await read(text)
  expect(outcome).toMatchObject({ ok: false, refusal: { code } })
})
