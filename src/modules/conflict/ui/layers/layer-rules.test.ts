/* Silence is not blindness, age is ink, and what may not be shared leaves in no file. */
import { expect, test } from 'vitest'
import { csvOf } from '../../../../app/kit/table-rows.ts'
import type { ConflictFeature } from '../../contract-layers.ts'
import { chosenLayers, csvColumns, geoJsonOf, inkLeft, shared, stateOfArea, writeLayers } from './layer-rules.ts'

const feature = (told: Partial<ConflictFeature['properties']>, geometry: ConflictFeature['geometry'] = null): ConflictFeature => ({
  type: 'Feature',
  geometry,
  properties: {
    ...{
      layer: 'events',
      key: 'k',
      title: 'Bahati',
      kinds: [],
      area: 'XL101',
      areaName: 'Bahati',
      events: null,
      persons: null,
      on: null,
      freshness: null,
    },
    ...{ confidence: null, source: 'Relevé (fictif)', licence: null, looked: 'no', mayBeShared: true },
    ...told,
  },
})

test('an area that nobody looked at is never one in which nothing was reported', () => {
  const area = (looked: 'yes' | 'partly' | 'no', events: number | null, kinds: string[] = []) => stateOfArea({ looked, events, kinds })
  expect(area('no', null)).toBe('not-looked')
  expect(area('partly', 0)).toBe('partly-quiet')
  expect(area('yes', 0)).toBe('quiet')
  expect(area('yes', 3)).toBe('told')
  expect(area('partly', 3)).toBe('told-partly')
  expect(area('no', null, ['army'])).toBe('told-partly')
})
test('the older, the paler; without a day as the oldest', () => {
  const day = '2026-11-22'
  expect(['2026-11-22', '2026-10-23', '2026-10-22', '2026-05-26', '2026-05-25', '2025-11-21', null].map((on) => inkLeft(on, day))).toEqual([
    1, 1, 0.75, 0.75, 0.5, 0.3, 0.3,
  ])
})
test('the layers of an address: all when nothing is said, none when none is said', () => {
  expect(chosenLayers(undefined)).toEqual(['events', 'sheets', 'roadblocks', 'roads', 'told'])
  expect(chosenLayers('roads,xyz')).toEqual(['roads'])
  expect(chosenLayers(writeLayers([]))).toEqual([])
  expect(writeLayers(chosenLayers(''))).toBe('')
})
test('files say of each row whether somebody looked and by whom it is told, and hold no row that may not be shared', () => {
  const rows = [
    feature({ key: 'a', looked: 'partly' }),
    feature({ key: 'b', title: 'GARDE', mayBeShared: false }, { type: 'Point', coordinates: [21.4, -2.5] }),
    feature({ key: 'c', looked: 'yes' }, { type: 'Point', coordinates: [21.4, -2.5] }),
  ]
  const csv = csvOf(shared(rows), csvColumns).split('\r\n')
  const headings = csv[0]?.replace('\ufeff', '').split(',') ?? []
  const cell = (line: number, name: string) => csv[line]?.split(',')[headings.indexOf(name)]
  expect([cell(1, 'looked'), cell(1, 'source'), cell(2, 'looked'), cell(2, 'latitude')]).toEqual([
    'partly',
    'Relevé (fictif)',
    'yes',
    '-2.5',
  ])
  const file = geoJsonOf(rows)
  expect(JSON.parse(file)).toMatchObject({
    type: 'FeatureCollection',
    features: [{ id: 'a', geometry: null, properties: { looked: 'partly', source: 'Relevé (fictif)' } }, { id: 'c' }],
  })
  expect(file + csv.join()).not.toContain('GARDE')
})
