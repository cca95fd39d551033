/* Authorities whose signed tokens are believed, in SQL. Plain rows: configuration of this installation, not facts. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface TokenIssuer {
  readonly issuer: string
  readonly audience: string
  readonly algorithm: string
  /** As JWK; never a private one. */
  readonly publicKey: { readonly [part: string]: unknown }
  readonly rolesClaim: string
  /** Their word to our role. */
  readonly roles: { readonly [theirs: string]: string }
  readonly account: string
}
interface IssuerRow {
  readonly issuer: string
  readonly audience: string
  readonly algorithm: string
  readonly public_key: TokenIssuer['publicKey']
  readonly roles_claim: string
  readonly roles: TokenIssuer['roles']
  readonly account_id: string
}

export async function findIssuer(tx: Tx, tenant: string, issuer: string): Promise<TokenIssuer | null> {
  const found = await sql<IssuerRow>`
    select issuer, audience, algorithm, public_key, roles_claim, roles, account_id from token_issuer
    where tenant_id = ${tenant} and issuer = ${issuer}`.execute(tx)
  const row = found.rows[0]
  if (row === undefined) return null
  const { public_key: publicKey, roles_claim: rolesClaim, account_id: account, ...rest } = row
  return { ...rest, publicKey, rolesClaim, account }
}

/** A new key takes the place of the one before: tokens signed by that one are worth nothing from now on. */
export async function saveIssuer(tx: Tx, tenant: string, row: TokenIssuer & { readonly at: string }): Promise<void> {
  await sql`
    insert into token_issuer (tenant_id, issuer, audience, algorithm, public_key, roles_claim, roles, account_id, added_at)
    values (${tenant}, ${row.issuer}, ${row.audience}, ${row.algorithm}, ${JSON.stringify(row.publicKey)}::jsonb, ${row.rolesClaim},
      ${JSON.stringify(row.roles)}::jsonb, ${row.account}, ${row.at})
    on conflict (tenant_id, issuer) do update set audience = excluded.audience, algorithm = excluded.algorithm, public_key = excluded.public_key,
      roles_claim = excluded.roles_claim, roles = excluded.roles, account_id = excluded.account_id, added_at = excluded.added_at`.execute(
    tx,
  )
}
