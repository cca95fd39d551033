import { expect, test } from 'vitest'
import { prepareForm } from './prepare.ts'
import { readMarkdown } from './xlsform/markdown.ts'

const formWith = (row: string, name = 'pits') =>
  readMarkdown(`
| survey |
| | type | name | label | relevant | constraint | calculation |
| | integer | ${name} | Puits | | | |
${row}
| settings |
| | form_id | version |
| | count | 1 |`)

test.each([
  ['a function that the runner does not have', '| | calculate | area | | | | area(${pits}) |', 'calculation', 'area()'],
  ['a pattern that nothing can read', "| | text | code | Code | | regex(., '[a-') | |", 'constraint', 'regex [a-'],
  ['a formula that ends in the middle', '| | text | code | Code | ${pits} > | | |', 'relevant', ''],
])('%s is told by row before the form is published', (_what, row, column, what) => {
  const { ok, ...said } = prepareForm(formWith(row))
  expect(ok).toBe(false)
  expect('problems' in said ? said.problems : []).toMatchObject([{ sheet: 'survey', row: 3, column, code: 'formula-not-runnable' }])
  expect(JSON.stringify(said)).toContain(what)
})

test('a question whose name has an accent may not be cited, and may stand alone', () => {
  const cited = prepareForm(formWith('| | text | code | Code | ${âge} > 3 | | |', 'âge'))
  expect(cited).toMatchObject({ ok: false, problems: [{ row: 3, column: 'relevant', code: 'formula-not-runnable' }] })
  expect(prepareForm(formWith('| | text | code | Code | | | |', 'âge')).ok).toBe(true)
})

test('what forms of the field write is taken', () => {
  expect(
    prepareForm(formWith("| | text | code | Code ${pits} | ${pits} > 2 and not(selected(${pits}, 'x')) | regex(., '^[A-Z]+$') | |")).ok,
  ).toBe(true)
})
