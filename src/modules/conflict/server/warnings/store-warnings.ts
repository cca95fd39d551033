/* Rows of warnings: those of the last year and all that are not closed, open ones first; at most two thousand. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface WarningRow {
  readonly id: string
  readonly sentBy: string
  readonly acts: unknown
}
export async function insertWarning(
  tx: Tx,
  tenant: string,
  row: Omit<WarningRow, 'acts'> & {
    readonly number: string
    readonly province: string | null
    readonly territoire: string
    readonly receivedAt: string
  },
): Promise<void> {
  await sql`
    insert into conflict_warning (tenant_id, id, number, province, territoire, received_at, is_closed, sent_by, acts)
    values (${tenant}, ${row.id}, ${row.number}, ${row.province}, ${row.territoire}, ${row.receivedAt}, false, ${row.sentBy}, '[]'::jsonb)`.execute(
    tx,
  )
}
export async function addWarningAct(
  tx: Tx,
  tenant: string,
  { id, kind, payload, closes }: { readonly id: string; readonly kind: string; readonly payload: unknown; readonly closes: boolean },
): Promise<void> {
  await sql`
    update conflict_warning set acts = acts || ${JSON.stringify([{ kind, payload }])}::jsonb, is_closed = is_closed or ${closes}
    where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}

export interface WarningsAsked {
  readonly id?: string
  readonly sentBy?: string
  /** Open ones are found whatever their day. */
  readonly since?: string
}
/** One more is read, so that who answers knows that there are more. */
export const MOST_WARNINGS = 2000
export async function listWarnings(tx: Tx, tenant: string, { id, sentBy, since }: WarningsAsked): Promise<readonly WarningRow[]> {
  const wanted: RawBuilder<unknown>[] = [sql`tenant_id = ${tenant}`]
  if (id !== undefined) wanted.push(sql`id = ${id}::uuid`)
  if (sentBy !== undefined) wanted.push(sql`sent_by = ${sentBy}`)
  if (since !== undefined) wanted.push(sql`(not is_closed or received_at >= ${since}::timestamptz)`)
  const found = await sql<WarningRow>`
    select id, sent_by as "sentBy", acts from conflict_warning where ${sql.join(wanted, sql` and `)}
    order by is_closed, received_at desc, id desc limit ${MOST_WARNINGS + 1}`.execute(tx)
  return found.rows
}
/** `NNNN` of every `W-year-NNNN`. */
export async function listWarningNumbers(tx: Tx, tenant: string, year: string): Promise<readonly string[]> {
  const start = `W-${year}-`
  const found = await sql<{ drawn: string }>`
    select substr(number, ${start.length + 1}) as drawn from conflict_warning where tenant_id = ${tenant} and starts_with(number, ${start})`.execute(
    tx,
  )
  return found.rows.map((row) => row.drawn)
}
