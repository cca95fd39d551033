/* Files of microdata read as a stream: the codebook's rule for shares, combinations, and what stands in a file that the codebook does not know. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sharedFile } from '../../../test/shared-data.ts'
import { csvOfRows } from '../../kernel/csv.ts'
import { aggregateCells, analyseCtdc } from './analyse.ts'
import { ctdcNames, ruleOf } from './columns.ts'
import { cellsOf, emptyRow, headings } from './microdata.ts'

const codebook = sharedFile('data/protection/ctdc-codebook-2024.txt')

async function analysed(rows: readonly object[], counting = { k: 10, length: 3 }) {
  const text = csvOfRows([headings(), ...rows.map((row) => cellsOf({ ...emptyRow, ...row }))])
  const pieces = Array.from({ length: Math.ceil(text.length / 97) }, (_, at) => text.slice(at * 97, (at + 1) * 97))
  const found = await analyseCtdc(pieces, counting)
  if (!found.ok) throw new Error(found.problem.problem)
  return found.analysis
}

test('§11 test 6: read as a stream, the shares of the codebook are 50, 50 and 25 of four of five people', async () => {
  const { rows, shares, complaintCount } = await analysed([
    { isForcedLabour: '1' },
    { isSexualExploit: '1' },
    { isOtherExploit: '1' },
    {},
    { isForcedLabour: '1', isSexualExploit: '1' },
  ])
  expect([rows, complaintCount]).toEqual([5, 0])
  const exploitation = shares.get('exploitation')
  expect(exploitation?.denominator).toBe(4)
  expect([...(exploitation?.shares.values() ?? [])].map(({ share }) => share)).toEqual([5000, 5000, 2500])
})

test('§11 test 7: combinations of ten and more, rounded down, each with its attributes by name', async () => {
  const { aggregates } = await analysed(Array.from({ length: 23 }, () => ({ gender: 'Woman', ageBroad: '18--20' })))
  expect([...aggregates()].map(aggregateCells)).toEqual([
    ['gender:Woman', '20'],
    ['gender:Woman;ageBroad:18--20', '20'],
    ['ageBroad:18--20', '20'],
  ])
})

test('values that the codebook does not know are said, and the first hundred are named', async () => {
  const { complaints, complaintCount, rows } = await analysed(Array.from({ length: 150 }, () => ({ gender: 'Femme' })))
  expect([rows, complaints.length, complaintCount]).toEqual([150, 100, 150])
  const other = await analyseCtdc(['gender;colour\nWoman;red\n'], { k: 1, length: 1 })
  expect(other.ok && other.analysis.complaints.map(({ field, problem }) => [field, problem])).toContainEqual(['colour', 'unknown-column'])
})

test.skipIf(codebook === null)('§11 test 6: every column and every value of ours stands in the codebook', () => {
  const printed = readFileSync(codebook ?? '', 'utf8')
  for (const name of ctdcNames) expect([name, printed.includes(name)]).toEqual([name, true])
  const plain = printed.replaceAll(/[-–—]+/g, '-').replaceAll(/\s+/g, ' ')
  for (const name of ctdcNames) {
    for (const value of ruleOf(name).values ?? []) {
      const spelled = value.replaceAll(/-+/g, '-').replace(/^09-17$/, '9-17')
      expect([name, value, plain.includes(spelled) || plain.includes(value.replaceAll(/-+/g, '-'))]).toEqual([name, value, true])
    }
  }
})
