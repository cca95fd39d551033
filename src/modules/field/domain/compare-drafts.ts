/*
Two states of one form, question by question, with the state from which both came where it is known; and the form that comes of choosing.
A repeated group is one thing here: its entries cannot be told apart, so it is taken whole from one side. It knows paths and values and
nothing of what is asked.
*/
export interface AnswerNode {
  readonly name: string
  readonly attributes: { readonly [name: string]: string }
  readonly children: readonly (AnswerNode | string)[]
}
/** `left`, `right`: only there it was changed. `both`: changed on both sides, or nobody knows where they parted. */
export type Verdict = 'same' | 'left' | 'right' | 'both'
export interface ComparedAnswer {
  /** `/data/place/name`, without positions. */
  readonly path: string
  readonly isRepeat: boolean
  readonly left: string
  readonly right: string
  /** As it was where they parted; null where that is not known. */
  readonly base: string | null
  readonly verdict: Verdict
}
export type Chosen = { readonly take: 'left' | 'right' } | { readonly write: string }

export interface TwoVersions {
  readonly left: AnswerNode
  readonly right: AnswerNode
  readonly base: AnswerNode | null
}

const nodesIn = (node: AnswerNode): readonly AnswerNode[] => node.children.filter((one) => typeof one !== 'string')
const named = (node: AnswerNode | null, name: string): readonly AnswerNode[] =>
  node === null ? [] : nodesIn(node).filter((one) => one.name === name)
const textOf = (node: AnswerNode): string =>
  node.children
    .map((one) => (typeof one === 'string' ? one : textOf(one)))
    .join('')
    .trim()
const isMeta = (name: string): boolean => name === 'meta' || name.endsWith(':meta')
const isLeaf = (nodes: readonly AnswerNode[]): boolean => nodes.every((node) => nodesIn(node).length === 0)
/** What a repeated group says, so that two can be held against each other and read. */
const saidIn = (node: AnswerNode): string =>
  nodesIn(node).length === 0
    ? textOf(node)
    : nodesIn(node)
        .map(saidIn)
        .filter((said) => said !== '')
        .join(' · ')
const saidInAll = (nodes: readonly AnswerNode[]): string =>
  nodes
    .map(saidIn)
    .filter((said) => said !== '')
    .join('\n')

const childNames = (nodes: readonly (AnswerNode | null)[]): readonly string[] => [
  ...new Set(nodes.flatMap((node) => (node === null ? [] : nodesIn(node).map((one) => one.name)))),
]

/** In the order of the left form; what only the right one has comes where its group does. */
export function compareDrafts({ left, right, base }: TwoVersions): readonly ComparedAnswer[] {
  const below = (path: string, [l, r, b]: readonly [AnswerNode | null, AnswerNode | null, AnswerNode | null]): readonly ComparedAnswer[] =>
    childNames([l, r]).flatMap((name) => {
      if (isMeta(name)) return []
      const [ls, rs, bs] = [named(l, name), named(r, name), named(b, name)]
      const own = `${path}/${name}`
      const isRepeat = [ls, rs, bs].some((all) => all.length > 1)
      if (!isRepeat && !isLeaf([...ls, ...rs])) return below(own, [ls[0] ?? null, rs[0] ?? null, bs[0] ?? null])
      const said = (all: readonly AnswerNode[]): string => (isRepeat ? saidInAll(all) : (all[0] && textOf(all[0])) || '')
      const [leftSaid, rightSaid] = [said(ls), said(rs)]
      const baseSaid = base === null ? null : said(bs)
      return [{ path: own, isRepeat, left: leftSaid, right: rightSaid, base: baseSaid, verdict: verdictOf(leftSaid, rightSaid, baseSaid) }]
    })
  return below(`/${left.name}`, [left, right, base])
}
function verdictOf(left: string, right: string, base: string | null): Verdict {
  if (left === right) return 'same'
  if (base === null) return 'both'
  if (left === base) return 'right'
  return right === base ? 'left' : 'both'
}

/** What stands where nobody chose: the side that changed; the left one where both did. */
export const chosenByDefault = ({ verdict }: ComparedAnswer): 'left' | 'right' => (verdict === 'right' ? 'right' : 'left')

/** The form with each answer as it was chosen. The id of the record and its times stay those of the left. */
export function joinDrafts(versions: TwoVersions, chosen: ReadonlyMap<string, Chosen>): AnswerNode {
  const compared = new Map(compareDrafts(versions).map((one) => [one.path, one]))
  const choiceOf = (path: string): Chosen => {
    const one = compared.get(path)
    return chosen.get(path) ?? { take: one ? chosenByDefault(one) : 'left' }
  }
  const joined = (path: string, left: AnswerNode, right: AnswerNode | null): AnswerNode => {
    const children = childNames([left, right]).flatMap((name): readonly AnswerNode[] => {
      const [ls, rs, own] = [named(left, name), named(right, name), `${path}/${name}`]
      if (isMeta(name)) return ls.length > 0 ? ls : rs
      const row = compared.get(own)
      const [l, r] = [ls[0], rs[0]]
      if (row === undefined) return l ? [joined(own, l, r ?? null)] : rs
      const choice = choiceOf(own)
      if ('take' in choice) return choice.take === 'left' ? ls : rs
      const blank = l ?? r
      return blank && !row.isRepeat ? [{ ...blank, children: choice.write === '' ? [] : [choice.write] }] : ls
    })
    return { ...left, children: children.length === 0 ? left.children : children }
  }
  return joined(`/${versions.left.name}`, versions.left, versions.right)
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
export function writeAnswers(node: AnswerNode): string {
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escape(value)}"`)
  const content = nodesIn(node).length === 0 ? escape(textOf(node)) : nodesIn(node).map(writeAnswers).join('')
  return content === '' ? `<${node.name}${attributes.join('')}/>` : `<${node.name}${attributes.join('')}>${content}</${node.name}>`
}
