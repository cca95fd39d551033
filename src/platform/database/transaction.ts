/*
The one handle through which stores reach the database. There is no exported connection: whoever holds a `Tx` was given it
by a transaction that somebody else opened, so nothing can be half-written and nothing can wait for itself.
*/
import type { Transaction } from 'kysely'
import type { Rows } from './rows.ts'

export type Tx = Transaction<Rows>
