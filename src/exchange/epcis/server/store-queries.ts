/* Named queries, subscriptions, tokens of next pages: plain rows. A secret goes in and is read only to sign; no list gives it back. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { JsonObject } from '../domain/json.ts'

export interface QueryRow {
  readonly name: string
  readonly query: JsonObject
  readonly account: string
  readonly organisation: string | null
  readonly createdAt: string
}
const queryColumns = sql`name, query, account, organisation_id as organisation, created_at as "createdAt"`

/** False where one has this name. */
export async function insertQuery(tx: Tx, tenant: string, row: QueryRow): Promise<boolean> {
  const found = await sql`
    insert into epcis_query (tenant_id, name, query, account, organisation_id, created_at)
    values (${tenant}, ${row.name}, ${JSON.stringify(row.query)}::jsonb, ${row.account}, ${row.organisation}, ${row.createdAt})
    on conflict do nothing returning 1`.execute(tx)
  return found.rows.length > 0
}
export async function findQuery(tx: Tx, tenant: string, name: string): Promise<QueryRow | null> {
  const found = await sql<QueryRow>`select ${queryColumns} from epcis_query where tenant_id = ${tenant} and name = ${name}`.execute(tx)
  return found.rows[0] ?? null
}
export async function listQueries(tx: Tx, tenant: string, after: string, limit: number): Promise<readonly QueryRow[]> {
  const found = await sql<QueryRow>`
    select ${queryColumns} from epcis_query where tenant_id = ${tenant} and name collate "C" > ${after} order by name collate "C" limit ${limit}`.execute(
    tx,
  )
  return found.rows
}
export async function deleteQuery(tx: Tx, tenant: string, name: string): Promise<void> {
  await sql`delete from epcis_query where tenant_id = ${tenant} and name = ${name}`.execute(tx)
}

export interface SubscriptionRow {
  readonly id: string
  readonly query: string
  readonly destination: string
  readonly isStream: boolean
  readonly schedule: { readonly [field: string]: string } | null
  readonly reportIfEmpty: boolean
  readonly format: string
  readonly account: string
  readonly createdAt: string
  readonly initialRecordTime: string | null
  readonly lastSequence: number
  readonly nextAt: string
  readonly lastTriedAt: string | null
  readonly lastDeliveredAt: string | null
  readonly lastNotifiedAt: string | null
  readonly failures: number
  readonly lastFault: string | null
}
const columns = sql`id, query_name as query, destination, is_stream as "isStream", schedule, report_if_empty as "reportIfEmpty", epc_format as format, account,
  created_at as "createdAt", initial_record_time as "initialRecordTime", last_sequence as "lastSequence", next_at as "nextAt",
  last_tried_at as "lastTriedAt", last_delivered_at as "lastDeliveredAt", last_notified_at as "lastNotifiedAt", failures, last_fault as "lastFault"`

