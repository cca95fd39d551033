/*
Which program made the read tables. They follow from the log, but only for the program that wrote them: an update may keep more of an
event than the last release did. A database whose read tables another program made has them made again before anybody reads them. A crash in
between leaves the old name, so the next start does it again.
*/
import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { type Projection } from './projection.ts'
import { type Report, rebuild } from './rebuild.ts'

/** Returns the number of events replayed, or `null` when the tables were of this program already. `program` names release and tables. */
export async function bringReadTablesUpToDate(
  database: Database,
  projections: readonly Projection[],
  { program, report }: { readonly program: string; readonly report: Report },
): Promise<number | null> {
  const found = await database.read((tx) => sql<{ built_by: string }>`select built_by from read_tables`.execute(tx))
  if (found.rows[0]?.built_by === program) return null
  const { events } = await rebuild(database, projections, report)
  await database.transaction((tx) =>
    sql`insert into read_tables (built_by) values (${program})
      on conflict (only_row) do update set built_by = excluded.built_by, built_at = now()`.execute(tx),
  )
  return events
}
