/*
A database that a released version left behind, with data in it, is taken over: the old image is restored under the migrations of its time, then
brought to those of today, and its read tables are made again. Without that last step they would lack what later versions keep.
*/
import { existsSync, readdirSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { openProgram } from '../../src/bin/program.ts'
import { MIGRATIONS } from '../../src/bin/opening.ts'
import { restore } from '../../src/platform/database/backup.ts'
import { connect } from '../../src/platform/database/connect.ts'
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts'
import { passingKeyRing } from '../../src/platform/keys/signer.ts'
import { databaseUrl, withServer } from '../start-postgres.ts'

const HERE = fileURLToPath(new URL('./', import.meta.url))
/** Releases with the last migration that they had. */
const images: readonly (readonly [release: string, lastMigration: number])[] = [['0.1.0', 11]]

test('every release has its image', () => {
  const releases = readdirSync(HERE, { withFileTypes: true }).filter((one) => one.isDirectory())
  expect(releases.map((one) => one.name)).toEqual(images.map(([release]) => release))
  for (const [release] of images) expect(existsSync(`${HERE}${release}/database.backup`)).toBe(true)
})

describe.each(images)('a database of release %s', (release, lastMigration) => {
  test('is migrated with its data in it, and its read tables then follow from its log', async () => {
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
    const restored = await restore(owner, `${HERE}${release}/database.backup`, () => undefined)
    expect(restored.rows).toBeGreaterThan(500)
    await migrate(owner, migrations)
    await owner.close()

    const clock = (): string => '2026-11-22T09:40:00.000Z'
    const secret = randomUUID()
    const program = await openProgram({
      connectionString,
      keys: passingKeyRing(),
      clock,
      tenant: 'cd',
      baseUrl: 'http://127.0.0.1:4870',
      secret,
      demo: false,
      simulatedClock: true,
    })
    const replayed = await program.log.bringReadTablesUpToDate('today', () => undefined)
    expect(replayed).toBeGreaterThan(100)
    expect(await program.log.bringReadTablesUpToDate('today', () => undefined)).toBeNull()
    expect(await program.log.checkRebuild()).toMatchObject({ differences: 0 })
    expect(await program.log.verify('cd')).toMatchObject({ ok: true })
    const counted = await program.database.read((tx) =>
      sql<{
        sites: number
        lots: number
        certificates: number
      }>`select (select count(*)::int from site) as sites, (select count(*)::int from lot) as lots, (select count(*)::int from certificate) as certificates`.execute(
        tx,
      ),
    )
    expect(counted.rows[0]).toMatchObject({ sites: 10, lots: 15, certificates: 1 })
    await program.close()
  })
})
