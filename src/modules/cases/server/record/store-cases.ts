/* Rows that lists are made of. What they hold is coded; who sees which of them is said by the policies of their tables. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { PayloadOf } from '../../domain/file/file-words.ts'
import type { ReferralState } from '../../domain/referral/referral-words.ts'

interface At {
  readonly id: string
  readonly at: string
}
export async function insertCase(
  tx: Tx,
  tenant: string,
  { id, at, organisation, type, state, version }: At & { organisation: string; type: string; state: string; version: number },
): Promise<void> {
  await sql`
    insert into case_row (tenant_id, case_id, organisation_id, case_type, state, opened_at, changed_at, version)
    values (${tenant}, ${id}, ${organisation}, ${type}, ${state}, ${at}, ${at}, ${version})`.execute(tx)
}
export interface CaseChange {
  readonly state?: string
  readonly owner?: string | null
  readonly risk?: string | null
  readonly province?: string | null
  readonly organisation?: string
}
export async function updateCase(
  tx: Tx,
  tenant: string,
  { id, at, version, change }: At & { readonly version: number; readonly change: CaseChange },
): Promise<void> {
  const has = (name: keyof CaseChange): boolean => change[name] !== undefined
  await sql`
    update case_row set
      changed_at = ${at}, version = ${version},
      state = coalesce(${change.state ?? null}::text, state),
      organisation_id = coalesce(${change.organisation ?? null}::text, organisation_id),
      owner_id = case when ${has('owner')} then ${change.owner ?? null}::text else owner_id end,
      risk = case when ${has('risk')} then ${change.risk ?? null}::text else risk end,
      province_code = case when ${has('province')} then ${change.province ?? null}::text else province_code end
    where tenant_id = ${tenant} and case_id = ${id}`.execute(tx)
}
export async function putMember(
  tx: Tx,
  tenant: string,
  { id, said }: { id: string; said: PayloadOf<'case-team.joined.v1'> },
): Promise<void> {
  const { account, organisation, as, vaults, at, until } = said
  await sql`
    insert into case_member (tenant_id, case_id, account_id, organisation_id, member_as, vaults, joined_at, until_at)
    values (${tenant}, ${id}, ${account}, ${organisation}, ${as}, ${vaults}::text[], ${at}, ${until})
    on conflict (tenant_id, case_id, account_id) do update set
      organisation_id = excluded.organisation_id, member_as = excluded.member_as, vaults = excluded.vaults,
      joined_at = excluded.joined_at, until_at = excluded.until_at, left_at = null`.execute(tx)
}
export async function endMember(tx: Tx, tenant: string, { id, account, at }: At & { readonly account: string }): Promise<void> {
  await sql`
    update case_member set left_at = ${at} where tenant_id = ${tenant} and case_id = ${id} and account_id = ${account}`.execute(tx)
}
export async function changeOwner(
  tx: Tx,
  tenant: string,
  { id, account }: { readonly id: string; readonly account: string },
): Promise<void> {
  await sql`
    update case_member set member_as = case when account_id = ${account} then 'owner' else 'worker' end
    where tenant_id = ${tenant} and case_id = ${id}
      and (member_as in ('owner', 'worker') or (member_as = 'handed-over' and account_id = ${account}))`.execute(tx)
}
export async function insertText(
  tx: Tx,
  tenant: string,
  { id, said }: { id: string; said: PayloadOf<'case-text.kept.v1'> },
): Promise<void> {
  const { sealed, by, at } = said
  await sql`
    insert into case_text (tenant_id, case_id, text_id, vault, generation, slot, box, by_account, at)
    values (${tenant}, ${id}, ${sealed.id}, ${sealed.vault}, ${sealed.generation}, ${sealed.slot}, ${sealed.box}, ${by}, ${at})`.execute(tx)
  if (said.replaces !== undefined)
    await sql`update case_text set replaced = true where tenant_id = ${tenant} and case_id = ${id} and text_id = ${said.replaces}`.execute(
      tx,
    )
}
type Drafted = Extract<PayloadOf<'referral.moved.v1'>, { step: 'draft' }>
export async function insertReferral(
  tx: Tx,
  tenant: string,
  { id, said, from, code }: { readonly id: string; readonly said: Drafted; readonly from: string; readonly code: string },
): Promise<void> {
  const { referral, recipient, servicePoint, service, urgency, package: fields, to, at } = said
  await sql`
    insert into case_referral (tenant_id, referral_id, case_id, from_organisation, recipient, service_point, service, urgency, fields, state, slip_code, status_at)
    values (${tenant}, ${referral}, ${id}, ${from}, ${recipient}, ${servicePoint}, ${service}, ${urgency}, ${fields}::text[], ${to}, ${code}, ${at})`.execute(
    tx,
  )
}
export async function updateReferral(
  tx: Tx,
  tenant: string,
  said: { readonly referral: string; readonly to: ReferralState; readonly at: string; readonly respondBy?: string },
): Promise<void> {
  const { referral, to, at, respondBy } = said
  await sql`
    update case_referral set state = ${to}, status_at = ${at},
      respond_by = coalesce(${respondBy ?? null}::timestamptz, respond_by),
      sent_at = case when ${respondBy !== undefined} then ${at}::timestamptz else sent_at end
    where tenant_id = ${tenant} and referral_id = ${referral}`.execute(tx)
}
export async function insertViews(
  tx: Tx,
  tenant: string,
  view: {
    readonly id: string
    readonly cases: readonly string[]
    readonly account: string
    readonly organisation: string | null
    readonly what: string
    readonly purpose: string | null
    readonly at: string
  },
): Promise<void> {
  const { id, cases, account, organisation, what, purpose, at } = view
  await sql`
    insert into case_view (tenant_id, view_id, case_id, account_id, organisation_id, what, purpose, at)
    select ${tenant}, ${id}, one, ${account}, ${organisation}, ${what}, ${purpose}, ${at}
    from unnest(${[...new Set(cases.length === 0 ? [''] : cases)]}::text[]) as one`.execute(tx)
}
/** Every row of a case: what is left of it is in the tallies and in who looked. */
export async function forgetCase(tx: Tx, tenant: string, id: string): Promise<void> {
  for (const table of ['case_row', 'case_member', 'case_text', 'case_referral', 'case_handover'])
    await sql`delete from ${sql.table(table)} where tenant_id = ${tenant} and case_id = ${id}`.execute(tx)
}
/** What was told by the person is gone; a witness's vault has its own end. */
export async function forgetTexts(tx: Tx, tenant: string, { id, vaults }: { id: string; vaults: readonly string[] }): Promise<void> {
  await sql`delete from case_text where tenant_id = ${tenant} and case_id = ${id} and vault = any(${vaults}::text[])`.execute(tx)
}
