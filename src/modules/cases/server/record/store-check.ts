/* Keys as they lie there, for who checks them against the log. Needs the program's own scope. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface WrapHeld {
  readonly case: string
  readonly vault: string
  readonly reader: string
  /** Outlives its case for a time, by the schedule. */
  readonly kept: boolean
}
export async function everyWrap(tx: Tx, tenant: string): Promise<readonly WrapHeld[]> {
  const found = await sql<WrapHeld>`
    select w.case_id as "case", w.vault, w.reader, k.case_id is not null as kept
    from case_vault_wrap w left join case_kept_key k on k.tenant_id = w.tenant_id and k.case_id = w.case_id and k.vault = w.vault
    where w.tenant_id = ${tenant} group by 1, 2, 3, 4 order by 1, 2, 3`.execute(tx)
  return found.rows
}
export async function everyPublicHalf(tx: Tx, tenant: string) {
  const found = await sql<{ case: string; vault: string; generation: number; publicKey: string }>`
    select case_id as "case", vault, generation, public_key as "publicKey" from case_vault_key
    where tenant_id = ${tenant} order by 1, 2, 3`.execute(tx)
  return found.rows
}
/** Subjects of keys of which the log has no entry. */
export async function recordKeysOfNothing(tx: Tx, tenant: string): Promise<readonly string[]> {
  const found = await sql<{ subject: string }>`
    select k.subject from case_record_key k
    where k.tenant_id = ${tenant} and not exists (select 1 from log_event e where e.tenant_id = k.tenant_id and e.subject = k.subject)
      and not exists (select 1 from case_stay s where s.tenant_id = k.tenant_id and 'stay:' || s.stay_id = k.subject and s.case_id <> '')`.execute(
    tx,
  )
  return found.rows.map((row) => row.subject)
}
