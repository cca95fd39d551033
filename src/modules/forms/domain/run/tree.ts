/* The two trees that a form is made of: the XML as it was written, and the nodes that hold answers while somebody fills them in. */

/** An element as read from XML, without comments and instructions; prefixes stay in the names, as XForms writes them. */
export interface XmlElement {
  readonly name: string
  readonly attributes: { readonly [name: string]: string }
  readonly children: readonly (XmlElement | string)[]
}

/** A node of the answers or of a list of choices. It changes while the form is filled in. */
export interface TreeNode {
  readonly name: string
  /** The name without its prefix: what a step of a path asks for. */
  readonly local: string
  /** From the root, without positions: every instance of a repeat has the same. It names the bind and the question. */
  readonly path: string
  parent: TreeNode | null
  children: TreeNode[]
  value: string
  /** False: left out of what is sent, and empty in every calculation. The value waits, should it be asked again. */
  relevant: boolean
}

/** What the form itself has wrong, or uses although this program cannot run it. `what` is shown beside the sentence. */
export class FormProblem extends Error {
  readonly what: string
  constructor(what: string) {
    super(`This form cannot be run here: ${what}.`)
    this.what = what
  }
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
export const elementsOf = (element: XmlElement): readonly XmlElement[] => element.children.filter((one) => typeof one !== 'string')
export const elementsNamed = (element: XmlElement, name: string): readonly XmlElement[] =>
  elementsOf(element).filter((one) => localName(one.name) === name)
export const childNamed = (element: XmlElement, name: string): XmlElement | undefined => elementsNamed(element, name)[0]
export const attributeOf = (element: XmlElement, name: string): string | undefined =>
  Object.entries(element.attributes).find(([key]) => localName(key) === name)?.[1]
export const textIn = (element: XmlElement): string => element.children.map((one) => (typeof one === 'string' ? one : textIn(one))).join('')

/** Nodes of an element and all below it; `path` is the path of its parent. */
export function growTree(element: XmlElement, path: string, parent: TreeNode | null): TreeNode {
  const inside = elementsOf(element)
  const own = `${path}/${element.name}`
  const value = inside.length === 0 ? textIn(element).trim() : ''
  const node: TreeNode = { name: element.name, local: localName(element.name), path: own, parent, children: [], value, relevant: true }
  node.children = inside.map((one) => growTree(one, own, node))
  return node
}

export function copyTree(node: TreeNode, parent: TreeNode | null): TreeNode {
  const copy: TreeNode = { ...node, parent, children: [] }
  copy.children = node.children.map((one) => copyTree(one, copy))
  return copy
}

/** The first child on the way down to `path`, a path below the node's own; the first instance of each repeat. */
export function nodeBelow(node: TreeNode, path: string): TreeNode | undefined {
  if (node.path === path) return node
  const next = node.children.find((one) => path === one.path || path.startsWith(`${one.path}/`))
  return next && nodeBelow(next, path)
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
