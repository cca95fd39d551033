/*
The greatest flow through a small network, in whole numbers (Dinic: levels by breadth, then paths by depth). It knows no minerals.
An arc and its way back stand beside each other: 2n and 2n + 1.
*/
export interface Network {
  readonly nodes: number
  readonly addArc: (from: number, to: number, capacity: number) => number
  readonly setCapacity: (arc: number, capacity: number) => void
  /** Forgets all flow. */
  readonly reset: () => void
  readonly flow: (from: number, to: number) => number
}

export function createNetwork(nodes: number): Network {
  const head = new Int32Array(nodes).fill(-1)
  const [to, next, capacity, left]: [number[], number[], number[], number[]] = [[], [], [], []]
  const level = new Int32Array(nodes)
  const at = new Int32Array(nodes)
  const half = (from: number, into: number, most: number): void => {
    to.push(into)
    next.push(head[from] ?? -1)
    capacity.push(most)
    left.push(most)
    head[from] = to.length - 1
  }
  /** One path after another by its arcs; without recursion, so that depth costs no stack. */
  const block = (source: number, sink: number): number => {
    let total = 0
    const path: number[] = []
    for (let node = source; ;) {
      if (node === sink) {
        const most = path.reduce((least, arc) => Math.min(least, left[arc] ?? 0), Number.MAX_SAFE_INTEGER)
        total += most
        for (const arc of path) {
          left[arc] = (left[arc] ?? 0) - most
          left[arc ^ 1] = (left[arc ^ 1] ?? 0) + most
        }
        path.length = 0
        node = source
        continue
      }
      let arc = at[node] ?? -1
      while (arc !== -1 && ((left[arc] ?? 0) === 0 || level[to[arc] ?? 0] !== (level[node] ?? 0) + 1)) arc = next[arc] ?? -1
      at[node] = arc
      if (arc !== -1) {
        path.push(arc)
        node = to[arc] ?? 0
        continue
      }
      level[node] = -1
      const back = path.pop()
      if (back === undefined) return total
      node = to[back ^ 1] ?? 0
    }
  }
  return {
    nodes,
    addArc: (from, into, most) => {
      half(from, into, most)
      half(into, from, 0)
      return to.length - 2
    },
    setCapacity: (arc, most) => {
      capacity[arc] = most
      left[arc] = most
    },
    reset: () => capacity.forEach((most, arc) => void (left[arc] = most)),
    flow: (source, sink) => {
      let total = 0
      while (findLevels({ head, to, next, left, level }, source, sink)) {
        for (let node = 0; node < nodes; node++) at[node] = head[node] ?? -1
        total += block(source, sink)
      }
      return total
    },
  }
}

interface Arcs {
  readonly head: Int32Array
  readonly to: readonly number[]
  readonly next: readonly number[]
  readonly left: readonly number[]
  readonly level: Int32Array
}
/** How many arcs with room lie between the source and each node; false when the sink cannot be reached. */
function findLevels({ head, to, next, left, level }: Arcs, source: number, sink: number): boolean {
  level.fill(-1)
  level[source] = 0
  const queue = [source]
  for (let n = 0; n < queue.length; n++) {
    const node = queue[n] ?? 0
    for (let arc = head[node] ?? -1; arc !== -1; arc = next[arc] ?? -1) {
      const into = to[arc] ?? 0
      if ((left[arc] ?? 0) === 0 || level[into] !== -1) continue
      level[into] = (level[node] ?? 0) + 1
      queue.push(into)
    }
  }
  return level[sink] !== -1
}
