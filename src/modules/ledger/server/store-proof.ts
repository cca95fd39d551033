/* What a proof needs of the record, in one statement: a proof is asked for beside each paper, and every way to the database costs more than the hashes. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { LedgerEntry } from '../contract.ts'
import type { HeadRow } from './store-heads.ts'

export interface ProofRow extends HeadRow {
  readonly index: number
  readonly kind: LedgerEntry['kind']
  readonly number: string
  readonly sha256: string
  /** Lines of the cosignatures, by name of the witness. */
  readonly cosignatures: readonly string[] | null
  /** The full tile in which the entry lies; `null` while it is not full. */
  readonly hashes: Uint8Array | null
}
/** `null`: any kind, any hash. */
export interface EntryAsked {
  readonly number: string
  readonly kind: string | null
  readonly sha256: string | null
}

/** The newest entry that fits, under the newest head; `null` when there is no such entry, or no head yet. */
export async function findForProof(tx: Tx, tenant: string, { number, kind, sha256 }: EntryAsked): Promise<ProofRow | null> {
  // Found by the number first and ordered then: walking down the indexes until the number comes would read the whole ledger.
  const found = await sql<ProofRow>`
    select entry.leaf_index as index, entry.kind, entry.number, entry.sha256, head.size, head.root, head.checkpoint, head.signed_at, tile.hashes,
      (select json_agg(line order by witness) from ledger_cosignature where tenant_id = ${tenant} and size = head.size) as cosignatures
    from (select leaf_index, kind, number, sha256 from (
        select leaf_index, kind, number, sha256 from ledger_entry where tenant_id = ${tenant} and number = ${number} offset 0
      ) as under where (${kind}::text is null or kind = ${kind}) and (${sha256}::text is null or sha256 = ${sha256}) order by leaf_index desc limit 1
    ) as entry
    cross join (select size, root, checkpoint, signed_at from ledger_head where tenant_id = ${tenant} order by size desc limit 1) as head
    left join ledger_tile tile on tile.tenant_id = ${tenant} and tile.level = 0 and tile.n = entry.leaf_index / 256`.execute(tx)
  return found.rows[0] ?? null
}
