/* A submission as the XML that Collect, KoboCollect and our own app send. It knows its form and version; no server has said anything of it. */
import { type AskedForm, type AskedPart, type Said, type Stranger, instanceIdOf, readValues } from '../domain/records.ts'
import { fileAnswers } from './file-answers.ts'
import { type Forms, type SubmissionRead, formFor, notUnderstood, problem, readOf, textOrNull } from './submission-read.ts'
import { type XmlTree, attributeIn, childOf, readXmlTree } from './xml-tree.ts'

export function readSubmissionXml(file: string, xml: string, forms: Forms): SubmissionRead {
  const place = { file, row: 1 }
  const tree = readXmlTree(xml)
  const not = (code: string, found = ''): SubmissionRead => notUnderstood(place, problem(code, found))
  if (!tree.ok) return not(tree.refusal.code)
  const id = attributeIn(tree.value, 'id') ?? ''
  if (id !== forms.current.id) return not('answers-of-another-form', id)
  const version = textOrNull(attributeIn(tree.value, 'version'))
  return readOne(place, tree.value, { ...formFor(forms, version), version })
}

function readOne(
  place: Pick<SubmissionRead, 'file' | 'row'>,
  tree: XmlTree,
  { form, readAs, version }: { readonly form: AskedForm; readonly readAs: string | null; readonly version: string | null },
): SubmissionRead {
  const meta = childOf(tree, 'meta')
  const [instanceID, replaces] = ['instanceID', 'deprecatedID'].map((name) => instanceIdOf(childOf(meta, name)?.text))
  const { values, problems, strangers } = readValues(form.parts, xmlSaid(tree, form.parts, { prefix: '', isRow: false }))
  return readOf(place, {
    instanceID: instanceID ?? null,
    record: {
      instanceID: instanceID ?? '',
      form: { id: form.id, version: version ?? form.version },
      values,
      ...(typeof replaces === 'string' ? { replaces } : {}),
    },
    problems,
    strangers,
    files: [...fileAnswers(form.parts, values).values()].map((name) => ({ name, keptAs: null })),
    readAs,
  })
}

interface Level {
  readonly prefix: string
  readonly isRow: boolean
}
function xmlSaid(tree: XmlTree, parts: readonly AskedPart[], { prefix, isRow }: Level): Said {
  const all = (path: string): readonly XmlTree[] => {
    let here: readonly XmlTree[] = [tree]
    for (const name of path.slice(prefix.length).split('/'))
      here = here.flatMap((one) => one.children.filter((child) => child.name === name))
    return here
  }
  return {
    answer: ({ path }) => all(path)[0]?.text,
    rows: (repeat) => all(repeat.path).map((one) => xmlSaid(one, repeat.parts, { prefix: `${repeat.path}/`, isRow: true })),
    strangers: () => strangersIn(tree, parts, { prefix, isRow }),
  }
}

function strangersIn(tree: XmlTree, parts: readonly AskedPart[], { prefix, isRow }: Level): readonly Stranger[] {
  const seen = new Set<string>()
  return tree.children.flatMap((child): readonly Stranger[] => {
    const part = parts.find((one) => one.name === child.name)
    const isOfMeta = child.local === 'meta' && prefix === '' && !isRow
    // Two answers to one question: the first was taken, the other is told.
    const isSecond = seen.has(child.name) && part?.kind !== 'repeat'
    seen.add(child.name)
    if (part?.kind === 'group' && !isSecond) return strangersIn(child, part.parts, { prefix: `${prefix}${child.name}/`, isRow: true })
    if (part?.kind === 'question' && !isSecond && child.children.length > 0) return leavesOf(child, `${prefix}${child.name}`)
    if (isOfMeta || (part && !isSecond)) return []
    return leavesOf(child, `${prefix}${child.name}`)
  })
}
const leavesOf = (tree: XmlTree, question: string): readonly Stranger[] =>
  tree.children.length > 0
    ? tree.children.flatMap((child) => leavesOf(child, `${question}/${child.name}`))
    : tree.text.trim() === ''
      ? []
      : [{ question, found: tree.text.slice(0, 2000) }]
