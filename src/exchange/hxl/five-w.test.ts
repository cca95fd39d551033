/* 5W: the row of tags is HXL, codes are of OCHA's list, nothing finer than a province for protection, nothing that was withheld. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { samplePublication } from '../../../test/sample-publication.ts'
import { sharedFile } from '../../../test/shared-data.ts'
import { activitiesGeoJson, middleOf } from './activities-geojson.ts'
import { TAGS, codeOf, fiveW } from './five-w.ts'

const rows = fiveW(samplePublication(), 'fr')
const cell = (line: number, tag: string) => rows[line + 2]?.[TAGS.findIndex((one) => one === tag)]

test('headings, the row of tags by the syntax of HXL, then one line for each activity', () => {
  expect(rows).toHaveLength(4)
  for (const row of rows) expect(row).toHaveLength(TAGS.length)
  expect(rows[1]).toEqual(TAGS)
  for (const tag of TAGS) expect(tag).toMatch(/^#[A-Za-z][A-Za-z0-9_]*(\s*\+[A-Za-z][A-Za-z0-9_]*)*$/)
  expect(new Set(TAGS).size).toBe(TAGS.length)
})
test('who was reached is the sum of what was told; what was withheld stays empty', () => {
  expect([cell(0, '#targeted'), cell(0, '#reached'), cell(0, '#reached+f'), cell(0, '#reached+m')]).toEqual([300, 130, 90, null])
  expect(cell(1, '#reached')).toBeNull()
})
test('a division that names the same groups again is not added; what was restated since stands beside no older sum', () => {
  const publication = samplePublication()
  const ages = [{ by: 'age', key: 'women', state: 'shown' as const, value: 90, numerator: 90, denominator: null }]
  const indicators = publication.indicators.map((one) => ({
    ...one,
    indicator: { ...one.indicator, source: { ...one.indicator.source, by: ['sex', 'age'] } },
    values: one.values.map((each) => ({
      ...each,
      parts: each.parts.map((part) => (part.value === null ? part : { ...part, value: 500, numerator: 500 })),
      counted: [...each.counted, ...ages],
    })),
  }))
  const row = fiveW({ ...publication, indicators }, 'fr')[2]
  const at = (tag: string) => row?.[TAGS.findIndex((one) => one === tag)]
  expect([at('#reached'), at('#reached+f'), at('#reached+m')]).toEqual([130, 90, null])
})
test('a protection activity has a province and no territoire', () => {
  expect([cell(0, '#adm1+code'), cell(0, '#adm2+code')]).toEqual(['CD63', 'CD6301'])
  expect([cell(1, '#adm1+code'), cell(1, '#adm2+code'), cell(1, '#adm2+name')]).toEqual(['CD63', '', ''])
  expect(codeOf('XL102')).toBe('')
})
const list = sharedFile('data/lists/pcodes_cod_mng.csv')
test.skipIf(list === null)('every code that leaves is in the list of OCHA, under its parent', () => {
  const known = new Map(
    readFileSync(list ?? '', 'utf8')
      .split('\n')
      .map((line) => [line.split(',')[2], line.split(',')[4]]),
  )
  for (const line of [0, 1])
    for (const tag of ['#adm1+code', '#adm2+code']) {
      const code = String(cell(line, tag))
      if (code !== '') expect(known.has(code), code).toBe(true)
    }
  expect(known.get('CD6301')).toBe('CD63')
})
test('points for maps are middles of areas, coarse, and of protection only of the province', () => {
  const square = (at: number) => [
    [
      [
        [at, at],
        [at + 2.34, at],
        [at + 2.34, at + 2.34],
        [at, at + 2.34],
        [at, at],
      ],
    ],
  ]
  const outlines = { provinces: new Map([['CD63', square(10)]]), territoires: new Map([['CD6301', square(20)]]) }
  const said = activitiesGeoJson(samplePublication(), outlines)
  expect(said).toMatchObject({
    features: [
      { geometry: { coordinates: [21.2, 21.2] }, properties: { level: 2, area: 'CD6301' } },
      { geometry: { coordinates: [11.2, 11.2] }, properties: { level: 1, area: 'CD63' } },
    ],
  })
  expect(middleOf([])).toEqual([0, 0])
})
