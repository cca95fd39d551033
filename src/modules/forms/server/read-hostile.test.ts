/* What somebody sends to keep the server busy: each is refused in words, and soon. */
import { utils, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { readXml } from './read-xml.ts'
import { readWorkbook } from './workbook.ts'

test('a submission of tags that never end is refused at once', () => {
  const began = performance.now()
  expect(readXml('<a'.repeat(200_000), 1_000_000)).toMatchObject({ ok: false, refusal: { code: 'xml-not-understood' } })
  expect(performance.now() - began).toBeLessThan(2000)
})

test('a submission that goes deep in names of other letters is refused in words', () => {
  expect(readXml('<é>'.repeat(100_000), 1_000_000)).toMatchObject({ ok: false, refusal: { code: 'xml-too-deep' } })
})

test.each([
  ['one cell that is far to the right', 'XFD', 1],
  ['one cell in every row, each within the columns of a form', 'RZ', 2000],
])('a workbook with %s is too large, however few its bytes', (_what, column, rows) => {
  const cells = Array.from({ length: rows }, (_, at) => [`${column}${at + 1}`, { t: 'n', v: 1 }])
  const book = utils.book_new()
  utils.book_append_sheet(book, { '!ref': `A1:${column}${rows}`, ...Object.fromEntries(cells) }, 'survey')
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx', compression: true })
  expect(bytes instanceof Uint8Array ? readWorkbook(bytes) : null).toMatchObject({ ok: false, refusal: { code: 'workbook-too-large' } })
})
