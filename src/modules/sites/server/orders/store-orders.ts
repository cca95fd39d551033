/* Orders in SQL: the act, and the lines of its annex. What a line does to a site's status is a row of `site_status_fact`. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Attachment } from '../../../documents/contract.ts'
import type { OrderSigned } from '../../domain/orders/order.ts'
import type { OrderKind } from '../../domain/status/status-fact.ts'
import type { Colour3 } from '../missions/store-inspections.ts'

export interface OrderRow {
  readonly id: string
  readonly number: string
  readonly order_kind: OrderKind
  readonly signatory_role: string
  readonly signed_on: string
  readonly effective_from: string
  readonly until: string | null
  readonly supersedes: string | null
  readonly published_on: string | null
  readonly publication_reference: string | null
  readonly annulled_on: string | null
  readonly annulment_reason: string | null
  readonly legal_basis: readonly string[]
  readonly rulebook: { readonly id: string; readonly hash: string }
  readonly recorded_at: string
  readonly recitals: readonly string[] | null
  readonly signed_at_place: string | null
  readonly scan: Attachment | null
  readonly draft: string | null
}
export interface AnnexRow {
  readonly order_id: string
  readonly site_id: string
  readonly colour: Colour3
  readonly proposed: Colour3 | null
  readonly inspection_id: string | null
  readonly deviation_reason: string | null
}

const jsonOrNull = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))

export async function insertOrder(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly content: OrderSigned; readonly at: string },
): Promise<void> {
  const { id, content } = row
  await sql`
    insert into status_order (tenant_id, id, number, order_kind, signatory_role, signed_on, effective_from, until, supersedes, legal_basis, rulebook, recorded_at,
      recitals, signed_at_place, scan, draft)
    values (${tenant}, ${id}, ${content.number}, ${content.orderKind}, ${content.signatoryRole}, ${content.signedOn}, ${content.effectiveFrom},
      ${content.until ?? null}, ${content.supersedes ?? null}, ${JSON.stringify(content.legalBasis)}::jsonb, ${JSON.stringify(content.rulebook)}::jsonb, ${row.at},
      ${jsonOrNull(content.recitals)}::jsonb, ${content.signedAtPlace ?? null}, ${jsonOrNull(content.scan)}::jsonb, ${content.draft ?? null})`.execute(
    tx,
  )
  for (const [ordinal, line] of content.annex.entries()) {
    await sql`
      insert into status_order_site (tenant_id, order_id, site_id, ordinal, colour, proposed, inspection_id, deviation_reason)
      values (${tenant}, ${id}, ${line.site}, ${ordinal}, ${line.colour}, ${line.proposed ?? null}, ${line.inspection ?? null}, ${line.deviationReason ?? null})`.execute(
      tx,
    )
  }
}

export async function publishOrder(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly on: string; readonly reference: string | null; readonly at: string },
): Promise<void> {
  await sql`
    update status_order set published_on = ${row.on}, publication_reference = ${row.reference} where tenant_id = ${tenant} and id = ${row.id}`.execute(
    tx,
  )
  await sql`
    update site_status_fact set content = jsonb_set(content, '{published}', ${JSON.stringify({ on: row.on, recordedAt: row.at })}::jsonb)
    where tenant_id = ${tenant} and kind = 'order' and content ->> 'order' = ${row.id}
      and site_id in (select site_id from status_order_site where tenant_id = ${tenant} and order_id = ${row.id})`.execute(tx)
}

/** The order stays readable; the facts that it brought no longer count from the moment we learned of it. */
export async function annulOrder(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly on: string; readonly reason: string; readonly at: string },
): Promise<void> {
  await sql`update status_order set annulled_on = ${row.on}, annulment_reason = ${row.reason} where tenant_id = ${tenant} and id = ${row.id}`.execute(
    tx,
  )
  await sql`
    update site_status_fact set voided_at = ${row.at}, void_reason = ${row.reason}
    where tenant_id = ${tenant} and kind = 'order' and content ->> 'order' = ${row.id} and voided_at is null
      and site_id in (select site_id from status_order_site where tenant_id = ${tenant} and order_id = ${row.id})`.execute(tx)
}

