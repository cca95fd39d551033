import { expect, test } from 'vitest'
import { compareSheets } from './compare-sheets.ts'
import { addChoice, choicesOf, listNames, moveChoice, nextVersion, withCell, withVersion, wordingColumns } from './edit-sheets.ts'
import { readMarkdown } from './xlsform/markdown.ts'

const form = readMarkdown(`
| survey |
| | type | name | label::Français (fr) | label::English (en) |
| | select_one yn | armed | Présence armée ? | Armed presence? |
| | integer | miners | Creuseurs | Miners |
| choices |
| | list_name | name | label::Français (fr) | label::English (en) |
| | yn | yes | Oui | Yes |
| | yn | no | Non | No |
| | level | low | Bas | Low |
| settings |
| | form_id | version |
| | count | 1 |`)

test('a wording changes one cell, and the comparison says which', () => {
  const [french] = wordingColumns(form.survey, 'label')
  const edited = withCell(form, { sheet: 'survey', row: 3, column: french?.index ?? 0 }, 'Nombre de creuseurs')
  expect(compareSheets(form, edited)).toEqual([
    {
      sheet: 'survey',
      where: 'miners',
      kind: 'changed',
      column: 'label::Français (fr)',
      before: 'Creuseurs',
      after: 'Nombre de creuseurs',
    },
  ])
})

test('a choice is added at the end of its list, and moved inside it only', () => {
  const added = addChoice(form, 'yn', { name: 'unknown', labels: ['Inconnu', 'Unknown'] })
  expect(choicesOf(added, 'yn').map((one) => [one.row, one.name, one.labels])).toEqual([
    [2, 'yes', ['Oui', 'Yes']],
    [3, 'no', ['Non', 'No']],
    [4, 'unknown', ['Inconnu', 'Unknown']],
  ])
  const moved = moveChoice(added, 'yn', { row: 4, by: -1 })
  expect(choicesOf(moved, 'yn').map((one) => one.name)).toEqual(['yes', 'unknown', 'no'])
  expect(moveChoice(moved, 'yn', { row: 4, by: 1 })).toEqual(moved)
  expect(listNames(moved)).toEqual(['yn', 'level'])
  expect(compareSheets(form, moved).map((one) => `${one.kind} ${one.where}`)).toEqual(['added yn / unknown'])
  expect(compareSheets(added, moved).map((one) => `${one.kind} ${one.where}`)).toEqual(['moved yn / unknown'])
})

test('the version goes up by day and number', () => {
  expect(withVersion(form, '2').settings).toEqual([
    ['form_id', 'version'],
    ['count', '2'],
  ])
  expect(nextVersion('2026-11-21', ['v2', '2026112101'])).toBe('2026112102')
  expect(nextVersion('2026-11-22', ['2026112101'])).toBe('2026112201')
  expect(nextVersion('2026-11-22', ['1.4'])).toBe('2026112201')
})

test('a form without a version column gets one', () => {
  const bare = readMarkdown('| survey |\n| | type | name | label |\n| | text | a | A |\n| settings |\n| | form_id |\n| | b |')
  expect(withVersion(bare, '7').settings).toEqual([
    ['form_id', 'version'],
    ['b', '7'],
  ])
})
