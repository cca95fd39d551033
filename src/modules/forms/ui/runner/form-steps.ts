/*
A form cut into screens, for phones: one question, or one group that the form itself puts on one screen. Sections are what stands at
the top of the form; the list of them is the way to jump. Pure.
*/
import { type Item, type QuestionItem, type RepeatItem, questionsIn } from '../../domain/run/form-view.ts'
import type { TreeNode } from '../../domain/run/tree.ts'

export interface Section {
  readonly key: string
  /** '' for questions that stand in no group. */
  readonly label: string
  readonly items: readonly Item[]
}
export interface Step {
  readonly key: string
  readonly section: Section
  /** The nearest words around it: the group, or `Puits 2`. */
  readonly heading: string
  /** The instance of a repeat that begins here and may be taken away again. */
  readonly begins: { readonly node: TreeNode; readonly label: string; readonly number: number } | null
  readonly content:
    | { readonly kind: 'questions'; readonly items: readonly QuestionItem[] }
    | { readonly kind: 'more'; readonly repeat: RepeatItem }
}

/** Neighbouring questions without a group make one section together. */
export function sectionsOf(view: readonly Item[]): readonly Section[] {
  const sections: { key: string; label: string; items: Item[] }[] = []
  for (const item of view) {
    const last = sections.at(-1)
    if (item.kind !== 'question')
      sections.push({ key: item.key, label: item.label, items: item.kind === 'group' ? [...item.items] : [item] })
    else if (last !== undefined && last.label === '') last.items.push(item)
    else sections.push({ key: item.key, label: '', items: [item] })
  }
  return sections
}

export const stepsOf = (sections: readonly Section[], fieldLists: ReadonlySet<string>): readonly Step[] =>
  sections.flatMap((section) =>
    fieldLists.has(section.key)
      ? [listStep(section, section.key, section)]
      : section.items.flatMap((item) => stepsIn(item, section, section.label)),
  )
/** Keys of the top groups that the form wants on one screen. */
export const fieldListsIn = (view: readonly Item[]): ReadonlySet<string> =>
  new Set(view.filter((item) => item.kind === 'group' && item.isFieldList).map((item) => item.key))

const listStep = (section: Section, key: string, { label, items }: { readonly label: string; readonly items: readonly Item[] }): Step => ({
  key,
  section,
  heading: label,
  begins: null,
  content: { kind: 'questions', items: questionsIn(items) },
})
function stepsIn(item: Item, section: Section, heading: string): readonly Step[] {
  if (item.kind === 'question') return [{ key: item.key, section, heading, begins: null, content: { kind: 'questions', items: [item] } }]
  if (item.kind === 'group') {
    if (item.isFieldList) return [listStep(section, item.key, { label: item.label || heading, items: item.items })]
    return item.items.flatMap((one) => stepsIn(one, section, item.label || heading))
  }
  const inside = item.instances.flatMap((one, at) =>
    one.items
      .flatMap((child) => stepsIn(child, section, `${item.label} ${at + 1}`))
      .map((step, place) =>
        place === 0 && !item.isFixed ? { ...step, begins: { node: one.node, label: item.label, number: at + 1 } } : step,
      ),
  )
  return item.isFixed
    ? inside
    : [...inside, { key: item.key, section, heading: item.label, begins: null, content: { kind: 'more', repeat: item } }]
}

/** How many of the questions that want an answer have one. */
export function countOf(items: readonly Item[]): { readonly done: number; readonly of: number } {
  const asking = questionsIn(items).filter((one) => !one.readOnly)
  return { done: asking.filter((one) => one.value !== '').length, of: asking.length }
}
/** The step in which a question stands; the first one when it stands nowhere any more. */
export const stepWith = (steps: readonly Step[], key: string): number =>
  Math.max(
    0,
    steps.findIndex((step) => step.key === key || (step.content.kind === 'questions' && step.content.items.some((one) => one.key === key))),
  )