export async function insertSubscription(
  tx: Tx,
  tenant: string,
  row: Pick<
    SubscriptionRow,
    | 'id'
    | 'query'
    | 'destination'
    | 'isStream'
    | 'schedule'
    | 'reportIfEmpty'
    | 'format'
    | 'account'
    | 'createdAt'
    | 'initialRecordTime'
    | 'lastSequence'
    | 'nextAt'
  > & { readonly secret: string | null },
): Promise<void> {
  await sql`
    insert into epcis_subscription (tenant_id, id, query_name, destination, secret, is_stream, schedule, report_if_empty, epc_format, account, created_at,
      initial_record_time, last_sequence, next_at)
    values (${tenant}, ${row.id}, ${row.query}, ${row.destination}, ${row.secret}, ${row.isStream},
      ${row.schedule === null ? null : JSON.stringify(row.schedule)}::jsonb, ${row.reportIfEmpty}, ${row.format}, ${row.account}, ${row.createdAt},
      ${row.initialRecordTime}, ${row.lastSequence}, ${row.nextAt})`.execute(tx)
}
export async function listSubscriptions(tx: Tx, tenant: string, query: string): Promise<readonly SubscriptionRow[]> {
  const found = await sql<SubscriptionRow>`
    select ${columns} from epcis_subscription where tenant_id = ${tenant} and query_name = ${query} order by created_at, id limit 1000`.execute(
    tx,
  )
  return found.rows
}
export async function findSubscription(tx: Tx, tenant: string, query: string, id: string): Promise<SubscriptionRow | null> {
  const found = await sql<SubscriptionRow>`
    select ${columns} from epcis_subscription where tenant_id = ${tenant} and query_name = ${query} and id::text = ${id}`.execute(tx)
  return found.rows[0] ?? null
}
export async function deleteSubscription(tx: Tx, tenant: string, id: string): Promise<void> {
  await sql`delete from epcis_subscription where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}

export interface DueRow extends SubscriptionRow {
  readonly secret: string | null
  readonly definition: JsonObject
}
export async function listDue(tx: Tx, tenant: string, now: string, limit: number): Promise<readonly DueRow[]> {
  const found = await sql<DueRow>`
    select ${sql`s.id, s.query_name as query, s.destination, s.is_stream as "isStream", s.schedule, s.report_if_empty as "reportIfEmpty", s.epc_format as format, s.account,
      s.created_at as "createdAt", s.initial_record_time as "initialRecordTime", s.last_sequence as "lastSequence", s.next_at as "nextAt",
      s.last_tried_at as "lastTriedAt", s.last_delivered_at as "lastDeliveredAt", s.last_notified_at as "lastNotifiedAt", s.failures, s.last_fault as "lastFault"`},
      s.secret, q.query as definition
    from epcis_subscription s join epcis_query q on q.tenant_id = s.tenant_id and q.name = s.query_name
    where s.tenant_id = ${tenant} and s.next_at <= ${now} order by s.next_at limit ${limit}`.execute(tx)
  return found.rows
}
/** Nothing was due, or nothing fits: only the place moves. */
export async function moveSubscription(
  tx: Tx,
  tenant: string,
  id: string,
  to: { readonly sequence: number; readonly nextAt: string; readonly notifiedAt: string | null; readonly deliveredAt: string | null },
): Promise<void> {
  await sql`
    update epcis_subscription set last_sequence = ${to.sequence}, next_at = ${to.nextAt}, failures = 0, last_fault = null,
      last_notified_at = coalesce(${to.notifiedAt}, last_notified_at), last_tried_at = coalesce(${to.notifiedAt}, last_tried_at),
      last_delivered_at = coalesce(${to.deliveredAt}, last_delivered_at)
    where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}
export async function noteFailure(
  tx: Tx,
  tenant: string,
  id: string,
  said: { readonly at: string; readonly nextAt: string; readonly fault: string },
): Promise<void> {
  await sql`
    update epcis_subscription set failures = failures + 1, last_tried_at = ${said.at}, next_at = ${said.nextAt}, last_fault = ${said.fault}
    where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}

export interface TokenRow {
  readonly question: string
  readonly key: string
  readonly sequence: number
  readonly upto: number
  readonly seen: number
}
export async function insertToken(
  tx: Tx,
  tenant: string,
  row: TokenRow & { readonly token: string; readonly account: string; readonly now: string; readonly expiresAt: string },
): Promise<void> {
  await sql`delete from epcis_page_token where tenant_id = ${tenant} and expires_at < ${row.now}`.execute(tx)
  await sql`
    insert into epcis_page_token (tenant_id, token, account, question, after_key, after_sequence, upto_sequence, seen, expires_at)
    values (${tenant}, ${row.token}, ${row.account}, ${row.question}, ${row.key}, ${row.sequence}, ${row.upto}, ${row.seen}, ${row.expiresAt})`.execute(
    tx,
  )
}
export async function findToken(
  tx: Tx,
  tenant: string,
  asked: { readonly token: string; readonly account: string; readonly now: string },
): Promise<TokenRow | null> {
  const found = await sql<TokenRow>`
    select question, after_key::text as key, after_sequence as sequence, upto_sequence as upto, seen from epcis_page_token
    where tenant_id = ${tenant} and token = ${asked.token} and account = ${asked.account} and expires_at >= ${asked.now}`.execute(tx)
  return found.rows[0] ?? null
}
export async function deleteToken(tx: Tx, tenant: string, token: string, account: string): Promise<boolean> {
  const found = await sql`
    delete from epcis_page_token where tenant_id = ${tenant} and token = ${token} and account = ${account} returning 1`.execute(tx)
  return found.rows.length > 0
}
