/* The aimags against the p-code list and the outlines that a user would bring. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sharedFile } from '../../../../test/shared-data.ts'
import { csvRowsOf } from '../../../kernel/csv.ts'
import { AIMAGS } from './aimags.ts'
import { createGazetteer } from './gazetteer.ts'
import { readBoundaries } from './read-boundaries.ts'

const list = sharedFile('data/lists/pcodes_cod_mng.csv')
const outlines = sharedFile('data/boundaries/mng_adm1.geojson')

test.skipIf(!list)('names and codes are those of the p-code list', () => {
  const listed = csvRowsOf(readFileSync(list ?? '', 'utf8')).filter(([country, level]) => country === 'MNG' && level === '1')
  expect(AIMAGS.map(({ code, name }) => [code, name])).toEqual(listed.map(([, , code, name]) => [code, name]))
})
test.skipIf(!outlines)('an outline that knows an aimag by its ISO code alone becomes that aimag, each once; MN-046 is Uvs', () => {
  const read = readBoundaries(readFileSync(outlines ?? '', 'utf8'), 'province')
  const areas = read.ok ? read.value.map(({ area }) => area) : []
  expect(areas.map(({ code }) => code).toSorted()).toEqual(AIMAGS.map(({ code }) => code))
  expect(areas.find(({ iso }) => iso === 'MN-046')).toMatchObject({ code: 'MN85', name: 'Uvs', kind: 'aimag' })
  const gazetteer = createGazetteer(read.ok ? read.value : [])
  expect(gazetteer.locate({ latitude: 43.57, longitude: 104.43 }).province).toMatchObject({ code: 'MN46', name: 'Omnogovi' })
})
test.each(['Umnugobi', 'Umnugovi', 'Ömnögovi', 'ömnögovĭ', 'OMNOGOVI', 'MN46', 'MN-053', 'Өмнөговь'])(
  '%s is Omnogovi, before any file came',
  (name) => {
    expect(createGazetteer([]).find('province', name)?.code).toBe('MN46')
  },
)
test('a house without a file of Mongolia is shown no aimag', () => {
  expect(
    createGazetteer([])
      .list('province')
      .some(({ code }) => code.startsWith('MN')),
  ).toBe(false)
})
