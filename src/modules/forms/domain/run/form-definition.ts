/*
An XForm read into what is needed to run it: the empty answers, the rules per path, the lists of choices, the words in each language
and the questions in the order of the form. Refuses, by name, what this program cannot run; it must be told when a form is published
or opened, never at the pit.
*/
import { type Expression, readExpression } from './xpath-syntax.ts'
import { functionNamed } from './xpath-functions.ts'
import { readControls } from './form-controls.ts'
import type { Control, Question, Repeat, TextSource } from './form-parts.ts'
import {
  FormProblem,
  type TreeNode,
  type XmlElement,
  attributeOf,
  childNamed,
  elementsNamed,
  elementsOf,
  growTree,
  localName,
  nodeBelow,
  textIn,
} from './tree.ts'
import { type Words, readWords, textSource } from './form-words.ts'

/** The rules of one path (`bind`). */
export interface Bind {
  readonly type: string
  readonly relevant: Expression | null
  readonly required: Expression | null
  readonly readOnly: Expression | null
  readonly constraint: Expression | null
  readonly calculate: Expression | null
  readonly constraintMessage: TextSource | null
  readonly requiredMessage: TextSource | null
  /** `timestamp:start`, `uid:`, `date:today`, `property:deviceid`; '' for none. */
  readonly preload: string
}
export interface FirstValue {
  readonly path: string
  readonly event: string
  readonly value: Expression
}
export interface FormDefinition {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly rootAttributes: { readonly [name: string]: string }
  readonly words: Words
  /** The answers as they are before anybody answered; to be copied. */
  readonly blank: TreeNode
  /** One empty instance per repeat. */
  readonly templates: ReadonlyMap<string, TreeNode>
  /** Paths of what stands in each path, in the order of the form; a repeat once, even where it begins empty. */
  readonly order: ReadonlyMap<string, readonly string[]>
  readonly instances: ReadonlyMap<string, TreeNode>
  readonly binds: ReadonlyMap<string, Bind>
  readonly firstValues: readonly FirstValue[]
  readonly controls: readonly Control[]
  readonly questions: ReadonlyMap<string, Question>
  /** Repeats whose number the form itself counts. */
  readonly counted: readonly Repeat[]
}

export function readForm(html: XmlElement): FormDefinition {
  const head = needed(html, 'head')
  const model = needed(head, 'model')
  const [primary, ...others] = elementsNamed(model, 'instance')
  const root = primary && elementsOf(primary)[0]
  if (root === undefined) throw new FormProblem('<instance>')
  const controls = readControls(elementsOf(needed(html, 'body')))
  const repeats = repeatsIn(controls)
  const { blank, templates, order } = readBlank(
    root,
    repeats.map((one) => one.path),
  )
  const form = {
    id: attributeOf(root, 'id') ?? '',
    version: attributeOf(root, 'version') ?? '',
    title: textIn(childNamed(head, 'title') ?? head).trim(),
    rootAttributes: root.attributes,
    words: readWords(childNamed(model, 'itext')),
    blank,
    templates,
    order,
    instances: new Map(others.map((one) => [attributeOf(one, 'id') ?? '', growTree(one, '', null)])),
    binds: new Map(elementsNamed(model, 'bind').map((one) => [pathOf(one), readBind(one)])),
    firstValues: [model, needed(html, 'body')].flatMap(readFirstValues),
    controls,
    questions: new Map(questionsIn(controls).map((one) => [one.path, one])),
    counted: repeats.filter((one) => one.count !== null),
  }
  for (const question of form.questions.values()) if (!isInForm(form, question.path)) throw new FormProblem(`${question.path} (ref)`)
  for (const expression of expressionsOf(form)) checkFunctions(expression)
  return form
}

