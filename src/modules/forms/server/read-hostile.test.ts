/* What somebody sends to keep the server busy: each is refused in words, and soon. */
import { deflateRawSync } from 'node:zlib'
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

/** A ZIP of one part that calls itself a thousand bytes. */
function lyingZip(content: Buffer): Buffer {
  const [packed, name] = [deflateRawSync(content, { level: 9 }), Buffer.from('xl/sharedStrings.xml')]
  const [local, central, end] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)]
  for (const [head, signature, at] of [
    [local, 0x04034b50, 8],
    [central, 0x02014b50, 10],
  ] as const) {
    head.writeUInt32LE(signature, 0)
    head.writeUInt16LE(8, at)
    head.writeUInt32LE(packed.length, at + 10)
    head.writeUInt32LE(1000, at + 14)
    head.writeUInt16LE(name.length, at + 18)
  }
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, central, name, end])
}
test('a workbook that says it is small and unfolds to more than fits is too large', () => {
  expect(readWorkbook(lyingZip(Buffer.alloc(70_000_000, ' ')))).toMatchObject({ ok: false, refusal: { code: 'workbook-too-large' } })
})
