/* How certificates are read: one by its number, the list, and those that no longer count. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface CertificateRow {
  readonly number: string
  readonly dossier: string
  readonly exporter: string
  readonly issued: unknown
  readonly revokedOn: string | null
  readonly revocationReason: string | null
  readonly replacedBy: string | null
  /** Goods left with it while it counted. */
  readonly usedOn: string | null
  /** The key that signed it was stolen by the day of issue: verifiers do not believe its code, whoever made it. */
  readonly keyStolenOn: string | null
}
const columns = sql`number, dossier_id as dossier, exporter_id as exporter, issued, revoked_on as "revokedOn",
  revocation_reason as "revocationReason", replaced_by as "replacedBy", used_on as "usedOn",
  (select k.revoked_since from issuer_key k where k.tenant_id = certificate.tenant_id and k.public_key = issued ->> 'signedBy'
    and k.revoked_since <= issued_on) as "keyStolenOn"`

export async function findCertificate(tx: Tx, tenant: string, number: string): Promise<CertificateRow | null> {
  const found = await sql<CertificateRow>`select ${columns} from certificate where tenant_id = ${tenant} and number = ${number}`.execute(tx)
  return found.rows[0] ?? null
}

/** Newest number first; `before` is the last number of the page before. */
export async function listCertificates(
  tx: Tx,
  tenant: string,
  filter: { readonly exporter: string | null; readonly before: string | null; readonly limit: number },
): Promise<readonly CertificateRow[]> {
  const found = await sql<CertificateRow>`
    select ${columns} from certificate where tenant_id = ${tenant}
      and (${filter.exporter}::uuid is null or exporter_id = ${filter.exporter}::uuid)
      and (${filter.before}::text is null or number < ${filter.before}::text)
    order by number desc limit ${filter.limit}`.execute(tx)
  return found.rows
}

/** The issue of each that was neither taken back nor replaced and has not run out on the day. */
export async function listCounting(tx: Tx, tenant: string, on: string): Promise<readonly unknown[]> {
  const found = await sql<{ issued: unknown }>`
    select issued from certificate where tenant_id = ${tenant} and revoked_on is null and replaced_by is null and expires_on >= ${on}::date
    order by number limit 5000`.execute(tx)
  return found.rows.map((row) => row.issued)
}

/** Every certificate that was revoked, in the order of its index. */
export async function listRevoked(
  tx: Tx,
  tenant: string,
): Promise<readonly { readonly index: number; readonly on: string; readonly because: 'revoked' | 'replaced' }[]> {
  const found = await sql<{ index: number; on: string; because: 'revoked' | 'replaced' }>`
    select list_index as index, revoked_on as "on", case when replaced_by is null then 'revoked' else 'replaced' end as because
    from certificate where tenant_id = ${tenant} and revoked_on is not null order by list_index`.execute(tx)
  return found.rows
}

/** The public keys (hexadecimal) that ever signed, with the first and the last day on which each did. */
export async function listSigningKeys(
  tx: Tx,
  tenant: string,
): Promise<readonly { readonly publicKey: string; readonly first: string; readonly last: string }[]> {
  const found = await sql<{ publicKey: string; first: string; last: string }>`
    select issued ->> 'signedBy' as "publicKey", min(issued_on) as first, max(issued_on) as last
    from certificate where tenant_id = ${tenant} group by 1 order by 2, 1`.execute(tx)
  return found.rows
}
