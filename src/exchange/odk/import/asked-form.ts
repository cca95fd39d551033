/* What a published form asks, in its order and with the types of the answers: all that is needed to read an export of its submissions. */
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { AnswerType, AskedForm, AskedPart } from '../domain/records.ts'
import { type XmlTree, attributeIn, childOf, readXmlTree } from './xml-tree.ts'

/** Refusals: `form-not-read` {form}, and those of `readXmlTree`. */
export function readAskedForm(xform: string): Outcome<AskedForm> {
  const read = readXmlTree(xform)
  if (!read.ok) return read
  const html = read.value
  const model = childOf(childOf(html, 'head'), 'model')
  const root = childOf(model, 'instance')?.children[0]
  const body = childOf(html, 'body')
  if (!model || !root || !body) return refused('form-not-read')
  const binds = new Map(
    model.children.filter((one) => one.local === 'bind').map((one) => [(attributeIn(one, 'nodeset') ?? '').trim(), one] as const),
  )
  const controls = new Map<string, XmlTree>()
  const repeats = new Set<string>()
  collect(body, { controls, repeats })
  const partsOf = (tree: XmlTree, path: string, isRoot: boolean): readonly AskedPart[] => {
    const seen = new Set<string>()
    return tree.children.flatMap((child): readonly AskedPart[] => {
      if (seen.has(child.name) || (isRoot && child.local === 'meta')) return []
      seen.add(child.name)
      const own = `${path}/${child.name}`
      const said = { name: child.name, path: own.slice(own.indexOf('/', 1) + 1) }
      if (repeats.has(own)) return [{ kind: 'repeat', ...said, parts: partsOf(child, own, false) }]
      if (child.children.length > 0) return [{ kind: 'group', ...said, parts: partsOf(child, own, false) }]
      return [{ kind: 'question', ...said, type: typeOf(binds.get(own), controls.get(own), child) }]
    })
  }
  return accepted({
    id: attributeIn(root, 'id') ?? '',
    version: attributeIn(root, 'version') ?? '',
    root: root.name,
    parts: partsOf(root, `/${root.name}`, true),
  })
}

interface Found {
  readonly controls: Map<string, XmlTree>
  readonly repeats: Set<string>
}
function collect(tree: XmlTree, found: Found): void {
  for (const child of tree.children) {
    const [ref, nodeset] = [attributeIn(child, 'ref'), attributeIn(child, 'nodeset')]
    if (child.local === 'repeat' && nodeset !== undefined) found.repeats.add(nodeset.trim())
    if (child.local === 'group' || child.local === 'repeat') collect(child, found)
    else if (ref !== undefined) found.controls.set(ref.trim(), child)
  }
}

const byBind: { readonly [type: string]: AnswerType | undefined } = {
  int: 'whole',
  integer: 'whole',
  decimal: 'decimal',
  geopoint: 'point',
  geotrace: 'points',
  geoshape: 'points',
  binary: 'file',
}
function typeOf(bind: XmlTree | undefined, control: XmlTree | undefined, blank: XmlTree): AnswerType {
  if (control?.local === 'upload') return 'file'
  if (control?.local === 'select' || control?.local === 'rank') return 'choices'
  const said = byBind[(bind && attributeIn(bind, 'type')) ?? '']
  if (said !== undefined) return said
  if (bind && attributeIn(bind, 'calculate') !== undefined && control === undefined) return 'calculated'
  const isShownOnly =
    control?.local === 'input' &&
    bind !== undefined &&
    /^\s*true\(\)\s*$/.test(attributeIn(bind, 'readonly') ?? '') &&
    attributeIn(bind, 'calculate') === undefined &&
    blank.text.trim() === ''
  return isShownOnly ? 'note' : 'text'
}
