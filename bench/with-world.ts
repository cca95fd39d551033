/* A database with the whole program and a register of a given size, for the time of one measurement. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MIGRATIONS } from '../src/bin/opening.ts'
import { type Program, openProgram } from '../src/bin/program.ts'
import { type Database, connect } from '../src/platform/database/connect.ts'
import { migrate, readMigrations } from '../src/platform/database/migrate.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.ts'
import { passingKeyRing } from '../src/platform/keys/signer.ts'
import { NOW, TENANT, fillWorld } from './world.ts'

/** `more` is laid into the read tables beside the register, by the owner of the database. */
export async function withWorld<T>(
  sites: number,
  work: (program: Program, connectionString: string) => Promise<T>,
  more: (owner: Database) => Promise<void> = () => Promise.resolve(),
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'chanzo-bench-'))
  const embedded = await startEmbeddedPostgres({ dataDir: folder })
  const { connectionString } = embedded
  const owner = connect({ connectionString, role: 'owner', max: 1 })
  await migrate(owner, readMigrations(MIGRATIONS))
  await fillWorld(owner, sites)
  await more(owner)
  await owner.close()
  const program = await openProgram({
    connectionString,
    keys: passingKeyRing(),
    clock: () => NOW,
    tenant: TENANT,
    baseUrl: 'http://127.0.0.1:4870',
    secret: randomUUID(),
    demo: false,
    simulatedClock: true,
  })
  try {
    return await work(program, connectionString)
  } finally {
    await program.close()
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
