/* Rows beside secret names: what was asked over one, who is told what, requests of justice and what was given to them for a time. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export async function setAsked(tx: Tx, tenant: string, { id, asked }: { readonly id: string; readonly asked: unknown }): Promise<void> {
  const said = asked === null ? null : JSON.stringify(asked)
  await sql`update secret_name set asked = ${said}::jsonb where tenant_id = ${tenant} and id = ${id}::uuid`.execute(tx)
}

export interface ToldRow {
  readonly name: string
  readonly account: string
  readonly what: string
  readonly at: string
  readonly position: number
}
export async function insertTold(tx: Tx, tenant: string, { name, account, what, at, position }: ToldRow): Promise<void> {
  await sql`
    insert into secret_name_notice (tenant_id, account_id, position, name_id, what, told_at)
    values (${tenant}, ${account}, ${position}, ${name}::uuid, ${what}, ${at}::timestamptz)`.execute(tx)
}
export async function listTold(
  tx: Tx,
  tenant: string,
  { account, since }: { readonly account: string; readonly since: string },
): Promise<readonly { readonly what: string; readonly position: string; readonly of: unknown }[]> {
  const found = await sql<{ what: string; position: string; of: unknown }>`
    select t.what, t.position::text as position, n.of
    from secret_name_notice t join secret_name n on n.tenant_id = t.tenant_id and n.id = t.name_id
    where t.tenant_id = ${tenant} and t.account_id = ${account} and t.told_at >= ${since}::timestamptz
    order by t.position desc limit 200`.execute(tx)
  return found.rows
}
export interface AskedRow {
  readonly id: string
  readonly of: unknown
  readonly readers: unknown
  readonly asked: unknown
}
/** Names over which something is asked. */
export async function listAsked(tx: Tx, tenant: string): Promise<readonly AskedRow[]> {
  const found = await sql<AskedRow>`
    select id, of, readers, asked from secret_name where tenant_id = ${tenant} and asked is not null order by id limit 500`.execute(tx)
  return found.rows
}

export interface RequestRow {
  readonly id: string
  readonly account: string
  readonly reason: string
  readonly caseNumber: string
  readonly askedAt: string
  readonly declinedAs: string | null
}
export async function insertRequest(tx: Tx, tenant: string, row: Omit<RequestRow, 'declinedAs'>): Promise<void> {
  await sql`
    insert into secret_name_request (tenant_id, id, account_id, reason, case_number, asked_at)
    values (${tenant}, ${row.id}::uuid, ${row.account}, ${row.reason}, ${row.caseNumber}, ${row.askedAt}::timestamptz)`.execute(tx)
}
export async function declineRequest(tx: Tx, tenant: string, row: { readonly id: string; readonly as: string }): Promise<void> {
  await sql`update secret_name_request set declined_as = ${row.as} where tenant_id = ${tenant} and id = ${row.id}::uuid`.execute(tx)
}
export async function listRequests(
  tx: Tx,
  tenant: string,
  { id, account }: { readonly id?: string; readonly account?: string },
): Promise<readonly RequestRow[]> {
  const found = await sql<RequestRow>`
    select id, account_id as account, reason, case_number as "caseNumber", declined_as as "declinedAs",
      to_char(asked_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "askedAt"
    from secret_name_request
    where tenant_id = ${tenant} and (${id ?? null}::uuid is null or id = ${id ?? null}::uuid)
      and (${account ?? null}::text is null or account_id = ${account ?? null}::text)
    order by asked_at desc, id limit 200`.execute(tx)
  return found.rows
}

export interface GrantRow {
  readonly name: string
  readonly reader: unknown
  readonly request: string
  readonly until: string
  readonly isOver: boolean
}
export async function insertGrant(tx: Tx, tenant: string, row: Omit<GrantRow, 'isOver'> & { readonly position: number }): Promise<void> {
  const reader = JSON.stringify(row.reader)
  await sql`
    insert into secret_name_grant (tenant_id, name_id, position, reader, request_id, until_at)
    values (${tenant}, ${row.name}::uuid, ${row.position}, ${reader}::jsonb, ${row.request}::uuid, ${row.until}::timestamptz)`.execute(tx)
}
/** The name was destroyed, or given anew to the same account. */
export async function endGrants(
  tx: Tx,
  tenant: string,
  { name, account }: { readonly name: string; readonly account?: string },
): Promise<void> {
  await sql`
    update secret_name_grant set is_over = true
    where tenant_id = ${tenant} and name_id = ${name}::uuid and (${account ?? null}::text is null or reader->>'account' = ${account ?? null}::text)`.execute(
    tx,
  )
}
export async function listGrants(
  tx: Tx,
  tenant: string,
  { name, account }: { readonly name?: string; readonly account?: string },
): Promise<readonly GrantRow[]> {
  const found = await sql<GrantRow>`
    select name_id as name, reader, request_id as request, is_over as "isOver",
      to_char(until_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until
    from secret_name_grant
    where tenant_id = ${tenant} and (${name ?? null}::uuid is null or name_id = ${name ?? null}::uuid)
      and (${account ?? null}::text is null or reader->>'account' = ${account ?? null}::text)
    order by position desc limit 50`.execute(tx)
  return found.rows
}

const enter = (tx: Tx, scope: 'record' | 'reader', account: string): Promise<unknown> =>
  sql`select set_config('chanzo.account', ${account}, true), set_config('chanzo.scope', ${scope}, true)`.execute(tx)
export interface GiftBox {
  readonly name: string
  readonly account: string
  readonly box: string
  readonly until: string
}
/** Boxes whose time is over go with every new one. */
export async function keepGiftBox(tx: Tx, tenant: string, { gift, now }: { readonly gift: GiftBox; readonly now: string }): Promise<void> {
  await enter(tx, 'record', '')
  await sql`delete from secret_name_grant_box where tenant_id = ${tenant} and until_at <= ${now}::timestamptz`.execute(tx)
  await sql`
    insert into secret_name_grant_box (tenant_id, name_id, account_id, box, until_at)
    values (${tenant}, ${gift.name}::uuid, ${gift.account}, ${gift.box}, ${gift.until}::timestamptz)
    on conflict (tenant_id, name_id, account_id) do update set box = excluded.box, until_at = excluded.until_at`.execute(tx)
}
export async function dropGiftBoxes(tx: Tx, tenant: string, name: string): Promise<void> {
  await enter(tx, 'record', '')
  await sql`delete from secret_name_grant_box where tenant_id = ${tenant} and name_id = ${name}::uuid`.execute(tx)
}
export async function findGiftBox(
  tx: Tx,
  tenant: string,
  { name, account, now }: { readonly name: string; readonly account: string; readonly now: string },
): Promise<string | null> {
  await enter(tx, 'reader', account)
  const found = await sql<{ box: string }>`
    select box from secret_name_grant_box
    where tenant_id = ${tenant} and name_id = ${name}::uuid and account_id = ${account} and until_at > ${now}::timestamptz`.execute(tx)
  return found.rows[0]?.box ?? null
}
