/*
Capture jobs one after the other, in the order in which they came. The queue is of this process; what a killed one left is found by the
rounds of `serve`. Two processes may take up the same job: ids follow from the events, so nothing is there twice.
*/
export interface JobQueue {
  /** Done some time after the answer. */
  readonly add: (id: string) => void
  /** Done when the promise is. */
  readonly finish: (id: string) => Promise<void>
  /** When nothing waits any more. */
  readonly idle: () => Promise<void>
  /** Those that wait or run here. */
  readonly has: (id: string) => boolean
}

export function createJobQueue(run: (id: string) => Promise<void>, onFault: (error: unknown) => void): JobQueue {
  const waiting = new Set<string>()
  const turn: { last: Promise<void> } = { last: Promise.resolve() }
  const enqueue = (id: string): Promise<void> => {
    waiting.add(id)
    const mine = turn.last.then(() => run(id)).finally(() => waiting.delete(id))
    turn.last = mine.catch(() => undefined)
    return mine
  }
  return {
    add: (id) => void enqueue(id).catch(onFault),
    finish: enqueue,
    idle: async () => {
      while (waiting.size > 0) await turn.last
    },
    has: (id) => waiting.has(id),
  }
}
