import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, expect, inject, test } from 'vitest'
import { databaseUrl, withServer } from '../../../test/start-postgres.ts'
import { type Database, connect } from './connect.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'

const migrations = readMigrations(new URL('../../../migrations/', import.meta.url))
const opened: Database[] = []
afterAll(async () => void (await Promise.all(opened.map((one) => one.close()))))

async function bareDatabase(): Promise<Database> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await withServer(inject('server'), (client) => client.query(`create database ${name}`))
  const owner = connect({ connectionString: databaseUrl(inject('server'), name), role: 'owner', max: 4 })
  opened.push(owner)
  return owner
}
const later = (version: number): Migration => ({
  version,
  name: `${version}-later.sql`,
  text: `create table later_${version} (id int)`,
  sha256: String(version),
})

test('an empty database gets every migration once, whoever asks how often', async () => {
  const owner = await bareDatabase()
  expect(await migrate(owner, migrations)).toHaveLength(migrations.length)
  expect(await migrate(owner, migrations)).toEqual([])
})

test('two servers that start at the same moment apply each migration once', async () => {
  const owner = await bareDatabase()
  const [one, other] = await Promise.all([migrate(owner, migrations), migrate(owner, migrations)])
  expect([...one, ...other].sort()).toEqual(migrations.map((migration) => migration.name))
})

test('a database that is newer than the program is refused and left alone', async () => {
  const owner = await bareDatabase()
  await migrate(owner, [...migrations, later(9001)])
  await expect(migrate(owner, migrations)).rejects.toMatchObject({ code: 'newer-database', facts: { database: 9001 } })
})

test('a migration that was changed after it was applied is refused', async () => {
  const owner = await bareDatabase()
  await migrate(owner, [...migrations, later(9001)])
  await expect(migrate(owner, [...migrations, { ...later(9001), sha256: 'other' }])).rejects.toMatchObject({ code: 'migration-changed' })
})

test('a migration that fails half-way leaves nothing behind', async () => {
  const owner = await bareDatabase()
  const broken = { ...later(9002), text: 'create table half (id int); select 1/0' }
  await expect(migrate(owner, [...migrations, broken])).rejects.toThrow('division by zero')
  const half = await owner.read((tx) => sql<{ there: boolean }>`select to_regclass('half') is not null as there`.execute(tx))
  expect(half.rows[0]?.there).toBe(false)
  expect(await migrate(owner, migrations)).toEqual([])
})
