/*
Offers of whole cases as rows, and the wraps that wait beside them. A wrap leaves this table for the keys of the case in the step in which its reader takes the case over, and in no
other way; whatever ends an offer ends its wraps. Writers have entered with the scope `record`.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { VaultWrap } from '../../contract-vault.ts'
import type { PayloadOf } from '../../domain/file/file-words.ts'

export interface HandoverRow {
  readonly handover: string
  readonly case: string
  readonly from: string
  readonly recipient: string
  readonly slip: string
  readonly state: string
  readonly reason: string | null
  readonly offeredAt: string
  readonly respondBy: string
  readonly statusAt: string
}
const columns = sql`
  handover_id as handover, case_id as "case", from_organisation as "from", recipient, slip_code as slip, state, reason,
  offered_at as "offeredAt", respond_by as "respondBy", status_at as "statusAt"`

export async function insertHandover(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly said: PayloadOf<'case-handover.offered.v1'>; readonly from: string; readonly code: string },
): Promise<void> {
  const { id, from, code, said } = row
  const { handover, recipient, takers, by, at, respondBy } = said
  await sql`
    insert into case_handover (tenant_id, handover_id, case_id, from_organisation, recipient, takers, offered_by, offered_at, respond_by, state, slip_code, status_at)
    values (${tenant}, ${handover}, ${id}, ${from}, ${recipient}, ${takers}::text[], ${by}, ${at}, ${respondBy}, 'offered', ${code}, ${at})`.execute(
    tx,
  )
}
export async function endHandover(
  tx: Tx,
  tenant: string,
  ended: { readonly handover: string; readonly state: string; readonly reason: string | null; readonly at: string },
): Promise<void> {
  const { handover, state, reason, at } = ended
  await sql`
    update case_handover set state = ${state}, reason = ${reason}, status_at = ${at}
    where tenant_id = ${tenant} and handover_id = ${handover}`.execute(tx)
}
/** Whoever receives help under it is told by whom the person is accompanied now. */
export async function changeSender(
  tx: Tx,
  tenant: string,
  { id, organisation }: { readonly id: string; readonly organisation: string },
): Promise<void> {
  await sql`update case_referral set from_organisation = ${organisation} where tenant_id = ${tenant} and case_id = ${id}`.execute(tx)
}

/** What the reader may answer: the policy of the table shows no other. */
export async function listOffered(tx: Tx, tenant: string, recipient: string): Promise<readonly HandoverRow[]> {
  const found = await sql<HandoverRow>`
    select ${columns} from case_handover where tenant_id = ${tenant} and recipient = ${recipient} and state = 'offered'
    order by respond_by, handover_id limit 200`.execute(tx)
  return found.rows
}
/** What one offered oneself: what is open, and what became of it since. */
export async function listSent(
  tx: Tx,
  tenant: string,
  asked: { readonly account: string; readonly since: string },
): Promise<readonly HandoverRow[]> {
  const found = await sql<HandoverRow>`
    select ${columns} from case_handover
    where tenant_id = ${tenant} and offered_by = ${asked.account} and (state = 'offered' or status_at >= ${asked.since})
    order by status_at desc, handover_id limit 200`.execute(tx)
  return found.rows
}
/** Open offers to a body, to one person of it where one is named. Needs the program's own scope. */
export async function offersTo(
  tx: Tx,
  tenant: string,
  asked: { readonly recipient: string; readonly account: string | null },
): Promise<readonly string[]> {
  const found = await sql<{ handover: string }>`
    select handover_id as handover from case_handover
    where tenant_id = ${tenant} and recipient = ${asked.recipient} and state = 'offered'
      and (${asked.account}::text is null or ${asked.account}::text = any (takers)) order by handover_id limit 200`.execute(tx)
  return found.rows.map((one) => one.handover)
}
export async function caseOfHandover(
  tx: Tx,
  tenant: string,
  asked: { readonly handover: string; readonly recipient: string; readonly account: string },
): Promise<string | null> {
  const found = await sql<{ case: string }>`
    select case_id as "case" from case_handover
    where tenant_id = ${tenant} and handover_id = ${asked.handover} and recipient = ${asked.recipient} and state = 'offered'
      and ${asked.account} = any (takers)`.execute(tx)
  return found.rows[0]?.case ?? null
}

export async function keepHandoverWraps(
  tx: Tx,
  tenant: string,
  kept: {
    readonly handover: string
    readonly case: string
    readonly wraps: readonly VaultWrap[]
    readonly by: string
    readonly at: string
  },
): Promise<void> {
  const { handover, case: of, wraps, by, at } = kept
  await sql`
    insert into case_handover_wrap (tenant_id, handover_id, case_id, vault, generation, reader, key_id, wrapped, made_by, made_at)
    select ${tenant}, ${handover}, ${of}, w.vault, w.generation, w.reader, w.key, w.wrapped, ${by}, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(wraps)}::jsonb) as w (vault text, generation integer, reader text, key text, wrapped text)`.execute(
    tx,
  )
}
export async function handoverWraps(
  tx: Tx,
  tenant: string,
  asked: { readonly handover: string; readonly reader: string },
): Promise<readonly Pick<VaultWrap, 'vault' | 'generation' | 'reader' | 'key'>[]> {
  const found = await sql<Pick<VaultWrap, 'vault' | 'generation' | 'reader' | 'key'>>`
    select vault, generation, reader, key_id as key from case_handover_wrap
    where tenant_id = ${tenant} and handover_id = ${asked.handover} and reader = ${asked.reader}`.execute(tx)
  return found.rows
}
/**
Theirs now, as if they had been taken into the team. Of what goes along the former custodians keep no shares; of what does not, they keep them until the case is forgotten, so that a proof of
consent outlives it. What was on its way to somebody of the former team reaches nobody.
*/
export async function adoptWraps(
  tx: Tx,
  tenant: string,
  { handover, reader, case: of }: { readonly handover: string; readonly reader: string; readonly case: string },
): Promise<void> {
  await sql`
    insert into case_vault_wrap (tenant_id, case_id, vault, generation, reader, key_id, wrapped, made_by, made_at)
    select tenant_id, case_id, vault, generation, reader, key_id, wrapped, made_by, made_at from case_handover_wrap
    where tenant_id = ${tenant} and handover_id = ${handover} and reader = ${reader}
    on conflict (tenant_id, case_id, vault, generation, reader)
    do update set key_id = excluded.key_id, wrapped = excluded.wrapped, made_by = excluded.made_by, made_at = excluded.made_at`.execute(tx)
  await sql`
    delete from case_vault_share s where s.tenant_id = ${tenant} and s.case_id = ${of} and exists (
      select 1 from case_handover_wrap w
      where w.tenant_id = s.tenant_id and w.handover_id = ${handover} and w.reader = ${reader}
        and w.vault = s.vault and w.generation = s.generation)`.execute(tx)
  await sql`delete from vault_recovery_share where tenant_id = ${tenant} and case_id = ${of} and vault <> 'witness'`.execute(tx)
}
export async function dropHandoverWraps(tx: Tx, tenant: string, of: string): Promise<void> {
  await sql`delete from case_handover_wrap where tenant_id = ${tenant} and case_id = ${of}`.execute(tx)
}
