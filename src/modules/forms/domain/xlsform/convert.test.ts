import { expect, test } from 'vitest'
import { convertForm } from './convert.ts'
import { expressionFault } from './expressions.ts'
import { readMarkdown } from './markdown.ts'

const HEADER =
  '| | type | name | label | relevant | constraint | constraint_message | calculation | choice_filter | required | default | repeat_count | appearance |'
const row = (cells: { readonly [column: string]: string }): string => {
  const columns = HEADER.split('|')
    .map((one) => one.trim())
    .slice(2, -1)
  return `| | ${columns.map((column) => cells[column] ?? '').join(' | ')} |`
}
const CHOICES = `
| choices |
| | list_name | name | label | province |
| | yn | yes | Oui | |
| | yn | no | Non | |
| | territory | kalehe | Kalehe | sk |
| | territory | masisi | Masisi | nk |`

const convert = (rows: readonly { readonly [column: string]: string }[], more = CHOICES) =>
  convertForm(readMarkdown(`| survey |\n${HEADER}\n${rows.map(row).join('\n')}\n${more}`), 'test')
const xformOf = (rows: readonly { readonly [column: string]: string }[], more?: string): string => {
  const converted = convert(rows, more)
  if (!converted.ok) throw new Error(JSON.stringify(converted.problems))
  return converted.xform
}
const problemsOf = (rows: readonly { readonly [column: string]: string }[], more?: string): readonly string[] => {
  const converted = convert(rows, more)
  return converted.ok ? [] : converted.problems.map((one) => `${one.sheet} ${one.row} ${one.column} ${one.code}`)
}
const q = (type: string, name: string, more: { readonly [column: string]: string } = {}) => ({
  type,
  name,
  label: `Question ${name}`,
  ...more,
})

test('conditions, constraints and calculations point at their questions by path', () => {
  const xform = xformOf([
    q('integer', 'miners', { constraint: '. >= 0 and . <= 20000', constraint_message: 'De 0 à 20000' }),
    q('integer', 'women', { relevant: '${miners} > 0', constraint: '. <= ${miners}' }),
    { type: 'calculate', name: 'men', calculation: '${miners} - ${women}' },
  ])
  expect(xform).toContain('<bind nodeset="/data/women" type="int" relevant=" /data/miners  &gt; 0" constraint=". &lt;=  /data/miners "/>')
  expect(xform).toContain('constraint=". &gt;= 0 and . &lt;= 20000" jr:constraintMsg="De 0 à 20000"')
  expect(xform).toContain('calculate=" /data/miners  -  /data/women "')
  expect(xform).not.toContain('ref="/data/men"')
})

test('in a repeat a reference stays in its own repetition; from outside it means all of them', () => {
  const xform = xformOf([
    { type: 'begin_repeat', name: 'pit', label: 'Puits' },
    { type: 'begin_group', name: 'size', label: 'Taille' },
    q('decimal', 'depth'),
    q('text', 'why_deep', { relevant: '${depth} > 30' }),
    { type: 'end_group' },
    q('text', 'note_of_pit', { relevant: '${depth} > 10' }),
    { type: 'end_repeat' },
    { type: 'calculate', name: 'deepest', calculation: 'max(${depth})' },
  ])
  expect(xform).toContain('nodeset="/data/pit/size/why_deep" type="string" relevant=" ../depth  &gt; 30"')
  expect(xform).toContain('nodeset="/data/pit/note_of_pit" type="string" relevant=" ../size/depth  &gt; 10"')
  expect(xform).toContain('calculate="max( /data/pit/size/depth )"')
  expect(xform).toContain('<pit jr:template=""><size><depth/><why_deep/></size><note_of_pit/></pit><pit><size>')
})

test('choices that follow from another answer, also inside a repeat', () => {
  const xform = xformOf([
    { type: 'begin_repeat', name: 'place', label: 'Lieu' },
    q('text', 'prov'),
    q('select_one territory', 'terr', { choice_filter: 'province=${prov}' }),
    { type: 'end_repeat' },
  ])
  expect(xform).toContain("instance('territory')/root/item[province= current()/../prov ]")
  expect(xform).toContain('<item><name>kalehe</name><label>Kalehe</label><province>sk</province></item>')
})

test('a counted repeat: by a question, or by a number that is kept in a question of its own', () => {
  const counted = xformOf([
    q('integer', 'n'),
    { type: 'begin_repeat', name: 'p', label: 'P', repeat_count: '${n}' },
    q('text', 'x'),
    { type: 'end_repeat' },
  ])
  expect(counted).toContain('<repeat nodeset="/data/p" jr:count=" /data/n ">')
  const fixed = xformOf([{ type: 'begin_repeat', name: 'p', label: 'P', repeat_count: '3' }, q('text', 'x'), { type: 'end_repeat' }])
  expect(fixed).toContain('<bind nodeset="/data/p_count" type="string" readonly="true()" calculate="3"/>')
})

test('two languages, and a language that lacks a wording says so with a dash', () => {
  const converted = convertForm(
    readMarkdown(`
| survey |
| | type | name | label::Français (fr) | label::English (en) | hint::Français (fr) |
| | text | a | Un | One | Aide |
| | text | b | Deux | | |
| settings |
| | form_id | version | default_language |
| | two | 1 | Français (fr) |`),
    '',
  )
  if (!converted.ok) throw new Error(JSON.stringify(converted.problems))
  expect(converted.xform).toContain('<translation lang="Français (fr)" default="true()">')
  expect(converted.xform).toContain('<text id="/data/b:label"><value>-</value></text></translation></itext>')
})

