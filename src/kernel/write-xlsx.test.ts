import { read, utils } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { writeXlsx } from './write-xlsx.ts'

test('a reader of workbooks finds the same sheets, texts and numbers; a formula stays a text', () => {
  const wide = Array.from({ length: 30 }, (_, at) => `c${at}`)
  const book = read(
    writeXlsx([
      { name: 'Sites: 2026/11', rows: [wide, ['Bísie & <Méssage>', 12.5, null, '=1+1', 'a "b"\nc']] },
      { name: 'Sources', rows: [['IPIS']] },
    ]),
  )
  expect(book.SheetNames).toEqual(['Sites  2026 11', 'Sources'])
  const rows: unknown[][] = utils.sheet_to_json(book.Sheets['Sites  2026 11'] ?? {}, { header: 1 })
  expect(rows[0]).toEqual(wide)
  expect(rows[1]).toEqual(['Bísie & <Méssage>', 12.5, undefined, '=1+1', 'a "b"\nc'])
  expect(book.Sheets['Sites  2026 11']?.['D2']?.f).toBeUndefined()
})
