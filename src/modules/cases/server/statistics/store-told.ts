/* Figures as they were told for a quarter, by body: written once, never changed. */
import { sql } from 'kysely'
import { listOf, mustParse, record } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { Figure, FigureTable } from '../../contract-statistics.ts'
import type { Figures } from '../../domain/statistics/case-figures.ts'

const Told = record({ figures: listOf(Figure, 80), tables: listOf(FigureTable, 4) })
export interface ToldOf {
  readonly organisation: string
  readonly quarter: string
}

export async function findTold(tx: Tx, tenant: string, { organisation, quarter }: ToldOf): Promise<Figures | null> {
  const { rows } = await sql<{ figures: unknown }>`
    select figures from case_figures_told
    where tenant_id = ${tenant} and organisation_id::text = ${organisation} and quarter = ${quarter}`.execute(tx)
  return rows[0] === undefined ? null : mustParse(Told, rows[0].figures)
}
export async function keepTold(tx: Tx, tenant: string, row: ToldOf & { readonly figures: Figures; readonly at: string }): Promise<void> {
  await sql`
    insert into case_figures_told (tenant_id, organisation_id, quarter, figures, told_at)
    values (${tenant}, ${row.organisation}, ${row.quarter}, ${JSON.stringify(row.figures)}::jsonb, ${row.at})
    on conflict do nothing`.execute(tx)
}
/** Bodies that keep cases and were not told this quarter yet. Needs the program's own scope. */
export async function bodiesToTell(tx: Tx, tenant: string, quarter: string): Promise<readonly string[]> {
  const { rows } = await sql<{ organisation: string }>`
    select distinct r.organisation_id::text as organisation from case_row r
    where r.tenant_id = ${tenant} and r.organisation_id is not null and not exists (
      select 1 from case_figures_told f
      where f.tenant_id = r.tenant_id and f.organisation_id::text = r.organisation_id::text and f.quarter = ${quarter})
    order by 1`.execute(tx)
  return rows.map((row) => row.organisation)
}

export interface ToldQuarter {
  readonly quarter: string
  readonly figures: Figures
  readonly at: string
}
/** All that was ever told, of every body; bodies are not named. */
export async function listTold(tx: Tx, tenant: string): Promise<readonly ToldQuarter[]> {
  const { rows } = await sql<{ quarter: string; figures: unknown; at: string }>`
    select quarter, figures, to_char(told_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from case_figures_told
    where tenant_id = ${tenant} order by quarter, told_at`.execute(tx)
  return rows.map(({ quarter, figures, at }) => ({ quarter, figures: mustParse(Told, figures), at }))
}
