/*
A migrated database of its own for each test file, with the whole program on it and a clock that the test sets. Used as
`const world = await freshDatabase()` at the top of a file; it is dropped when the file is done. `played-province.ts` gives one on
which the small province has been played.
*/
import { randomUUID } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { type Program, openProgram } from '../src/bin/program.ts'
import { type KeyRing, passingKeyRing } from '../src/platform/keys/signer.ts'
import { databaseUrl, withServer } from './start-postgres.ts'

export interface TestDatabase {
  readonly connectionString: string
  readonly program: Program
  /** Sets the program's clock: an instant. */
  readonly setClock: (instant: string) => void
}

export const TEST_NOW = '2026-11-21T09:40:00.000Z'

export async function freshDatabase(): Promise<TestDatabase> {
  const world = await openCopy({ template: inject('template'), keys: passingKeyRing(), secret: randomUUID(), now: TEST_NOW })
  afterAll(world.drop)
  return world
}

/** A copy of a template database under a new name, with a program on it. */
export async function openCopy(given: {
  readonly template: string
  readonly keys: KeyRing
  readonly secret: string
  readonly now: string
  readonly name?: string
}): Promise<TestDatabase & { readonly drop: () => Promise<void> }> {
  const server = inject('server')
  const { template, keys, secret, name = `test_${randomUUID().replaceAll('-', '')}` } = given
  await withServer(server, (client) => client.query(`create database ${name} template ${template}`))
  const connectionString = databaseUrl(server, name)
  let { now } = given
  const program = await openProgram({
    connectionString,
    keys,
    clock: () => now,
    tenant: 'cd',
    baseUrl: 'http://127.0.0.1:4870',
    secret,
    demo: false,
    mayWaiveSecondFactor: true,
    simulatedClock: true,
  })
  const drop = async (): Promise<void> => {
    await program.close()
    await withServer(server, (client) => client.query(`drop database if exists ${name} with (force)`))
  }
  return { connectionString, program, setClock: (instant) => void (now = instant), drop }
}
