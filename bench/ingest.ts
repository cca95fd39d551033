/*
Durable events over HTTP: one signed command a request, a hundred signed ones a request, and fifty under one signature, each acknowledged only after its commit with
fsync on. A run measures, one after the other: bare verifications, ours as fast as it goes, bare inserts with commits of the size that ours had. The
half-load row sends at half of what was found, at fixed times. Senders, server and database share the processors of the machine.
*/
import { type ChildProcess, fork } from 'node:child_process'
import { createPrivateKey, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Benchmark, median } from './benchmark.ts'
import { type FieldServer, withFieldServer, wireOver } from './field-server.ts'
import { bareInsert, bareVerify } from './ingest-bare.ts'
import type { LoadAsked, LoadPhone, LoadTold } from './ingest-load.ts'
import { textIn } from '../test/field-phone.ts'

const RUNS = 3
const SECONDS = 3
const PHONES = 20

interface Shape {
  readonly kind: LoadAsked['kind']
  readonly perRequest: number
  readonly connections: number
  /** More events a second than it will do: so many are signed beforehand. */
  readonly most: number
}
const SHAPES = {
  single: { kind: 'signed', perRequest: 1, connections: 128, most: 7_000 },
  hundred: { kind: 'signed', perRequest: 100, connections: 8, most: 8_000 },
  bundle: { kind: 'bundle', perRequest: 50, connections: 16, most: 25_000 },
} as const satisfies { readonly [name: string]: Shape }

/** Processor time of a process and its threads so far, in microseconds; where the system does not say it, nothing. */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10_000
  } catch {
    return 0
  }
}

interface Run {
  readonly serverMicros: number
  readonly told: LoadTold
  readonly rate: number
  readonly perCommit: number
  readonly verifyOne: number
  readonly verifyAll: number
  readonly insert: number
  readonly insertSame: number
}
interface Measured {
  readonly runs: readonly Run[]
  readonly half: LoadTold
  readonly bareP99: number
  readonly applied: number
}

async function tokens(server: FieldServer): Promise<readonly LoadPhone[]> {
  const ask = wireOver(`http://127.0.0.1:${server.port}`)
  const post = (path: string, body: object) =>
    ask({ method: 'POST', path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }, new AbortController().signal)
  const phones: LoadPhone[] = []
  for (const phone of server.phones) {
    const { device } = phone
    const nonce = textIn(await post(`/api/devices/${device}/challenges`, {}), 'nonce')
    const message = Buffer.from(`chanzo-device-session-v1\n${device}\n${nonce}`)
    const signature = sign(null, message, createPrivateKey(phone.key)).toString('base64')
    phones.push({ ...phone, token: textIn(await post('/api/device-sessions', { device, nonce, signature }), 'token') })
  }
  return phones
}

