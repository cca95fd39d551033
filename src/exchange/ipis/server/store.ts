/*
The SQL of the IPIS import: its ledger of visits (bookkeeping, written after each chunk), the past of the sites that it
amends, and the read table of spellings that were noticed or corrected.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { PastEvent } from '../amendments.ts'

/** `mapping` is JSON. */
export interface LedgerRow {
  readonly vid: string
  readonly content: string
  readonly mapping: string | null
}

export async function ledgerRows(
  tx: Tx,
  tenant: string,
  vids: readonly string[],
): Promise<readonly { readonly vid: string; readonly content: string; readonly mapping: unknown }[]> {
  const found = await sql<{ vid: string; content: string; mapping: unknown }>`select vid, content_sha256 as content, mapping
    from ipis_ledger where tenant_id = ${tenant} and vid = any(${[...vids]})`.execute(tx)
  return found.rows
}

/** One statement for a chunk; a visit that is already in the ledger keeps its first content and gets the mapping of now. */
export async function addToLedger(
  tx: Tx,
  tenant: string,
  { rows, at }: { readonly rows: readonly LedgerRow[]; readonly at: string },
): Promise<void> {
  await sql`insert into ipis_ledger (tenant_id, vid, content_sha256, mapping, imported_at)
    select ${tenant}, one->>'vid', one->>'content', (one->>'mapping')::jsonb, ${at}::timestamptz
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as one
    on conflict (tenant_id, vid) do update set mapping = excluded.mapping`.execute(tx)
}

export async function forgetMappings(tx: Tx, tenant: string, vids: readonly string[]): Promise<void> {
  await sql`update ipis_ledger set mapping = null where tenant_id = ${tenant} and vid = any(${[...vids]})`.execute(tx)
}

/** What these streams hold of registrations, observations, corrections and voids; one statement, found by the index of subjects. */
export async function loadStreams(tx: Tx, tenant: string, subjects: readonly string[]): Promise<readonly PastEvent[]> {
  const found = await sql<PastEvent>`select id, kind || '.v' || kind_version as kind, subject, payload from log_event
    where tenant_id = ${tenant} and subject = any(${[...subjects]}) order by subject, subject_version`.execute(tx)
  return found.rows
}

export interface SpellingUse {
  readonly id: string
  readonly meaning: string | null
  readonly visits: number
}
/** How many recorded visits took each spelling to mean what; reads the whole ledger, some ten thousand small rows. */
export async function listUses(tx: Tx, tenant: string): Promise<readonly SpellingUse[]> {
  const found = await sql<SpellingUse>`select one.key as id, one.value as meaning, count(*) as visits
    from ipis_ledger, jsonb_each_text(mapping) as one where tenant_id = ${tenant} group by 1, 2`.execute(tx)
  return found.rows
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
