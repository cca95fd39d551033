import { expect, test } from 'vitest'
import { ipisColumns, neededColumns, readHeader } from './columns.ts'

test('a needed column that is absent ends the import and is named', () => {
  for (const column of neededColumns) {
    const outcome = readHeader(ipisColumns.filter((one) => one !== column))
    expect(outcome).toEqual({ ok: false, refusal: { code: 'ipis-columns-missing', facts: { columns: [column] } } })
  }
})

test('a column that may be absent is listed as absent, because what it holds counts as not asked', () => {
  const outcome = readHeader(ipisColumns.filter((column) => column !== 'mercury'))
  expect(outcome.ok && outcome.value.absent).toEqual(['mercury'])
})

test('columns are found by name in any order, unknown ones are passed over', () => {
  const outcome = readHeader(['new_column', ...ipisColumns.toReversed()])
  expect(outcome.ok && outcome.value.places.get('vid')).toBe(ipisColumns.length)
})

test('another file is recognised as another file', () => {
  expect(readHeader(['id', 'amount'])).toMatchObject({ ok: false, refusal: { code: 'ipis-no-header' } })
  expect(readHeader([])).toMatchObject({ ok: false, refusal: { code: 'ipis-no-header' } })
})

test('a needed column that stands twice is refused, because nobody knows which is right', () => {
  expect(readHeader([...ipisColumns, 'vid'])).toMatchObject({ ok: false, refusal: { code: 'ipis-column-twice', facts: { column: 'vid' } } })
})

test('a header that ran together with the first row is refused, not read as a wider file', () => {
  expect(readHeader([...ipisColumns, 'state_service5\r\rfid--0', '1'])).toMatchObject({
    ok: false,
    refusal: { code: 'ipis-header-damaged' },
  })
})
