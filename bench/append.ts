/*
Signed events into the log, one commit each and in batches, on the real database with fsync on. Beside them, in the same run:
the bare rate of Ed25519 signatures of this machine and the bare rate of inserting the same rows without chain or signature.
*/
import { mkdtempSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { uuidV7 } from '../src/kernel/ids.ts'
import { MIGRATIONS } from '../src/bin/opening.ts'
import { type Database, connect } from '../src/platform/database/connect.ts'
import { migrate, readMigrations } from '../src/platform/database/migrate.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.ts'
import { type Signer, passingKeyRing } from '../src/platform/keys/signer.ts'
import type { Draft } from '../src/platform/log/event.ts'
import { type Log, openLog } from '../src/platform/log/log.ts'
import type { Benchmark } from './benchmark.ts'
import { median } from './benchmark.ts'

const RUNS = 5
const actor = { account: '019a0000-0000-7000-8000-000000000001', organisation: null, role: 'SAEMAPE_AGENT' }
const draft = (): Draft => ({
  id: uuidV7(Date.now(), randomBytes(10)),
  kind: 'bench.done.v1',
  subject: `bench:${uuidV7(Date.now(), randomBytes(10))}`,
  happenedAt: '2026-11-21T09:40:00.000Z',
  actor,
  payload: { massGrams: 48_250, tag: '1234567', note: 'weighed at the pit' },
})

interface Bench {
  readonly database: Database
  readonly log: Log
  readonly signer: Signer
}

async function withLog<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'chanzo-bench-'))
  const embedded = await startEmbeddedPostgres({ dataDir: folder })
  const { connectionString } = embedded
  const owner = connect({ connectionString, role: 'owner', max: 1 })
  await migrate(owner, readMigrations(MIGRATIONS))
  await owner.transaction((tx) => sql`create table bare_row (like log_event including all)`.execute(tx))
  await owner.transaction((tx) => sql`grant all on bare_row to chanzo_app`.execute(tx))
  await owner.close()
  const database = connect({ connectionString })
  const signer = passingKeyRing().signer('log')
  const log = await openLog({ database, signer, projections: [], clock: () => new Date().toISOString(), deviceKey: async () => null })
  try {
    return await work({ database, log, signer })
  } finally {
    await database.close()
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function ratePerSecond(events: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (events / (performance.now() - began)) * 1000
}

function signRate(signer: Signer): number {
  const message = randomBytes(48)
  const began = performance.now()
  for (let count = 0; count < 3000; count++) signer.sign(message)
  return (3000 / (performance.now() - began)) * 1000
}

/** The same rows in the same number of statements and commits, without chain, signature or look-ups. */
async function bareInsert(database: Database, count: number): Promise<void> {
  const rows = Array.from({ length: count }, () => {
    const { id, kind: _kind, happenedAt, ...rest } = draft()
    return {
      ...rest,
      id,
      kind: 'bench.done',
      kind_version: 1,
      happened_at: happenedAt,
      learned_at: happenedAt,
      tenant_id: id,
      position: 1,
      subject_version: 1,
      device: 'x',
      batch_index: 0,
      batch_size: 1,
      signature: '\\x00',
      previous_hash: '\\x00',
      hash: '\\x00',
    }
  })
  await database.transaction((tx) =>
    sql`insert into bare_row select * from jsonb_populate_recordset(null::bare_row, ${JSON.stringify(rows)}::jsonb)`.execute(tx),
  )
}

async function measureAppend({ perRun, perCommit, batch }: { perRun: number; perCommit: number; batch: number }) {
  return withLog(async ({ database, log, signer }) => {
    const ours: number[] = []
    const peer: number[] = []
    for (let run = 0; run <= RUNS; run++) {
      const appended = await ratePerSecond(perRun, async () => {
        for (let done = 0; done < perRun; done += perCommit) await log.record('cd', Array.from({ length: perCommit }, draft), batch)
      })
      const bare = await ratePerSecond(perRun, async () => {
        for (let done = 0; done < perRun; done += perCommit) await bareInsert(database, perCommit)
      })
      if (run > 0) ours.push(appended)
      if (run > 0) peer.push(bare)
    }
    const signatures = Math.round(signRate(signer))
    return {
      ours: median(ours),
      peer: median(peer),
      peerName: `bare INSERT, same rows and commits (bare Ed25519: ${signatures}/s)`,
      unit: 'events/s',
      runs: RUNS,
    }
  })
}

export const appendOneByOne: Benchmark = {
  name: 'append-one',
  about: 'one signed event a commit',
  measure: () => measureAppend({ perRun: 300, perCommit: 1, batch: 1 }),
}
export const appendBatches: Benchmark = {
  name: 'append-batch',
  about: '500 events a commit, one signature for 50',
  measure: () => measureAppend({ perRun: 5000, perCommit: 500, batch: 50 }),
}
