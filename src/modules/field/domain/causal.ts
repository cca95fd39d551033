/*
The order of commands that know of each other: each names those that its author had seen about the same thing. Whatever the order in which
they came, the same set always gives the same order, and every one of them stands in it: nothing is left out, not even a ring that only a
forger could make.
*/

export interface Caused {
  readonly id: string
  readonly after: readonly string[]
}

/** Predecessors first; among those that do not know of each other the smaller id, which is the older one. */
export function causalOrder<Item extends Caused>(items: readonly Item[]): readonly Item[] {
  const waiting = new Map(items.map((one) => [one.id, one]))
  const followers = new Map<string, string[]>()
  const open = new Map<string, number>()
  for (const one of waiting.values()) {
    const before = new Set(one.after.filter((id) => id !== one.id && waiting.has(id)))
    open.set(one.id, before.size)
    for (const id of before) followers.set(id, [...(followers.get(id) ?? []), one.id])
  }
  const ready = [...open].filter(([, count]) => count === 0).map(([id]) => id)
  const smallest = heapOf(ready)
  const order: Item[] = []
  for (let id = smallest.take(); id !== undefined; id = smallest.take()) {
    const item = waiting.get(id)
    if (item === undefined) continue
    waiting.delete(id)
    order.push(item)
    for (const follower of followers.get(id) ?? []) {
      const left = (open.get(follower) ?? 1) - 1
      open.set(follower, left)
      if (left === 0) smallest.add(follower)
    }
  }
  return [...order, ...[...waiting.values()].toSorted((a, b) => compare(a.id, b.id))]
}

/** The last ones: those that no other of them has seen. */
export function headsOf(items: readonly Caused[]): readonly string[] {
  const seen = new Set(items.flatMap((one) => one.after.filter((id) => id !== one.id)))
  return items
    .map((one) => one.id)
    .filter((id) => !seen.has(id))
    .toSorted(compare)
}

/** Those named, with everything of `items` that must come before them. */
export function withPredecessors<Item extends Caused>(items: readonly Item[], named: readonly string[]): readonly Item[] {
  const byId = new Map(items.map((one) => [one.id, one]))
  const found = new Map<string, Item>()
  const left = [...named]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    const item = byId.get(id)
    if (item === undefined || found.has(id)) continue
    found.set(id, item)
    left.push(...item.after)
  }
  return causalOrder([...found.values()])
}

export interface Going {
  /** On their way, not answered yet. */
  readonly isFlying: (id: string) => boolean
  /** Not to be sent now: on their way, or tried in this round already. */
  readonly isDone: (id: string) => boolean
  readonly mostItems: number
  readonly mostBytes: number
}

/**
 * What may go together now, out of `order` (causal): nothing whose predecessor is on its way in another request, so that two requests
 * at once never depend on each other. At least one when any may go, however large it is.
 */
export function nextToGo<Item extends Caused & { readonly bytes: number }>(
  order: readonly Item[],
  { isFlying, isDone, mostItems, mostBytes }: Going,
): readonly Item[] {
  const batch: Item[] = []
  const held = new Set<string>()
  let bytes = 0
  for (const item of order) {
    if (isDone(item.id)) continue
    const isHeld = item.after.some((id) => isFlying(id) || held.has(id))
    if (isHeld || (batch.length > 0 && bytes + item.bytes > mostBytes)) {
      // Whoever follows it must wait with it.
      held.add(item.id)
      continue
    }
    batch.push(item)
    bytes += item.bytes
    if (batch.length >= mostItems) break
  }
  return batch
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface Heap {
  readonly add: (id: string) => void
  readonly take: () => string | undefined
}
/** A binary heap of texts, smallest first. */
function heapOf(first: readonly string[]): Heap {
  const heap = first.toSorted(compare)
  const at = (index: number): string => heap[index] ?? '\uffff'
  const swap = (a: number, b: number): void => {
    const [one, other] = [at(a), at(b)]
    heap[a] = other
    heap[b] = one
  }
  return {
    add: (id) => {
      heap.push(id)
      for (let index = heap.length - 1; index > 0;) {
        const parent = (index - 1) >> 1
        if (at(parent) <= at(index)) return
        swap(parent, index)
        index = parent
      }
    },
    take: () => {
      const top = heap[0]
      const last = heap.pop()
      if (heap.length === 0 || last === undefined) return top
      heap[0] = last
      for (let index = 0; ;) {
        const [left, right] = [2 * index + 1, 2 * index + 2]
        const child = right < heap.length && at(right) < at(left) ? right : left
        if (child >= heap.length || at(index) <= at(child)) return top
        swap(index, child)
        index = child
      }
    },
  }
}
