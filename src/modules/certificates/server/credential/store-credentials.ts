/* Certificates for other programs, in SQL: one, a page of them, and the indexes of those that no longer count. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface CredentialRow {
  readonly number: string
  readonly issued: unknown
  readonly revokedOn: string | null
  readonly replacedBy: string | null
}
/**
 * What a stolen key signed on its day or later counts no more on paper (decision 26); a credential is signed anew by the key of today, so this must be said
 * here, or the theft would be washed off.
 */
const endOn = sql`coalesce(revoked_on, (
  select k.revoked_since from issuer_key k where k.tenant_id = certificate.tenant_id and k.public_key = issued ->> 'signedBy' and k.revoked_since <= issued_on))`
/** Where no key was stolen, no row is opened for it. */
const isAfterTheft = sql`issued_on >= (select coalesce(min(revoked_since), 'infinity'::date) from issuer_key k where k.tenant_id = certificate.tenant_id)`
const columns = sql`number, issued, ${endOn} as "revokedOn", replaced_by as "replacedBy"`

export async function findCredentialRow(tx: Tx, tenant: string, number: string): Promise<CredentialRow | null> {
  const found = await sql<CredentialRow>`select ${columns} from certificate where tenant_id = ${tenant} and number = ${number}`.execute(tx)
  return found.rows[0] ?? null
}

export interface CredentialFilter {
  readonly exporter: string | null
  readonly mineral: string | null
  readonly lotNumber: string | null
  /** Only those that were neither revoked nor replaced, and whose key was not stolen by their day. */
  readonly standing: boolean
  readonly offset: number
  readonly limit: number
}
/** Newest number first. */
export async function listCredentialRows(
  tx: Tx,
  tenant: string,
  { exporter, mineral, lotNumber, standing, offset, limit }: CredentialFilter,
): Promise<{ readonly total: number; readonly rows: readonly CredentialRow[] }> {
  const fits = sql`tenant_id = ${tenant}
    and (${exporter}::uuid is null or exporter_id = ${exporter}::uuid)
    and (${mineral}::text is null or issued ->> 'mineral' = ${mineral}::text)
    and (${lotNumber}::text is null or issued ->> 'lotNumber' = ${lotNumber}::text)
    and (not ${standing}::boolean or (replaced_by is null and ${endOn} is null))`
  const counted = await sql<{ total: number }>`select count(*)::int as total from certificate where ${fits}`.execute(tx)
  const found = await sql<CredentialRow>`
    select ${columns} from certificate where ${fits} order by number desc offset ${offset} limit ${limit}`.execute(tx)
  return { total: counted.rows[0]?.total ?? 0, rows: found.rows }
}

/** Revoked by that day, or signed by a key that was stolen by then; within the block, ascending. */
export async function listRevokedIndexes(
  tx: Tx,
  tenant: string,
  { from, to, on }: { readonly from: number; readonly to: number; readonly on: string },
): Promise<readonly number[]> {
  const found = await sql<{ index: number }>`
    select list_index as index from certificate
    where tenant_id = ${tenant} and list_index >= ${from} and list_index < ${to}
      and (revoked_on <= ${on} or (${isAfterTheft} and ${endOn} <= ${on})) order by list_index`.execute(tx)
  return found.rows.map(({ index }) => index)
}

export async function findHighestIndex(tx: Tx, tenant: string): Promise<number | null> {
  const found = await sql<{ index: number | null }>`select max(list_index) as index from certificate where tenant_id = ${tenant}`.execute(
    tx,
  )
  return found.rows[0]?.index ?? null
}
