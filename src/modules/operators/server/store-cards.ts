/* The rows of cards, their numbers and the filed reports. A card's acts stand beside it as data; its state is computed from them. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface CardRow {
  readonly id: string
  readonly kind: string
  readonly organisation: string | null
  readonly artisan: string | null
  readonly class: string | null
  readonly zone: string | null
  readonly acts: unknown
}
const columns = sql`card.id, card.kind, card.organisation_id as organisation, card.artisan_id as artisan, card.class, card.zone, card.acts`

export interface CardStep {
  readonly id: string
  readonly act: unknown
  readonly period: {
    readonly number: string
    readonly class: string | null
    readonly zone: string | null
    readonly from: string
    readonly until: string
  } | null
}
export async function insertCard(tx: Tx, tenant: string, row: Omit<CardRow, 'acts'> & { readonly learnedAt: string }): Promise<void> {
  await sql`
    insert into card (tenant_id, id, kind, organisation_id, artisan_id, class, zone, acts, learned_at)
    values (${tenant}, ${row.id}, ${row.kind}, ${row.organisation}, ${row.artisan}, ${row.class}, ${row.zone}, '[]'::jsonb, ${row.learnedAt})
    on conflict do nothing`.execute(tx)
}
export async function addAct(tx: Tx, tenant: string, { id, act, period }: CardStep): Promise<void> {
  await sql`update card set acts = acts || ${JSON.stringify([act])}::jsonb where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  if (period === null) return
  await sql`
    update card set number = ${period.number}, class = ${period.class}, zone = ${period.zone}, valid_from = ${period.from}, valid_until = ${period.until}
    where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  await sql`
    insert into card_number (tenant_id, kind, number, card_id)
    select ${tenant}, kind, ${period.number}, id from card where tenant_id = ${tenant} and id = ${id} on conflict do nothing`.execute(tx)
}

export interface CardsAsked {
  readonly ids?: readonly string[]
  readonly kind?: string
  readonly organisations?: readonly string[]
  readonly artisans?: readonly string[]
  readonly number?: string
  readonly withoutArtisans?: boolean
}
/** Those that end first stand first; at most 2,000. */
export async function listCards(tx: Tx, tenant: string, asked: CardsAsked): Promise<readonly CardRow[]> {
  const wanted: RawBuilder<unknown>[] = [sql`card.tenant_id = ${tenant}`]
  if (asked.ids) wanted.push(sql`card.id = any(${[...asked.ids]}::uuid[])`)
  if (asked.kind !== undefined) wanted.push(sql`card.kind = ${asked.kind}`)
  if (asked.organisations) wanted.push(sql`card.organisation_id = any(${[...asked.organisations]}::uuid[])`)
  if (asked.artisans) wanted.push(sql`card.artisan_id = any(${[...asked.artisans]}::uuid[])`)
  if (asked.withoutArtisans === true) wanted.push(sql`card.artisan_id is null`)
  if (asked.number !== undefined)
    wanted.push(
      sql`exists (select from card_number n where n.tenant_id = card.tenant_id and n.card_id = card.id and n.number = ${asked.number})`,
    )
  const found = await sql<CardRow>`
    select ${columns} from card where ${sql.join(wanted, sql` and `)} order by card.valid_until nulls first, card.id limit 2000`.execute(tx)
  return found.rows
}
export async function findCardOfNumber(
  tx: Tx,
  tenant: string,
  asked: { readonly kind: string; readonly number: string },
): Promise<string | null> {
  const found = await sql<{ id: string }>`
    select card_id as id from card_number where tenant_id = ${tenant} and kind = ${asked.kind} and number = ${asked.number}`.execute(tx)
  return found.rows[0]?.id ?? null
}

export interface ReportRow {
  readonly month: string
  readonly version: number
  readonly filedOn: string
  readonly lateDays: number
  readonly hash: string
  readonly filed: unknown
}
export async function insertReport(
  tx: Tx,
  tenant: string,
  row: ReportRow & { readonly organisation: string; readonly learnedAt: string },
): Promise<void> {
  await sql`
    insert into trader_report (tenant_id, organisation_id, month, version, filed_on, late_days, hash, filed, learned_at)
    values (${tenant}, ${row.organisation}, ${row.month}, ${row.version}, ${row.filedOn}, ${row.lateDays}, ${row.hash},
      ${JSON.stringify(row.filed)}::jsonb, ${row.learnedAt})`.execute(tx)
}
export async function listReports(tx: Tx, tenant: string, organisation: string): Promise<readonly ReportRow[]> {
  const found = await sql<ReportRow>`
    select month, version, filed_on as "filedOn", late_days as "lateDays", hash, filed from trader_report
    where tenant_id = ${tenant} and organisation_id = ${organisation}::uuid order by month desc, version`.execute(tx)
  return found.rows
}
/** Organisations that filed for a month. */
export async function listFiled(tx: Tx, tenant: string, month: string): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select distinct organisation_id as id from trader_report where tenant_id = ${tenant} and month = ${month} order by 1`.execute(tx)
  return found.rows.map((row) => row.id)
}
