/* The whole program over a new database with the people of the demonstration on their stage, for the time of one measurement. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MIGRATIONS } from '../src/bin/opening.ts'
import { type Program, openProgram } from '../src/bin/program.ts'
import { connect } from '../src/platform/database/connect.ts'
import { migrate, readMigrations } from '../src/platform/database/migrate.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.ts'
import { passingKeyRing } from '../src/platform/keys/signer.ts'
import { type Stage, openStage } from '../test/world/stage.ts'

const NOW = '2026-11-21T09:40:00.000Z'

export interface Measured {
  readonly program: Program
  readonly stage: Stage
  /** Of the embedded database, for the peer. */
  readonly connectionString: string
}
/** `work` begins today; the stage was founded so many days before. The database is gone afterwards. */
export async function withStage<T>(foundedDaysAgo: number, work: (measured: Measured) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'chanzo-bench-'))
  const { connectionString, stop } = await startEmbeddedPostgres({ dataDir: folder })
  const owner = connect({ connectionString, role: 'owner', max: 1 })
  await migrate(owner, readMigrations(MIGRATIONS))
  await owner.close()
  let now = NOW
  const program = await openProgram({
    ...{ connectionString, keys: passingKeyRing(), clock: () => now, tenant: 'cd', baseUrl: 'http://127.0.0.1:4870', secret: randomUUID() },
    ...{ demo: false, simulatedClock: true },
  })
  try {
    const stage = await openStage({ program, setClock: (instant) => (now = instant) }, foundedDaysAgo)
    stage.onDay(0)
    return await work({ program, stage, connectionString })
  } finally {
    await program.close()
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
