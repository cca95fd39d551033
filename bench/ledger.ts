/*
The public ledger on the real database with fsync on: entries appended with their tiles and a signed head for each commit, beside a bare insert of the
same rows; offline proofs of random entries among a million, beside making the path again from all leaf hashes in memory.
*/
import { mkdtempSync, rmSync } from 'node:fs'
import { randomInt } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { MIGRATIONS } from '../src/bin/opening.ts'
import type { LedgerEntry } from '../src/modules/ledger/contract.ts'
import { inclusionRanges, rootOf } from '../src/modules/ledger/domain/tree.ts'
import { createLedgerModule } from '../src/modules/ledger/module.ts'
import { appendEntries, leafOf, nodeSha256 } from '../src/modules/ledger/server/grow.ts'
import { type Database, connect } from '../src/platform/database/connect.ts'
import { migrate, readMigrations } from '../src/platform/database/migrate.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.ts'
import { passingKeyRing } from '../src/platform/keys/signer.ts'
import { type Benchmark, median, timed } from './benchmark.ts'
import { type Cost, type CostOf, costMeter, tellCosts } from './processor.ts'

const RUNS = 5
const BATCH = 1000
const MILLION = 1_000_000
const HASHES = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, '0').repeat(32))
const entry = (n: number): LedgerEntry => ({ kind: 'order-signed', number: `CD-2026-${n}`, sha256: HASHES[n % 256] ?? '' })
const entries = (from: number, n: number): readonly LedgerEntry[] => Array.from({ length: n }, (_, at) => entry(from + at))

interface Bench {
  readonly database: Database
  readonly ledger: ReturnType<typeof createLedgerModule>
  readonly meter: () => CostOf
}
async function withLedger<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'chanzo-bench-'))
  const embedded = await startEmbeddedPostgres({ dataDir: folder })
  const owner = connect({ connectionString: embedded.connectionString, role: 'owner', max: 1 })
  await migrate(owner, readMigrations(MIGRATIONS))
  await owner.transaction((tx) => sql`create table bare_entry (like ledger_entry including all)`.execute(tx))
  await owner.transaction((tx) => sql`grant all on bare_entry to chanzo_app`.execute(tx))
  await owner.close()
  const database = connect({ connectionString: embedded.connectionString })
  const log = (): never => {
    throw new Error('no kinds join in a measurement')
  }
  const parts = {
    database,
    log,
    keys: passingKeyRing(),
    clock: () => new Date().toISOString(),
    tenant: 'cd',
    baseUrl: 'http://127.0.0.1:4870',
  }
  try {
    return await work({ database, ledger: createLedgerModule({ ...parts, publishers: [] }), meter: () => costMeter(folder) })
  } finally {
    await database.close()
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const bareInsert = (database: Database, from: number, rows: readonly LedgerEntry[]): Promise<unknown> =>
  database.transaction((tx) =>
    sql`insert into bare_entry select 'cd', ${from}::bigint + place - 1, kind, number, sha256
      from unnest(${rows.map((one) => one.kind)}::text[], ${rows.map((one) => one.number)}::text[], ${rows.map((one) => one.sha256)}::text[])
        with ordinality as given (kind, number, sha256, place)`.execute(tx),
  )

const append: Benchmark = {
  name: 'ledger-append',
  about: `${BATCH} entries a commit, with tiles and a signed head`,
  measure: () =>
    withLedger(async ({ database, ledger }) => {
      const [ours, peer]: [number[], number[]] = [[], []]
      const perRun = 20 * BATCH
      for (let run = 0; run <= RUNS; run++) {
        const took = await timed(async () => {
          for (let done = 0; done < perRun; done += BATCH) {
            await database.transaction((tx) => appendEntries(tx, 'cd', entries(run * perRun + done, BATCH)))
            await ledger.signer.sign()
          }
        })
        const bare = await timed(async () => {
          for (let done = 0; done < perRun; done += BATCH)
            await bareInsert(database, run * perRun + done, entries(run * perRun + done, BATCH))
        })
        if (run > 0) ours.push((perRun / took) * 1000)
        if (run > 0) peer.push((perRun / bare) * 1000)
      }
      const peerName = 'bare INSERT of the same rows and commits, no tree, no head'
      return { ours: median(ours), peer: median(peer), peerName, unit: 'entries/s', runs: RUNS }
    }),
}

const PROOFS = 2000
const share = (times: readonly number[], part: number): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0

interface Proofs {
  readonly costs: readonly Cost[]
  readonly peer: readonly number[]
}
const measured = new Map<number, Promise<Proofs>>()
/** One filled ledger for both numbers of a size. */
function proofsAmong(size: number): Promise<Proofs> {
  const known = measured.get(size) ?? withLedger((bench) => measureProofs(bench, size))
  measured.set(size, known)
  return known
}
async function measureProofs({ database, ledger, meter }: Bench, size: number): Promise<Proofs> {
  for (let done = 0; done < size; done += 10_000) await database.transaction((tx) => appendEntries(tx, 'cd', entries(done, 10_000)))
  await ledger.signer.sign()
  const costs: Cost[] = []
  await database.read(async (tx) => {
    const ask = () => ledger.door.proofOf(tx, 'cd', entry(randomInt(size)))
    for (let count = 0; count < 200; count++) await ask()
    const costOf = meter()
    for (let count = 0; count < PROOFS; count++) costs.push(await costOf(ask))
  })
  tellCosts(`ledger-proof-${size}`, costs)
  const leaves = entries(0, size).map(leafOf)
  const peer: number[] = []
  for (let run = 0; run < 3; run++)
    peer.push(
      await timed(() => {
        for (const { from, to } of inclusionRanges(randomInt(size), { from: 0, to: size })) rootOf(nodeSha256, leaves.slice(from, to))
      }),
    )
  return { costs, peer }
}

const proofs = (size: number, percentile: 50 | 99): Benchmark => ({
  name: `ledger-proof-${size}-p${percentile}`,
  about: `offline proof of a random entry among ${size}`,
  measure: async () => {
    const { costs, peer } = await proofsAmong(size)
    const ours = share(
      costs.map((cost) => cost.clock),
      percentile / 100,
    )
    return { ours, peer: median(peer), peerName: 'the path made again from all leaf hashes in memory', unit: 'ms', runs: PROOFS }
  },
})

export const ledgerBenchmarks: readonly Benchmark[] = [
  append,
  proofs(100_000, 50),
  proofs(100_000, 99),
  proofs(MILLION, 50),
  proofs(MILLION, 99),
]
