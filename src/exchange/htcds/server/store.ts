/* Which rows of other houses were brought here already: keyed hashes, so that a copy of the table finds nobody. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export async function knownSources(tx: Tx, tenant: string, digests: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly digest: string }>`
    select digest from imported_source where tenant_id = ${tenant} and digest = any(${[...digests]}::text[])`.execute(tx)
  return new Set(rows.map((row) => row.digest))
}
export async function keepSources(
  tx: Tx,
  tenant: string,
  { digests, at }: { readonly digests: readonly string[]; readonly at: string },
): Promise<void> {
  await sql`
    insert into imported_source (tenant_id, digest, imported_at)
    select ${tenant}, digest, ${at}::timestamptz from unnest(${[...digests]}::text[]) as digest on conflict do nothing`.execute(tx)
}
