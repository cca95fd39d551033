import { expect, test } from 'vitest'
import { csvOf, filterRows, sortRows } from './table-rows.ts'

interface Row {
  readonly name: string
  readonly mass: number | null
}
const columns = [
  { key: 'name', header: 'Nom', value: (row: Row) => row.name },
  { key: 'mass', header: 'Masse', value: (row: Row) => row.mass },
]
const rows: readonly Row[] = [
  { name: 'Élongo 10', mass: 30 },
  { name: 'Elongo 2', mass: null },
  { name: 'bisie', mass: 4 },
]
const names = (found: readonly Row[]) => found.map((row) => row.name)

test('a filter forgives accents and case and wants every word', () => {
  expect(names(filterRows(rows, columns, 'elongo'))).toEqual(['Élongo 10', 'Elongo 2'])
  expect(names(filterRows(rows, columns, '10 ELON'))).toEqual(['Élongo 10'])
  expect(filterRows(rows, columns, '  ')).toBe(rows)
})

test('names sort as people read them, 2 before 10, and what has no value comes last both ways', () => {
  expect(names(sortRows(rows, columns, 'name'))).toEqual(['bisie', 'Elongo 2', 'Élongo 10'])
  expect(names(sortRows(rows, columns, 'mass'))).toEqual(['bisie', 'Élongo 10', 'Elongo 2'])
  expect(names(sortRows(rows, columns, '-mass'))).toEqual(['Élongo 10', 'bisie', 'Elongo 2'])
  expect(sortRows(rows, columns, 'nothing')).toBe(rows)
})

test('an export quotes what must be quoted and runs no formula', () => {
  const risky: readonly Row[] = [
    { name: '=HYPERLINK("http://x"),1', mass: -5 },
    { name: 'a\nb', mass: null },
  ]
  expect(csvOf(risky, columns)).toBe('\ufeffNom,Masse\r\n"\'=HYPERLINK(""http://x""),1",-5\r\n"a\nb",\r\n')
})
