/* The model of the XForm: the empty answers, the lists, and what each question demands. */
import { hasReference, listNeedsText, writeItext } from './itext.ts'
import { type Choice, type ChoiceList, type Form, type PlacedNode, ROOT, flatten } from './nodes.ts'
import { typeOf } from './question-types.ts'
import { type NameIndex, withPaths } from './references.ts'
import { type Element, element } from './xml.ts'

export function writeModel(form: Form, index: NameIndex): Element {
  const { submissionUrl, publicKey } = form.settings
  const submission =
    submissionUrl === null && publicKey === null
      ? []
      : [element('submission', { action: submissionUrl ?? undefined, method: 'post', base64RsaPublicKey: publicKey ?? undefined })]
  const itext = writeItext(form, index)
  return element('model', { 'odk:xforms-version': '1.0.0' }, [
    ...submission,
    ...(itext === null ? [] : [itext]),
    element('instance', {}, [writeAnswers(form, index)]),
    ...form.lists.map(writeList),
    ...flatten<PlacedNode>(form.nodes).flatMap((node) => writeBind(node, index)),
    element('bind', { nodeset: `${ROOT}/meta/instanceID`, type: 'string', readonly: 'true()', 'jr:preload': 'uid' }),
    ...writeNameBind(form, index),
  ])
}

function writeNameBind({ settings }: Form, index: NameIndex): readonly Element[] {
  if (settings.instanceName === null) return []
  return [
    element('bind', { nodeset: `${ROOT}/meta/instanceName`, type: 'string', calculate: withPaths(settings.instanceName, index, null) }),
  ]
}

function writeAnswers({ settings, nodes }: Form, index: NameIndex): Element {
  const meta = [element('instanceID'), ...(settings.instanceName === null ? [] : [element('instanceName')])]
  const version = settings.version === '' ? {} : { version: settings.version }
  return element('data', { id: settings.id, ...version }, [
    ...nodes.flatMap((node) => writeAnswer(node, index, false)),
    element('meta', {}, meta),
  ])
}

/** A repeat is written twice: the template of which new ones are made, and the first. */
function writeAnswer(node: PlacedNode, index: NameIndex, inTemplate: boolean): readonly Element[] {
  const attributes = Object.fromEntries([...node.instance].map(([name, value]) => [name, withPaths(value, index, node)]))
  const children = (template: boolean): readonly Element[] => node.children.flatMap((child) => writeAnswer(child, index, template))
  if (node.kind === 'question') return [element(node.name, attributes, node.defaultValue === null ? [] : [node.defaultValue])]
  if (node.kind === 'group') return [element(node.name, attributes, children(inTemplate))]
  const template = element(node.name, { 'jr:template': '' }, children(true))
  return inTemplate ? [template] : [template, element(node.name, attributes, children(false))]
}

function writeList(list: ChoiceList): Element {
  const withText = listNeedsText(list)
  const items = list.choices.map((choice, ordinal) => element('item', {}, writeChoice(choice, withText ? `${list.name}-${ordinal}` : null)))
  return element('instance', { id: list.name }, [element('root', {}, items)])
}

function writeChoice({ name, label, extra }: Choice, textId: string | null): readonly Element[] {
  const shown = typeof label === 'string' ? [element('label', {}, [label])] : []
  return [
    ...(textId === null ? [] : [element('itextId', {}, [textId])]),
    element('name', {}, [name]),
    ...(textId === null ? shown : []),
    ...[...extra].map(([key, value]) => element(key, {}, [value])),
  ]
}

function writeBind(node: PlacedNode, index: NameIndex): readonly Element[] {
  const own = node.kind === 'question' ? typeOf(node.type).bind : {}
  const withRefs = (text: string | null): string | undefined => (text === null ? undefined : withPaths(text, index, node))
  const attributes = {
    ...own,
    required: withRefs(node.required),
    ...given('relevant', withRefs(node.relevant)),
    ...given('constraint', withRefs(node.constraint)),
    ...given('readonly', withRefs(node.readonly)),
    ...given('calculate', withRefs(node.calculation)),
    ...given('jr:constraintMsg', messageOf(node, 'constraintMessage')),
    ...given('jr:requiredMsg', messageOf(node, 'requiredMessage')),
    ...Object.fromEntries([...node.bind].map(([name, value]) => [name, flagOr(withPaths(value, index, node))])),
  }
  return Object.values(attributes).every((value) => value === undefined) ? [] : [element('bind', { nodeset: node.path, ...attributes })]
}

const given = (name: string, value: string | undefined): { readonly [name: string]: string } =>
  value === undefined ? {} : { [name]: value }
const flagOr = (value: string): string => (/^(yes|true)$/i.test(value) ? 'true()' : /^(no|false)$/i.test(value) ? 'false()' : value)

function messageOf(node: PlacedNode, which: 'constraintMessage' | 'requiredMessage'): string | undefined {
  const message = node[which]
  if (message === null) return undefined
  const suffix = which === 'constraintMessage' ? 'jr:constraintMsg' : 'jr:requiredMsg'
  return typeof message === 'string' && !hasReference(message) ? message : `jr:itext('${node.path}:${suffix}')`
}
