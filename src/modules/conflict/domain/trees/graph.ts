/* Walks over the arrows of a tree. Each walk ends on any arrows, also on those of a file that goes in a circle. */
import type { Arrow, CardId, TreeContent } from '../../contract-trees.ts'

export type Neighbours = ReadonlyMap<string, readonly CardId[]>

/** By whom each card is followed (`to`) or brought about (`from`). */
export function neighboursOf(arrows: readonly Arrow[], end: 'from' | 'to'): Neighbours {
  const found = new Map<string, CardId[]>()
  for (const arrow of arrows) {
    const [of, next] = end === 'to' ? [arrow.from, arrow.to] : [arrow.to, arrow.from]
    const known = found.get(of)
    if (known) known.push(next)
    else found.set(of, [next])
  }
  return found
}

/** All that is reached from `start`, itself included. */
export function reached(next: Neighbours, start: readonly CardId[]): ReadonlySet<CardId> {
  const seen = new Set<CardId>(start)
  const waiting = [...start]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop())
    for (const other of next.get(one) ?? [])
      if (!seen.has(other)) {
        seen.add(other)
        waiting.push(other)
      }
  return seen
}

/** Whether one more arrow would close a circle. */
export const wouldCircle = (arrows: readonly Arrow[], { from, to }: Arrow): boolean =>
  from === to || reached(neighboursOf(arrows, 'to'), [to]).has(from)

/** Cards that stand on a circle or behind one only: what is left when every card that nothing brings about is taken away, again and again. */
export function circling({ cards, arrows }: Pick<TreeContent, 'cards' | 'arrows'>): ReadonlySet<CardId> {
  const following = leftOver({ cards, arrows }, 'to')
  // From the other end too, else what merely follows a circle would be named.
  const leading = leftOver({ cards, arrows }, 'from')
  return new Set(cards.map((one) => one.id).filter((one) => following.has(one) && leading.has(one)))
}
function leftOver({ cards, arrows }: Pick<TreeContent, 'cards' | 'arrows'>, end: 'from' | 'to'): ReadonlySet<CardId> {
  const next = neighboursOf(arrows, end)
  const waitsFor = new Map<CardId, number>(cards.map((one) => [one.id, 0]))
  for (const arrow of arrows) {
    const into = end === 'to' ? arrow.to : arrow.from
    waitsFor.set(into, (waitsFor.get(into) ?? 0) + 1)
  }
  const free = [...waitsFor].filter(([, n]) => n === 0).map(([one]) => one)
  for (let one = free.pop(); one !== undefined; one = free.pop()) {
    waitsFor.delete(one)
    for (const other of next.get(one) ?? []) {
      const left = (waitsFor.get(other) ?? 0) - 1
      if (left === 0) free.push(other)
      else waitsFor.set(other, left)
    }
  }
  return new Set(waitsFor.keys())
}

/**
 * The longest way to each card from those that nothing of the same walk leads to: 0 for these. A circle is cut where the walk meets itself.
 */
export function longestWays(ids: readonly CardId[], before: (one: CardId) => readonly CardId[]): ReadonlyMap<CardId, number> {
  const known = new Map<CardId, number>()
  const open = new Set<CardId>()
  const wayTo = (one: CardId): number => {
    const answer = known.get(one)
    if (answer !== undefined) return answer
    if (open.has(one)) return 0
    open.add(one)
    let longest = 0
    for (const other of before(one)) longest = Math.max(longest, wayTo(other) + 1)
    open.delete(one)
    known.set(one, longest)
    return longest
  }
  for (const one of ids) wayTo(one)
  return known
}
