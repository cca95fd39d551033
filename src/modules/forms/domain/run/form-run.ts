/*
A form while somebody fills it in. Every change settles the whole form: what is relevant, what is calculated, which choices still
exist, what is wrong. Whole and not by dependency, because a form of three hundred questions settles in a few milliseconds on a slow
phone and nothing can be forgotten. It keeps the values of questions that are not asked at the moment, in case they are asked again.
*/
import type { FormDefinition } from './form-definition.ts'
import type { Question, TextSource } from './form-parts.ts'
import { type TreeNode, type XmlElement, attributeOf, copyTree, elementsNamed, localName, nodeBelow, textIn } from './tree.ts'
import { evaluate } from './xpath.ts'
import { type Around, type Scope, asNumber, asText, asTruth, isNodes, scopeAt, wordOf } from './xpath-values.ts'

/** What the device knows and the form may write down. */
export interface Surroundings {
  readonly today: string
  readonly now: string
  readonly deviceId: string
  readonly newId: () => string
}
export interface Option {
  readonly value: string
  readonly label: string
}
/** `misfit`: not a number, not a place on earth; the form has no words for it. */
export type Fault = 'required' | 'constraint' | 'misfit'
interface Judged {
  readonly required: boolean
  readonly readOnly: boolean
  readonly fault: Fault | null
}
export interface FormRun {
  readonly form: FormDefinition
  readonly root: TreeNode
  language: string
  surroundings: Surroundings
  judged: Map<TreeNode, Judged>
}

/** A draft or a sent record begins a run where it ended; without one the form begins empty. */
export function startRun(form: FormDefinition, surroundings: Surroundings, instance?: XmlElement): FormRun {
  const root = instance ? filled(form, form.blank, instance) : copyTree(form.blank, null)
  const run: FormRun = { form, root, language: form.words.standard, surroundings, judged: new Map() }
  if (!instance) setFirstValues(run, root, 'odk-instance-first-load')
  preload(run)
  settle(run)
  return run
}

/* ---- changes ---- */

/** The form's own name of a language. Changes words only, never an answer. */
export function speak(run: FormRun, language: string): void {
  run.language = language
}
/** What time it is now, before the next change. */
export function noteTime(run: FormRun, time: Pick<Surroundings, 'today' | 'now'>): void {
  run.surroundings = { ...run.surroundings, ...time }
}

export function answer(run: FormRun, node: TreeNode, value: string): void {
  node.value = value
  settle(run)
}
/** Adds an instance at the end of a repeat inside `parent`; gives it back. */
export function addInstance(run: FormRun, parent: TreeNode, path: string): TreeNode | null {
  const node = appendInstance(run, parent, path)
  if (node) settle(run)
  return node
}
/** Writes in what is known before anybody answered, by the names of questions; never over an answer. */
export function fillKnown(run: FormRun, known: { readonly [question: string]: string }): void {
  for (const path of run.form.questions.keys()) {
    const node = nodeBelow(run.root, path)
    const value = node && Object.hasOwn(known, node.name) ? known[node.name] : undefined
    if (node && node.value === '' && value !== undefined) node.value = value
  }
  settle(run)
}
export function removeInstance(run: FormRun, node: TreeNode): void {
  if (node.parent) node.parent.children = node.parent.children.filter((one) => one !== node)
  settle(run)
}
function appendInstance(run: FormRun, parent: TreeNode, path: string): TreeNode | null {
  const template = run.form.templates.get(path)
  if (!template) return null
  const node = copyTree(template, parent)
  const last = parent.children.findLastIndex((one) => one.path === path)
  parent.children.splice(last < 0 ? placeFor(run, parent, path) : last + 1, 0, node)
  setFirstValues(run, node, 'odk-new-repeat')
  return node
}
/** Where the form itself puts the repeat among its neighbours. */
function placeFor(run: FormRun, parent: TreeNode, path: string): number {
  const names = run.form.order.get(parent.path) ?? []
  const before = names.slice(0, Math.max(0, names.indexOf(path)))
  return parent.children.findLastIndex((one) => before.includes(one.path)) + 1
}

/* ---- settling ---- */

const MOST_ROUNDS = 20
function settle(run: FormRun): void {
  const around = aroundOf(run)
  for (let round = 0; round < MOST_ROUNDS && settleNode(run, around, run.root); round++);
  run.judged = new Map()
  judge(run, around, run.root)
}

