/* What an expression of a form is worth at one node: steps, predicates, operators and calls. What is not relevant is not there. */
import type { TreeNode } from './tree.ts'
import { functionNamed } from './xpath-functions.ts'
import type { Expression, Operator, Step } from './xpath-syntax.ts'
import { type Scope, type Value, asNumber, asText, asTruth, isNodes, wordOf } from './xpath-values.ts'

export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'negate':
      return -asNumber(evaluate(expression.of, scope))
    case 'call':
      return functionNamed(expression.name)(
        expression.inputs.map((input) => () => evaluate(input, scope)),
        scope,
      )
    case 'binary':
      return binary(expression, scope)
    case 'path': {
      const { from, steps } = expression
      const start = from === 'root' ? [scope.around.document] : from === 'here' ? [scope.node] : evaluate(from, scope)
      return isNodes(start) ? walk(start, steps, scope) : []
    }
  }
}

function walk(start: readonly TreeNode[], steps: readonly Step[], scope: Scope): readonly TreeNode[] {
  let nodes = start
  for (const step of steps) {
    const [only] = nodes
    if (nodes.length === 1 && only) nodes = kept(reached(only, step), step.predicates, scope)
    else nodes = [...new Set(nodes.flatMap((node) => kept(reached(node, step), step.predicates, scope)))]
  }
  return nodes
}
function reached(node: TreeNode, { way, name }: Step): readonly TreeNode[] {
  if (way === 'stay') return [node]
  if (way === 'up') return node.parent ? [node.parent] : []
  const fitting = node.children.filter((one) => one.relevant && (one.local === name || name === '*'))
  if (way === 'down') return fitting
  return [...fitting, ...node.children.flatMap((one) => (one.relevant ? reached(one, { way, name, predicates: [] }) : []))]
}
function kept(nodes: readonly TreeNode[], predicates: readonly Expression[], scope: Scope): readonly TreeNode[] {
  if (predicates.length === 0) return nodes
  let left = nodes
  for (const predicate of predicates) {
    const size = left.length
    left = left.filter((node, at) => {
      const value = evaluate(predicate, { ...scope, node, position: at + 1, size })
      return typeof value === 'number' ? value === at + 1 : asTruth(value)
    })
  }
  return left
}

function binary({ operator, left, right }: Extract<Expression, { kind: 'binary' }>, scope: Scope): Value {
  const first = evaluate(left, scope)
  if (operator === 'or') return asTruth(first) || asTruth(evaluate(right, scope))
  if (operator === 'and') return asTruth(first) && asTruth(evaluate(right, scope))
  const second = evaluate(right, scope)
  if (operator === '|') return [...new Set([...(isNodes(first) ? first : []), ...(isNodes(second) ? second : [])])]
  const [one, other] = [asNumber(first), asNumber(second)]
  switch (operator) {
    case '+':
      return one + other
    case '-':
      return one - other
    case '*':
      return one * other
    case 'div':
      return one / other
    case 'mod':
      return one % other
    default:
      return compare(operator, first, second)
  }
}

/** A set of nodes compares as true when one of its nodes does. */
function compare(operator: Operator, first: Value, second: Value): boolean {
  if (isNodes(first) && typeof second !== 'boolean') return first.some((node) => compare(operator, wordOf(node), second))
  if (isNodes(second) && typeof first !== 'boolean') return second.some((node) => compare(operator, first, wordOf(node)))
  if (operator === '=' || operator === '!=') return isSame(first, second) === (operator === '=')
  const [one, other] = [asNumber(first), asNumber(second)]
  if (operator === '<') return one < other
  if (operator === '<=') return one <= other
  return operator === '>' ? one > other : one >= other
}
function isSame(first: Value, second: Value): boolean {
  if (typeof first === 'boolean' || typeof second === 'boolean') return asTruth(first) === asTruth(second)
  if (typeof first === 'number' || typeof second === 'number') return asNumber(first) === asNumber(second)
  return asText(first) === asText(second)
}
