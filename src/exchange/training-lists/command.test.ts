/* `chanzo import training` as it is typed, on a data folder of its own: what a dry run writes (nothing), how damaged rows are named, what a second import adds (nothing), and the same from a workbook. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, inject, test } from 'vitest'
import { databaseUrl, withServer } from '../../../test/start-postgres.ts'
import { csvOfRows } from '../../kernel/csv.ts'
import { writeXlsx } from '../../kernel/write-xlsx.ts'

const CLI = fileURLToPath(new URL('../../bin/cli.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'chanzo-training-list-'))
const name = `test_training_list_${process.pid}`
await withServer(inject('server'), (client) => client.query(`create database ${name}`))
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await withServer(inject('server'), (client) => client.query(`drop database if exists ${name} with (force)`))
})
const env = { ...process.env, DATABASE_URL: databaseUrl(inject('server'), name), LANG: 'C' }
function run(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...words, '--data', folder, '--json'], { encoding: 'utf8', env })
  const last = stdout.trim().split('\n').at(-1) ?? ''
  const report: unknown = last.startsWith('{') ? JSON.parse(last) : null
  return { status, report, said: stderr }
}
const written = (called: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, called), content)
  return join(folder, called)
}

const heading = ['session', 'curriculum', 'province', 'first_day', 'last_day', 'half_days', 'badge', 'category', 'sex', 'present', 'name']
const row = (badge: number | string, category = 'medical', present: number | string = 2) => [
  ...['A-1', 'Identification', 'Nord-Kivu', '2026-03-03', '2026-03-03', '2', badge, category, 'woman', present],
  badge === 1 ? 'Marie Kabeya' : '',
]
const rows = [row(1), row(2), row(3, 'nurse'), row(4, 'medical', 3), row(2)]
const problems = ['row 4, column category', 'row 5, column present', 'row 6, column badge']

test('a list is tried, brought in with its damaged rows named by row and column, and brought in again without adding anything', () => {
  const areas = written('areas.csv', 'code,name,parent\nCD61,Nord-Kivu,CD\n')
  expect(run('import', 'boundaries', areas, '--level', 'province')).toMatchObject({ status: 0 })
  const list = written('list.csv', csvOfRows([heading, ...rows.map((cells) => cells.map(String))]))
  const tried = run('import', 'training', list, '--dry-run')
  expect(tried).toMatchObject({ status: 1, report: { rows: 5, sessions: 1, added: 2, alreadyKnown: 0, rowsRejected: 3, dryRun: true } })
  for (const problem of problems) expect(tried.said).toContain(problem)
  // Had the dry run written, these would be known already.
  const first = run('import', 'training', list)
  expect(first).toMatchObject({ status: 1, report: { added: 2, alreadyKnown: 0, named: 1, rowsRejected: 3, dryRun: false } })
  for (const problem of problems) expect(first.said).toContain(problem)
  expect(first.said).not.toContain('Kabeya')
  expect(run('import', 'training', list)).toMatchObject({ status: 1, report: { added: 0, alreadyKnown: 2, named: 0 } })
}, 120_000)

test('a workbook says the same rows in the same words, and knows what came as CSV', () => {
  const sheet = (cells: readonly (readonly (string | number)[])[]) => writeXlsx([{ name: 'Liste', rows: [heading, ...cells] }])
  const again = run('import', 'training', written('list.xlsx', sheet([...rows, row(7)])))
  expect(again).toMatchObject({ status: 1, report: { rows: 6, added: 1, alreadyKnown: 2, rowsRejected: 3 } })
  for (const problem of problems) expect(again.said).toContain(problem)
  expect(run('import', 'training', written('good.XLSX', sheet([row(8), row(9)])))).toMatchObject({ status: 0, report: { added: 2 } })
}, 120_000)

test('a file that is none, a list without its columns and a broken workbook are refused in a sentence', () => {
  expect(run('import', 'training', join(folder, 'none.csv'))).toMatchObject({
    status: 2,
    said: expect.stringContaining('There is no file'),
  })
  const short = run('import', 'training', written('short.csv', 'session;badge\n1;2\n'))
  expect(short).toMatchObject({ status: 4, said: expect.stringContaining('province') })
  expect(run('import', 'training', written('broken.xlsx', 'PK no archive')).status).toBe(4)
}, 120_000)
