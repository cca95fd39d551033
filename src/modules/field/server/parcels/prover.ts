/*
Proves parcels beside the thread that hears requests: on as many threads as there are processors to spare, at least one. They start when there is first something
to do for them. A few parcels are proved at once where they are, because the way to a thread and back takes longer; so is everything while a thread is gone.
*/
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ProveReply, ProveRequest } from './prove-worker.ts'
import { type Job, type Verdict, provePacket } from './prove.ts'

export type Prove = (jobs: readonly Job[]) => Promise<readonly (readonly Verdict[])[]>

/** Signatures that are quicker proved here than sent away. */
const FEW = 4
const MOST_THREADS = 4

interface Asked {
  readonly jobs: readonly Job[]
  readonly done: (verdicts: readonly (readonly Verdict[])[]) => void
}
interface Thread {
  readonly ask: Prove
  readonly waiting: () => number
}

export function createProver(threads = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1))): Prove {
  const running = new Set<Thread>()
  const start = (): Thread => {
    const thread = startThread(() => void running.delete(thread))
    running.add(thread)
    return thread
  }
  return async (jobs) => {
    if (jobs.length < FEW) return jobs.map(provePacket)
    while (running.size < threads) start()
    const pool = [...running].toSorted((a, b) => a.waiting() - b.waiting())
    const share = Math.max(FEW, Math.ceil(jobs.length / pool.length))
    const parts = pool.flatMap((thread, at) => {
      const part = jobs.slice(at * share, (at + 1) * share)
      return part.length > 0 ? [thread.ask(part)] : []
    })
    return (await Promise.all(parts)).flat()
  }
}

function startThread(gone: () => void): Thread {
  const worker = new Worker(new URL('./prove-worker.ts', import.meta.url))
  const waiting = new Map<number, Asked>()
  let asked = 0
  let isGone = false
  worker.on('message', ({ id, verdicts }: ProveReply) => {
    const one = waiting.get(id)
    waiting.delete(id)
    one?.done(verdicts)
  })
  worker.on('error', () => undefined)
  worker.on('exit', () => {
    isGone = true
    gone()
    for (const { jobs, done } of waiting.values()) done(jobs.map(provePacket))
    waiting.clear()
  })
  worker.unref()
  return {
    waiting: () => waiting.size,
    ask: (jobs) =>
      new Promise((done) => {
        if (isGone) return done(jobs.map(provePacket))
        const id = ++asked
        waiting.set(id, { jobs, done })
        const request: ProveRequest = { id, jobs }
        worker.postMessage(request)
      }),
  }
}
