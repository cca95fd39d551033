/* Certificates of other states as they were received, in SQL. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface ReceivedRow {
  readonly country: string
  readonly identifier: string
  readonly content: unknown
}
export async function insertReceived(
  tx: Tx,
  tenant: string,
  row: ReceivedRow & { readonly id: string; readonly typeOfOre: string; readonly lotNumber: string; readonly at: string },
): Promise<void> {
  await sql`
    insert into icglr_certificate (tenant_id, certificate_id, issuing_country, identifier, type_of_ore, lot_number, content, learned_at)
    values (${tenant}, ${row.id}, ${row.country}, ${row.identifier}, ${row.typeOfOre}, ${row.lotNumber}, ${JSON.stringify(row.content)}::jsonb, ${row.at})
    on conflict do nothing`.execute(tx)
}

export async function findReceived(
  tx: Tx,
  tenant: string,
  { country, identifier }: { readonly country: string; readonly identifier: string },
): Promise<ReceivedRow | null> {
  const found = await sql<ReceivedRow>`
    select issuing_country as country, identifier, content from icglr_certificate
    where tenant_id = ${tenant} and issuing_country = ${country}
      and upper(regexp_replace(normalize(identifier, NFKC), '\\s', '', 'g')) = upper(regexp_replace(normalize(${identifier}::text, NFKC), '\\s', '', 'g'))
    order by identifier <> ${identifier}, learned_at limit 1`.execute(tx)
  return found.rows[0] ?? null
}

export interface ReceivedFilter {
  readonly country: string | null
  readonly typeOfOre: string | null
  readonly lotNumber: string | null
  readonly offset: number
  readonly limit: number
}
/** By country and serial. */
export async function listReceived(
  tx: Tx,
  tenant: string,
  { country, typeOfOre, lotNumber, offset, limit }: ReceivedFilter,
): Promise<{ readonly total: number; readonly rows: readonly ReceivedRow[] }> {
  const fits = sql`tenant_id = ${tenant}
    and (${country}::text is null or issuing_country = ${country}::text)
    and (${typeOfOre}::text is null or type_of_ore = ${typeOfOre}::text)
    and (${lotNumber}::text is null or lot_number = ${lotNumber}::text)`
  const counted = await sql<{ total: number }>`select count(*)::int as total from icglr_certificate where ${fits}`.execute(tx)
  const found = await sql<ReceivedRow>`
    select issuing_country as country, identifier, content from icglr_certificate where ${fits}
    order by issuing_country, identifier offset ${offset} limit ${limit}`.execute(tx)
  return { total: counted.rows[0]?.total ?? 0, rows: found.rows }
}

export interface ReceivedMoreRow extends ReceivedRow {
  readonly id: string
  readonly receivedAt: string
  /** Who sent it, as the log signed it. */
  readonly actor: unknown
}
const more = sql`c.certificate_id as id, c.issuing_country as country, c.identifier, c.content, e.learned_at as "receivedAt", e.actor
  from icglr_certificate c join log_event e on e.tenant_id = c.tenant_id and e.subject = 'icglr-certificate:' || c.certificate_id and e.subject_version = 1`

/** Newest first; `before` is the last id of the page before. */
export async function listReceivedMore(
  tx: Tx,
  tenant: string,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<readonly ReceivedMoreRow[]> {
  const found = await sql<ReceivedMoreRow>`
    select ${more} where c.tenant_id = ${tenant}
      and (${before}::uuid is null or (c.learned_at, c.certificate_id) < (
        select l.learned_at, l.certificate_id from icglr_certificate l where l.tenant_id = ${tenant} and l.certificate_id = ${before}::uuid))
    order by c.learned_at desc, c.certificate_id desc limit ${limit}`.execute(tx)
  return found.rows
}

export async function findReceivedMore(
  tx: Tx,
  tenant: string,
  { country, identifier }: { readonly country: string; readonly identifier: string },
): Promise<ReceivedMoreRow | null> {
  const found = await sql<ReceivedMoreRow>`
    select ${more} where c.tenant_id = ${tenant} and c.issuing_country = ${country} and c.identifier = ${identifier}`.execute(tx)
  return found.rows[0] ?? null
}