/** True when something changed, here or below. */
function settleNode(run: FormRun, around: Around, node: TreeNode): boolean {
  const bind = run.form.binds.get(node.path)
  const scope = scopeAt(around, node)
  const relevant = (node.parent?.relevant ?? true) && (!bind?.relevant || asTruth(evaluate(bind.relevant, scope)))
  let changed = relevant !== node.relevant
  node.relevant = relevant
  if (relevant && bind?.calculate) changed = put(node, calculated(asText(evaluate(bind.calculate, scope)))) || changed
  const question = relevant && node.value !== '' ? run.form.questions.get(node.path) : undefined
  if (question?.choices?.kind === 'itemset') changed = put(node, stillOffered(run, question, node)) || changed
  for (const child of node.children) changed = settleNode(run, around, child) || changed
  return countRepeats(run, around, node) || changed
}
const put = (node: TreeNode, value: string): boolean => {
  if (node.value === value) return false
  node.value = value
  return true
}
const calculated = (text: string): string => (text === 'NaN' ? '' : text)
/** A choice whose list changed under it is dropped, as Collect and Web Forms do. */
function stillOffered(run: FormRun, question: Question, node: TreeNode): string {
  const offered = optionNodes(run, question, node)
  return node.value
    .split(/\s+/)
    .filter((one) => offered.some((item) => item.value === one))
    .join(' ')
}
function countRepeats(run: FormRun, around: Around, parent: TreeNode): boolean {
  let changed = false
  for (const repeat of run.form.counted) {
    if (repeat.count === null || parentPath(repeat.path) !== parent.path) continue
    const wanted = Math.max(0, Math.min(MOST_INSTANCES, asNumber(evaluate(repeat.count, scopeAt(around, parent))) || 0))
    let there = parent.children.filter((one) => one.path === repeat.path).length
    for (; there < wanted; there++) changed = appendInstance(run, parent, repeat.path) !== null || changed
    if (there > wanted) {
      const over = new Set(parent.children.filter((one) => one.path === repeat.path).slice(wanted))
      parent.children = parent.children.filter((one) => !over.has(one))
      changed = true
    }
  }
  return changed
}
const MOST_INSTANCES = 200
const parentPath = (path: string): string => path.slice(0, path.lastIndexOf('/'))

function judge(run: FormRun, around: Around, node: TreeNode): void {
  if (!node.relevant) return
  const bind = run.form.binds.get(node.path)
  if (bind) {
    const scope = scopeAt(around, node)
    const holds = (rule: typeof bind.required): boolean => rule !== null && asTruth(evaluate(rule, scope))
    const required = holds(bind.required)
    const isLeaf = node.children.length === 0
    const missing = required && isLeaf && node.value === '' && run.form.questions.has(node.path)
    const broken = isLeaf && node.value !== '' && bind.constraint !== null && !holds(bind.constraint)
    const misfit = isLeaf && node.value !== '' && !fitsType(bind.type, node.value)
    run.judged.set(node, {
      required,
      readOnly: holds(bind.readOnly) || bind.calculate !== null,
      fault: missing ? 'required' : misfit ? 'misfit' : broken ? 'constraint' : null,
    })
  }
  for (const child of node.children) judge(run, around, child)
}
function fitsType(type: string, value: string): boolean {
  if (type === 'int') return /^-?\d+$/.test(value)
  if (type === 'decimal') return /^-?(\d+(\.\d*)?|\.\d+)$/.test(value)
  if (type !== 'geopoint') return true
  const [latitude = Number.NaN, longitude = Number.NaN] = value.split(/\s+/).map(Number)
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
}

/* ---- what the form asks of the world ---- */

function aroundOf(run: FormRun): Around {
  const { form, root, surroundings } = run
  const document: TreeNode = { name: '', local: '', path: '', parent: null, children: [root], value: '', relevant: true }
  return {
    document,
    instances: form.instances,
    today: surroundings.today,
    now: surroundings.now,
    text: (id, node) => translated(run, id, node),
    choiceName: (value, path, node) => {
      const question =
        form.questions.get(path.trim()) ??
        [...form.questions.values()].find((one) => one.path.endsWith(`/${path.trim().replace(/^[./]+/, '')}`))
      const asked = question ? (nodeBelow(root, question.path) ?? node) : node
      return question ? (optionsOf(run, question, asked).find((one) => one.value === value)?.label ?? value) : value
    },
  }
}
export const scopeOf = (run: FormRun, node: TreeNode): Scope => scopeAt(aroundOf(run), node)

