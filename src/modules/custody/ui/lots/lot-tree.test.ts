import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { branchesOf } from './lot-tree.ts'

const lot = (n: number) => asId('lot', `0193a000-0000-7000-8000-00000000000${n}`)
const node = (n: number, kind: 'bag' | 'trader-lot' | 'export-lot') =>
  ({ lot: lot(n), number: `N${n}`, kind, state: 'held', massGrams: 10, site: null }) as const
const link = (from: number, to: number, drawnGrams: number) => ({ from: lot(from), to: lot(to), drawnGrams })

test('an export lot opens level by level, the largest draw first', () => {
  const nodes = [node(1, 'export-lot'), node(2, 'trader-lot'), node(3, 'trader-lot'), node(4, 'bag'), node(5, 'bag')]
  const branches = branchesOf({ lot: lot(1), nodes, links: [link(2, 1, 5), link(3, 1, 9), link(4, 2, 5), link(4, 3, 2), link(5, 3, 7)] })
  expect(branches.map((one) => [one.node.number, one.drawnGrams])).toEqual([
    ['N3', 9],
    ['N2', 5],
  ])
  expect(branches[0]?.inputs().map((one) => one.node.number)).toEqual(['N5', 'N4'])
  expect(branches[1]?.inputs().map((one) => one.node.number)).toEqual(['N4'])
})

test('a bag has nothing beneath, and an arrow to an unknown lot is left out', () => {
  expect(branchesOf({ lot: lot(4), nodes: [node(4, 'bag')], links: [] })).toEqual([])
  expect(branchesOf({ lot: lot(4), nodes: [node(4, 'bag')], links: [link(9, 4, 1)] })).toEqual([])
})
