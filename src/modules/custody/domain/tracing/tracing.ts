/*
Where a lot comes from: its bags, and how much of each is in it. A lot is a point, every draw an arrow with grams; the answer
follows from the arrows alone, so the server's recursive query, a phone's own records and a test give the same one.

Whole grams throughout. Drawing d grams from a lot takes from each of its bags in proportion, rounded by largest remainders,
so the parts sum to d exactly; each level of lots may move a bag's part by less than one gram. Losses and gains of weight on
the way are findings of the lots where they happened; they are not hidden here by scaling. Shares by site are counted elsewhere, without
rounding on the way (`composition.ts`).
*/
import type { LotId } from '../../contract.ts'
import { apportion } from './apportion.ts'

export interface Draw {
  readonly from: LotId
  readonly drawnGrams: number
}
export interface LotNode {
  readonly lot: LotId
  readonly massGrams: number
  /** Empty for a bag. */
  readonly draws: readonly Draw[]
}
export type RootShare = { readonly lot: LotId; readonly drawnGrams: number }

/**
 * Grams of each root bag in `lot`, ordered by bag; their sum is the sum of the lot's draws (its mass, for a bag). A node that
 * is missing, or an arrow that leads back, is a fault of the record and is thrown. Cost: arrows × bags beneath them.
 */
export function rootShares(nodes: ReadonlyMap<LotId, LotNode>, lot: LotId): readonly RootShare[] {
  const done = new Map<LotId, readonly RootShare[]>()
  for (const node of sourcesFirst(nodes, lot)) done.set(node.lot, contentOf(node, done))
  return done.get(lot) ?? []
}

/** Ordered by bag, so that ties between equal parts are broken the same way whoever asks. */
function contentOf(node: LotNode, done: ReadonlyMap<LotId, readonly RootShare[]>): readonly RootShare[] {
  if (node.draws.length === 0) return [{ lot: node.lot, drawnGrams: node.massGrams }]
  const content = new Map<LotId, number>()
  for (const draw of node.draws) {
    const source = done.get(draw.from) ?? []
    const parts = apportion(
      draw.drawnGrams,
      source.map((share) => share.drawnGrams),
    )
    source.forEach(({ lot }, index) => content.set(lot, (content.get(lot) ?? 0) + (parts[index] ?? 0)))
  }
  return [...content].map(([lot, drawnGrams]) => ({ lot, drawnGrams })).sort((a, b) => byText(a.lot, b.lot))
}

/** Every lot beneath `lot` once, each after all its sources; without recursion, so that depth costs no stack. */
function sourcesFirst(nodes: ReadonlyMap<LotId, LotNode>, lot: LotId): readonly LotNode[] {
  const order: LotNode[] = []
  const seen = new Map<LotId, 'open' | 'done'>()
  const waiting: { readonly lot: LotId; readonly leaving: boolean }[] = [{ lot, leaving: false }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const node = nodes.get(next.lot)
    if (!node) throw new Error(`lot ${next.lot} is drawn from but not in the record`)
    if (next.leaving) {
      seen.set(next.lot, 'done')
      order.push(node)
    } else if (!seen.has(next.lot)) {
      seen.set(next.lot, 'open')
      waiting.push({ lot: next.lot, leaving: true })
      for (const draw of node.draws) {
        const state = seen.get(draw.from)
        if (state === 'open') throw new Error(`lot ${draw.from} comes from itself`)
        if (state === 'done') continue
        const source = nodes.get(draw.from)
        // Most of a chain are bags: nothing lies beneath one, so it need not wait.
        if (source?.draws.length === 0) {
          seen.set(draw.from, 'done')
          order.push(source)
        } else waiting.push({ lot: draw.from, leaving: false })
      }
    }
  }
  return order
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
