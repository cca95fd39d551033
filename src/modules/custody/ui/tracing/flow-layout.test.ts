import { expect, test } from 'vitest'
import type { Flow } from '../../contract-tracing.ts'
import { heightFor, layOut } from './flow-layout.ts'

const node = (key: string, layer: Flow['nodes'][number]['layer'], grams: number): Flow['nodes'][number] => ({
  ...{ key, layer, label: key, lot: null, site: null, kind: null, lots: 1, amount: { grams, milligrams: null }, holder: null, held: false },
})
const link = (from: string, to: string, grams: number) => ({ from, to, amount: { grams, milligrams: null } })
const flow: Flow = {
  nodes: [node('a', 'site', 30_000), node('b', 'site', 10_000), node('t', 'purchase', 40_000), node('x', 'lot', 40_000)],
  links: [link('a', 't', 30_000), link('b', 't', 10_000), link('t', 'x', 40_000)],
}

test('layers stand from left to right, and a river three times as heavy is three times as wide', () => {
  const { nodes, links } = layOut(flow, 800, 300)
  const at = (key: string) => nodes.find((one) => one.node.key === key)
  expect(at('a')?.x).toBe(at('b')?.x)
  expect((at('a')?.x ?? 0) < (at('t')?.x ?? 0) && (at('t')?.x ?? 0) < (at('x')?.x ?? 0)).toBe(true)
  const [heavy, light] = links
  expect((heavy?.width ?? 0) / (light?.width ?? 1)).toBeCloseTo(3, 1)
})

test('an arrow from something that is not among the points is left out, and every site gets a line of its own', () => {
  const broken = { ...flow, links: [...flow.links, link('gone', 'x', 5)] }
  expect(layOut(broken, 800, 300).links).toHaveLength(3)
  const many = { nodes: Array.from({ length: 12 }, (_, at) => node(`s${at}`, 'site', 1_000)), links: [] }
  expect(heightFor(many)).toBeGreaterThanOrEqual(12 * 40)
})

test('what was cleaned and split and cleaned again stands step by step, also when a site goes straight into the lot', () => {
  const steps: Flow = {
    nodes: [
      node('a', 'site', 50),
      node('t', 'purchase', 40),
      node('p', 'processing', 40),
      node('q', 'processing', 30),
      node('x', 'lot', 40),
    ],
    links: [link('a', 't', 40), link('t', 'p', 40), link('p', 'q', 30), link('q', 'x', 30), link('a', 'x', 10)],
  }
  const { nodes } = layOut(steps, 800, 300)
  const at = (key: string): number => nodes.find((one) => one.node.key === key)?.x ?? -1
  expect(['a', 't', 'p', 'q', 'x'].map(at)).toEqual(['a', 't', 'p', 'q', 'x'].map(at).toSorted((one, other) => one - other))
  expect(new Set(nodes.map((one) => one.x)).size).toBe(5)
})

test('one layer alone is drawn too', () => {
  expect(layOut({ nodes: [node('x', 'lot', 40)], links: [] }, 800, 300).nodes).toHaveLength(1)
})
