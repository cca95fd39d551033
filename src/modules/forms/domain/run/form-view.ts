/* What a form shows now: its relevant questions in groups and repeats, each with its words, its choices and what is wrong with it. */
import type { Control, Question } from './form-parts.ts'
import { type Fault, type FormRun, type Option, judgedAt, optionsOf, referenceOf, textOf } from './form-run.ts'
import { type TreeNode, nodeBelow } from './tree.ts'

export interface QuestionItem {
  readonly kind: 'question'
  readonly key: string
  readonly node: TreeNode
  readonly question: Question
  /** Of the bind: `int`, `decimal`, `date`, `geopoint`, `binary`, `string` … */
  readonly type: string
  readonly value: string
  readonly label: string
  readonly hint: string
  readonly options: readonly Option[]
  readonly required: boolean
  readonly readOnly: boolean
  readonly fault: Fault | null
  /** The form's own words for the fault; '' where it has none. */
  readonly message: string
}
export interface GroupItem {
  readonly kind: 'group'
  readonly key: string
  readonly label: string
  /** All of its questions on one screen. */
  readonly isFieldList: boolean
  readonly items: readonly Item[]
}
export interface RepeatItem {
  readonly kind: 'repeat'
  readonly key: string
  readonly label: string
  readonly parent: TreeNode
  readonly path: string
  readonly isFixed: boolean
  readonly instances: readonly { readonly key: string; readonly node: TreeNode; readonly items: readonly Item[] }[]
}
export type Item = QuestionItem | GroupItem | RepeatItem

export const viewOf = (run: FormRun): readonly Item[] => itemsOf(run, run.form.controls, run.root)

const itemsOf = (run: FormRun, controls: readonly Control[], around: TreeNode): readonly Item[] =>
  controls.flatMap((control) => itemOf(run, control, around))

function itemOf(run: FormRun, control: Control, around: TreeNode): readonly Item[] {
  if (control.kind === 'repeat') return repeatItem(run, control, around)
  const node = control.path === '' ? around : nodeBelow(around, control.path)
  if (node === undefined || !node.relevant) return []
  if (control.kind === 'question') return [questionItem(run, control, node)]
  const items = itemsOf(run, control.children, node)
  if (items.length === 0) return []
  const isFieldList = control.appearance.includes('field-list')
  return [
    {
      kind: 'group',
      key: `${referenceOf(run, node)}#${control.children[0]?.path ?? ''}`,
      label: textOf(run, control.label, node),
      isFieldList,
      items,
    },
  ]
}
function repeatItem(run: FormRun, control: Extract<Control, { kind: 'repeat' }>, around: TreeNode): readonly Item[] {
  const parent = nodeBelow(around, control.path.slice(0, control.path.lastIndexOf('/')))
  if (parent === undefined || !parent.relevant) return []
  const there = parent.children.filter((one) => one.path === control.path && one.relevant)
  if (there.length === 0 && control.isFixed) return []
  return [
    {
      kind: 'repeat',
      key: `${referenceOf(run, parent)}#${control.path}`,
      label: textOf(run, control.label, parent),
      parent,
      path: control.path,
      isFixed: control.isFixed,
      instances: there.map((node) => ({ key: referenceOf(run, node), node, items: itemsOf(run, control.children, node) })),
    },
  ]
}
function questionItem(run: FormRun, question: Question, node: TreeNode): QuestionItem {
  const bind = run.form.binds.get(node.path)
  const { required, readOnly, fault } = judgedAt(run, node)
  return {
    kind: 'question',
    key: referenceOf(run, node),
    node,
    question,
    type: bind?.type ?? 'string',
    value: node.value,
    label: textOf(run, question.label, node) || node.name,
    hint: textOf(run, question.hint, node),
    options: optionsOf(run, question, node),
    required,
    readOnly,
    fault,
    message:
      fault === null || fault === 'misfit'
        ? ''
        : textOf(run, (fault === 'required' ? bind?.requiredMessage : bind?.constraintMessage) ?? null, node),
  }
}

/** The questions of a view, in order. */
export const questionsIn = (items: readonly Item[]): readonly QuestionItem[] =>
  items.flatMap((item) =>
    item.kind === 'question'
      ? [item]
      : item.kind === 'group'
        ? questionsIn(item.items)
        : item.instances.flatMap((one) => questionsIn(one.items)),
  )