test('text is escaped, so that no label becomes markup', () => {
  expect(xformOf([q('text', 'a', { label: 'Moins de <3 & "plus"' })])).toContain('<label>Moins de &lt;3 &amp; "plus"</label>')
})

test.each([
  ['an unknown type', [q('geoscope', 'a')], ['survey 2 type unknown-type']],
  ['a list that is not there', [q('select_one none', 'a')], ['survey 2 type missing-list']],
  ['a name twice in a group, whatever its case', [q('text', 'a'), q('text', 'A')], ['survey 3 name duplicate-name']],
  ['a name that is none', [q('text', '1 a')], ['survey 2 name name-not-possible']],
  ['no name', [q('text', '')], ['survey 2 name question-without-name']],
  ['no type', [{ name: 'a', label: 'A' }], ['survey 2 type question-without-type']],
  ['no question at all', [{ type: 'begin_group', name: 'g', label: 'G' }, { type: 'end_group' }], ['survey 1 type form-without-questions']],
  ['no label', [{ type: 'text', name: 'a' }], ['survey 2 label question-without-label']],
  ['a group that is never closed', [{ type: 'begin_group', name: 'g', label: 'G' }, q('text', 'a')], ['survey 2 type section-not-closed']],
  ['an end without begin', [q('text', 'a'), { type: 'end_repeat' }], ['survey 3 type end-without-begin']],
  [
    'sections that cross',
    [{ type: 'begin_group', name: 'g', label: 'G' }, q('text', 'a'), { type: 'end_repeat' }, { type: 'end_group' }],
    ['survey 4 type other-section-open'],
  ],
  ['a reference to nothing', [q('text', 'a', { relevant: '${b} = 1' })], ['survey 2 relevant unknown-reference']],
  [
    'a reference to two questions',
    [
      { type: 'begin_group', name: 'g', label: 'G' },
      q('text', 'a'),
      { type: 'end_group' },
      { type: 'begin_group', name: 'h', label: 'H' },
      q('text', 'a'),
      { type: 'end_group' },
      q('text', 'b', { relevant: "${a} != ''" }),
    ],
    ['survey 8 relevant ambiguous-reference'],
  ],
  [
    'a bracket that is not closed',
    [q('text', 'a'), q('text', 'b', { relevant: "selected(${a}, 'x'" })],
    ['survey 3 relevant expression-not-closed'],
  ],
  ['a quote that is not closed', [q('text', 'a'), q('text', 'b', { relevant: "${a} = 'x" })], ['survey 3 relevant expression-not-closed']],
  ['a function that nobody knows', [q('text', 'a', { constraint: 'lenght(.) > 3' })], ['survey 2 constraint unknown-function']],
  ['a calculation that is empty', [{ type: 'calculate', name: 'a' }, q('text', 'b')], ['survey 2 calculation missing-calculation']],
  ['a default that is a formula', [q('date', 'a', { default: 'today()' })], ['survey 2 default computed-default']],
  [
    'a filter by a column that is not there',
    [q('select_one yn', 'a', { choice_filter: 'region = 1' })],
    ['survey 2 choice_filter unknown-filter-column'],
  ],
])('%s is refused where it stands', (_what, rows, expected) => expect(problemsOf(rows)).toEqual(expected))

test.each([
  ['| choices |\n| | list_name | name | label |\n| | l | a b | A |\n| | l | ok | B |', 'choices 2 name choice-name-with-space'],
  ['| choices |\n| | list_name | name | label |\n| | l | a | A |\n| | l | a | B |', 'choices 3 name duplicate-choice'],
  ['| choices |\n| | list_name | name | label |\n| | | a | A |\n| | l | b | B |', 'choices 2 list_name choice-without-list'],
  ['| choices |\n| | list_name | name | label |\n| | l | | A |\n| | l | b | B |', 'choices 2 name choice-without-name'],
])('a choice that cannot be is refused by its row: %#', (choices, expected) =>
  expect(problemsOf([q('select_one l', 'q')], choices)).toEqual([expected]),
)

test('a column that nobody knows is refused, not ignored; a cell without a title is told', () => {
  const converted = convertForm(readMarkdown('| survey |\n| | type | name | label | | relevent |\n| | text | a | A | stray | 1 |'), '')
  expect(converted.ok ? [] : converted.problems).toEqual([
    { sheet: 'survey', row: 1, column: 'relevent', code: 'unknown-column', facts: { column: 'relevent' } },
  ])
  expect(converted.notices).toEqual([{ sheet: 'survey', row: 2, column: '', code: 'cell-without-header', facts: { value: 'stray' } }])
})

test('all that is wrong is said at once', () =>
  expect(problemsOf([q('texte', 'a'), q('select_one x', 'b'), q('text', 'c', { relevant: '${z}' })])).toHaveLength(3))

test.each([
  '${a} and (${b} or not(true()))',
  "if(selected(., 'x y'), 1, 2)",
  'instance("l")/root/item[name = current()]/label',
  '. < 10 div 2',
])('the expression %s closes', (expression) => expect(expressionFault(expression)).toBeNull())
