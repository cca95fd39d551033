import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BrokenCsv, csvOfRows, csvRows } from './csv.ts'

const rowsOf = (...pieces: readonly string[]) => Array.fromAsync(csvRows(pieces))

test('commas, semicolons and tabs; quotes, doubled quotes, line ends inside a cell; a mark of the byte order is left out', async () => {
  expect(await rowsOf('\uFEFFa,b\r\n"x,1","say ""so"""\n\n"two\nlines",')).toEqual([
    ['a', 'b'],
    ['x,1', 'say "so"'],
    ['two\nlines', ''],
  ])
  expect(await rowsOf('a;b\n1,5;2')).toEqual([
    ['a', 'b'],
    ['1,5', '2'],
  ])
  expect(await rowsOf('a\tb\n1\t2\n')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
  expect(await rowsOf('')).toEqual([])
  await expect(rowsOf('a,b\n"never closed')).rejects.toThrow(BrokenCsv)
})

test('property: what is written is read again, wherever the file is cut', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', ';', '"', '\n', ' ', '1'), maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), fc.integer({ min: 1, max: 9 }), async (rows, size) => {
      const text = csvOfRows([['one', 'two', 'three'], ...rows])
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size))
      expect(await rowsOf(...pieces)).toEqual([['one', 'two', 'three'], ...rows])
    }),
    { numRuns: 200 },
  )
})

test('a formula is written as text', () => {
  expect(csvOfRows([['=1+1', '+243810000000', '-5', '@x']])).toBe("'=1+1,+243810000000,-5,'@x\r\n")
})
