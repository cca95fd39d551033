import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkMapping, mappingFromWords, openList } from './open-list.ts'
import { readActivity, readDay, readDegrees, readMinerals, readNumber } from './read-values.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => Uint8Array.from(Buffer.from(text, encoding))
const opened = (given: Uint8Array) => {
  const list = openList(given)
  if (!list.ok) throw new Error(JSON.stringify(list.refusal))
  return list.value
}
const code = (given: Uint8Array): string => {
  const list = openList(given)
  return list.ok ? 'read' : list.refusal.code
}

describe('a list as a spreadsheet saves it', () => {
  const wanted = { columns: ['Code', 'Nom du site', 'Latitude'], rows: [{ line: 2, cells: ['A1', 'Nyabibwe é', '-2,06'] }] }
  test.each([
    ['commas and quotes', bytes('Code,Nom du site,Latitude\nA1,Nyabibwe é,"-2,06"\n'), 'utf-8', ','],
    ['semicolons', bytes('Code;Nom du site;Latitude\r\nA1;Nyabibwe é;-2,06\r\n'), 'utf-8', ';'],
    ['a byte order mark', bytes('\ufeffCode;Nom du site;Latitude\nA1;Nyabibwe é;-2,06'), 'utf-8', ';'],
    ['tabs in UTF-16', joinMark(bytes('Code\tNom du site\tLatitude\nA1\tNyabibwe é\t-2,06', 'utf16le')), 'utf-16', '\t'],
    ['the letters of an older Windows', bytes('Code;Nom du site;Latitude\nA1;Nyabibwe é;-2,06', 'latin1'), 'windows-1252', ';'],
    ['empty lines and empty columns', bytes('\n\nCode;Nom du site;Latitude;;\n\nA1;Nyabibwe é;-2,06;;\n;;;;\n').subarray(2), 'utf-8', ';'],
  ])('with %s is read', (_how, given, encoding, separator) => {
    const list = opened(given)
    expect(list).toMatchObject({ encoding, separator, columns: wanted.columns, uneven: [] })
    expect(list.rows.map((row) => row.cells)).toEqual(wanted.rows.map((row) => row.cells))
  })
  test('headings are understood in French and English, and tags under them too', () => {
    const { guess, columns } = opened(bytes('Numéro;NOM DU SITE;Lat.;Long.;Substance(s);Creuseurs hommes\n1;a;2;3;or;4\n'))
    expect(Object.entries(guess).map(([field, at]) => [field, columns[at ?? -1]])).toEqual([
      ['nationalId', 'Numéro'],
      ['name', 'NOM DU SITE'],
      ['latitude', 'Lat.'],
      ['longitude', 'Long.'],
      ['workersMen', 'Creuseurs hommes'],
    ])
    const tagged = opened(bytes('a,b,c,d\n#loc+name,#loc+code,#geo+lat,#geo+lon\nNyabibwe,A1,-2,28\n'))
    expect(tagged.guess).toMatchObject({ name: 0, nationalId: 1, latitude: 2, longitude: 3 })
    expect(tagged.rows).toHaveLength(1)
  })
  test('rows with too many cells are told by their line, the others are read', () => {
    const list = opened(bytes('Code,Nom\nA1,Nyabibwe\nA2,Kalimbi,oups,trois\nA3,Luwowo\n'))
    expect(list.uneven).toEqual([{ line: 3, cells: 4 }])
    expect(list.rows.map((row) => row.line)).toEqual([2, 4])
  })
  test.each([
    ['a workbook', bytes('PK\x03\x04'), 'list-is-a-workbook'],
    ['nothing', bytes(''), 'list-empty'],
    ['one column', bytes('Nom\nNyabibwe\n'), 'list-one-column'],
    ['a quotation mark that stays open', bytes('Code,Nom\nA1,"Nyabibwe\nA2,Kalimbi\n'), 'list-quote-open'],
    ['a heading that comes twice', bytes('Code,Nom,Nom\nA1,a,b\n'), 'list-heading-twice'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0, 1, 2, 0x0a, 0x2c), 'list-not-text'],
    ['half a GeoJSON', bytes('{"type":"FeatureCollection","features":['), 'list-not-geojson'],
    ['one feature', bytes('{"type":"Feature"}'), 'list-not-collection'],
    [
      'a collection in metres',
      bytes('{"type":"FeatureCollection","crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::32735"}},"features":[{}]}'),
      'list-other-projection',
    ],
    ['no feature', bytes('{"type":"FeatureCollection","features":[]}'), 'list-empty'],
  ])('%s is refused in its own words', (_what, given, wanted) => expect(code(given)).toBe(wanted))
  test('a wrong column is named with those that there are', () => {
    const list = opened(bytes('Code;Nom\nA1;Nyabibwe\n'))
    expect(mappingFromWords(list, 'name=Nomm')).toEqual({
      ok: false,
      refusal: { code: 'list-no-such-column', facts: { column: 'Nomm', columns: 'Code, Nom' } },
    })
    expect(checkMapping(list, { name: 1, nationalId: 7 })).toMatchObject({ refusal: { code: 'list-no-such-column' } })
    expect(checkMapping(list, { name: 1 })).toMatchObject({ refusal: { code: 'list-field-needed', facts: { field: 'nationalId' } } })
    expect(checkMapping(list, { name: 1, nationalId: 1 })).toMatchObject({ refusal: { code: 'list-column-twice' } })
    expect(mappingFromWords(list, 'name=code,nationalId=NOM')).toEqual({ ok: true, value: { name: 0, nationalId: 1 } })
  })
  test('any bytes give a list or a refusal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (given) => typeof code(given) === 'string'),
      { numRuns: 1500 },
    )
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200, unit: fc.constantFrom('a', ',', ';', '"', '\n', '\r', '1', '{', '[') }),
        (text) => typeof code(bytes(text)) === 'string',
      ),
      { numRuns: 1500 },
    )
  })
})

