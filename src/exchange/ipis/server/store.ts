/*
The SQL of the IPIS import: its ledger of visits (bookkeeping, written after each chunk) and the read table of spellings that
were noticed or corrected.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export async function ledgerContent(tx: Tx, tenant: string, vids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{
    vid: string
    content_sha256: string
  }>`select vid, content_sha256 from ipis_ledger where tenant_id = ${tenant} and vid = any(${[...vids]})`.execute(tx)
  return new Map(found.rows.map((row) => [row.vid, row.content_sha256]))
}

/** One statement for a chunk; a visit that is already in the ledger keeps its first content. */
export async function addToLedger(
  tx: Tx,
  tenant: string,
  { rows, at }: { readonly rows: readonly { readonly vid: string; readonly content: string }[]; readonly at: string },
): Promise<void> {
  await sql`insert into ipis_ledger (tenant_id, vid, content_sha256, imported_at)
    select ${tenant}, one->>'vid', one->>'content', ${at}::timestamptz from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as one
    on conflict do nothing`.execute(tx)
}

export interface StoredSpelling {
  readonly id: string
  readonly kind: string
  readonly as_written: string
  readonly is_beginning: boolean
  readonly meaning: string | null
  readonly corrected_by: string | null
  readonly corrected_at: string | null
  readonly reason: string | null
}

export async function listStoredSpellings(tx: Tx, tenant: string): Promise<readonly StoredSpelling[]> {
  const found = await sql<StoredSpelling>`select id, kind, as_written, is_beginning, meaning, corrected_by, corrected_at, reason
    from ipis_spelling where tenant_id = ${tenant} order by kind, as_written, id`.execute(tx)
  return found.rows
}

export async function noteSpelling(
  tx: Tx,
  tenant: string,
  one: { readonly id: string; readonly kind: string; readonly asWritten: string },
): Promise<void> {
  await sql`insert into ipis_spelling (tenant_id, id, kind, as_written, is_beginning)
    values (${tenant}, ${one.id}, ${one.kind}, ${one.asWritten}, false) on conflict do nothing`.execute(tx)
}

export interface Correction {
  readonly id: string
  readonly kind: string
  readonly asWritten: string
  readonly isBeginning: boolean
  readonly meaning: string
  readonly reason: string
  readonly by: string
  readonly at: string
}

export async function saveCorrection(tx: Tx, tenant: string, one: Correction): Promise<void> {
  await sql`insert into ipis_spelling (tenant_id, id, kind, as_written, is_beginning, meaning, corrected_by, corrected_at, reason)
    values (${tenant}, ${one.id}, ${one.kind}, ${one.asWritten}, ${one.isBeginning}, ${one.meaning}, ${one.by}, ${one.at}, ${one.reason})
    on conflict (tenant_id, id) do update set meaning = excluded.meaning, corrected_by = excluded.corrected_by,
      corrected_at = excluded.corrected_at, reason = excluded.reason`.execute(tx)
}
