/* Rows of points, of sendings and of what they add up to by question. Sums are made by the database: a table of a year is a few thousand lines. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface PointRow {
  readonly id: string
  readonly acts: unknown
}
interface Act {
  readonly id: string
  readonly kind: string
  readonly payload: unknown
}
const listed = (kind: string, payload: unknown): string => JSON.stringify([{ kind, payload }])

export async function insertPoint(tx: Tx, tenant: string, row: Act & { readonly code: string; readonly area: string }): Promise<void> {
  await sql`
    insert into flow_point (tenant_id, id, code, area, acts)
    values (${tenant}, ${row.id}, ${row.code}, ${row.area}, ${listed(row.kind, row.payload)}::jsonb)`.execute(tx)
}
export async function addPointAct(tx: Tx, tenant: string, { id, kind, payload }: Act): Promise<void> {
  await sql`update flow_point set acts = acts || ${listed(kind, payload)}::jsonb where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}
/** All of them, however many: a point that were left out would be one whose counts nobody takes. */
export async function listPoints(tx: Tx, tenant: string): Promise<readonly PointRow[]> {
  const found = await sql<PointRow>`select id, acts from flow_point where tenant_id = ${tenant} order by code`.execute(tx)
  return found.rows
}
export async function findPoint(tx: Tx, tenant: string, id: string): Promise<PointRow | null> {
  const found = await sql<PointRow>`select id, acts from flow_point where tenant_id = ${tenant} and id = ${id}::uuid`.execute(tx)
  return found.rows[0] ?? null
}
export async function isCodeTaken(tx: Tx, tenant: string, code: string): Promise<boolean> {
  const found = await sql<{ id: string }>`select id from flow_point where tenant_id = ${tenant} and code = ${code}`.execute(tx)
  return found.rows.length > 0
}

export interface CountRow {
  readonly id: string
  readonly point: string
  readonly day: string
  readonly source: string
  readonly learnedAt: string
  readonly groups: number
  readonly passages: number
  readonly misfits: number
  readonly fitPassages: number
  readonly women: number
  readonly men: number
  readonly girls: number
  readonly boys: number
}
export interface CellRow {
  readonly dimension: string
  readonly key: string
  readonly passages: number
  readonly countId: string
  readonly point: string
  readonly day: string
  readonly learnedAt: string
}
/** Many sendings at once, in two statements. */
export async function insertCounts(
  tx: Tx,
  tenant: string,
  { counts, cells }: { readonly counts: readonly CountRow[]; readonly cells: readonly CellRow[] },
): Promise<void> {
  await sql`
    insert into flow_count (tenant_id, id, point, day, source, learned_at, groups, passages, misfits, fit_passages, women, men, girls, boys)
    select ${tenant}, id, point, day, source, "learnedAt", groups, passages, misfits, "fitPassages", women, men, girls, boys
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as given (id uuid, point uuid, day date, source text, "learnedAt" timestamptz, groups integer,
      passages integer, misfits integer, "fitPassages" integer, women integer, men integer, girls integer, boys integer)`.execute(tx)
  if (cells.length === 0) return
  await sql`
    insert into flow_cell (tenant_id, dimension, day, point, count_id, key, passages, learned_at)
    select ${tenant}, dimension, day, point, "countId", key, passages, "learnedAt"
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as given (dimension text, key text, passages integer, "countId" uuid, point uuid, day date,
      "learnedAt" timestamptz)`.execute(tx)
}
export async function withdrawCount(
  tx: Tx,
  tenant: string,
  { id, at, reason }: { readonly id: string; readonly at: string; readonly reason: string },
): Promise<void> {
  await sql`update flow_count set withdrawn_at = ${at}::timestamptz, withdrawn_because = ${reason} where tenant_id = ${tenant} and id = ${id}`.execute(
    tx,
  )
  await sql`update flow_cell set withdrawn_at = ${at}::timestamptz where tenant_id = ${tenant} and count_id = ${id}`.execute(tx)
}

export interface Within {
  readonly from: string
  readonly until: string
  readonly point?: string | null
}
const standing = (tenant: string, { from, until, point = null }: Within): RawBuilder<unknown> =>
  sql`tenant_id = ${tenant} and day >= ${from}::date and day <= ${until}::date and withdrawn_at is null and (${point}::uuid is null or point = ${point}::uuid)`

