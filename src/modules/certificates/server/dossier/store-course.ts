/* Whose turn a dossier is and since when, the national queue, and what the log holds of one dossier. Nothing is decided here. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type DossierRow, dossierColumns } from '../store.ts'

/** Since when it waits for the next one. A paper does not begin the wait anew. */
export async function setTurn(tx: Tx, tenant: string, { id, at }: { readonly id: string; readonly at: string }): Promise<void> {
  await sql`update dossier set waits_since = ${at}, reason = null where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}

export interface Course {
  readonly id: string
  readonly state: string
  readonly reason: string | null
  readonly at: string
}
export async function setCourse(tx: Tx, tenant: string, { id, state, reason, at }: Course): Promise<void> {
  await sql`
    update dossier set state = ${state}, reason = ${reason}, waits_since = ${at}, recommended_on = null, recommended_by = null, acknowledged = null
    where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}
export async function setShipped(tx: Tx, tenant: string, { id, at }: { readonly id: string; readonly at: string }): Promise<void> {
  await sql`update dossier set state = 'shipped', waits_since = ${at} where tenant_id = ${tenant} and id = ${id} and state = 'certified'`.execute(
    tx,
  )
}

export interface QueueAsked {
  /** Null: all exporters. */
  readonly exporter: string | null
  readonly states: readonly string[]
  readonly province: string | null
  readonly mineral: string | null
  /** Only those that wait since before this instant, by state. */
  readonly before: { readonly open: string; readonly recommended: string } | null
  readonly after: string | null
  readonly limit: number
}
const isOverdue = ({ open, recommended }: NonNullable<QueueAsked['before']>): RawBuilder<unknown> =>
  sql`((state = 'open' and waits_since < ${open}) or (state = 'recommended' and waits_since < ${recommended}))`

/** A refused dossier waits too, until it is mended, given up, or another one was opened for its lot. */
const waits = sql`state in ('open', 'recommended', 'revision-requested', 'refused') and (state <> 'refused' or not exists (
  select 1 from dossier other where other.tenant_id = dossier.tenant_id and other.lot_id = dossier.lot_id and other.id <> dossier.id
    and other.state not in ('refused', 'cancelled', 'revoked')))`
/** As one that was sent back it waits for the exporter. */
const turn = sql`(case state when 'refused' then 'revision-requested' else state end)`

/** Oldest first, each with its place among all that wait for the same one, whoever exports. */
export async function listQueue(
  tx: Tx,
  tenant: string,
  asked: QueueAsked,
): Promise<readonly (DossierRow & { readonly place: number; readonly waiting: number })[]> {
  const wanted: RawBuilder<unknown>[] = [sql`true`]
  if (asked.exporter !== null) wanted.push(sql`exporter_id = ${asked.exporter}::uuid`)
  if (asked.province !== null) wanted.push(sql`${asked.province} = any(provinces)`)
  if (asked.mineral !== null) wanted.push(sql`mineral = ${asked.mineral}`)
  if (asked.before !== null) wanted.push(isOverdue(asked.before))
  if (asked.after !== null)
    wanted.push(sql`(waits_since, id) > (select waits_since, id from dossier where tenant_id = ${tenant} and id = ${asked.after}::uuid)`)
  const found = await sql<DossierRow & { readonly place: number; readonly waiting: number }>`
    with queue as (
      select *, row_number() over (partition by ${turn} order by waits_since, id) as place, count(*) over (partition by ${turn}) as waiting
      from dossier where tenant_id = ${tenant} and ${waits}
    )
    select ${dossierColumns}, place, waiting from queue
    where state = any(${[...asked.states]}::text[]) and ${sql.join(wanted, sql` and `)}
    order by waits_since, id limit ${asked.limit}`.execute(tx)
  return found.rows
}

export interface QueueCount {
  readonly state: string
  readonly province: string | null
  readonly waiting: number
  readonly overdue: number
}
/** By state and by province (once for each province of a dossier); the line without a province counts each dossier once. */
export async function countQueue(
  tx: Tx,
  tenant: string,
  { exporter, before }: { readonly exporter: string | null; readonly before: NonNullable<QueueAsked['before']> },
): Promise<readonly QueueCount[]> {
  const found = await sql<QueueCount>`
    select state, province, count(*) as waiting, count(*) filter (where ${isOverdue(before)}) as overdue
    from dossier cross join lateral (select null as province union all select unnest(provinces)) as place
    where tenant_id = ${tenant} and ${waits}
      and (${exporter}::uuid is null or exporter_id = ${exporter}::uuid)
    group by state, province order by state, province`.execute(tx)
  return found.rows
}

/** Place of one dossier among all that wait for the same one. */
export async function findPlace(
  tx: Tx,
  tenant: string,
  { id, state, waitsSince }: Pick<DossierRow, 'id' | 'state' | 'waitsSince'>,
): Promise<{ readonly place: number; readonly waiting: number }> {
  const found = await sql<{ place: number; waiting: number }>`
    select 1 + count(*) filter (where (waits_since, id) < (${waitsSince}, ${id}::uuid)) as place, count(*) as waiting
    from dossier where tenant_id = ${tenant} and ${waits} and ${turn} = ${state === 'refused' ? 'revision-requested' : state}`.execute(tx)
  return found.rows[0] ?? { place: 1, waiting: 1 }
}

export interface LoggedRow {
  readonly kind: string
  readonly position: number
  readonly learnedAt: string
  readonly account: string
  readonly payload: unknown
}
/** All that happened to one dossier, in order, as the log signed it. */
export async function listLogged(tx: Tx, tenant: string, dossier: string): Promise<readonly LoggedRow[]> {
  const found = await sql<LoggedRow>`
    select kind || '.v' || kind_version as kind, position, learned_at as "learnedAt", actor ->> 'account' as account, payload from log_event
    where tenant_id = ${tenant} and subject = ${`dossier:${dossier}`} order by subject_version`.execute(tx)
  return found.rows
}
