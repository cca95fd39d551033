import { expect, test } from 'vitest'
import { readBoundaries } from './read-boundaries.ts'

const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
]
const feature = (properties: object, coordinates: unknown = [ring], type = 'Polygon') => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const masisi = { pcode: 'CD6103', name: 'Masisi', adm1_pcode: 'CD61' }
const file = (...features: unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features })

test('a territoire carries its province and its kind', () => {
  const read = readBoundaries(file(feature(masisi), feature({ ADM2_PCODE: 'CD6101', ADM2_FR: 'Goma', ADM1_PCODE: 'CD61' })), 'territoire')
  expect(read.ok && read.value.map((one) => one.area)).toEqual([
    { code: 'CD6103', level: 'territoire', name: 'Masisi', kind: 'territoire', parent: 'CD61' },
    { code: 'CD6101', level: 'territoire', name: 'Goma', kind: 'ville', parent: 'CD61' },
  ])
})

test('a province that we know keeps our spelling and its ISO code; another country brings its own', () => {
  const read = readBoundaries(
    file(feature({ pcode: 'CD53', name: 'Haut-Uele' }), feature({ iso3166_2: 'UG-401', name: 'Kabarole' }, [[ring]], 'MultiPolygon')),
    'province',
  )
  expect(read.ok && read.value.map((one) => one.area)).toEqual([
    { code: 'CD53', level: 'province', name: 'Haut-Uélé', kind: 'province', iso: 'CD-HU' },
    { code: 'UG-401', level: 'province', name: 'Kabarole', kind: 'province', iso: 'UG-401' },
  ])
})

test.each<[string, unknown]>([
  ['not-a-feature', { type: 'Feature' }],
  ['not-a-feature', null],
  ['not-an-area', feature(masisi, [0, 0], 'Point')],
  ['ring-broken', feature(masisi, [ring.slice(0, 3)])],
  [
    'ring-broken',
    feature(masisi, [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ],
    ]),
  ],
  [
    'ring-broken',
    feature(masisi, [
      [
        [0, 0],
        [1, 0],
        [1, null],
        [0, 0],
      ],
    ]),
  ],
  [
    'ring-broken',
    feature(masisi, [
      [
        [0, 0],
        [200, 0],
        [1, 1],
        [0, 0],
      ],
    ]),
  ],
  ['no-code', feature({ ...masisi, pcode: '' })],
  ['no-code', feature({ ...masisi, pcode: 6103 })],
  ['no-name', feature({ pcode: 'CD6103', adm1_pcode: 'CD61' })],
  ['no-parent', feature({ pcode: 'CD6103', name: 'Masisi' })],
  ['other-level', feature({ pcode: 'CD61', name: 'Nord-Kivu', adm1_pcode: 'CD61' })],
  ['code-twice', feature({ ...masisi, pcode: 'CD6104' })],
])('a feature with the fault %s refuses the file and is named', (problem, damaged) => {
  const good = feature({ ...masisi, pcode: 'CD6104' })
  expect(readBoundaries(file(good, damaged), 'territoire')).toEqual({
    ok: false,
    refusal: { code: 'boundaries-damaged', facts: { feature: 2, problem } },
  })
})

test.each([
  ['boundaries-not-geojson', '{"type":"FeatureCollection","features":[{'],
  ['boundaries-not-geojson', 'code;name'],
  ['boundaries-not-geojson', '{"type":"Topology"}'],
  ['boundaries-empty', file()],
])('%s', (code, text) => {
  expect(readBoundaries(text, 'province')).toEqual({ ok: false, refusal: { code, facts: {} } })
})