function translated(run: FormRun, id: string, node: TreeNode): string {
  const { texts, standard } = run.form.words
  const parts = texts.get(run.language)?.get(id) ?? texts.get(standard)?.get(id) ?? []
  return sentence(run, parts, node)
}
function sentence(run: FormRun, parts: Extract<TextSource, { kind: 'inline' }>['parts'], node: TreeNode): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : calculated(asText(evaluate(part, scopeOf(run, node))))))
    .join('')
    .trim()
}
/** Words of the form at one node, in the language of the run; '' where it has none. */
export function textOf(run: FormRun, source: TextSource | null, node: TreeNode): string {
  if (source === null) return ''
  return source.kind === 'inline'
    ? sentence(run, source.parts, node)
    : translated(run, asText(evaluate(source.id, scopeOf(run, node))), node)
}

function optionNodes(run: FormRun, { choices }: Question, node: TreeNode): readonly { readonly value: string; readonly item: TreeNode }[] {
  if (choices?.kind !== 'itemset') return []
  const items = evaluate(choices.nodes, scopeOf(run, node))
  return isNodes(items) ? items.map((item) => ({ item, value: childText(item, choices.value) })) : []
}
const childText = (item: TreeNode, name: string): string =>
  item.children.find((one) => localName(one.name) === localName(name))?.value ?? ''

/** The choices that a question offers now. */
export function optionsOf(run: FormRun, question: Question, node: TreeNode): readonly Option[] {
  const { choices } = question
  if (choices === null) return []
  if (choices.kind === 'listed') return choices.options.map(({ value, label }) => ({ value, label: textOf(run, label, node) || value }))
  return optionNodes(run, question, node).map(({ item, value }) => {
    const label = childText(item, choices.label)
    return { value, label: (choices.isItext ? translated(run, label, node) : label) || value }
  })
}

/* ---- beginning ---- */

function setFirstValues(run: FormRun, below: TreeNode, event: string): void {
  const around = aroundOf(run)
  for (const first of run.form.firstValues) {
    const isMeant = first.event.split(/\s+/).includes(event) && first.path.startsWith(below.path)
    const node = isMeant ? nodeBelow(below, first.path) : undefined
    if (node) node.value = asText(evaluate(first.value, scopeAt(around, node)))
  }
}
/** What the device fills in by itself; each only once, so that a draft keeps its own beginning and its own id. */
function preload({ form, root, surroundings }: FormRun): void {
  const values: { readonly [preload: string]: () => string } = {
    'timestamp:start': () => surroundings.now,
    'property:deviceid': () => surroundings.deviceId,
    'date:today': () => surroundings.today,
    'uid:': () => `uuid:${surroundings.newId()}`,
  }
  for (const [path, bind] of form.binds) {
    const node = nodeBelow(root, path)
    if (node && node.value === '') node.value = values[bind.preload]?.() ?? ''
  }
}

/** A node like `like`, with the answers of a record; what the record does not have stays empty, unless it is a repeat. */
function filled(form: FormDefinition, like: TreeNode, from: XmlElement): TreeNode {
  const node: TreeNode = { ...like, parent: null, children: [], value: like.children.length === 0 ? textIn(from) : '' }
  node.children = (form.order.get(like.path) ?? []).flatMap((path) => {
    const template = form.templates.get(path)
    const there = elementsNamed(from, localName(path.slice(path.lastIndexOf('/') + 1)))
    if (template) return there.filter((one) => attributeOf(one, 'template') === undefined).map((one) => filled(form, template, one))
    const child = like.children.find((one) => one.path === path)
    return child ? [there[0] ? filled(form, child, there[0]) : copyTree(child, node)] : []
  })
  for (const child of node.children) child.parent = node
  return node
}

/* ---- reading ---- */

const nothing: Judged = { required: false, readOnly: false, fault: null }
export const judgedAt = (run: FormRun, node: TreeNode): Judged => run.judged.get(node) ?? nothing

/** `/data/pit[2]/depth`: the path with the place of each repeat. */
export function referenceOf(run: FormRun, node: TreeNode): string {
  const like = run.form.templates.has(node.path) ? (node.parent?.children.filter((one) => one.path === node.path) ?? []) : []
  return `${node.parent ? referenceOf(run, node.parent) : ''}/${node.name}${like.length > 0 ? `[${like.indexOf(node) + 1}]` : ''}`
}
export const isAnswered = (node: TreeNode): boolean => wordOf(node) !== ''
/** Which form, and which version of it, a draft or a record belongs to. */
export const formOf = (instance: XmlElement): { readonly id: string; readonly version: string } => ({
  id: attributeOf(instance, 'id') ?? '',
  version: attributeOf(instance, 'version') ?? '',
})
