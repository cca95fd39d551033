/* What ingest is held against, in the same run: the bare rate of Ed25519 verifications, on one thread and on all processors, and bare inserts of the same rows. */
import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'
import { newId } from '../test/world/client.ts'

const MESSAGE = Buffer.from('chanzo-parcel-v1\n'.padEnd(520, '0123456789'))
const SECONDS = 1

function verifyFor(seconds: number): number {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const signature = sign(null, MESSAGE, privateKey)
  const began = performance.now()
  let count = 0
  while (performance.now() - began < seconds * 1000) {
    for (let n = 0; n < 20; n++) if (!verify(null, MESSAGE, publicKey, signature)) throw new Error('a good signature was refused')
    count += 20
  }
  return (count / (performance.now() - began)) * 1000
}
if (!isMainThread && workerData === 'verify') parentPort?.postMessage(verifyFor(SECONDS))

const onThread = (): Promise<number> =>
  new Promise((done, failed) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: 'verify' })
    worker.once('message', done)
    worker.once('error', failed)
  })
/** Verifications a second. */
export async function bareVerify(): Promise<{ readonly one: number; readonly all: number }> {
  const one = await onThread()
  const each = await Promise.all(Array.from({ length: availableParallelism() }, onThread))
  return { one, all: each.reduce((sum, rate) => sum + rate, 0) }
}

/** Rows a second, and the 99th percentile of a commit: one statement and one commit for each `perCommit` rows, one after the other. */
export async function bareInsert(
  connectionString: string,
  { perCommit, seconds }: { readonly perCommit: number; readonly seconds: number },
): Promise<{ readonly rate: number; readonly p99: number }> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query('drop table if exists bench_bare_parcel; create table bench_bare_parcel (like parcel including all)')
  const ids = { device: newId(), account: newId() }
  const rows = () =>
    JSON.stringify(
      Array.from({ length: perCommit }, () => ({
        ...{
          tenant_id: 'cd',
          id: newId(),
          device_id: ids.device,
          account_id: ids.account,
          path: '/api/sites/x/visits',
          after: [],
          tries: 0,
        },
        ...{ text: `{"v":1,"id":"${newId()}"`.padEnd(480, 'x'), signature: `\\x${'ab'.repeat(64)}`, state: 'waiting', bundle: null },
        ...{ received_at: '2026-11-21T09:40:00.000Z', carried_by_account: ids.account, carried_by_device: ids.device },
      })),
    )
  // Made beforehand: the peer does nothing but insert.
  const made = Array.from({ length: Math.max(20, Math.min(2_000, Math.ceil((seconds * 30_000) / perCommit))) }, rows)
  const times: number[] = []
  const began = performance.now()
  for (const one of made) {
    const at = performance.now()
    if (at - began > seconds * 1000) break
    await client.query({
      name: 'bare',
      text: 'insert into bench_bare_parcel select * from json_populate_recordset(null::bench_bare_parcel, $1::json)',
      values: [one],
    })
    times.push(performance.now() - at)
  }
  const took = (performance.now() - began) / 1000
  await client.end()
  const sorted = times.toSorted((a, b) => a - b)
  return { rate: (times.length * perCommit) / took, p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0 }
}
