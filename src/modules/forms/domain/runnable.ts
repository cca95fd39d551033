/*
Whether our own runner can run what a form says: the converter takes every function of the language, the runner has those of a visit.
What it cannot run is told by row when the form is read, never at the pit.
*/
import { checkFunctions } from './run/form-definition.ts'
import { FormProblem } from './run/tree.ts'
import { readExpression } from './run/xpath-syntax.ts'
import { EXPRESSIONS, WORDINGS, wordings } from './xlsform/check.ts'
import { type Form, type PlacedNode, flatten } from './xlsform/nodes.ts'
import type { Problem } from './xlsform/problem.ts'
import { REFERENCE, indexNames, withPaths } from './xlsform/references.ts'

export function unrunnable(form: Form): readonly Problem[] {
  const index = indexNames(form.nodes)
  const problems = flatten<PlacedNode>(form.nodes).flatMap((node) => {
    const said = [
      ...EXPRESSIONS.flatMap(([key, column]) => (node[key] === null ? [] : [[column, node[key]] as const])),
      ...WORDINGS.flatMap(([key, column]) => wordings(node[key]).flatMap((text) => references(text).map((one) => [column, one] as const))),
    ]
    return said.flatMap(([column, text]) => problemOf(withPaths(text, index, node), { sheet: 'survey', row: node.row, column }))
  })
  const name = form.settings.instanceName
  if (name === null) return problems
  return [...problems, ...problemOf(withPaths(name, index, null), { sheet: 'settings', row: 2, column: 'instance_name' })]
}

const references = (text: string): readonly string[] => [...text.matchAll(REFERENCE)].map(([whole]) => whole)

function problemOf(expression: string, place: Pick<Problem, 'sheet' | 'row' | 'column'>): readonly Problem[] {
  try {
    checkFunctions(readExpression(expression.trim()))
    return []
  } catch (error) {
    if (error instanceof FormProblem) return [{ ...place, code: 'formula-not-runnable', facts: { what: error.what.trim() } }]
    throw error
  }
}
