/*
A database with the whole program and a register of a given size, for the time of one measurement. Worlds that take long to write can be kept: with a folder
in CHANZO_BENCH_WORLDS a world of a name is written once, and the next measurement begins at once.
*/
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MIGRATIONS } from '../src/bin/opening.ts'
import { type Program, openProgram } from '../src/bin/program.ts'
import { type Database, connect } from '../src/platform/database/connect.ts'
import { migrate, readMigrations } from '../src/platform/database/migrate.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.ts'
import { passingKeyRing } from '../src/platform/keys/signer.ts'
import { NOW, TENANT, fillWorld } from './world.ts'

export interface Place {
  readonly connectionString: string
  /** Of the embedded database. */
  readonly folder: string
}
export interface More {
  /** Laid into the read tables beside the register, by the owner of the database. */
  readonly write: (owner: Database) => Promise<void>
  /** Under which the world may be kept. */
  readonly name: string
}
export async function withWorld<T>(sites: number, work: (program: Program, place: Place) => Promise<T>, more?: More): Promise<T> {
  const worlds = process.env['CHANZO_BENCH_WORLDS']
  const kept = worlds === undefined || more === undefined ? null : join(worlds, more.name)
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'chanzo-bench-'))
  mkdirSync(folder, { recursive: true })
  const embedded = await startEmbeddedPostgres({ dataDir: folder })
  const { connectionString } = embedded
  if (kept === null || !existsSync(`${kept}.ready`)) {
    const owner = connect({ connectionString, role: 'owner', max: 1 })
    await migrate(owner, readMigrations(MIGRATIONS))
    await fillWorld(owner, sites)
    await more?.write(owner)
    await owner.close()
    if (kept !== null) writeFileSync(`${kept}.ready`, '')
  }
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
    return await work(program, { connectionString, folder })
  } finally {
    await program.close()
    await embedded.stop()
    if (kept === null) rmSync(folder, { recursive: true, force: true })
  }
}