function joinMark(content: Uint8Array): Uint8Array {
  return Uint8Array.from([0xff, 0xfe, ...content])
}

test.each([
  ['28,75', 28.75],
  ['-2.0601', -2.0601],
  ['2°03\'36.5"S', -2.060139],
  ['28° 45′ 00″ E', 28.75],
  ['S 2 03 36', -2.06],
  ['28°', 28],
  ["2°75'S", undefined],
  ['Nyabibwe', undefined],
  ['550 123 mE', undefined],
  ['2.5 S 28.5 E', undefined],
  ["2.5°3' S", undefined],
  ['1e3', undefined],
])('the coordinate %s is %s', (cell, degrees) => expect(readDegrees(cell)).toBe(degrees))
test.each([
  ['1 234', 1234],
  ['1\u202f234,5', 1234.5],
  ['12 m', undefined],
])('the number %s is %s', (cell, value) => expect(readNumber(cell)).toBe(value))
test.each([
  ['21/11/2026', '2026-11-21'],
  ['1.3.2026', '2026-03-01'],
  ['2026-11-21T00:00:00', '2026-11-21'],
  ['11/21/2026', undefined],
])('the day %s is %s', (cell, day) => expect(readDay(cell)).toBe(day))
test.each([
  ['Or', ['Au']],
  ['Cassitérite, Coltan et Wolframite', ['Sn', 'Ta', 'W']],
  ['or/étain', ['Au', 'Sn']],
  ['or, kryptonite', { unknown: 'kryptonite' }],
])('the minerals %s', (cell, minerals) => expect(readMinerals(cell)).toEqual(minerals))
test('activity is read in both languages', () =>
  expect([readActivity('Abandonné'), readActivity('ACTIVE'), readActivity('bof')]).toEqual(['abandoned', 'active', undefined]))

test('millions of lines, blank or not, are answered before they are kept', () => {
  const began = performance.now()
  expect(openList(Buffer.from(`Code,Nom\n${'\n'.repeat(3_000_000)}A,B\n`))).toMatchObject({
    ok: true,
    value: { rows: [{ line: 3_000_002 }] },
  })
  expect(openList(Buffer.from(`Code,Nom\n${'A,B\n'.repeat(1_000_000)}`))).toMatchObject({
    ok: false,
    refusal: { code: 'list-too-long', facts: { most: 20_000 } },
  })
  expect(performance.now() - began).toBeLessThan(4000)
})
