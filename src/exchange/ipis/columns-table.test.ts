/* Nothing of the file is dropped without a word: every column of the real header stands in the table of the README, used or with its reason. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ipisColumns } from './columns.ts'

const header = readFileSync(new URL('../../../test/gates/ipis-header.txt', import.meta.url), 'utf8')
  .trim()
  .split(',')
const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
const rows = [...readme.matchAll(/^\| `(\w+)` \| (.*?) \| ?(.*?) ?\|$/gm)].flatMap(([, column = '', becomes = '', reason = '']) =>
  (column.includes('N')
    ? (column.startsWith('state_service') ? ['1', '2', '3', '4'] : ['1', '2', '3']).map((n) => column.replace('N', n))
    : [column]
  ).map((name) => ({ name, becomes, reason })),
)

test('the table has every column of the file, once', () => {
  expect(header).toHaveLength(85)
  expect(rows.map((row) => row.name).toSorted()).toEqual(header.toSorted())
})
test('the columns that it calls used are those that the import reads, and the others have a reason', () => {
  expect(
    rows
      .filter((row) => row.becomes !== '–')
      .map((row) => row.name)
      .toSorted(),
  ).toEqual([...ipisColumns].toSorted())
  expect(rows.filter((row) => row.becomes === '–' && row.reason.length < 20)).toEqual([])
  expect(rows.filter((row) => row.becomes === '–').map((row) => row.name)).toEqual(['FID', 'cid', 'id'])
})
