import { expect, test } from 'vitest'
import { type Damage, readRows } from './read-rows.ts'
import { asBytes, typedFile, typedRow } from './typed-file.ts'

async function readAll(file: string | Uint8Array, pieceBytes?: number) {
  const vids: string[] = []
  const damages: Damage[] = []
  const lines: number[] = []
  let refusal: string | null = null
  for await (const read of readRows(asBytes(file, pieceBytes))) {
    if (read.is === 'row') {
      vids.push(read.row.cell('vid') ?? '')
      lines.push(read.row.line)
    }
    if (read.is === 'damaged') damages.push(read.damage)
    if (read.is === 'refused') refusal = read.refusal.code
  }
  return { vids, damages, lines, refusal }
}

const rows = ['1', '2', '3'].map((vid) => typedRow({ vid, village: 'Numéro', mercury: '0' }))
const file = typedFile(rows)
const lines = file.split('\r\n')
/** The file with its second row (line 3) replaced. */
const withLine3 = (text: string): string => [lines[0], lines[1], text, lines[3], ''].join('\r\n')

test('rows are read whatever the size of the pieces that arrive', async () => {
  for (const bytes of [1, 2, 3, 5, 64, 100_000]) expect((await readAll(file, bytes)).vids).toEqual(['1', '2', '3'])
})

test('a line break inside quotes belongs to the cell, and later line numbers count it', async () => {
  const read = await readAll(typedFile([typedRow({ vid: '1', groupement: 'Bandaka \n' }), typedRow({ vid: '2' })]))
  expect(read).toEqual({ vids: ['1', '2'], damages: [], lines: [2, 4], refusal: null })
})

test('a byte order mark, LF line ends, an empty line and a missing last line end do no harm', async () => {
  const plain = `\uFEFF${file.replaceAll('\r\n', '\n').replace('\n', '\n\n').trimEnd()}`
  expect((await readAll(plain)).vids).toEqual(['1', '2', '3'])
})

test.each([
  ['a quote that never closes', withLine3((lines[2] ?? '').replace('Numéro', '"Numéro')), 3, 'village', 'broken-quotes'],
  ['a quote inside a word', withLine3((lines[2] ?? '').replace('Numéro', 'Num"éro')), 3, 'village', 'broken-quotes'],
  ['text after a closing quote', withLine3((lines[2] ?? '').replace('Numéro', '"Num"éro')), 3, 'village', 'broken-quotes'],
  ['a lost comma', withLine3((lines[2] ?? '').replace('Numéro,', 'Numéro')), 3, null, 'wrong-number-of-columns'],
  ['a comma too many', withLine3((lines[2] ?? '').replace('Numéro', 'Numé,ro')), 3, null, 'wrong-number-of-columns'],
  ['a row cut off in the middle', withLine3((lines[2] ?? '').slice(0, 20)), 3, null, 'wrong-number-of-columns'],
  ['a NUL', withLine3((lines[2] ?? '').replace('Numéro', 'Num\u0000éro')), 3, 'village', 'control-character'],
])('%s damages its own row and no other', async (_what, damagedFile, line, column, problem) => {
  const read = await readAll(damagedFile)
  expect(read.vids).toEqual(['1', '3'])
  expect(read.damages).toHaveLength(1)
  expect(read.damages[0]).toMatchObject({ line, column, problem })
})

test('bytes that are not UTF-8 damage their own line only', async () => {
  const bytes = new TextEncoder().encode(file)
  bytes[bytes.lastIndexOf(0xc3)] = 0xff
  const read = await readAll(bytes)
  expect(read.vids).toEqual(['1', '2'])
  expect(read.damages).toEqual([{ line: 4, column: null, problem: 'not-utf-8' }])
})

test('an open quote before a row with a line break in quotes costs neither that row nor the next', async () => {
  const text = typedFile([typedRow({ vid: '1' }), typedRow({ vid: '2', groupement: 'Deux\nlignes' }), typedRow({ vid: '3' })])
  const read = await readAll(text.replace('Colline A', '"Colline A'))
  expect(read.vids).toEqual(['2', '3'])
  expect(read.damages).toMatchObject([{ line: 2, problem: 'broken-quotes' }])
})

test('an open quote in the last row is reported at that row', async () => {
  const read = await readAll([lines[0], lines[1], `${lines[2]}"`.replace('Numéro', '"Numéro'), ''].join('\r\n').replace(/"\r\n$/, '\r\n'))
  expect(read.vids).toEqual(['1'])
  expect(read.damages).toMatchObject([{ line: 3, problem: 'broken-quotes' }])
})

test('a line longer than any row is given up without filling the memory', async () => {
  const read = await readAll(withLine3('x'.repeat(300_000)), 65_536)
  expect(read.vids).toEqual(['1', '3'])
  expect(read.damages).toEqual([{ line: 3, column: null, problem: 'line-too-long' }])
})

test('equal rows have equal content although each download numbers them anew', async () => {
  const contents: string[] = []
  for (const text of [file, file.replaceAll('fid--', 'fid--later-')]) {
    for await (const read of readRows(asBytes(text))) if (read.is === 'row') contents.push(read.row.content)
  }
  expect(new Set(contents).size).toBe(3)
})

test('an empty file and a file of another kind are refused at once', async () => {
  expect((await readAll('')).refusal).toBe('ipis-no-header')
  expect((await readAll('a,b\n1,2\n')).refusal).toBe('ipis-no-header')
  expect((await readAll('"vid,pcode\n1,2\n')).refusal).toBe('ipis-no-header')
})
