/* A file of numbers of foreign workers, tried on the device: sheets, damaged lines, columns that could hold names. */
import { expect, test } from 'vitest'
import { readWorkersFile } from './workers-file.ts'

const head = 'area,quarter,source,sector,nation,sex,age,permit,n'
const areas = new Set(['MN46', 'MN4601'])
const read = (...lines: readonly string[]) => readWorkersFile([head, ...lines].join('\r\n'), areas)

test('lines become one sheet for each area, quarter and source; equal groups are one line', () => {
  const outcome = read(
    'MN4601,2026-Q3,labour-office,mining,china,male,25-34,valid,12',
    'mn4601,2026-q3,LABOUR_OFFICE,MINING,china,male,25-34,valid,3',
    'MN46,2026-Q3,inspection,trade,russia,female,35-49,expired,2',
  )
  expect(outcome).toMatchObject({ ok: true, value: { rows: 3, damaged: [] } })
  if (!outcome.ok) return
  expect(outcome.value.sheets.map(({ area, source, lines }) => [area, source, lines.map(({ n }) => n)])).toEqual([
    ['MN4601', 'labour-office', [15]],
    ['MN46', 'inspection', [2]],
  ])
})
test('a damaged line is named by line and column and the others go in', () => {
  const outcome = read(
    'MN99,2026-Q3,labour-office,mining,china,male,25-34,valid,12',
    'MN46,third,labour-office,mining,china,male,25-34,valid,12',
    'MN46,2026-Q3,labour-office,Erdene,china,male,25-34,valid,12',
    'MN46,2026-Q3,labour-office,mining,china,male,25-34,valid,0',
    'MN46,2026-Q3,labour-office,mining,china,male,25-34,,7',
    'MN46,2026-Q3,labour-office,mining,china,male,25-34,valid,7',
  )
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  expect(outcome.value.damaged).toEqual([
    { line: 2, column: 'area', problem: 'not-in-the-list' },
    { line: 3, column: 'quarter', problem: 'not-in-the-list' },
    { line: 4, column: 'sector', problem: 'not-in-the-list' },
    { line: 5, column: 'n', problem: 'not-a-count' },
    { line: 6, column: 'permit', problem: 'empty' },
  ])
  expect(outcome.value.sheets).toHaveLength(1)
})
test('a column too many refuses the file: it could hold names', () => {
  const outcome = readWorkersFile(`${head},passport\r\n`, areas)
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'workers-file-columns', facts: { column: 'passport' } } })
  expect(readWorkersFile('area,n\r\n', areas)).toMatchObject({ ok: false, refusal: { facts: { column: 'quarter' } } })
  expect(readWorkersFile(`${head}\r\n"MN46`, areas)).toMatchObject({ ok: false, refusal: { code: 'workers-file-broken' } })
})
