/* A migrated database for a test that brings its own parts; dropped when the file is done. Returns its connection string. */
import { randomUUID } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { databaseUrl, withServer } from './start-postgres.ts'

export async function emptyDatabase(): Promise<string> {
  const server = inject('server')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await withServer(server, (client) => client.query(`create database ${name} template ${inject('template')}`))
  afterAll(() => withServer(server, (client) => client.query(`drop database if exists ${name} with (force)`)))
  return databaseUrl(server, name)
}
