/* The body of the XForm: what is asked, in what order, with which control. */
import { listNeedsText, needsText, shownText } from './itext.ts'
import type { ChoiceList, Form, PlacedNode } from './nodes.ts'
import { typeOf } from './question-types.ts'
import { type NameIndex, filterWithPaths, withPaths } from './references.ts'
import { type Element, element } from './xml.ts'

interface Writing {
  readonly index: NameIndex
  readonly lists: ReadonlyMap<string, ChoiceList>
}

export function writeBody(form: Form, index: NameIndex): Element {
  const writing = { index, lists: new Map(form.lists.map((list) => [list.name, list])) }
  return element(
    'h:body',
    {},
    form.nodes.flatMap((node) => writeNode(node, writing)),
  )
}

function writeNode(node: PlacedNode, writing: Writing): readonly Element[] {
  if (node.kind === 'question') return writeQuestion(node, writing)
  const inside = node.children.flatMap((child) => writeNode(child, writing))
  const control = controlOf(node, writing)
  if (node.kind === 'group') return [element('group', { ...control, ref: node.path }, [...writeTexts(node, writing), ...inside])]
  const count = node.repeatCount === null ? {} : { 'jr:count': withPaths(node.repeatCount, writing.index, node) }
  const repeat = element('repeat', { nodeset: node.path, ...count, ...control }, inside)
  return [element('group', { ref: node.path }, [...writeTexts(node, writing), repeat])]
}

const controlOf = (node: PlacedNode, { index }: Writing): { readonly [name: string]: string } =>
  Object.fromEntries([...node.control].map(([name, value]) => [name, withPaths(value, index, node)]))

function writeTexts(node: PlacedNode, { index }: Writing, hint = node.hint): readonly Element[] {
  const inText = needsText(node)
  const at = { index, speaker: node }
  const label = shownText(node.label, `${node.path}:label`, { inText, ...at })
  const under = shownText(hint, `${node.path}:hint`, { inText: false, ...at })
  return [
    ...(node.label === null && !inText ? [] : [element('label', label.attributes, label.children)]),
    ...(hint === null ? [] : [element('hint', under.attributes, under.children)]),
  ]
}

function writeQuestion(node: PlacedNode, writing: Writing): readonly Element[] {
  const { control, mediatype, hint } = typeOf(node.type)
  if (control === null) return []
  const attributes = { ref: node.path, mediatype, ...controlOf(node, writing) }
  const list = node.list === null ? undefined : writing.lists.get(node.list)
  const items = list === undefined ? [] : [writeItems(node, list, writing)]
  return [element(control, attributes, [...writeTexts(node, writing, node.hint ?? hint ?? null), ...items])]
}

function writeItems(node: PlacedNode, list: ChoiceList, { index }: Writing): Element {
  const filter = node.choiceFilter === null ? '' : `[${filterWithPaths(node.choiceFilter, index, node)}]`
  return element('itemset', { nodeset: `instance('${list.name}')/root/item${filter}` }, [
    element('value', { ref: 'name' }),
    element('label', { ref: listNeedsText(list) ? 'jr:itext(itextId)' : 'label' }),
  ])
}
