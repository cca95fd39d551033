import { expect, test } from 'vitest'
import { outlineOf } from './outline.ts'
import { sayerOf } from './say-formula.ts'
import { convertForm } from './xlsform/convert.ts'
import { readMarkdown } from './xlsform/markdown.ts'

const converted = convertForm(
  readMarkdown(`
| survey |
| | type | name | label::Français (fr) | label::English (en) |
| | integer | miners | Creuseurs | Miners |
| | select_one yn | armed | Présence armée ? | Armed presence? |
| | select_multiple metal | metals | Minerais | Minerals |
| choices |
| | list_name | name | label::Français (fr) | label::English (en) |
| | yn | yes | Oui | Yes |
| | metal | au | Or | Gold |
| settings |
| | form_id | default_language |
| | x | Français (fr) |`),
  '',
)
if (!converted.ok) throw new Error(JSON.stringify(converted.problems))
const outline = outlineOf(converted.form)
const { formula: fr, text } = sayerOf(outline, 'fr')

test.each([
  ['${miners} > 0', '« Creuseurs » > 0'],
  ["${armed} = 'yes' or ${miners} >= 3", '« Présence armée ? » = « Oui » ou « Creuseurs » ≥ 3'],
  ["${armed} != ''", '« Présence armée ? » rempli'],
  ["selected(${metals}, 'au')", '« Minerais » contient « Or »'],
  ['. >= 0 and . <= 300', 'de 0 à 300'],
  ['. <= today()', '. ≤ aujourd’hui'],
  ["regex(., '^[A-Z]+$')", "regex(., '^[A-Z]+$')"],
])('%s is said %s', (formula, said) => expect(fr(formula)).toBe(said))

test('in a wording only references are replaced: gold is no operator', () =>
  expect(text('Total en or : ${miners}')).toBe('Total en or : « Creuseurs »'))

test('in the reader’s language', () => expect(sayerOf(outline, 'en').formula("${armed} = 'yes'")).toBe('« Armed presence? » = « Yes »'))