const needed = (element: XmlElement, name: string): XmlElement => {
  const found = childNamed(element, name)
  if (found === undefined) throw new FormProblem(`<${name}>`)
  return found
}
const pathOf = (bind: XmlElement): string => (attributeOf(bind, 'nodeset') ?? attributeOf(bind, 'ref') ?? '').trim()
const expressionIn = (element: XmlElement, name: string): Expression | null => {
  const text = attributeOf(element, name)?.trim() ?? ''
  return text === '' ? null : readExpression(text)
}
const readBind = (bind: XmlElement): Bind => ({
  type: localName(attributeOf(bind, 'type') ?? 'string'),
  relevant: expressionIn(bind, 'relevant'),
  required: expressionIn(bind, 'required'),
  readOnly: expressionIn(bind, 'readonly'),
  constraint: expressionIn(bind, 'constraint'),
  calculate: expressionIn(bind, 'calculate'),
  constraintMessage: textSource(attributeOf(bind, 'constraintMsg')),
  requiredMessage: textSource(attributeOf(bind, 'requiredMsg')),
  preload: attributeOf(bind, 'preload') === undefined ? '' : `${attributeOf(bind, 'preload')}:${attributeOf(bind, 'preloadParams') ?? ''}`,
})
function readFirstValues(element: XmlElement): readonly FirstValue[] {
  return elementsOf(element).flatMap((one) => {
    if (localName(one.name) === 'group' || localName(one.name) === 'repeat') return readFirstValues(one)
    const [path, text] = [attributeOf(one, 'ref'), attributeOf(one, 'value')]
    if (localName(one.name) !== 'setvalue' || path === undefined) return []
    const value = readExpression(text ?? `'${one.children.join('').replaceAll("'", '’')}'`)
    return [{ path, event: attributeOf(one, 'event') ?? '', value }]
  })
}

const questionsIn = (controls: readonly Control[]): readonly Question[] =>
  controls.flatMap((one) => (one.kind === 'question' ? [one] : questionsIn(one.children)))
const repeatsIn = (controls: readonly Control[]): readonly Repeat[] =>
  controls.flatMap((one) => (one.kind === 'question' ? [] : [...(one.kind === 'repeat' ? [one] : []), ...repeatsIn(one.children)]))

/** The first instance of a repeat stands in the blank form; a `jr:template` does not, unless it is all there is. */
function readBlank(root: XmlElement, repeats: readonly string[]) {
  const templates = new Map<string, TreeNode>()
  const order = new Map<string, readonly string[]>()
  const clean = (element: XmlElement, path: string): XmlElement => {
    const seen = new Set<string>()
    order.set(path, [...new Set(elementsOf(element).map((one) => `${path}/${one.name}`))])
    const children = elementsOf(element).flatMap((one) => {
      const own = `${path}/${one.name}`
      if (!repeats.includes(own)) return [clean(one, own)]
      if (!seen.has(own)) templates.set(own, growTree(clean(one, own), path, null))
      seen.add(own)
      return attributeOf(one, 'template') === undefined ? [clean(one, own)] : []
    })
    return { ...element, children: elementsOf(element).length === 0 ? element.children : children }
  }
  const whole = clean(root, `/${root.name}`)
  const blank = growTree(whole, '', null)
  return { blank, templates, order }
}
const isInForm = (form: Pick<FormDefinition, 'blank' | 'templates'>, path: string): boolean =>
  [form.blank, ...form.templates.values()].some((node) => path.startsWith(node.path) && nodeBelow(node, path) !== undefined)

function expressionsOf(form: FormDefinition): readonly Expression[] {
  const binds = [...form.binds.values()].flatMap((bind) => [bind.relevant, bind.required, bind.readOnly, bind.constraint, bind.calculate])
  const lists = [...form.questions.values()].map((one) => (one.choices?.kind === 'itemset' ? one.choices.nodes : null))
  const outputs = [...form.words.texts.values()].flatMap((list) => [...list.values()].flat()).filter((part) => typeof part !== 'string')
  return [...binds, ...lists, ...outputs, ...form.firstValues.map((one) => one.value)].filter((one) => one !== null)
}
/** Throws a `FormProblem` for a function that this program does not have, and for a pattern that no device can read. */
export function checkFunctions(expression: Expression): void {
  if (expression.kind === 'call') {
    functionNamed(expression.name)
    const [, pattern] = expression.inputs
    if (expression.name === 'regex' && pattern?.kind === 'literal') checkPattern(String(pattern.value))
    expression.inputs.forEach(checkFunctions)
  } else if (expression.kind === 'binary') [expression.left, expression.right].forEach(checkFunctions)
  else if (expression.kind === 'negate') checkFunctions(expression.of)
  else if (expression.kind === 'path') {
    if (typeof expression.from !== 'string') checkFunctions(expression.from)
    expression.steps.flatMap((step) => step.predicates).forEach(checkFunctions)
  }
}
function checkPattern(pattern: string): void {
  try {
    new RegExp(pattern)
  } catch {
    throw new FormProblem(`regex ${pattern}`)
  }
}
