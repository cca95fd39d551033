import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import type { LotId } from '../../contract.ts'
import { apportion } from './apportion.ts'
import { type LotNode, rootShares } from './tracing.ts'

const lotId = (n: number): LotId => asId('lot', `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`)
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
const graphOf = (nodes: readonly LotNode[]): ReadonlyMap<LotId, LotNode> => new Map(nodes.map((node) => [node.lot, node]))
const bag = (n: number, massGrams: number): LotNode => ({ lot: lotId(n), massGrams, draws: [] })
const lot = (n: number, massGrams: number, ...draws: readonly [number, number][]): LotNode => ({
  lot: lotId(n),
  massGrams,
  draws: draws.map(([from, drawnGrams]) => ({ from: lotId(from), drawnGrams })),
})

test('a bag is its own root', () => {
  expect(rootShares(graphOf([bag(1, 40_000)]), lotId(1))).toEqual([{ lot: lotId(1), drawnGrams: 40_000 }])
})

test('a lot of two bags of which one was drawn twice on different ways', () => {
  const nodes = graphOf([
    bag(1, 40_000),
    bag(2, 35_000),
    lot(3, 60_000, [1, 30_000], [2, 30_000]),
    lot(4, 39_000, [3, 30_000], [1, 10_000]),
  ])
  expect(rootShares(nodes, lotId(4))).toEqual([
    { lot: lotId(1), drawnGrams: 25_000 },
    { lot: lotId(2), drawnGrams: 15_000 },
  ])
})

test('an odd gram goes to one bag and is not lost', () => {
  const nodes = graphOf([bag(1, 1), bag(2, 1), bag(3, 1), lot(4, 3, [1, 1], [2, 1], [3, 1]), lot(5, 2, [4, 2])])
  expect(rootShares(nodes, lotId(5)).map((share) => share.drawnGrams)).toEqual([1, 1, 0])
})

test('a lot that comes from itself, or from a lot without record, is a fault of the record', () => {
  expect(() => rootShares(graphOf([lot(1, 10, [2, 5]), lot(2, 10, [1, 5])]), lotId(1))).toThrow('comes from itself')
  expect(() => rootShares(graphOf([lot(1, 10, [2, 5])]), lotId(1))).toThrow('not in the record')
})

test('thousands of levels cost no stack', () => {
  const nodes = [bag(0, 1_000), ...Array.from({ length: 5_000 }, (_, level) => lot(level + 1, 1_000, [level, 1_000]))]
  expect(rootShares(graphOf(nodes), lotId(5_000))).toEqual([{ lot: lotId(0), drawnGrams: 1_000 }])
})

/** Layers of lots, each drawing from lots below what they still hold: what the decisions allow. */
const lawfulGraph = fc
  .record({
    bags: fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 8 }),
    lots: fc.array(fc.array(fc.tuple(fc.nat(1_000), fc.integer({ min: 1, max: 100 })), { minLength: 1, maxLength: 5 }), { maxLength: 8 }),
    losses: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
  })
  .map(({ bags, lots, losses }) => {
    const nodes: LotNode[] = bags.map((mass, index) => bag(index, mass))
    const left = [...bags]
    for (const [index, wanted] of lots.entries()) {
      const draws = new Map<number, number>()
      for (const [pick, percent] of wanted) {
        const from = pick % nodes.length
        const grams = Math.ceil(((left[from] ?? 0) * percent) / 100)
        if (grams === 0) continue
        draws.set(from, (draws.get(from) ?? 0) + grams)
        left[from] = (left[from] ?? 0) - grams
      }
      const mass = Math.max(1, sum([...draws.values()]) - (losses[index] ?? 0))
      if (draws.size === 0) continue
      nodes.push(lot(nodes.length, mass, ...draws))
      left.push(mass)
    }
    return nodes
  })

test('whatever the graph, the shares of a lot sum to what was drawn for it, and no share is negative', () => {
  fc.assert(
    fc.property(lawfulGraph, (nodes) => {
      for (const node of nodes) {
        const shares = rootShares(graphOf(nodes), node.lot).map((share) => share.drawnGrams)
        expect(sum(shares)).toBe(node.draws.length === 0 ? node.massGrams : sum(node.draws.map((draw) => draw.drawnGrams)))
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

test('the order in which the record comes does not matter', () => {
  fc.assert(
    fc.property(lawfulGraph, fc.infiniteStream(fc.nat()), (nodes, chance) => {
      const shuffled = nodes.map((node) => ({ node, key: chance.next().value ?? 0 })).sort((a, b) => a.key - b.key)
      const other = shuffled.map(({ node }) => ({ ...node, draws: node.draws.toReversed() }))
      const last = nodes[nodes.length - 1]
      if (last) expect(rootShares(graphOf(other), last.lot)).toEqual(rootShares(graphOf(nodes), last.lot))
    }),
  )
})

test('apportioned parts sum to the whole and stay within one of the exact part', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 30 }), (whole, weights) => {
      const total = sum(weights)
      const parts = apportion(whole, weights)
      expect(sum(parts)).toBe(total === 0 ? 0 : whole)
      parts.forEach((part, index) => {
        const difference = BigInt(part) * BigInt(total) - BigInt(whole) * BigInt(weights[index] ?? 0)
        if (total > 0) expect(difference < BigInt(total) && difference > -BigInt(total)).toBe(true)
      })
    }),
  )
})
