/* A thread that proves parcels, so that the one that hears requests goes on hearing them. */
import { parentPort } from 'node:worker_threads'
import { type Job, type Verdict, provePacket } from './prove.ts'

export interface ProveRequest {
  readonly id: number
  readonly jobs: readonly Job[]
}
export interface ProveReply {
  readonly id: number
  readonly verdicts: readonly (readonly Verdict[])[]
}

parentPort?.on('message', ({ id, jobs }: ProveRequest) => {
  const reply: ProveReply = { id, verdicts: jobs.map(provePacket) }
  parentPort?.postMessage(reply)
})
