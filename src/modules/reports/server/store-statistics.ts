/* Rows of statistics of trade, as somebody brought them. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface StatisticLine {
  readonly flow: 'import' | 'export'
  readonly reporter: string
  readonly partner: string
  readonly month: string
  readonly hs: string
  readonly grams: number
  readonly valueUsdCents: number | null
}
export interface BatchRow {
  readonly id: string
  readonly source: string
  readonly rows: number
  readonly from: string
  readonly until: string
  readonly reporters: readonly string[]
  readonly readAt: string
}
export interface NewBatch {
  readonly id: string
  readonly source: string
  readonly account: string
  readonly organisation: string | null
  readonly at: string
  readonly rows: readonly StatisticLine[]
}
/** False where the id was taken before: the same sending again. */
export async function insertBatch(tx: Tx, tenant: string, batch: NewBatch): Promise<boolean> {
  const made = await sql`
    insert into trade_statistics (tenant_id, id, source, account, organisation_id, read_at)
    values (${tenant}, ${batch.id}, ${batch.source}, ${batch.account}, ${batch.organisation}, ${batch.at}) on conflict do nothing returning id`.execute(
    tx,
  )
  if (made.rows.length === 0) return false
  await sql`
    insert into trade_statistic_row (tenant_id, statistics_id, ordinal, flow, reporter, partner, month, hs, grams, value_usd_cents)
    select ${tenant}, ${batch.id}, ordinal, flow, reporter, partner, month, hs, grams, "valueUsdCents"
    from jsonb_to_recordset(${JSON.stringify(batch.rows.map((row, ordinal) => ({ ...row, ordinal })))}::jsonb)
      as given(ordinal int, flow text, reporter text, partner text, month text, hs text, grams bigint, "valueUsdCents" bigint)`.execute(tx)
  return true
}
export async function listBatches(tx: Tx, tenant: string): Promise<readonly BatchRow[]> {
  const { rows } = await sql<BatchRow>`
    select one.id, one.source, count(*) as rows, min(line.month) as "from", max(line.month) as until, array_agg(distinct line.reporter) as reporters,
      one.read_at as "readAt"
    from trade_statistics as one join trade_statistic_row as line on line.tenant_id = one.tenant_id and line.statistics_id = one.id
    where one.tenant_id = ${tenant} group by one.id, one.source, one.read_at order by one.read_at desc limit 500`.execute(tx)
  return rows
}
/** `of`: the body whose statistics may go; `null`: of none. */
export async function deleteBatch(
  tx: Tx,
  tenant: string,
  id: string,
  of: string | null,
): Promise<'gone' | 'unknown-statistics' | 'statistics-not-yours'> {
  const own = of === 'everybody' ? sql`true` : sql`organisation_id = ${of}::uuid`
  const gone = await sql`delete from trade_statistics where tenant_id = ${tenant} and id = ${id} and ${own} returning id`.execute(tx)
  if (gone.rows.length > 0) return 'gone'
  const there = await sql`select 1 from trade_statistics where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  return there.rows.length > 0 ? 'statistics-not-yours' : 'unknown-statistics'
}
/** Of the months and years that touch the period. */
export async function listStatistics(
  tx: Tx,
  tenant: string,
  period: { readonly from: string; readonly until: string },
): Promise<readonly (StatisticLine & { readonly source: string })[]> {
  const { rows } = await sql<StatisticLine & { readonly source: string }>`
    select line.flow, line.reporter, line.partner, line.month, line.hs, line.grams, line.value_usd_cents as "valueUsdCents", one.source
    from trade_statistic_row as line join trade_statistics as one on one.tenant_id = line.tenant_id and one.id = line.statistics_id
    where line.tenant_id = ${tenant} and left(line.month, 4) between ${period.from.slice(0, 4)} and ${period.until.slice(0, 4)}
      and (length(line.month) = 4 or line.month between ${period.from.slice(0, 7)} and ${period.until.slice(0, 7)})
    order by line.month, line.reporter, line.ordinal limit 5000`.execute(tx)
  return rows
}
