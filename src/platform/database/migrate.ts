/*
Brings a database to the version of this program: plain SQL files, forward only, each in one transaction, remembered with the
hash of its text. It refuses a database that is newer than the program and a file that was changed after it was applied.
A crash leaves the last finished migration; the next start goes on from there.
*/
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { sql } from 'kysely'
import type { Database } from './connect.ts'
import type { Tx } from './transaction.ts'

export interface Migration {
  readonly version: number
  readonly name: string
  readonly text: string
  readonly sha256: string
}
export class MigrationFault extends Error {
  readonly code: 'newer-database' | 'migration-changed' | 'server-too-old'
  readonly facts: { readonly [name: string]: string | number }
  constructor(code: MigrationFault['code'], facts: MigrationFault['facts']) {
    super(code)
    this.code = code
    this.facts = facts
  }
}

export function readMigrations(folder: URL): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
  return names.map((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    return { version: Number(name.slice(0, 4)), name, text, sha256: createHash('sha256').update(text).digest('hex') }
  })
}

/** Applies what is missing, in order; several servers may start at once. Returns the names that were applied. */
export async function migrate(
  owner: Database,
  migrations: readonly Migration[],
  report: (name: string) => void = () => undefined,
): Promise<readonly string[]> {
  await owner.transaction(prepare).catch((error: unknown) => (isLostRace(error) ? owner.transaction(prepare) : Promise.reject(error)))
  const applied: string[] = []
  for (const migration of migrations) {
    const wasNew = await owner.transaction((tx) => applyOnce(tx, migration, migrations.at(-1)?.version ?? 0))
    if (!wasNew) continue
    report(migration.name)
    applied.push(migration.name)
  }
  return applied
}

/** Two first starts at the same moment both make the table; the loser looks again and finds it made. */
const isLostRace = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '23505' || error.code === '42P07')

async function prepare(tx: Tx): Promise<void> {
  const server = await sql<{ server_version_num: string }>`show server_version_num`.execute(tx)
  const version = Number(server.rows[0]?.server_version_num ?? 0)
  if (version < 150_000) throw new MigrationFault('server-too-old', { found: Math.floor(version / 10_000), needed: 15 })
  const found = await sql<{ there: boolean }>`select to_regclass('public.schema_migration') is not null as there`.execute(tx)
  if (found.rows[0]?.there) return
  await sql`create table if not exists schema_migration (version integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`.execute(
    tx,
  )
}

async function applyOnce(tx: Tx, migration: Migration, newestKnown: number): Promise<boolean> {
  await sql`lock table schema_migration in exclusive mode`.execute(tx)
  const rows = await sql<{ version: number; sha256: string }>`select version, sha256 from schema_migration order by version`.execute(tx)
  const newest = rows.rows.at(-1)?.version ?? 0
  if (newest > newestKnown) throw new MigrationFault('newer-database', { database: newest, program: newestKnown })
  const before = rows.rows.find((row) => row.version === migration.version)
  if (before && before.sha256 !== migration.sha256) throw new MigrationFault('migration-changed', { name: migration.name })
  if (before) return false
  await sql.raw(migration.text).execute(tx)
  await sql`insert into schema_migration (version, name, sha256) values (${migration.version}, ${migration.name}, ${migration.sha256})`.execute(
    tx,
  )
  return true
}
