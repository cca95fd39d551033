/*
What XLSForm says in one row and an XForm in several: a loop over a list, the question for "other", the label row of a table-list, and the
count of a repeat that is computed.
*/
import { withOther } from './choices.ts'
import type { Wording } from './columns.ts'
import type { Choice, ChoiceList, FormNode } from './nodes.ts'
import type { Findings } from './problem.ts'
import type { SurveyNode } from './survey.ts'

export interface Expanded {
  readonly nodes: readonly FormNode[]
  readonly lists: readonly ChoiceList[]
}

export function expand(read: readonly SurveyNode[], given: readonly ChoiceList[], found: Findings): Expanded {
  const withOthers = new Set(every(read).flatMap(({ orOther, node }) => (orOther && node.list !== null ? [node.list] : [])))
  const lists = given.map((list) => (withOthers.has(list.name) ? withOther(list) : list))
  const byName = new Map(lists.map((list) => [list.name, list]))
  return { lists, nodes: read.flatMap((one) => expandOne(one, byName, found)) }
}

const every = (read: readonly SurveyNode[]): readonly SurveyNode[] => read.flatMap((one) => [one, ...every(one.inside)])

function expandOne(read: SurveyNode, lists: ReadonlyMap<string, ChoiceList>, found: Findings): readonly FormNode[] {
  const { node } = read
  if (node.kind === 'question') return read.orOther ? [node, otherQuestion(node)] : [node]
  const children = read.inside.flatMap((one) => expandOne(one, lists, found))
  if (read.loopOver !== null) return [{ ...node, type: 'group', list: null, children: loop(read, children, { lists, found }) }]
  if (node.kind === 'repeat') return repeat({ ...node, children })
  return [tableList({ ...node, children })]
}

const silent = (name: string, row: number): FormNode => ({
  ...{ row, name, kind: 'question', type: 'text', list: null, label: null, hint: null, constraintMessage: null, requiredMessage: null },
  ...{ required: null, relevant: null, constraint: null, calculation: null, choiceFilter: null, readonly: null, defaultValue: null },
  ...{ repeatCount: null, unit: null, mark: null, children: [] },
  ...{ media: new Map(), control: new Map(), bind: new Map(), instance: new Map() },
})

const otherQuestion = (node: FormNode): FormNode => ({
  ...silent(`${node.name}_other`, node.row),
  label: 'Specify other.',
  relevant: `selected(../${node.name}, 'other')`,
})

interface Around {
  readonly lists: ReadonlyMap<string, ChoiceList>
  readonly found: Findings
}
function loop({ node, loopOver }: SurveyNode, children: readonly FormNode[], { lists, found }: Around): readonly FormNode[] {
  const list = lists.get(loopOver ?? '')
  if (list === undefined) {
    found.refuse({ sheet: 'survey', row: node.row }, 'type', { code: 'missing-list', facts: { list: loopOver ?? '' } })
    return []
  }
  return list.choices.map((choice) => ({
    ...silent(choice.name, node.row),
    kind: 'group',
    type: 'group',
    label: choice.label,
    children: children.map((child) => withChoice(child, choice)),
  }))
}

/** `%(label)s` and `%(name)s` in a loop are those of the choice. */
function withChoice(node: FormNode, choice: Choice): FormNode {
  const filled = (wording: Wording | null): Wording | null => {
    if (wording === null) return null
    const fill = (text: string, language: string): string =>
      text.replaceAll('%(label)s', wordingIn(choice.label, language)).replaceAll('%(name)s', choice.name)
    return typeof wording === 'string'
      ? fill(wording, '')
      : new Map([...wording].map(([language, text]) => [language, fill(text, language)]))
  }
  return { ...node, label: filled(node.label), hint: filled(node.hint), children: node.children.map((child) => withChoice(child, choice)) }
}
const wordingIn = (wording: Wording | null, language: string): string =>
  wording === null ? '' : typeof wording === 'string' ? wording : (wording.get(language) ?? [...wording.values()][0] ?? '')

/** A count that is not simply another question is kept in a question of its own. */
function repeat(node: FormNode): readonly FormNode[] {
  const { repeatCount } = node
  if (repeatCount === null || /^\$\{[^}]+\}$/.test(repeatCount)) return [node]
  const name = `${node.name}_count`
  return [
    { ...silent(name, node.row), type: 'calculate', calculation: repeatCount, readonly: 'true()' },
    { ...node, repeatCount: `\${${name}}` },
  ]
}

function tableList(node: FormNode): FormNode {
  const appearance = node.control.get('appearance')?.split(' ') ?? []
  if (!appearance.includes('table-list')) return node
  const control = new Map(node.control).set('appearance', appearance.map((one) => (one === 'table-list' ? 'field-list' : one)).join(' '))
  const first = node.children.find((child) => child.list !== null)
  if (first === undefined) return { ...node, control }
  const heading: FormNode = {
    ...silent(`reserved_name_for_field_list_labels_${first.row}`, first.row),
    ...{ type: first.type, list: first.list, label: ' ', control: new Map([['appearance', 'label']]) },
  }
  const children = node.children.map((child) =>
    child.list === null ? child : { ...child, control: new Map(child.control).set('appearance', 'list-nolabel') },
  )
  const titled = node.label === null && node.hint === null ? [] : [titleOf(node)]
  return { ...node, label: null, hint: null, control, children: [...titled, heading, ...children] }
}

const titleOf = (node: FormNode): FormNode => ({
  ...silent(`generated_table_list_label_${node.row}`, node.row),
  type: 'note',
  label: node.label,
  hint: node.hint,
})
