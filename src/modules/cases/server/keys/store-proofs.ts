/* Proofs of consent that outlived their file, and shares of them on their way. All of it needs the scope `record`. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface KeptShare {
  readonly generation: number
  readonly custodian: string
  readonly share: string
}
export interface ProofRow {
  readonly proof: string
  readonly until: string
  readonly sealed: unknown
}
/** The day until which the proof of a case is kept; `null`: it goes with the case. */
export async function proofDueOn(tx: Tx, tenant: string, of: string): Promise<string | null> {
  const found = await sql<{ due: string }>`
    select due_on::text as due from case_kept_key where tenant_id = ${tenant} and case_id = ${of} and vault = 'evidence'`.execute(tx)
  return found.rows[0]?.due ?? null
}
export async function evidenceShares(tx: Tx, tenant: string, of: string): Promise<readonly KeptShare[]> {
  const found = await sql<KeptShare>`
    select generation, custodian, share from case_vault_share
    where tenant_id = ${tenant} and case_id = ${of} and vault = 'evidence' order by generation, custodian`.execute(tx)
  return found.rows
}
export async function insertProof(
  tx: Tx,
  tenant: string,
  row: { readonly proof: string; readonly organisation: string; readonly due: string; readonly sealed: object },
): Promise<void> {
  await sql`
    insert into consent_proof (tenant_id, proof_id, organisation_id, due_on, sealed)
    values (${tenant}, ${row.proof}, ${row.organisation}, ${row.due}::date, ${JSON.stringify(row.sealed)}::jsonb)`.execute(tx)
}
export async function proofsOf(tx: Tx, tenant: string, organisation: string): Promise<readonly ProofRow[]> {
  const found = await sql<ProofRow>`
    select proof_id as proof, due_on::text as until, sealed from consent_proof
    where tenant_id = ${tenant} and organisation_id = ${organisation} order by due_on, proof_id limit 5000`.execute(tx)
  return found.rows
}
export interface GiftRow {
  readonly proof: string
  readonly giver: string
  readonly taker: string
  readonly shares: unknown
}
export async function giftsOf(tx: Tx, tenant: string, proofs: readonly string[]): Promise<readonly GiftRow[]> {
  const found = await sql<GiftRow>`
    select proof_id as proof, giver, taker, shares from consent_proof_gift
    where tenant_id = ${tenant} and proof_id = any (${[...proofs]}::text[]) order by proof_id, giver`.execute(tx)
  return found.rows
}
export async function keepGift(tx: Tx, tenant: string, { proof, giver, taker, shares }: GiftRow): Promise<void> {
  await sql`
    insert into consent_proof_gift (tenant_id, proof_id, giver, taker, shares)
    values (${tenant}, ${proof}, ${giver}, ${taker}, ${JSON.stringify(shares)}::jsonb)
    on conflict (tenant_id, proof_id, giver, taker) do update set shares = excluded.shares`.execute(tx)
}
/** Those whose year is over, with what was on its way; how many. */
export async function endProofs(tx: Tx, tenant: string, today: string): Promise<number> {
  const gone = await sql<{ proof: string }>`
    delete from consent_proof where tenant_id = ${tenant} and due_on <= ${today}::date returning proof_id as proof`.execute(tx)
  await sql`
    delete from consent_proof_gift g where g.tenant_id = ${tenant}
      and not exists (select 1 from consent_proof p where p.tenant_id = g.tenant_id and p.proof_id = g.proof_id)`.execute(tx)
  return gone.rows.length
}
