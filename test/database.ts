/*
A migrated database of its own for each test file, with the whole program on it and a clock that the test sets. Used as
`const world = await freshDatabase()` at the top of a file; it is dropped when the file is done.
*/
import { randomUUID } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { type Program, openProgram } from '../src/bin/program.ts'
import { passingKeyRing } from '../src/platform/keys/signer.ts'
import { databaseUrl, withServer } from './start-postgres.ts'

export interface TestDatabase {
  readonly connectionString: string
  readonly program: Program
  /** Sets the program's clock: an instant. */
  readonly setClock: (instant: string) => void
}

export const TEST_NOW = '2026-11-21T09:40:00.000Z'

export async function freshDatabase(): Promise<TestDatabase> {
  const server = inject('server')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await withServer(server, (client) => client.query(`create database ${name} template ${inject('template')}`))
  const connectionString = databaseUrl(server, name)
  let now = TEST_NOW
  const program = await openProgram({
    connectionString,
    keys: passingKeyRing(),
    clock: () => now,
    tenant: 'cd',
    baseUrl: 'http://127.0.0.1:4870',
    secret: randomUUID(),
    demo: false,
    simulatedClock: true,
  })
  afterAll(async () => {
    await program.close()
    await withServer(server, (client) => client.query(`drop database if exists ${name} with (force)`))
  })
  return { connectionString, program, setClock: (instant) => void (now = instant) }
}
