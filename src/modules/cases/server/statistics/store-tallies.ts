/* What remains of forgotten cases: one line each, of nobody. Needs the program's own scope. */
import { sql } from 'kysely'
import { parse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { AnonymousFacts } from '../../domain/retention/shredding.ts'

export async function listTallies(tx: Tx, tenant: string): Promise<readonly AnonymousFacts[]> {
  const found = await sql<{ facts: unknown }>`select facts from case_tally where tenant_id = ${tenant} order by tally_id`.execute(tx)
  return found.rows.flatMap(({ facts }) => {
    const read = parse(AnonymousFacts, facts)
    return read.ok ? [read.value] : []
  })
}
/** Cases of one organisation, or of all. */
export async function casesOf(tx: Tx, tenant: string, organisation: string | null): Promise<readonly string[]> {
  const found = await sql<{ case: string }>`
    select case_id as "case" from case_row
    where tenant_id = ${tenant} and (${organisation}::text is null or organisation_id = ${organisation}) order by case_id`.execute(tx)
  return found.rows.map((row) => row.case)
}
/** Keys of proofs of consent that outlive their cases for a time. */
export async function countKeptKeys(tx: Tx, tenant: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from case_kept_key where tenant_id = ${tenant}`.execute(tx)
  return found.rows[0]?.n ?? 0
}

interface Stretch {
  readonly from: string
  readonly to: string | null
}
/** Of named houses, when somebody slept there; who is left where it lies. */
export async function stretchesIn(
  tx: Tx,
  tenant: string,
  shelters: readonly string[],
): Promise<readonly { readonly stretches: readonly Stretch[] }[]> {
  const found = await sql<{ stretches: readonly Stretch[] }>`
    select stretches from case_stay where tenant_id = ${tenant} and shelter_id = any(${[...shelters]}::text[])`.execute(tx)
  return found.rows
}
/** Of named cases, when somebody slept in a house; where and who are left where they lie. */
export async function staysOf(
  tx: Tx,
  tenant: string,
  cases: readonly string[],
): Promise<readonly { readonly stretches: readonly Stretch[] }[]> {
  const found = await sql<{ stretches: readonly Stretch[] }>`
    select stretches from case_stay where tenant_id = ${tenant} and case_id = any(${[...cases]}::text[])`.execute(tx)
  return found.rows
}
