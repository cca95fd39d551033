/* The UCDP extract of the shared data as it is. The three numbers of areas were counted by who gathered the data. */
import { createReadStream } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { sharedFile } from '../../../test/shared-data.ts'
import type { ConflictEvent, PlacePrecision } from '../../modules/conflict/contract-events.ts'
import { type FileRead, countryNames, readEventsFile } from './read-file.ts'

const path = sharedFile('data/conflict/ucdp_drc_2023_2025.geojson')
let read: FileRead

beforeAll(async () => {
  if (path === null) return
  const outcome = await readEventsFile(createReadStream(path, 'utf8'), { source: 'ucdp-ged', country: countryNames['CD'] ?? [] })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  read = outcome.value
})
const having = (precision: PlacePrecision, more: (event: ConflictEvent) => boolean = () => true): number =>
  read.events.filter((event) => event.precision === precision && more(event)).length
const written = (words: RegExp) => read.events.filter((event) => words.test(event.placeWritten ?? '') && event.source === 'ucdp-candidate')

test.skipIf(path === null)('every row is read', () => {
  expect(read).toMatchObject({ rows: 1943, damaged: [], otherCountry: 0 })
  expect(read.events.filter((event) => event.source === 'ucdp-candidate')).toHaveLength(1002)
  expect(read.events.every((event) => event.dayPrecision === 'year' && event.from.endsWith('-01-01'))).toBe(true)
})

test.skipIf(path === null)('19 events are of the country, 81 of a territoire and 18 of a province: areas, not pins', () => {
  expect(written(/^DR Congo/).map((event) => event.precision)).toEqual(Array(19).fill('country'))
  expect(written(/territory$/).map((event) => event.precision)).toEqual(Array(81).fill('territoire'))
  expect(written(/province$/).map((event) => event.precision)).toEqual(Array(18).fill('province'))
})

test.skipIf(path === null)(
  'of the rows that say nothing of their place, those on such a point are areas too, and none is said to be exact',
  () => {
    const silent = (event: ConflictEvent): boolean => event.source === 'ucdp-ged'
    expect(having('exact')).toBe(0)
    expect(having('near', silent)).toBe(0)
    expect(read.events.filter(silent)).toHaveLength(941)
    expect(having('territoire', silent) + having('province', silent) + having('country', silent)).toBeGreaterThan(30)
    // On the middle of the country.
    expect(read.events.filter((event) => event.at?.longitude === 25 && event.at.latitude === 0).map((event) => event.precision)).toEqual(
      Array(21).fill('country'),
    )
  },
)
