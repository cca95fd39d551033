/*
Where the points and rivers of a flow stand on a picture of a given size. From left to right by the steps of the way, the lot last; the
width of a river is its amount. What would lead back to itself is left out. Pure but for the layout library.
*/
import { sankey, sankeyJustify } from 'd3-sankey'
import type { Flow } from '../../contract-tracing.ts'
import { unitsOf } from './amount.tsx'

type Node = Flow['nodes'][number]
type Link = Flow['links'][number]
export interface PlacedNode {
  readonly node: Node
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** At the right edge its words stand before it. */
  readonly isLast: boolean
}
export interface PlacedLink {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly link: Link
  /** SVG path of its middle line. */
  readonly path: string
  readonly width: number
}
export interface Picture {
  readonly nodes: readonly PlacedNode[]
  readonly links: readonly PlacedLink[]
}
const NODE_WIDTH = 14
const layers = ['site', 'purchase', 'processing', 'lot'] as const

/** Height that a flow needs so that every label has a line of its own, in pixels. */
export function heightFor(flow: Flow): number {
  const most = Math.max(1, ...layers.map((layer) => flow.nodes.filter((node) => node.layer === layer).length))
  return Math.min(900, Math.max(140, most * 44))
}

export function layOut(flow: Flow, width: number, height: number): Picture {
  const known = new Set(flow.nodes.map((node) => node.key))
  const graph = sankey<{ key: string; node: Node }, { link: Link }>()
    .nodeId((one) => one.key)
    // By the number of steps, not by the name of the layer: what is cleaned may be cleaned again.
    .nodeAlign(sankeyJustify)
    .nodeWidth(NODE_WIDTH)
    .nodePadding(20)
    .extent([
      [1, 12],
      [width - 1, height - 12],
    ])({
    nodes: flow.nodes.map((node) => ({ key: node.key, node })),
    links: flow.links
      .filter((link) => known.has(link.from) && known.has(link.to) && link.from !== link.to && unitsOf(link.amount) > 0)
      .map((link) => ({ source: link.from, target: link.to, value: unitsOf(link.amount), link })),
  })
  return {
    nodes: graph.nodes.map(({ node, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => ({
      node,
      x: x0,
      y: y0,
      width: x1 - x0,
      height: Math.max(2, y1 - y0),
      isLast: x1 > width * 0.75,
    })),
    links: graph.links.map((placed) => ({
      key: `${placed.link.from}>${placed.link.to}`,
      from: placed.link.from,
      to: placed.link.to,
      link: placed.link,
      path: riverPath(edgeOf(placed.source, 'right'), placed.y0 ?? 0, edgeOf(placed.target, 'left'), placed.y1 ?? 0),
      width: Math.max(1, placed.width ?? 1),
    })),
  }
}

function edgeOf(end: unknown, side: 'left' | 'right'): number {
  if (typeof end !== 'object' || end === null) return 0
  const place = side === 'left' ? 'x0' in end && end.x0 : 'x1' in end && end.x1
  return typeof place === 'number' ? place : 0
}

function riverPath(...[x0, y0, x1, y1]: readonly [number, number, number, number]): string {
  const middle = (x0 + x1) / 2
  return `M${x0},${y0}C${middle},${y0} ${middle},${y1} ${x1},${y1}`
}