function load(asked: LoadAsked): Promise<LoadTold> {
  const child: ChildProcess = fork(fileURLToPath(new URL('ingest-load.ts', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return new Promise((done, failed) => {
    child.once('message', (told: LoadTold) => {
      done(told)
      child.disconnect()
    })
    child.once('exit', (code) => failed(new Error(`the senders ended with ${code}`)))
    child.send(asked)
  })
}

async function measure(shape: Shape): Promise<Measured> {
  return withFieldServer({ phones: PHONES, sites: 20 }, async (server) => {
    const phones = await tokens(server)
    const { port, now, sites, connectionString } = server
    const pool = new pg.Pool({ connectionString, max: 1 })
    const number = async (text: string): Promise<number> => Number((await pool.query<{ n: string }>(text)).rows[0]?.n ?? 0)
    const kept = () => number('select count(*) as n from parcel')
    const send = async (seconds: number, rate: number | null): Promise<Pick<Run, 'told' | 'perCommit' | 'serverMicros'>> => {
      const before = { kept: await kept(), commits: await number('select count(distinct xmin::text) as n from parcel where tries = 0') }
      const requests = Math.ceil(((seconds + 0.5) * (rate ?? shape.most)) / shape.perRequest)
      const cpu = cpuOf(server.pid)
      const told = await load({ ...{ port, now, sites, phones, seconds, rate, requests }, ...shape })
      const cpuAfter = cpuOf(server.pid) - cpu
      const added = (await kept()) - before.kept
      if (added < told.acknowledged) throw new Error(`${told.acknowledged} were acknowledged and ${added} are kept`)
      const commits = (await number('select count(distinct xmin::text) as n from parcel where tries = 0')) - before.commits
      const serverMicros = cpuAfter / Math.max(1, told.acknowledged)
      return { told, serverMicros, perCommit: Math.max(1, Math.round(added / Math.max(1, commits))) }
    }
    // What was kept is applied behind; while a peer is measured the server stands still, so that the peer has the machine.
    const alone = async <T>(work: () => Promise<T>): Promise<T> => {
      process.kill(server.pid, 'SIGSTOP')
      try {
        return await work()
      } finally {
        process.kill(server.pid, 'SIGCONT')
      }
    }
    const insertAlone = (perCommit: number) => alone(() => bareInsert(connectionString, { perCommit, seconds: 1 }))
    const runs: Run[] = []
    for (let run = 0; run < RUNS; run++) {
      const bare = await alone(bareVerify)
      const { told, perCommit, serverMicros } = await send(SECONDS, null)
      const insert = await insertAlone(shape.perRequest)
      const insertSame = await insertAlone(perCommit)
      const rate = told.events / told.seconds
      runs.push({
        told,
        rate,
        serverMicros,
        perCommit,
        verifyOne: bare.one,
        verifyAll: bare.all,
        insert: insert.rate,
        insertSame: insertSame.rate,
      })
      process.stderr.write(
        `  ${shape.kind} ${shape.perRequest}: ${Math.round(rate)}/s, p50 ${told.p50.toFixed(1)} p99 ${told.p99.toFixed(1)} ms, refused ${told.refused}, ${perCommit} a commit, server ${serverMicros.toFixed(0)} and senders ${told.cpuMicros.toFixed(0)} µs an event; bare verify ${Math.round(bare.one)} one thread, ${Math.round(bare.all)} all; bare insert ${Math.round(insert.rate)} by ${shape.perRequest}, ${Math.round(insertSame.rate)} by ${perCommit}\n`,
      )
    }
    const half = (await send(SECONDS, median(runs.map((one) => one.rate)) / 2)).told
    const bareP99 = (await insertAlone(shape.perRequest)).p99
    const applied = await number(`select count(*) as n from parcel where state in ('taken', 'refused')`)
    process.stderr.write(
      `  at half load p50 ${half.p50.toFixed(1)} ms, p99 ${half.p99.toFixed(1)} ms, refused ${half.refused}; applied behind so far ${applied} of ${await kept()}\n`,
    )
    await pool.end()
    return { runs, half, bareP99, applied }
  })
}

const measured = new Map<string, Promise<Measured>>()
function once(name: keyof typeof SHAPES): Promise<Measured> {
  const known = measured.get(name)
  if (known) return known
  const fresh = measure(SHAPES[name])
  measured.set(name, fresh)
  return fresh
}
const mid = (runs: readonly Run[], of: (run: Run) => number): number => median(runs.map(of))

const rateOf = (name: keyof typeof SHAPES, against: 'verifyOne' | 'verifyAll' | 'insert' | 'insertSame', peerName: string): Benchmark => ({
  name: `ingest-${name}${against === 'verifyAll' ? '-all' : against === 'insertSame' ? '-same' : ''}`,
  about: `durable signed events over HTTP, ${SHAPES[name].perRequest} a request`,
  measure: async () => {
    const { runs } = await once(name)
    const detail = `${mid(runs, (run) => run.perCommit)} a commit`
    return {
      ours: mid(runs, (run) => run.rate),
      peer: mid(runs, (run) => run[against]),
      peerName: `${peerName}; ours ${detail}`,
      unit: 'events/s',
      runs: RUNS,
    }
  },
})
const halfOf = (name: keyof typeof SHAPES): Benchmark => ({
  name: `ingest-${name}-half`,
  about: 'at half of the rate found, open loop: 99th percentile',
  measure: async () => {
    const { half, bareP99 } = await once(name)
    return {
      ours: half.p99,
      peer: bareP99,
      peerName: 'bare insert and commit of the same rows, one after the other',
      unit: 'ms',
      runs: half.events,
    }
  },
})
export const ingestBenchmarks: readonly Benchmark[] = [
  rateOf('single', 'verifyOne', 'bare Ed25519 verification, one thread'),
  rateOf('single', 'verifyAll', 'bare Ed25519 verification, all processors'),
  halfOf('single'),
  rateOf('hundred', 'verifyOne', 'bare Ed25519 verification, one thread'),
  rateOf('hundred', 'verifyAll', 'bare Ed25519 verification, all processors'),
  rateOf('bundle', 'insert', 'bare insert of the same rows, 50 a commit'),
  rateOf('bundle', 'insertSame', 'bare insert of the same rows, commits as large as ours'),
  halfOf('bundle'),
]
