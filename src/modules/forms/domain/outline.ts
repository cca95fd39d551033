/* A form as a table that people read: every question with its wordings, conditions, unit, evidence mark and criterion. */
import type { Outline, OutlineRow } from './answers.ts'
import { criterionOfName } from './criterion-of-name.ts'
import type { Wording } from './xlsform/columns.ts'
import type { Form, PlacedNode } from './xlsform/nodes.ts'

const ROOT_DEPTH = 2

export function outlineOf(form: Form): Outline {
  return {
    defaultLanguage: form.settings.defaultLanguage,
    rows: form.nodes.flatMap(rowsOf),
    lists: form.lists.map((list) => ({
      name: list.name,
      choices: list.choices.map((choice) => ({ row: choice.row, name: choice.name, labels: wordingsOf(choice.label) })),
    })),
  }
}

const rowsOf = (node: PlacedNode): OutlineRow[] => [rowOf(node), ...node.children.flatMap(rowsOf)]

function rowOf(node: PlacedNode): OutlineRow {
  const { row, path, name, kind, type, list, required, relevant, constraint, calculation, choiceFilter, unit, mark } = node
  return {
    ...{ row, path, name, kind, type, list, required, relevant, constraint, calculation, choiceFilter, unit, mark },
    depth: path.split('/').length - 1 - ROOT_DEPTH,
    labels: wordingsOf(node.label),
    hints: wordingsOf(node.hint),
    criterion: criterionOfName(name),
  }
}

function wordingsOf(wording: Wording | null): { [language: string]: string } {
  if (wording === null) return {}
  const by = typeof wording === 'string' ? new Map([['', wording]]) : wording
  return Object.fromEntries([...by].filter(([, value]) => value.trim() !== ''))
}
