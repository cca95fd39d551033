/*
Starts the trace worker beside a server and speaks for it. Nobody waits long for it: an answer that does not come in time is `null`, and
whoever asked turns to the record. A worker that ends is started again after a pause; a server without one is slower, never wrong.
*/
import { Worker } from 'node:worker_threads'
import type { Reply, Request } from './engine-words.ts'
import { type EngineState, type Found, type Question, type TraceEngine, engineOff } from './engine.ts'

export interface EngineOptions {
  readonly connectionString: string
  /** Where snapshots lie; without it none are kept. */
  readonly folder: string | null
  readonly report: (trouble: string) => void
  /** How long an answer may take before the record is asked. */
  readonly patience?: number
}
interface Waiting {
  readonly settle: (answer: { readonly found: Found; readonly position: number } | null) => void
  readonly timer: NodeJS.Timeout
}
const PAUSE = 5_000

export function startTraceEngine({ connectionString, folder, report, patience = 1_000 }: EngineOptions): TraceEngine {
  const waiting = new Map<number, Waiting>()
  const states = new Map<string, EngineState>()
  let [asked, isStopping] = [0, false]
  let again: NodeJS.Timeout | null = null
  const settle = (id: number, answer: Parameters<Waiting['settle']>[0]): void => {
    const one = waiting.get(id)
    if (!one) return
    clearTimeout(one.timer)
    waiting.delete(id)
    one.settle(answer)
  }
  const hear = (reply: Reply): void => {
    if (reply.kind === 'answer') settle(reply.id, reply.found && { found: reply.found, position: reply.position })
    else if (reply.kind === 'state') states.set(reply.tenant, reply.state)
    else report(`tracing (${reply.tenant}): ${reply.message}`)
  }
  const start = (): Worker => {
    const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { workerData: { connectionString, folder } })
    worker.on('message', hear)
    worker.on('error', (error: Error) => report(`tracing: ${error.message}`))
    worker.on('exit', () => {
      for (const id of waiting.keys()) settle(id, null)
      for (const [tenant, state] of states) states.set(tenant, { ...state, engine: 'down' })
      if (!isStopping) again = setTimeout(() => (running = start()), PAUSE)
    })
    worker.unref()
    return worker
  }
  let running = start()
  const send = (request: Request): void => running.postMessage(request)
  return {
    ask: (tenant: string, question: Question, atLeast: number) =>
      new Promise((done) => {
        if (states.get(tenant)?.engine !== 'ready') return done(null)
        const id = ++asked
        waiting.set(id, { settle: done, timer: setTimeout(() => settle(id, null), patience) })
        send({ kind: 'ask', id, tenant, question, atLeast })
      }),
    state: (tenant) => states.get(tenant) ?? { ...engineOff, engine: 'starting' },
    stop: async () => {
      isStopping = true
      if (again) clearTimeout(again)
      const ended = new Promise<void>((done) => running.once('exit', () => done()))
      send({ kind: 'stop' })
      const late = setTimeout(() => void running.terminate(), 2_000)
      await ended
      clearTimeout(late)
    },
  }
}
