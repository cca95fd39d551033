/* Which rows of other houses were brought here already: keyed hashes, so that a copy of the table finds nobody. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export async function knownSources(tx: Tx, tenant: string, digests: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly digest: string }>`
    select digest from imported_source where tenant_id = ${tenant} and digest = any(${[...digests]}::text[]) and case_id is null`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.digest))
}
/** The case that belongs to a row: the one that is being opened already, else the one that is brought; `null`: its case is open. */
export async function claimSource(
  tx: Tx,
  tenant: string,
  { digest, case: drawn, at }: { readonly digest: string; readonly case: string; readonly at: string },
): Promise<string | null> {
  await sql`
    insert into imported_source (tenant_id, digest, imported_at, case_id)
    values (${tenant}, ${digest}, ${at}::timestamptz, ${drawn}::uuid) on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ readonly case_id: string | null }>`
    select case_id from imported_source where tenant_id = ${tenant} and digest = ${digest}`.execute(tx)
  return rows[0]?.case_id ?? null
}
/** From now on nothing says which case a row became. */
export async function keepSources(
  tx: Tx,
  tenant: string,
  { digests, at }: { readonly digests: readonly string[]; readonly at: string },
): Promise<void> {
  await sql`
    insert into imported_source (tenant_id, digest, imported_at)
    select ${tenant}, digest, ${at}::timestamptz from unnest(${[...digests]}::text[]) as digest
    on conflict (tenant_id, digest) do update set case_id = null`.execute(tx)
}
