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
    where tenant_id = ${tenant} and issuing_country = ${country} and identifier = ${identifier}`.execute(tx)
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
