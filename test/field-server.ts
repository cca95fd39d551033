/* A server that can be killed: its connections are cut under it, and another opens on the same database. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { type Program, openProgram } from '../src/bin/program.ts'
import { passingKeyRing } from '../src/platform/keys/signer.ts'

export interface KillableServer {
  readonly app: () => FastifyInstance
  readonly program: () => Program
  /** Asks the program that is up; once more when it was killed meanwhile. */
  readonly with: <Result>(work: (program: Program) => Promise<Result>) => Promise<Result>
  readonly isDown: () => boolean
  readonly up: () => Promise<void>
  /** Asks this life of the server: rejects when it dies before it has answered. */
  readonly alive: <Answer>(asked: Promise<Answer>) => Promise<Answer>
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
  /** As the operator of the database. */
  readonly sql: (text: string, values?: readonly unknown[]) => Promise<pg.QueryResult>
}

/** Every server of a schedule is the same to its users: one ring of keys, one secret, the clock of this machine. */
export async function killableServer(connectionString: string): Promise<KillableServer> {
  const keys = passingKeyRing()
  const secret = randomUUID()
  const owner = new pg.Pool({ connectionString, max: 1 })
  // Its own connection may be cut with the others when the database goes: that ends no run of tests.
  owner.on('error', () => undefined)
  owner.on('connect', (client) => void client.on('error', () => undefined))
  const opened = async () => {
    const program = await openProgram({
      ...{ connectionString, keys, secret, tenant: 'cd', baseUrl: 'http://127.0.0.1:4870', demo: false },
      clock: () => new Date().toISOString(),
    })
    // What a dying server says of its dying is no news.
    return { program, app: await program.createHttp(() => undefined) }
  }
  let now = await opened()
  let life = 0
  let opening: Promise<void> | null = null
  const dying = new Set<() => void>()
  const kill = async (): Promise<void> => {
    life++
    for (const tell of dying) tell()
    const { app, program } = now
    // A killed program waits for nobody: what it began is cut off wherever it stands.
    void program.close().catch(() => undefined)
    void app.close().catch(() => undefined)
    for (let cut = 1, turn = 0; cut > 0 || turn < 2; turn++) {
      const gone = await owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'chanzo'`,
      )
      cut = gone.rows.length
      await new Promise((done) => setTimeout(done, 5))
    }
    // A minute goes by before anybody has it up again.
    await owner.query(`update parcel set claimed_until = null, next_try_at = null where state = 'waiting'`)
    now = await opened()
  }
  const alive = async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
    asked.catch(() => undefined)
    let tell = (): void => undefined
    const died = new Promise<never>((_, failed) => {
      tell = () => failed(new Error('the server died'))
    })
    dying.add(tell)
    try {
      return await Promise.race([asked, died])
    } finally {
      dying.delete(tell)
    }
  }
  const withProgram = async <Result>(work: (program: Program) => Promise<Result>): Promise<Result> => {
    // Not one step between the look and the first question: another storm may kill the server in it.
    while (opening !== null) await opening
    const before = life
    try {
      // What a dead server was about to do is never done.
      return await alive(work(now.program))
    } catch (error) {
      if (before === life) throw error
      return withProgram(work)
    }
  }
  return {
    app: () => now.app,
    program: () => now.program,
    with: withProgram,
    isDown: () => opening !== null,
    up: async () => void (await opening),
    alive,
    kill: () => (opening ??= kill().finally(() => (opening = null))),
    close: async () => {
      await opening
      await now.app.close()
      await now.program.close()
      await owner.end()
    },
    sql: (text, values = []) => owner.query(text, [...values]),
  }
}
