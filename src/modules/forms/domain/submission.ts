/*
Reads the answers out of a submission by the form that was asked: the form says which questions exist, in which order, and what repeats. What
is not an answer to this very version is refused; an answer that was left out is simply absent.
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { FormValue, FormVersionRef, SubmissionHeader } from '../contract.ts'

/** An element of any XML, once read. */
export interface XmlNode {
  readonly name: string
  readonly attributes: { readonly [name: string]: string }
  readonly children: readonly XmlNode[]
  readonly text: string
}

export function readAnswers(
  form: Pick<FormVersionRef, 'form' | 'version'>,
  xform: XmlNode,
  submission: XmlNode,
): Outcome<readonly FormValue[]> {
  const asked = primaryInstance(xform)
  if (asked === null) return refused('form-damaged', { form: form.form, version: form.version })
  const { id = '', version = '' } = submission.attributes
  if (id !== form.form || version !== form.version)
    return refused('answers-of-another-form', { form: form.form, version: form.version, foundForm: id, foundVersion: version })
  const values: FormValue[] = []
  const stranger = collect(asked, submission, { prefix: '', values })
  return stranger === null
    ? accepted(values)
    : refused('question-not-in-form', { question: stranger, form: form.form, version: form.version })
}

function primaryInstance(xform: XmlNode): XmlNode | null {
  const model = find(xform, 'model')
  const instance = model?.children.find((child) => child.name === 'instance')
  return instance?.children[0] ?? null
}

function find(node: XmlNode, name: string): XmlNode | null {
  if (node.name === name) return node
  for (const child of node.children) {
    const found = find(child, name)
    if (found !== null) return found
  }
  return null
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
const isTemplate = (node: XmlNode): boolean => Object.keys(node.attributes).some((name) => localName(name) === 'template')

interface Collecting {
  readonly prefix: string
  readonly values: FormValue[]
}

/** The first question that the form does not know, or null. */
function collect(asked: XmlNode, answered: XmlNode, { prefix, values }: Collecting): string | null {
  const known = new Map<string, { readonly node: XmlNode; readonly repeats: boolean }>()
  for (const child of asked.children) if (!known.has(child.name)) known.set(child.name, { node: child, repeats: isTemplate(child) })
  for (const child of answered.children) if (localName(child.name) !== 'meta' && !known.has(child.name)) return `${prefix}${child.name}`
  for (const [name, { node, repeats }] of known) {
    const given = answered.children.filter((child) => child.name === name)
    if (given.length > 1 && !repeats) return `${prefix}${name}`
    for (const [index, child] of given.entries()) {
      const path = `${prefix}${name}${repeats ? `[${index + 1}]` : ''}`
      if (name === 'meta' && prefix === '') continue
      if (node.children.length > 0) {
        const stranger = collect(node, child, { prefix: `${path}/`, values })
        if (stranger !== null) return stranger
      } else if (child.children.length > 0) return `${path}/${child.children[0]?.name ?? ''}`
      else if (child.text.trim() !== '') values.push({ path, value: child.text })
    }
  }
  return null
}

const MOST_OF_NAME = 120
/** The names that a submission carries in its `meta`, which belongs to the standard and not to the form. */
export function readHeader(submission: XmlNode): Outcome<SubmissionHeader> {
  const { id: form = '', version = '' } = submission.attributes
  const meta = submission.children.find((child) => localName(child.name) === 'meta')
  const said = (name: string): string => meta?.children.find((child) => localName(child.name) === name)?.text.trim() ?? ''
  const [instance, amends] = [said('instanceID'), said('deprecatedID')]
  if (instance === '' || instance.length > MOST_OF_NAME || amends.length > MOST_OF_NAME) return refused('submission-without-id')
  return accepted({ form, version, instance, amends: amends === '' ? null : amends })
}

/** Paths, below the root, of what is answered by a photograph, a recording or another file. */
export function fileQuestions(node: XmlNode): readonly string[] {
  const ref = localName(node.name) === 'upload' ? node.attributes['ref'] : undefined
  const own = ref === undefined ? [] : [ref.split('/').slice(2).join('/')]
  return [...own, ...node.children.flatMap(fileQuestions)]
}
