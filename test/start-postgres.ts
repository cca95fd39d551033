/*
One PostgreSQL for a whole run of the tests: the server named by CHANZO_TEST_DATABASE_URL, or our embedded one in .cache. A
migrated template database is made once; each test file clones it (see database.ts). The played province is a second one, made by
whoever needs it first (see played-province.ts).
*/
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connect } from '../src/platform/database/connect.ts'
import { migrate, readMigrations } from '../src/platform/database/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: string
    template: string
    /** The database of the played province, and where its keys and ids lie. */
    played: string
    playedFolder: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = fileURLToPath(new URL(`../.cache/test-postgres-${process.pid}`, import.meta.url))
  const given = process.env['CHANZO_TEST_DATABASE_URL']
  const embedded = given
    ? null
    : await (
        await import('../src/platform/embedded-postgres/start-embedded-postgres.ts')
      ).startEmbeddedPostgres({ dataDir: folder, log: () => undefined })
  const server = given ?? embedded?.connectionString ?? ''
  if (embedded) await forgetDurability(embedded.connectionString)
  const template = `chanzo_template_${process.pid}`
  const played = `chanzo_played_${process.pid}`
  const playedFolder = mkdtempSync(join(tmpdir(), 'chanzo-played-'))
  await withServer(server, async (client) => {
    await client.query(`drop database if exists ${template} with (force)`)
    await client.query(`create database ${template}`)
  })
  const owner = connect({ connectionString: databaseUrl(server, template), role: 'owner', max: 1 })
  await migrate(owner, readMigrations(new URL('../migrations/', import.meta.url)))
  await owner.close()
  project.provide('server', server)
  project.provide('template', template)
  project.provide('played', played)
  project.provide('playedFolder', playedFolder)
  return async () => {
    await withServer(server, async (client) => {
      await client.query(`drop database if exists ${template} with (force)`)
      await client.query(`drop database if exists ${played} with (force)`)
    })
    rmSync(playedFolder, { recursive: true, force: true })
    if (!embedded) return
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** This server dies with the run: nothing on it must outlive a power cut. Tests of durability start a server of their own. */
async function forgetDurability(server: string): Promise<void> {
  await withServer(server, async (client) => {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) await client.query(`alter system set ${setting} = off`)
    await client.query(`alter system set checkpoint_timeout = '1h'`)
    await client.query(`alter system set max_wal_size = '4GB'`)
    await client.query('select pg_reload_conf()')
  })
}

/** The same server, another database. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.toString()
}

export async function withServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
