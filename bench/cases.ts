/*
How long a supervisor waits for the board of 500 and of 2,000 cases (it shows 500 at most), and how long the round of clocks takes over all of them; each case
was opened with real keys and has a consent and a rated risk. `-first` is asked of a server that has just started and must unseal everything. The peer is what a
system of plain tables does: the same read table alone, by one statement, nothing sealed, no clocks counted and no look kept.
*/
import { mkdtempSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { MIGRATIONS } from '../src/bin/opening.ts'
import { type Program, openProgram } from '../src/bin/program.ts'
import { connect } from '../src/platform/database/connect.ts'
import { migrate, readMigrations } from '../src/platform/database/migrate.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.ts'
import { passingKeyRing } from '../src/platform/keys/signer.ts'
import { beginWork, yesTo } from '../test/world/case-acts.ts'
import { withKey } from '../test/world/case-people.ts'
import { WORKED_VAULTS, openCase } from '../test/world/case-scenes.ts'
import { signIn } from '../test/world/client.ts'
import { DEMO_PASSWORD, demoAccounts } from '../test/world/accounts.ts'
import { openStage } from '../test/world/stage.ts'
import { type Benchmark, median, timed } from './benchmark.ts'

const NOW = '2026-11-21T09:40:00.000Z'
const RUNS = 7

interface Times {
  readonly boardFirst: number
  readonly board: number
  readonly round: number
  readonly plain: number
}
const made = new Map<number, Promise<Times>>()
/** Written once for all that is measured on it. */
const timesOf = (cases: number): Promise<Times> => {
  const times = made.get(cases) ?? measure(cases)
  made.set(cases, times)
  return times
}

async function measure(cases: number): Promise<Times> {
  const folder = mkdtempSync(join(tmpdir(), 'chanzo-bench-'))
  const { connectionString, stop } = await startEmbeddedPostgres({ dataDir: folder })
  const owner = connect({ connectionString, role: 'owner', max: 1 })
  await migrate(owner, readMigrations(MIGRATIONS))
  await owner.close()
  const secret = randomUUID()
  const keys = passingKeyRing()
  let now = NOW
  const open = (): Promise<Program> =>
    openProgram({
      ...{ connectionString, keys, clock: () => now, tenant: 'cd', baseUrl: 'http://127.0.0.1:4870', secret },
      ...{ demo: false, mayWaiveSecondFactor: true, simulatedClock: true },
    })
  try {
    const first = await open()
    await write(first, (instant) => (now = instant), cases)
    await first.close()
    return await look(await open(), connectionString)
  } finally {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function write(program: Program, setClock: (instant: string) => void, cases: number): Promise<void> {
  const stage = await openStage({ program, setClock }, 30)
  const day = stage.onDay(-2)
  const worker = await withKey(stage, 'caseworker')
  for (let n = 0; n < cases; n++) {
    const { id } = await openCase({
      ...{ by: worker.client, organisation: stage.organisation('ngao'), name: 'Une personne', story: 'Une histoire.' },
      members: [{ person: worker, as: 'owner', vaults: WORKED_VAULTS }],
    })
    const taken = await worker.client.post(`/api/cases/${id}/steps`, { all: beginWork([yesTo('case-management')], `${day}T08:00:00.000Z`) })
    if (taken.status !== 200) throw new Error(`a case of the measurement was refused: ${JSON.stringify(taken.body)}`)
    if (n % 100 === 99) process.stderr.write(`${n + 1} of ${cases} cases are written\n`)
  }
  await stage.app.close()
}

async function look(program: Program, connectionString: string): Promise<Times> {
  const plain = new pg.Client({ connectionString })
  await plain.connect()
  const app = await program.createHttp(({ error }) => {
    throw error
  })
  const email = demoAccounts.find((one) => one.key === 'supervisor')?.email ?? ''
  const supervisor = await signIn(app, email, DEMO_PASSWORD)
  const ask = async (): Promise<void> => {
    const { status } = await supervisor.get('/api/cases/team')
    if (status !== 200) throw new Error(`the board answered ${status}`)
  }
  const many = async (work: () => Promise<unknown>): Promise<number> => {
    const times: number[] = []
    for (let n = 0; n < RUNS; n++) times.push(await timed(work))
    return median(times)
  }
  const boardFirst = await timed(ask)
  const board = await many(ask)
  const round = await many(() => program.modules.cases.round())
  const rows = (): Promise<unknown> => plain.query('select * from case_row order by changed_at desc limit 500')
  const times = { boardFirst, board, round, plain: await many(rows) }
  await plain.end()
  await app.close()
  await program.close()
  return times
}

const sized = (name: string, about: string, of: (times: Times) => number): readonly Benchmark[] =>
  [500, 2_000].map((cases) => ({
    name: `cases-${name}-${cases}`,
    about: `${about}, ${cases} cases`,
    measure: async () => {
      const times = await timesOf(cases)
      return { ours: of(times), peer: times.plain, peerName: 'plain read table, one statement', unit: 'ms', runs: RUNS }
    },
  }))
export const caseBenchmarks: readonly Benchmark[] = [
  ...sized('board', 'the board of a supervisor, asked again', (times) => times.board),
  ...sized('board-first', 'the same, first question after a start', (times) => times.boardFirst),
  ...sized('round', 'the round of clocks, nothing due', (times) => times.round),
]
