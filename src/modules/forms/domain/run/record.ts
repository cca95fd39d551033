/* A run written down: as a draft with everything that was typed, or as the record that is sent, without what is not relevant. */
import { type FormRun, judgedAt, referenceOf } from './form-run.ts'
import { type TreeNode, escapeXml } from './tree.ts'

export interface Violation {
  readonly node: TreeNode
  readonly reference: string
  readonly condition: 'required' | 'constraint'
}
/** What keeps the form from being finished, in its order. */
export function violationsOf(run: FormRun): readonly Violation[] {
  const below = (node: TreeNode): readonly Violation[] => {
    if (!node.relevant) return []
    const { fault } = judgedAt(run, node)
    const own: readonly Violation[] = fault
      ? [{ node, reference: referenceOf(run, node), condition: fault === 'required' ? 'required' : 'constraint' }]
      : []
    return [...own, ...node.children.flatMap(below)]
  }
  return below(run.root)
}

/** Everything as it stands, to go on later. */
export const writeDraft = (run: FormRun): string => written(run, () => true)

/** What is sent. `end` says when it was finished. */
export function writeRecord(run: FormRun, end: string): string {
  for (const [path, bind] of run.form.binds) if (bind.preload === 'timestamp:end') setAt(run.root, path, end)
  return written(run, (node) => node.relevant)
}
function setAt(node: TreeNode, path: string, value: string): void {
  if (node.path === path) node.value = value
  else for (const child of node.children) if (path.startsWith(child.path)) setAt(child, path, value)
}

const spaces: { readonly [prefix: string]: string } = {
  jr: 'http://openrosa.org/javarosa',
  orx: 'http://openrosa.org/xforms',
  odk: 'http://www.opendatakit.org/xforms',
}
function written(run: FormRun, isKept: (node: TreeNode) => boolean): string {
  const inside = (node: TreeNode): string => {
    if (!isKept(node)) return ''
    const content = node.children.length === 0 ? escapeXml(node.value) : node.children.map(inside).join('')
    return content === '' ? `<${node.name}/>` : `<${node.name}>${content}</${node.name}>`
  }
  const attributes = Object.entries(run.form.rootAttributes).filter(([name]) => !name.startsWith('xmlns'))
  const content = run.root.children.map(inside).join('')
  const used = Object.entries(spaces).filter(
    ([prefix]) => content.includes(`<${prefix}:`) || attributes.some(([name]) => name.startsWith(`${prefix}:`)),
  )
  const head = [...attributes, ...used.map(([prefix, space]) => [`xmlns:${prefix}`, space] as const)]
  return `<${run.root.name}${head.map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('')}>${content}</${run.root.name}>`
}
