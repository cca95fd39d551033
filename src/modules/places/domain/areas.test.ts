import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sharedFile } from '../../../../test/shared-data.ts'
import { PROVINCES } from './areas.ts'
import { foldName } from './name-match.ts'
import { readBoundaries } from './read-boundaries.ts'

test('twenty-six provinces, each with a code of its own in both lists', () => {
  expect(PROVINCES.length).toBe(26)
  expect(new Set(PROVINCES.map((area) => area.code)).size).toBe(26)
  expect(new Set(PROVINCES.map((area) => area.iso)).size).toBe(26)
  for (const { iso } of PROVINCES) expect(iso).toMatch(/^CD-[A-Z]{2}$/)
})

test.each([
  ['CD61', 'CD-NK'],
  ['CD62', 'CD-SK'],
  ['CD63', 'CD-MA'],
  ['CD74', 'CD-TA'],
  ['CD53', 'CD-HU'],
  ['CD52', 'CD-BU'],
  ['CD54', 'CD-IT'],
  ['CD51', 'CD-TO'],
  ['CD73', 'CD-HL'],
  ['CD71', 'CD-HK'],
  ['CD72', 'CD-LU'],
])('%s is %s', (code, iso) => {
  expect(PROVINCES.find((area) => area.code === code)?.iso).toBe(iso)
})

const list = sharedFile('data/lists/pcodes_cod_mng.csv')
const rows = list
  ? readFileSync(list, 'utf8')
      .split('\n')
      .map((line) => line.split(','))
      .filter(([country]) => country === 'COD')
  : []

test.skipIf(!list)('codes and names of provinces are those of the p-code list', () => {
  const theirs = rows.filter(([, level]) => level === '1').map(([, , code, name]) => `${code} ${foldName(name ?? '')}`)
  expect(PROVINCES.map((area) => `${area.code} ${foldName(area.name)}`).sort()).toEqual(theirs.sort())
})

const boundaries = sharedFile('data/boundaries/cod_adm2.geojson')
test.skipIf(!boundaries)('of the 240 units of the second level 145 are territoires, 33 villes and 62 cités', () => {
  const read = readBoundaries(readFileSync(boundaries ?? '', 'utf8'), 'territoire')
  const kinds = read.ok ? read.value.map((one) => one.area.kind) : []
  const count = (kind: string): number => kinds.filter((one) => one === kind).length
  expect([kinds.length, count('territoire'), count('ville'), count('cité')]).toEqual([240, 145, 33, 62])
})
