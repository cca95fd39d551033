/*
Reads an expression of a form (XPath 1.0 as XForms uses it) into a tree. Steps go down, up and stay; axes by name and attributes are
refused, because the forms of the field do not write them. It knows no functions: what a name means is asked when it runs.
*/
import { FormProblem, localName } from './tree.ts'

export type Operator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod' | '|'
export interface Step {
  readonly way: 'down' | 'up' | 'stay' | 'anywhere'
  readonly name: string
  readonly predicates: readonly Expression[]
}
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'negate'; readonly of: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly inputs: readonly Expression[] }
  | { readonly kind: 'path'; readonly from: 'root' | 'here' | Expression; readonly steps: readonly Step[] }

interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'operator'
  readonly text: string
}

const pattern =
  /\s*(?:(\d+(?:\.\d*)?|\.\d+)|"([^"]*)"|'([^']*)'|(\/\/|\.\.|!=|<=|>=|[/.,()[\]@|+=<>*-])|([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?))/y
const wordOperators: readonly string[] = ['and', 'or', 'div', 'mod']
const signOperators: readonly string[] = ['|', '+', '-', '=', '!=', '<', '<=', '>', '>=']

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  const end = text.trimEnd().length
  while (pattern.lastIndex < end) {
    const at = pattern.lastIndex
    const found = pattern.exec(text)
    if (found === null) throw new FormProblem(`"${text}", from letter ${at + 1}`)
    const [, number, double, single, sign, name] = found
    const before = tokens.at(-1)
    // A name or a star after a value is an operator, anywhere else a step: the rule of XPath itself.
    const afterValue = before !== undefined && before.kind !== 'operator' && !['(', '[', ',', '/', '//', '@'].includes(before.text)
    if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (double !== undefined || single !== undefined) tokens.push({ kind: 'text', text: double ?? single ?? '' })
    else if (name !== undefined) tokens.push({ kind: afterValue && wordOperators.includes(name) ? 'operator' : 'name', text: name })
    else if (sign !== undefined) {
      const isOperator = signOperators.includes(sign) || (sign === '*' && afterValue)
      tokens.push({ kind: isOperator ? 'operator' : 'sign', text: sign })
    }
  }
  return tokens
}

const levels: readonly (readonly Operator[])[] = [['or'], ['and'], ['=', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', 'div', 'mod']]

interface Reader {
  readonly text: string
  readonly tokens: readonly Token[]
  at: number
}

/** Throws `FormProblem` naming the expression. */
export function readExpression(text: string): Expression {
  const reader: Reader = { text, tokens: tokensOf(text), at: 0 }
  const whole = readBinary(reader, 0)
  if (reader.at < reader.tokens.length) throw faultIn(reader)
  return whole
}

const faultIn = ({ text }: Reader): FormProblem => new FormProblem(`"${text}"`)
const here = ({ tokens, at }: Reader): Token | undefined => tokens[at]
function take(reader: Reader, sign: string): boolean {
  const token = here(reader)
  if (token?.text !== sign || token.kind === 'text') return false
  reader.at += 1
  return true
}
function need(reader: Reader, sign: string): void {
  if (!take(reader, sign)) throw faultIn(reader)
}

function readBinary(reader: Reader, level: number): Expression {
  const operators = levels[level]
  if (operators === undefined) return readUnary(reader)
  let left = readBinary(reader, level + 1)
  for (;;) {
    const token = here(reader)
    const operator = token?.kind === 'operator' ? operators.find((one) => one === token.text) : undefined
    if (operator === undefined) return left
    reader.at += 1
    left = { kind: 'binary', operator, left, right: readBinary(reader, level + 1) }
  }
}
const readUnary = (reader: Reader): Expression => (take(reader, '-') ? { kind: 'negate', of: readUnary(reader) } : readUnion(reader))
function readUnion(reader: Reader): Expression {
  let left = readPath(reader)
  while (take(reader, '|')) left = { kind: 'binary', operator: '|', left, right: readPath(reader) }
  return left
}
function readPath(reader: Reader): Expression {
  if (take(reader, '/')) return { kind: 'path', from: 'root', steps: readSteps(reader, 'down') }
  if (take(reader, '//')) return { kind: 'path', from: 'root', steps: readSteps(reader, 'anywhere') }
  const start = readValue(reader)
  if (start === null) return { kind: 'path', from: 'here', steps: readSteps(reader, 'down') }
  const predicates = readPredicates(reader)
  const stay: readonly Step[] = predicates.length === 0 ? [] : [{ way: 'stay', name: '*', predicates }]
  if (take(reader, '/')) return { kind: 'path', from: start, steps: [...stay, ...readSteps(reader, 'down')] }
  return stay.length === 0 ? start : { kind: 'path', from: start, steps: stay }
}
/** A literal, a call or brackets; null where a step begins. */
function readValue(reader: Reader): Expression | null {
  const token = here(reader)
  if (token === undefined) throw faultIn(reader)
  if (token.kind === 'number' || token.kind === 'text') {
    reader.at += 1
    return { kind: 'literal', value: token.kind === 'number' ? Number(token.text) : token.text }
  }
  if (take(reader, '(')) {
    const inside = readBinary(reader, 0)
    need(reader, ')')
    return inside
  }
  if (token.kind !== 'name' || reader.tokens[reader.at + 1]?.text !== '(') return null
  reader.at += 2
  return { kind: 'call', name: token.text, inputs: readInputs(reader) }
}
function readInputs(reader: Reader): readonly Expression[] {
  const list: Expression[] = []
  if (take(reader, ')')) return list
  do list.push(readBinary(reader, 0))
  while (take(reader, ','))
  need(reader, ')')
  return list
}
function readPredicates(reader: Reader): readonly Expression[] {
  const list: Expression[] = []
  while (take(reader, '[')) {
    list.push(readBinary(reader, 0))
    need(reader, ']')
  }
  return list
}
function readSteps(reader: Reader, first: 'down' | 'anywhere'): readonly Step[] {
  const list: Step[] = [readStep(reader, first)]
  for (;;) {
    if (take(reader, '/')) list.push(readStep(reader, 'down'))
    else if (take(reader, '//')) list.push(readStep(reader, 'anywhere'))
    else return list
  }
}
function readStep(reader: Reader, way: 'down' | 'anywhere'): Step {
  if (take(reader, '..')) return { way: 'up', name: '*', predicates: readPredicates(reader) }
  if (take(reader, '.')) return { way: 'stay', name: '*', predicates: readPredicates(reader) }
  const token = here(reader)
  if (token === undefined || (token.kind !== 'name' && token.text !== '*')) throw faultIn(reader)
  reader.at += 1
  // Prefixes say where a name comes from, and forms use one of them for the same thing or none.
  return { way, name: localName(token.text), predicates: readPredicates(reader) }
}
