/* XML of forms and submissions as a plain tree: no DOCTYPE, no entities but the five of XML, bounded in size and depth. */
import { type XmlElement, XmlError, parseXml } from '@rgrove/parse-xml'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'

export interface XmlTree {
  readonly name: string
  /** The name without its prefix. */
  readonly local: string
  readonly attributes: { readonly [name: string]: string }
  readonly children: readonly XmlTree[]
  readonly text: string
}

const MOST_LETTERS = 4_000_000
const MOST_DEPTH = 40

/** Refusals: `submissions-not-xml`, `submissions-too-large`. */
export function readXmlTree(xml: string): Outcome<XmlTree> {
  if (xml.length > MOST_LETTERS) return refused('submissions-too-large', { most: MOST_LETTERS / 1_000_000 })
  if (/<!DOCTYPE|<!ENTITY/i.test(xml) || isTooDeep(xml)) return refused('submissions-not-xml', { line: 1 })
  try {
    const { root } = parseXml(xml)
    return root === null ? refused('submissions-not-xml', { line: 1 }) : accepted(treeOf(root))
  } catch (error) {
    if (error instanceof XmlError) return refused('submissions-not-xml', { line: error.line })
    throw error
  }
}
/** Looked at before the parser, which goes as deep as it is led. */
function isTooDeep(xml: string): boolean {
  let depth = 0
  for (const [tag] of xml.matchAll(/<[^!?<>][^<>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1
    else if (!tag.endsWith('/>')) depth += 1
    if (depth > MOST_DEPTH) return true
  }
  return false
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1)
function treeOf(element: XmlElement): XmlTree {
  const children = element.children.filter((one): one is XmlElement => one.type === 'element').map(treeOf)
  const { name, attributes } = element
  return { name, local: localOf(name), attributes: { ...attributes }, children, text: children.length === 0 ? element.text : '' }
}

export const attributeIn = (tree: XmlTree, name: string): string | undefined =>
  Object.entries(tree.attributes).find(([key]) => localOf(key) === name)?.[1]
export const childOf = (tree: XmlTree | undefined, local: string): XmlTree | undefined => tree?.children.find((one) => one.local === local)
