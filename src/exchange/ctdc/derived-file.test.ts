/* The counts that were taken from a file derived of the edition of 2025, which is not part of this repository and lies on few machines. */
import { readFileSync } from 'node:fs'
import { parse as parseCsv } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { codeColumns } from '../../kernel/disclosure/coded-columns.ts'
import { kAggregates } from '../../kernel/disclosure/k-aggregates.ts'
import { sharedFile } from '../../../test/shared-data.ts'

const path = sharedFile('data/protection/ctdc/final_data_derived.csv')

test.skipIf(path === null)('test 6: the counts of the derived file equal the oracle', async () => {
  const lines: string[][] = parseCsv(readFileSync(path ?? '', 'utf8'), { bom: true })
  const [names = [], ...all] = lines
  expect([all.length, names.length]).toEqual([91_043, 19])
  const flags = ['isForcedLabour', 'isSexualExploit', 'Means Debt Bondage Earnings', 'Means Threats', 'Means Abuse', 'Means False Promises']
  const more = ['Means Drugs Alcohol', 'Means Deny Basic Needs', 'Means Excessive Work Hours', 'Means Withhold Docs']
  const wanted = [...flags, ...more, 'Age Band', 'Woman', 'Trans/NonConforming']
  const places = wanted.map((name) => names.indexOf(name))
  expect(places).not.toContain(-1)
  const coded = await codeColumns(
    wanted,
    all.map((cells) => places.map((at) => cells[at] ?? null)),
  )
  if ('problem' in coded) throw new Error(coded.problem.problem)
  const counts = new Map(
    [...kAggregates(coded.table, { k: 1, length: 3 })].map((one) => [
      one.columns.map((column, at) => `${wanted[column]}=${one.values[at]}`).join(' & '),
      one.count,
    ]),
  )
  expect(
    [
      'isForcedLabour=1 & isSexualExploit=0',
      'isForcedLabour=0 & isSexualExploit=1',
      'isForcedLabour=1 & isSexualExploit=1',
      'isForcedLabour=0 & isSexualExploit=0',
    ].map((name) => counts.get(name)),
  ).toEqual([18_488, 67_296, 5194, 65])
  expect([...flags.slice(2), ...more].map((name) => counts.get(`${name}=1`))).toEqual([
    14_520, 22_252, 26_993, 4948, 10_006, 19_209, 5602, 4156,
  ])
  const cells = [...counts].filter(([name]) => /^Age Band=\S+ & Woman=\S+ & Trans/.test(name)).map(([, count]) => count)
  const small = cells.filter((count) => count < 10)
  expect([cells.length, small.length, small.reduce((a, b) => a + b, 0)]).toEqual([26, 3, 13])
  const times = Map.groupBy(all, (line) => line.join())
  expect([times.size, [...times.values()].filter((same) => same.length === 1).length]).toEqual([6219, 2231])
})
