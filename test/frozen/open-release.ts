/* A program of today on the database that a released version left behind: its image restored under the migrations of its time, then brought to those of today. */
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { afterAll, inject } from 'vitest'
import { MIGRATIONS } from '../../src/bin/opening.ts'
import { type Program, openProgram } from '../../src/bin/program.ts'
import { restore } from '../../src/platform/database/backup.ts'
import { connect } from '../../src/platform/database/connect.ts'
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts'
import { passingKeyRing } from '../../src/platform/keys/signer.ts'
import { databaseUrl, withServer } from '../start-postgres.ts'

export const FROZEN = fileURLToPath(new URL('./', import.meta.url))

/** Oldest first, with the last migration that each had. */
export const releases: readonly Release[] = [{ release: '0.1.0', lastMigration: 11, sites: 10 }]
export interface Release {
  readonly release: string
  readonly lastMigration: number
  /** In its fictional province. */
  readonly sites: number
}

/** `rows`: how many were restored; `replayed`: how many events made the read tables anew. */
export async function openRelease({ release, lastMigration }: Pick<Release, 'release' | 'lastMigration'>): Promise<{
  readonly program: Program
  readonly rows: number
  readonly replayed: number | null
}> {
  const server = inject('server')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await withServer(server, (client) => client.query(`create database ${name}`))
  afterAll(() => withServer(server, (client) => client.query(`drop database if exists ${name} with (force)`)))
  const connectionString = databaseUrl(server, name)
  const owner = connect({ connectionString, role: 'owner', max: 1 })
  const migrations = readMigrations(MIGRATIONS)
  await migrate(
    owner,
    migrations.filter((one) => one.version <= lastMigration),
  )
  const { rows } = await restore(owner, `${FROZEN}${release}/database.backup`, () => undefined)
  await migrate(owner, migrations)
  await owner.close()
  const program = await openProgram({
    connectionString,
    keys: passingKeyRing(),
    clock: () => '2026-11-22T09:40:00.000Z',
    tenant: 'cd',
    baseUrl: 'http://127.0.0.1:4870',
    secret: randomUUID() + randomUUID(),
    demo: false,
    simulatedClock: true,
  })
  return { program, rows, replayed: await program.log.bringReadTablesUpToDate('today', () => undefined) }
}