const columns = sql`id, number, order_kind, signatory_role, signed_on, effective_from, until, supersedes, published_on, publication_reference, annulled_on,
  annulment_reason, legal_basis, rulebook, recorded_at, recitals, signed_at_place, scan, draft`
/** Newest first, at most 1,000. */
export async function listOrderRows(tx: Tx, tenant: string): Promise<readonly OrderRow[]> {
  const found =
    await sql<OrderRow>`select ${columns} from status_order where tenant_id = ${tenant} order by signed_on desc, id desc limit 1000`.execute(
      tx,
    )
  return found.rows
}
export async function orderRowsById(tx: Tx, tenant: string, ids: readonly string[]): Promise<readonly OrderRow[]> {
  if (ids.length === 0) return []
  const found =
    await sql<OrderRow>`select ${columns} from status_order where tenant_id = ${tenant} and id = any(${[...ids]}::uuid[])`.execute(tx)
  return found.rows
}
/** Neither capitals nor blanks make another number. */
export async function isOrderNumberTaken(tx: Tx, tenant: string, number: string): Promise<boolean> {
  const found =
    await sql`select 1 from status_order where tenant_id = ${tenant} and lower(btrim(number)) = lower(btrim(${number})) limit 1`.execute(tx)
  return found.rows.length > 0
}

export interface AnnexFilter {
  readonly order?: string
  readonly site?: string
  readonly inspection?: string
}
export async function listAnnexRows(tx: Tx, tenant: string, filter: AnnexFilter): Promise<readonly AnnexRow[]> {
  const { order = null, site = null, inspection = null } = filter
  const found = await sql<AnnexRow>`
    select order_id, site_id, colour, proposed, inspection_id, deviation_reason from status_order_site
    where tenant_id = ${tenant} and (${order}::uuid is null or order_id = ${order}::uuid) and (${site}::uuid is null or site_id in (select site_family(${tenant}, ${site})))
      and (${inspection}::uuid is null or inspection_id = ${inspection}::uuid) order by order_id, ordinal`.execute(tx)
  return found.rows
}
/** By inspection: the number of the newest order that rests on it and is not annulled. */
export async function orderNumbersOf(tx: Tx, tenant: string, inspections: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (inspections.length === 0) return new Map()
  const found = await sql<{ inspection_id: string; number: string }>`
    select line.inspection_id, act.number from status_order_site line
    join status_order act on act.tenant_id = line.tenant_id and act.id = line.order_id
    where line.tenant_id = ${tenant} and line.inspection_id = any(${[...inspections]}::uuid[]) and act.annulled_on is null
    order by act.signed_on, act.id`.execute(tx)
  return new Map(found.rows.map((row) => [row.inspection_id, row.number]))
}
/** How many sites each order names. */
export async function countAnnexes(tx: Tx, tenant: string): Promise<ReadonlyMap<string, number>> {
  const found = await sql<{ order_id: string; sites: number }>`
    select order_id, count(*) as sites from status_order_site where tenant_id = ${tenant} group by order_id`.execute(tx)
  return new Map(found.rows.map((row) => [row.order_id, row.sites]))
}

/** Orders that no longer rule: one that stands names them as superseded, or newer ones rule every site of their annex by the day. */
export async function listReplacedOrders(tx: Tx, tenant: string, today: string): Promise<ReadonlySet<string>> {
  const found = await sql<{ id: string }>`
    select act.id from status_order act where act.tenant_id = ${tenant} and act.annulled_on is null and act.order_kind <> 'derogation' and (
      exists (select 1 from status_order newer where newer.tenant_id = act.tenant_id and newer.supersedes = act.id and newer.annulled_on is null
        and newer.effective_from <= ${today})
      or not exists (select 1 from status_order_site line where line.tenant_id = act.tenant_id and line.order_id = act.id and not exists (
        select 1 from status_order_site other join status_order newer on newer.tenant_id = other.tenant_id and newer.id = other.order_id
        where other.tenant_id = act.tenant_id and other.site_id = line.site_id and newer.id <> act.id and newer.annulled_on is null
          and newer.order_kind <> 'derogation' and newer.effective_from <= ${today}
          and (newer.effective_from, newer.signed_on, newer.recorded_at) > (act.effective_from, act.signed_on, act.recorded_at))))`.execute(
    tx,
  )
  return new Set(found.rows.map((row) => row.id))
}
