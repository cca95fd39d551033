/*
The connection that the sign-in library writes its own queries on: the program's pool, with instants as dates. The program reads
timestamps as text; text compared with a date is never smaller, so without this an expired session would live for ever.
*/
import { Kysely, type KyselyPlugin, PostgresDialect } from 'kysely'
import type pg from 'pg'

/** The pool stays the caller's: this is never destroyed, so it never ends the pool. */
export const databaseOfLibrary = (pool: pg.Pool): Kysely<never> =>
  new Kysely<never>({ dialect: new PostgresDialect({ pool }), plugins: [instantsAsDates] })

/** Columns of instants end in `_at` or `_until`; the library compares them as dates. */
const instantsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map(withDates) }),
}
const withDates = (row: { [column: string]: unknown }): { [column: string]: unknown } =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'string' && /_(at|until)$/.test(name) ? new Date(value) : value]),
  )
