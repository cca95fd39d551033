/* What only the whole form shows: lists that exist, references that lead to one question, expressions that close, characters XML can hold. */
import type { Wording } from './columns.ts'
import { columnsIn, expressionFault } from './expressions.ts'
import { type Form, type PlacedNode, flatten } from './nodes.ts'
import type { Findings, Place } from './problem.ts'
import { type NameIndex, indexNames, referenceFaults } from './references.ts'
import { hasForbiddenCharacter } from './xml.ts'

export const EXPRESSIONS = [
  ['relevant', 'relevant'],
  ['constraint', 'constraint'],
  ['calculation', 'calculation'],
  ['choiceFilter', 'choice_filter'],
  ['required', 'required'],
  ['readonly', 'readonly'],
  ['repeatCount', 'repeat_count'],
] as const

export const WORDINGS = [
  ['label', 'label'],
  ['hint', 'hint'],
  ['constraintMessage', 'constraint_message'],
  ['requiredMessage', 'required_message'],
] as const

interface Checking {
  readonly index: NameIndex
  readonly form: Form
  readonly found: Findings
}

export function checkForm(form: Form, found: Findings): void {
  const nodes = flatten<PlacedNode>(form.nodes)
  const checking = { index: indexNames(form.nodes), form, found }
  if (found.problems.length === 0 && nodes.every((node) => node.kind !== 'question'))
    found.refuse({ sheet: 'survey', row: 1 }, 'type', { code: 'form-without-questions' })
  const seen = new Set<string>()
  for (const node of nodes) {
    checkNode(node, checking)
    if (seen.has(node.path)) found.refuse(place(node), 'name', { code: 'duplicate-name', facts: { name: node.name, first: node.row } })
    seen.add(node.path)
  }
  if (form.settings.instanceName !== null)
    checkExpression(form.settings.instanceName, { sheet: 'settings', row: 2, column: 'instance_name' }, checking)
  for (const list of form.lists)
    for (const choice of list.choices)
      for (const text of wordings(choice.label)) {
        if (text.includes('${'))
          found.refuse({ sheet: 'choices', row: choice.row }, 'label', { code: 'reference-in-choice', facts: { list: list.name } })
        checkCharacters(text, { sheet: 'choices', row: choice.row, column: 'label' }, found)
      }
}

const place = (node: PlacedNode): Place => ({ sheet: 'survey', row: node.row })
export const wordings = (wording: Wording | null): readonly string[] =>
  wording === null ? [] : typeof wording === 'string' ? [wording] : [...wording.values()]

function checkNode(node: PlacedNode, checking: Checking): void {
  const { form, found, index } = checking
  for (const [key, column] of EXPRESSIONS) {
    const expression = node[key]
    if (expression !== null) checkExpression(expression, { ...place(node), column }, checking)
  }
  for (const [key, column] of WORDINGS)
    for (const text of wordings(node[key])) {
      checkReferences(text, { ...place(node), column }, { found, index })
      checkCharacters(text, { ...place(node), column }, found)
    }
  for (const [name, value] of [...node.bind, ...node.instance, ...node.control])
    checkReferences(value, { ...place(node), column: name }, { found, index })
  if (node.list === null) return
  const list = form.lists.find((one) => one.name === node.list)
  if (list === undefined) return found.refuse(place(node), 'type', { code: 'missing-list', facts: { list: node.list } })
  const columns = new Set(list.choices.flatMap((choice) => ['name', 'label', ...choice.extra.keys()]))
  for (const name of node.choiceFilter === null ? [] : columnsIn(node.choiceFilter))
    if (!columns.has(name))
      found.refuse(place(node), 'choice_filter', { code: 'unknown-filter-column', facts: { column: name, list: list.name } })
}

type Cell = Place & { readonly column: string }
function checkExpression(expression: string, where: Cell, { found, index }: Pick<Checking, 'found' | 'index'>): void {
  checkReferences(expression, where, { found, index })
  const fault = expressionFault(expression)
  if (fault !== null) found.refuse(where, where.column, { code: fault.code, facts: { what: fault.what } })
  checkCharacters(expression, where, found)
}

function checkReferences(text: string, where: Cell, { found, index }: Pick<Checking, 'found' | 'index'>): void {
  for (const fault of referenceFaults(text, index)) found.refuse(where, where.column, { code: fault.code, facts: { name: fault.name } })
}

function checkCharacters(text: string, where: Cell, found: Findings): void {
  if (hasForbiddenCharacter(text)) found.refuse(where, where.column, { code: 'character-not-possible' })
}
