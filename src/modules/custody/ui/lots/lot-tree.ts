/* From the points and arrows of a trace to branches that a page can draw one level at a time, largest draw first. Pure. */
import type { TraceAnswer } from '../../contract.ts'

export type TreeNode = TraceAnswer['nodes'][number]
export interface Branch {
  readonly node: TreeNode
  /** How much of it went into the lot above. */
  readonly drawnGrams: number
  /** Made when asked for: a bag that went several ways appears under each of them. */
  readonly inputs: () => readonly Branch[]
}

/** The inputs of the traced lot; empty for a bag. An arrow to a lot that is not among the points is left out. */
export function branchesOf({ lot, nodes, links }: Pick<TraceAnswer, 'lot' | 'nodes' | 'links'>): readonly Branch[] {
  const byId = new Map(nodes.map((node) => [node.lot, node]))
  const into = new Map<string, TraceAnswer['links'][number][]>()
  for (const link of links) into.set(link.to, [...(into.get(link.to) ?? []), link])
  const below = (of: string): readonly Branch[] =>
    (into.get(of) ?? [])
      .flatMap(({ from, drawnGrams }) => {
        const node = byId.get(from)
        return node ? [{ node, drawnGrams, inputs: () => below(from) }] : []
      })
      .sort((a, b) => b.drawnGrams - a.drawnGrams || (a.node.number < b.node.number ? -1 : 1))
  return below(lot)
}
