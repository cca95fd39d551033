/*
Which numbers of a tree of sums may be told so that no small one can be worked out: a province is the sum of its territoires, a territoire that of its sites. What
the reader knows of each number is from where to where it can lie (told: its ten; withheld as too few: under ten); what follows for the others is found
by going up and down the tree, exactly, because every number has one sum only. While a small number has only one possible value, or cannot be nothing, one more
is withheld: the least neighbour first, sums last. So by sums nothing and too few look alike.
*/
import type { CellRule } from '../../../kernel/disclosure/disclosure-rules.ts'

export interface SumNode {
  readonly count: number
  readonly parts: readonly SumNode[]
  /** Never told, whatever it holds: what has no place of its own. */
  readonly isNameless?: boolean
}
interface Work {
  readonly node: SumNode
  readonly parts: readonly Work[]
  readonly above: Work | null
  shown: boolean
  from: number
  to: number
}
const MOST = 1_000_000_000

/** The nodes that may be told. */
export function tellable(root: SumNode, rule: CellRule): ReadonlySet<SumNode> {
  const top = workOf(root, null, rule)
  const all = flat(top)
  for (;;) {
    narrow(top, rule)
    const seen = all.find((one) => isSmall(one, rule) && (one.from > 0 || one.from === one.to))
    const next = seen && nextToWithhold(seen, all)
    if (next === undefined) break
    withhold(next)
  }
  return new Set(all.filter((one) => one.shown).map((one) => one.node))
}

function workOf(node: SumNode, above: Work | null, rule: CellRule): Work {
  const parts: Work[] = []
  const own: Work = { node, parts, above, shown: node.isNameless !== true && node.count >= rule.least, from: 0, to: MOST }
  parts.push(...node.parts.map((part) => workOf(part, own, rule)))
  return own
}
const flat = (one: Work): readonly Work[] => [one, ...one.parts.flatMap(flat)]
const isSmall = ({ node }: Work, { least }: CellRule): boolean => node.count < least && !(node.isNameless === true && node.count === 0)
/** A sum that is withheld takes its parts along: told together they would be the sum. */
function withhold(one: Work): void {
  one.shown = false
  for (const part of one.parts) withhold(part)
}

/** The least told part of the same sum, then the sum itself, then its neighbours, up to the top. */
function nextToWithhold(seen: Work, all: readonly Work[]): Work | undefined {
  for (let at: Work | null = seen; at !== null; at = at.above) {
    const beside = [...at.parts, ...(at.above?.parts ?? [])].filter((one) => one.shown && one !== seen)
    const [least] = beside.toSorted((a, b) => a.node.count - b.node.count)
    if (least !== undefined) return least
    if (at.above?.shown === true) return at.above
  }
  return all.find((one) => one.shown)
}

/** What a reader knows, first by itself, then by the sums from below, then from above. */
function narrow(one: Work, rule: CellRule): void {
  fromBelow(one, rule)
  fromAbove(one)
}
function fromBelow(one: Work, rule: CellRule): void {
  for (const part of one.parts) fromBelow(part, rule)
  const [from, to] = alone(one, rule)
  const [least, most] =
    one.parts.length === 0 ? [from, to] : [sum(one.parts.map((part) => part.from)), sum(one.parts.map((part) => part.to))]
  one.from = Math.max(from, least)
  one.to = Math.min(to, most)
}
function fromAbove(one: Work): void {
  const [least, most] = [sum(one.parts.map((part) => part.from)), sum(one.parts.map((part) => part.to))]
  const bounds = one.parts.map((part) => [
    Math.max(part.from, one.from - (most - part.to)),
    Math.min(part.to, one.to - (least - part.from)),
  ])
  for (const [at, part] of one.parts.entries()) {
    part.from = bounds[at]?.[0] ?? part.from
    part.to = bounds[at]?.[1] ?? part.to
    fromAbove(part)
  }
}
function alone({ node, shown }: Work, { least, floorTo }: CellRule): readonly [number, number] {
  if (shown) return [node.count - (node.count % floorTo), node.count - (node.count % floorTo) + floorTo - 1]
  if (node.isNameless === true && node.count === 0) return [0, 0]
  return node.count < least ? [0, least - 1] : [0, MOST]
}
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)
