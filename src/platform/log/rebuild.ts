/*
Read tables again from the log. `rebuild` empties and refills the live tables under one lock: the heads of all tenants are held, so no
event can be added meanwhile. `checkRebuild` fills a second set in the schema rebuild_check from one moment of the database and counts
the rows that differ; writers go on. One transaction each: a crash leaves the tables as they were.
*/
import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { Tx } from '../database/transaction.ts'
import { type Projection, projectWith } from './projection.ts'
import { listTenants, loadAfter, readHead, takeHead } from './store.ts'

export type Report = (done: number, total: number) => void
export interface RebuildCheck {
  readonly tables: number
  readonly differences: number
  /** Tables that differ, with the number of rows only live and only rebuilt. */
  readonly differing: readonly { readonly table: string; readonly onlyLive: number; readonly onlyRebuilt: number }[]
}

const PAGE = 1000
const quiet: Report = () => undefined

/** Empties and refills every read table. Returns how many tables and events. */
export function rebuild(
  database: Database,
  projections: readonly Projection[],
  report: Report = quiet,
): Promise<{ tables: number; events: number }> {
  const tables = tablesOf(projections)
  return database.transaction(async (tx) => {
    const total = await holdAllHeads(tx)
    for (const table of tables) await sql`truncate table ${sql.table(table)}`.execute(tx)
    await replay(tx, projections, (done) => report(done, total))
    return { tables: tables.length, events: total }
  })
}

/** Rebuilds beside the live tables and compares, changing nothing. It looks at one moment, so nobody has to wait for it. */
export function checkRebuild(database: Database, projections: readonly Projection[], report: Report = quiet): Promise<RebuildCheck> {
  const tables = tablesOf(projections)
  return database.snapshot(async (tx) => {
    const total = await countEvents(tx)
    for (const table of tables) {
      await sql`drop table if exists ${sql.id('rebuild_check', table)}`.execute(tx)
      await sql`create table ${sql.id('rebuild_check', table)} (like ${sql.id('public', table)} including all)`.execute(tx)
    }
    await sql`set local search_path to rebuild_check, public`.execute(tx)
    await replay(tx, projections, (done) => report(done, total))
    const differing = []
    for (const table of tables) {
      const onlyLive = await countMissing(tx, ['public', table], ['rebuild_check', table])
      const onlyRebuilt = await countMissing(tx, ['rebuild_check', table], ['public', table])
      if (onlyLive + onlyRebuilt > 0) differing.push({ table, onlyLive, onlyRebuilt })
      await sql`drop table ${sql.id('rebuild_check', table)}`.execute(tx)
    }
    return { tables: tables.length, differences: differing.reduce((sum, one) => sum + one.onlyLive + one.onlyRebuilt, 0), differing }
  })
}

export const tablesOf = (projections: readonly Projection[]): readonly string[] => [
  ...new Set(projections.flatMap((projection) => projection.tables)),
]

async function holdAllHeads(tx: Tx): Promise<number> {
  let total = 0
  for (const tenant of await listTenants(tx)) total += (await takeHead(tx, tenant)).position
  return total
}

async function countEvents(tx: Tx): Promise<number> {
  let total = 0
  for (const tenant of await listTenants(tx)) total += (await readHead(tx, tenant))?.position ?? 0
  return total
}

async function replay(tx: Tx, projections: readonly Projection[], report: (done: number) => void): Promise<void> {
  const project = projectWith(projections)
  let done = 0
  for (const tenant of await listTenants(tx)) {
    for (let position = 0; ;) {
      const page = await loadAfter(tx, tenant, position, PAGE)
      await project(tx, page)
      done += page.length
      report(done)
      if (page.length < PAGE) break
      position = page.at(-1)?.position ?? position
    }
  }
}

/** Rows of `from` that `other` lacks, duplicates counted; rows are compared as text, so byte for byte. */
async function countMissing(tx: Tx, from: readonly [string, string], other: readonly [string, string]): Promise<number> {
  const found = await sql<{
    missing: number
  }>`select count(*) as missing from (select a::text from ${sql.id(...from)} as a except all select b::text from ${sql.id(...other)} as b) as only_here`.execute(
    tx,
  )
  return found.rows[0]?.missing ?? 0
}
