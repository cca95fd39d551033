/*
Opens a PostgreSQL (embedded or remote, 15 or newer) for the program. Every connection of the program takes the role
chanzo_app at once, which cannot change the log; only migrations connect as the owner. Values arrive as plain data: bigint as
number (refused beyond 2^53), date as `YYYY-MM-DD`, timestamptz as an instant with milliseconds.
*/
import { Kysely, PostgresDialect, Transaction } from 'kysely'
import pg from 'pg'
import type { Rows } from './rows.ts'
import type { Tx } from './transaction.ts'

export interface Database {
  /** One transaction, read committed; `tx` is the only handle inside. Rolled back when `work` throws. */
  readonly transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** One consistent read: a later change by others is not seen half-way through. */
  readonly read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /**
   * For one statement, which is a transaction and a consistent picture by itself: a third of the way to the database and back, where two hundred
   * telephones ask at once. What `work` asks in a second statement is another picture.
   */
  readonly single: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** One consistent picture in which something may also be written beside it, such as a second set of tables. */
  readonly snapshot: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** For libraries that bring their own queries (sign-in); same role, same parsers. */
  readonly pool: pg.Pool
  readonly close: () => Promise<void>
}

export interface ConnectOptions {
  readonly connectionString: string
  readonly max?: number
  /** `app` (default) cannot change the log; `owner` is for migrations, backup and tests. */
  readonly role?: 'app' | 'owner'
}

export function connect({ connectionString, max = 10, role = 'app' }: ConnectOptions): Database {
  const pool = new pg.Pool({
    connectionString,
    max,
    types: { getTypeParser: parserOf },
    application_name: 'chanzo',
    ...(role === 'app'
      ? { options: '-c role=chanzo_app -c timezone=UTC' } // The owner copies, restores and migrates everything, protected tables too.
      : { options: '-c timezone=UTC -c chanzo.scope=record' }),
  })
  // An idle connection that breaks must not end the program: the pool opens another when it is needed.
  pool.on('error', () => undefined)
  // Nor one that breaks between two questions of a transaction: the next question says so to whoever asks it.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const dialect = new PostgresDialect({ pool })
  const kysely = new Kysely<Rows>({ dialect })
  const one: Tx = new Transaction<Rows>({ config: { dialect }, dialect, driver: dialect.createDriver(), executor: kysely.getExecutor() })
  return {
    pool,
    transaction: (work) => kysely.transaction().execute(work),
    read: (work) => kysely.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
    single: (work) => work(one),
    snapshot: (work) => kysely.transaction().setIsolationLevel('repeatable read').execute(work),
    close: () => kysely.destroy(),
  }
}

const { builtins } = pg.types
const byType: { readonly [oid: number]: (text: string) => unknown } = {
  [builtins.INT8]: safeInteger,
  [builtins.NUMERIC]: Number,
  [builtins.DATE]: (text) => text,
  [builtins.TIMESTAMPTZ]: instantOf,
}

function parserOf(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  const parser = byType[oid]
  return parser ?? pg.types.getTypeParser(oid, format ?? 'text')
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error('an integer too large to be exact')
  return value
}

/** `2026-11-21 09:40:00.12+00` becomes `2026-11-21T09:40:00.120Z`; connections speak UTC. */
function instantOf(text: string): string {
  const found = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?\+00$/.exec(text)
  if (!found) throw new Error('an instant outside the calendar')
  return `${found[1]}T${found[2]}.${(found[3] ?? '').slice(0, 3).padEnd(3, '0')}Z`
}