export interface DayRow {
  readonly point: string
  readonly day: string
  readonly passages: number
  readonly misfits: number
}
/** One line for each point and each day that was counted, a day on which nobody passed among them. */
export async function listDays(tx: Tx, tenant: string, within: Within): Promise<readonly DayRow[]> {
  const found = await sql<DayRow>`
    select point, day, sum(passages)::float8 as passages, sum(misfits)::float8 as misfits from flow_count where ${standing(tenant, within)}
    group by point, day order by point, day`.execute(tx)
  return found.rows
}
export interface PieceRow {
  readonly point: string
  readonly month: string
  readonly dimension: string
  readonly key: string
  readonly n: number
}
/** By point and calendar month; days of fewer than `least` passages enter nothing. They are few and left out: to look each day up would take four times as long. */
export async function listPieces(
  tx: Tx,
  tenant: string,
  within: Within & { readonly least: number; readonly dimensions: readonly string[] },
): Promise<readonly PieceRow[]> {
  const told = sql`${standing(tenant, within)} and (point, day) not in (select point, day from few)`
  const month = sql`date_trunc('month', day::timestamp)`
  const found = await sql<PieceRow>`
    with few as materialized (select point, day from flow_count where ${standing(tenant, within)} group by point, day having sum(passages) < ${within.least}),
      cells as (
        select point, ${month} as month, dimension, key, sum(passages)::float8 as n from flow_cell
        where ${told} and dimension = any(${[...within.dimensions]}::text[]) group by 1, 2, 3, 4
      ),
      parts as (
        select point, ${month} as month, sum(women)::float8 as women, sum(men)::float8 as men, sum(girls)::float8 as girls, sum(boys)::float8 as boys
        from flow_count where ${told} group by 1, 2
      )
    select point, to_char(month, 'YYYY-MM') as month, dimension, key, n from cells
    union all
    select point, to_char(month, 'YYYY-MM'), 'part', part.key, part.n from parts
    cross join lateral (values ('women', women), ('men', men), ('girls', girls), ('boys', boys)) part (key, n)`.execute(tx)
  return found.rows
}

export async function listWithdrawn(
  tx: Tx,
  tenant: string,
  { from, until, point }: { readonly from: string; readonly until: string; readonly point: string },
): Promise<readonly { readonly id: string }[]> {
  const found = await sql<{ id: string }>`
    select id from flow_count where tenant_id = ${tenant} and point = ${point}::uuid and day >= ${from}::date and day <= ${until}::date
      and withdrawn_at is not null`.execute(tx)
  return found.rows
}
export interface SendingRow {
  readonly id: string
  readonly day: string
  readonly source: string
  readonly groups: number
  readonly misfits: number
  readonly at: string
  readonly withdrawn: string | null
}
export async function listSendings(tx: Tx, tenant: string, { from, until, point }: Within): Promise<readonly SendingRow[]> {
  const found = await sql<SendingRow>`
    select id, day, source, groups, misfits, learned_at as at, withdrawn_because as withdrawn from flow_count
    where tenant_id = ${tenant} and point = ${point}::uuid and day >= ${from}::date and day <= ${until}::date
    order by day desc, learned_at desc, id desc limit 100`.execute(tx)
  return found.rows
}

/**
 * As a measure asks: by the days on which it happened, and by what was known when. A withdrawal takes back what was learned before it. A day of fewer than `least` passages enters
 * nothing, as in the tables; once later sendings make it more, it is counted with what came late.
 */
export interface MeasureWithin {
  readonly from: string
  readonly until: string
  readonly after: string | null
  readonly known: string | null
  readonly least: number
}
/** What stood at an instant (`null`: now). */
const stoodAt = (at: string | null): RawBuilder<unknown> => sql`
  (${at}::timestamptz is null or c.learned_at <= ${at}::timestamptz) and (c.withdrawn_at is null or c.withdrawn_at > coalesce(${at}::timestamptz, 'infinity'))`
const fewAt = ({ from, until, least }: MeasureWithin, tenant: string, at: string | null): RawBuilder<unknown> => sql`
  select c.point, c.day from flow_count c where c.tenant_id = ${tenant} and c.day >= ${from}::date and c.day <= ${until}::date and ${stoodAt(at)}
  group by c.point, c.day having sum(c.passages) < ${least}`
const heard = (within: MeasureWithin, tenant: string): RawBuilder<unknown> => {
  const { from, until, after, known } = within
  const late = sql`(c.learned_at > ${after}::timestamptz or (c.point, c.day) in (${fewAt(within, tenant, after)}))`
  return sql`
    c.tenant_id = ${tenant} and c.day >= ${from}::date and c.day <= ${until}::date and ${stoodAt(known)}
    and (c.point, c.day) not in (${fewAt(within, tenant, known)}) and ${after === null ? sql`true` : late}`
}
export interface MeasuredRow {
  readonly point: string
  readonly area: string
  readonly passages: number
  readonly minors: number
  readonly fit: number
}
export async function measureCounts(tx: Tx, tenant: string, within: MeasureWithin): Promise<readonly MeasuredRow[]> {
  const found = await sql<MeasuredRow>`
    select c.point, p.area, sum(c.passages)::float8 as passages, sum(c.girls + c.boys)::float8 as minors, sum(c.women + c.men + c.girls + c.boys)::float8 as fit
    from flow_count c join flow_point p on p.tenant_id = c.tenant_id and p.id = c.point where ${heard(within, tenant)}
    group by c.point, p.area order by c.point`.execute(tx)
  return found.rows
}
export async function measureKeys(
  tx: Tx,
  tenant: string,
  { dimension, ...within }: MeasureWithin & { readonly dimension: string },
): Promise<readonly { readonly point: string; readonly area: string; readonly key: string; readonly passages: number }[]> {
  const found = await sql<{ point: string; area: string; key: string; passages: number }>`
    select c.point, p.area, c.key, sum(c.passages)::float8 as passages
    from flow_cell c join flow_point p on p.tenant_id = c.tenant_id and p.id = c.point where ${heard(within, tenant)} and c.dimension = ${dimension}
    group by c.point, p.area, c.key order by c.point, c.key`.execute(tx)
  return found.rows
}
