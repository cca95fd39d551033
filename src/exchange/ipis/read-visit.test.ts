import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'
import { readVisit } from './read-visit.ts'
import { flagColumns } from './row-to-observations.ts'
import { type TypedRow, asBytes, typedFile, typedRow } from './typed-file.ts'

async function visitOf(cells: TypedRow) {
  for await (const read of readRows(asBytes(typedFile([typedRow(cells)])))) {
    if (read.is === 'row') return readVisit(read.row, flagColumns, '2024-02-29')
  }
  throw new Error('the typed row was not read')
}

test.each<[TypedRow, string, string]>([
  [{ vid: '' }, 'vid', 'missing'],
  [{ vid: '12a' }, 'vid', 'not-a-visit-number'],
  [{ pcode: 'cod mine' }, 'pcode', 'not-a-site-code'],
  [{ name: '  ' }, 'name', 'missing'],
  [{ visit_date: '2019-02-30' }, 'visit_date', 'not-a-date'],
  [{ visit_date: '4/3/2019' }, 'visit_date', 'not-a-date'],
  [{ visit_date: '1019-03-04' }, 'visit_date', 'date-out-of-range'],
  [{ visit_date: '2024-03-01' }, 'visit_date', 'date-out-of-range'],
  [{ visit_onsite: '' }, 'visit_onsite', 'missing'],
  [{ visit_onsite: 'oui' }, 'visit_onsite', 'not-0-or-1'],
  [{ latitude: '-2,25' }, 'latitude', 'not-a-number'],
  [{ latitude: '1e1' }, 'latitude', 'not-a-number'],
  [{ longitude: '-2.25', latitude: '28.5' }, 'latitude', 'coordinate-out-of-range'],
  [{ longitude: '0' }, 'longitude', 'coordinate-out-of-range'],
  [{ workers_numb: 'beaucoup' }, 'workers_numb', 'not-a-number'],
  [{ workers_numb: '-4' }, 'workers_numb', 'not-a-number'],
  [{ geom: 'POINT (28.5 -2.26)' }, 'geom', 'geometry-differs'],
  [{ interference: '2' }, 'interference', 'not-0-or-1'],
  [{ pillaging_armed_group3: 'peut-être' }, 'pillaging_armed_group3', 'not-0-or-1'],
])('%j is damage in column %s: %s', async (cells, column, problem) => {
  expect(await visitOf(cells)).toEqual({ ok: false, damage: { line: 2, column, problem } })
})

test('empty is not asked, 0 is no, 1 is yes, dontknow says nothing', async () => {
  const read = await visitOf({ presence: '', interference: '0', mercury: '1', pit_ownership_armed_group1: 'dontknow' })
  if (!read.ok) throw new Error('the row should be sound')
  const { flag, workers } = read.visit
  expect([flag('presence'), flag('interference'), flag('mercury'), flag('pit_ownership_armed_group1')]).toEqual([
    undefined,
    false,
    true,
    undefined,
  ])
  expect(workers).toBeUndefined()
})

test('the last day that is allowed is today', async () => {
  expect(await visitOf({ visit_date: '2024-02-29' })).toMatchObject({ ok: true, visit: { date: '2024-02-29' } })
})
