/* Entries and tiles in SQL. An index is given under the head of the log, which every writer of the tenant holds. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { LedgerEntry } from '../contract.ts'

export interface IndexedEntry extends LedgerEntry {
  readonly index: number
}
interface Row {
  readonly leaf_index: number
  readonly kind: LedgerEntry['kind']
  readonly number: string
  readonly sha256: string
}
const entryOf = ({ leaf_index: index, kind, number, sha256 }: Row): IndexedEntry => ({ index, kind, number, sha256 })

export async function hasBegun(tx: Tx, tenant: string, kind: string): Promise<boolean> {
  const found = await sql`select 1 from ledger_kind where tenant_id = ${tenant} and kind = ${kind}`.execute(tx)
  return found.rows.length > 0
}
export async function begunKinds(tx: Tx, tenant: string): Promise<ReadonlySet<string>> {
  const found = await sql<{ kind: string }>`select kind from ledger_kind where tenant_id = ${tenant}`.execute(tx)
  return new Set(found.rows.map((row) => row.kind))
}
export async function beginKinds(tx: Tx, tenant: string, kinds: readonly string[]): Promise<void> {
  await sql`insert into ledger_kind select ${tenant}, unnest(${[...kinds]}::text[]) on conflict do nothing`.execute(tx)
}

/** By the last row of the key: the same cost at any size. */
export async function countEntries(tx: Tx, tenant: string): Promise<number> {
  const found = await sql<{ size: number }>`
    select coalesce(max(leaf_index) + 1, 0)::bigint as size from ledger_entry where tenant_id = ${tenant}`.execute(tx)
  return found.rows[0]?.size ?? 0
}
/** One statement whatever their number. */
export async function insertEntries(
  tx: Tx,
  tenant: string,
  { first, entries }: { readonly first: number; readonly entries: readonly LedgerEntry[] },
): Promise<void> {
  await sql`insert into ledger_entry select ${tenant}, ${first}::bigint + place - 1, kind, number, sha256
    from unnest(${entries.map((one) => one.kind)}::text[], ${entries.map((one) => one.number)}::text[], ${entries.map((one) => one.sha256)}::text[])
      with ordinality as given (kind, number, sha256, place)`.execute(tx)
}
export async function entriesBetween(
  tx: Tx,
  tenant: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly IndexedEntry[]> {
  const found = await sql<Row>`select leaf_index, kind, number, sha256 from ledger_entry
    where tenant_id = ${tenant} and leaf_index >= ${from} and leaf_index < ${to} order by leaf_index`.execute(tx)
  return found.rows.map(entryOf)
}
export async function newestEntries(tx: Tx, tenant: string, most: number): Promise<readonly IndexedEntry[]> {
  const found = await sql<Row>`select leaf_index, kind, number, sha256 from ledger_entry
    where tenant_id = ${tenant} order by leaf_index desc limit ${most}`.execute(tx)
  return found.rows.map(entryOf)
}
/** Newest first. */
export async function entriesUnder(tx: Tx, tenant: string, number: string): Promise<readonly IndexedEntry[]> {
  // Found by the number first and ordered then: walking down the indexes until the number comes would read the whole ledger.
  const found = await sql<Row>`select leaf_index, kind, number, sha256 from (
      select leaf_index, kind, number, sha256 from ledger_entry where tenant_id = ${tenant} and number = ${number} offset 0
    ) as under order by leaf_index desc limit 100`.execute(tx)
  return found.rows.map(entryOf)
}

export interface StoredTile {
  readonly level: number
  readonly n: number
  readonly hashes: Uint8Array
  readonly root: Uint8Array
}
const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`
export async function insertTiles(tx: Tx, tenant: string, tiles: readonly StoredTile[]): Promise<void> {
  await sql`insert into ledger_tile select ${tenant}, level, n, hashes, root
    from unnest(${tiles.map((one) => one.level)}::smallint[], ${tiles.map((one) => one.n)}::bigint[],
      ${tiles.map((one) => hex(one.hashes))}::bytea[], ${tiles.map((one) => hex(one.root))}::bytea[]) as given (level, n, hashes, root)`.execute(
    tx,
  )
}
export async function findTile(
  tx: Tx,
  tenant: string,
  { level, n }: { readonly level: number; readonly n: number },
): Promise<Uint8Array | null> {
  const found = await sql<{ hashes: Buffer }>`
    select hashes from ledger_tile where tenant_id = ${tenant} and level = ${level} and n = ${n}`.execute(tx)
  return found.rows[0]?.hashes ?? null
}
/** Hashes above the full tiles `from` up to and without `to` of a level. */
export async function tileRoots(
  tx: Tx,
  tenant: string,
  { level, from, to }: { readonly level: number; readonly from: number; readonly to: number },
): Promise<readonly Uint8Array[]> {
  const found = await sql<{ root: Buffer }>`select root from ledger_tile
    where tenant_id = ${tenant} and level = ${level} and n >= ${from} and n < ${to} order by n`.execute(tx)
  return found.rows.map((row) => row.root)
}
