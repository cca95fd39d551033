/* What lists are read from. Whoever asks has entered as who they are: what they may not see is not in the answer of the database. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { SealedText } from '../../contract-vault.ts'

export interface CaseRow {
  readonly case: string
  readonly organisation: string
  readonly type: string
  readonly state: string
  readonly owner: string | null
  readonly risk: string | null
  readonly province: string | null
  readonly openedAt: string
  readonly changedAt: string
}
const columns = sql`
  case_id as "case", organisation_id as organisation, case_type as type, state, owner_id as owner, risk, province_code as province,
  opened_at as "openedAt", changed_at as "changedAt"`
/** What is over comes last and is cut first. */
export async function listCases(tx: Tx, tenant: string, { most }: { readonly most: number }): Promise<readonly CaseRow[]> {
  const found = await sql<CaseRow>`
    select ${columns} from case_row where tenant_id = ${tenant}
    order by state in ('closed', 'archived', 'not-eligible', 'transferred', 'consent-withdrawn'), changed_at desc limit ${most}`.execute(tx)
  return found.rows
}

export interface TextRow extends SealedText {
  readonly by: string
  readonly at: string
  readonly isReplaced: boolean
}
export async function listTexts(
  tx: Tx,
  tenant: string,
  { id, vault }: { readonly id: string; readonly vault: string },
): Promise<readonly TextRow[]> {
  const found = await sql<TextRow>`
    select text_id as id, vault, generation, slot, box, by_account as by, at, replaced as "isReplaced"
    from case_text where tenant_id = ${tenant} and case_id = ${id} and vault = ${vault} order by at, text_id`.execute(tx)
  return found.rows
}

export interface ReferralRow {
  readonly referral: string
  readonly case: string
  readonly from: string
  readonly service: string
  readonly urgency: 'high' | 'medium' | 'low'
  readonly state: string
  readonly slip: string
  readonly sentAt: string | null
  readonly respondBy: string | null
  readonly statusAt: string
  readonly fields: readonly string[]
}
const referralColumns = sql`
  referral_id as referral, case_id as "case", from_organisation as "from", service, urgency, state, slip_code as slip, sent_at as "sentAt",
  respond_by as "respondBy", status_at as "statusAt", fields`
/** What the receiving body may still read. */
export async function listReceived(tx: Tx, tenant: string, recipient: string): Promise<readonly ReferralRow[]> {
  const found = await sql<ReferralRow>`
    select ${referralColumns} from case_referral
    where tenant_id = ${tenant} and recipient = ${recipient} and state in ('sent', 'acknowledged', 'accepted', 'in-service')
    order by urgency = 'high' desc, respond_by nulls last, referral_id limit 500`.execute(tx)
  return found.rows
}
/** What the receiving body once had and has no more; said by the program, which alone still sees it. */
export async function listEnded(
  tx: Tx,
  tenant: string,
  asked: { readonly recipient: string; readonly since: string },
): Promise<readonly (Pick<ReferralRow, 'referral' | 'case' | 'slip' | 'state'> & { readonly at: string })[]> {
  const found = await sql<Pick<ReferralRow, 'referral' | 'case' | 'slip' | 'state'> & { readonly at: string }>`
    select referral_id as referral, case_id as "case", slip_code as slip, state, status_at as at from case_referral
    where tenant_id = ${tenant} and recipient = ${asked.recipient} and state in ('revoked', 'closed-no-service')
      and sent_at is not null and status_at >= ${asked.since} order by status_at desc limit 100`.execute(tx)
  return found.rows
}
/** Answers that came to who works on the case and still need a look. */
export async function listAnswered(
  tx: Tx,
  tenant: string,
  asked: { readonly account: string; readonly since: string },
): Promise<readonly { readonly referral: string; readonly state: string }[]> {
  const found = await sql<{ referral: string; state: string }>`
    select r.referral_id as referral, r.state from case_referral r join case_member m
      on m.tenant_id = r.tenant_id and m.case_id = r.case_id and m.account_id = ${asked.account} and m.left_at is null
    where r.tenant_id = ${tenant} and r.state in ('accepted', 'rejected', 'done', 'expired', 'closed-no-service')
      and r.sent_at is not null and r.status_at >= ${asked.since} order by r.referral_id limit 200`.execute(tx)
  return found.rows
}
/** Cases of a body in which something happened since. */
export async function listChangedSince(
  tx: Tx,
  tenant: string,
  asked: { readonly organisation: string; readonly since: string },
): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select case_id as id from case_row where tenant_id = ${tenant} and organisation_id = ${asked.organisation} and changed_at >= ${asked.since}
    order by changed_at desc limit 500`.execute(tx)
  return found.rows.map((one) => one.id)
}
/** The same for who answers for cases: one's own, and all of a body where one is named. */
export async function listChangedOf(
  tx: Tx,
  tenant: string,
  asked: { readonly account: string; readonly organisation: string | null; readonly since: string },
): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select case_id as id from case_row where tenant_id = ${tenant} and changed_at >= ${asked.since}
      and (owner_id = ${asked.account} or organisation_id = ${asked.organisation}::text)
    order by changed_at desc limit 500`.execute(tx)
  return found.rows.map((one) => one.id)
}
/** Whether somebody saw something of a case itself; a list and a refusal are no sight of it. */
export async function hasLooked(
  tx: Tx,
  tenant: string,
  asked: { readonly case: string; readonly account: string; readonly since: string },
): Promise<boolean> {
  const found = await sql`
    select 1 from case_view where tenant_id = ${tenant} and case_id = ${asked.case} and account_id = ${asked.account}
      and at >= ${asked.since} and what not in ('list', 'board', 'refused') limit 1`.execute(tx)
  return found.rows.length > 0
}
export async function findReceived(
  tx: Tx,
  tenant: string,
  asked: { readonly referral: string; readonly recipient: string },
): Promise<ReferralRow | null> {
  const found = await sql<ReferralRow>`
    select ${referralColumns} from case_referral
    where tenant_id = ${tenant} and referral_id = ${asked.referral} and recipient = ${asked.recipient}
      and state in ('sent', 'acknowledged', 'accepted', 'in-service')`.execute(tx)
  return found.rows[0] ?? null
}
export async function caseOfReferral(
  tx: Tx,
  tenant: string,
  asked: { readonly referral: string; readonly recipient: string },
): Promise<string | null> {
  return (await findReceived(tx, tenant, asked))?.case ?? null
}
export async function findPackage(
  tx: Tx,
  tenant: string,
  asked: { readonly referral: string; readonly reader: string },
): Promise<{ readonly box: string; readonly key: string } | null> {
  const found = await sql<{ box: string; key: string }>`
    select box, key_id as key from case_package where tenant_id = ${tenant} and referral_id = ${asked.referral} and reader = ${asked.reader}`.execute(
    tx,
  )
  return found.rows[0] ?? null
}

export interface ViewRow {
  readonly account: string
  readonly organisation: string | null
  readonly what: string
  readonly purpose: string | null
  readonly at: string
  readonly case: string
}
export async function listViews(
  tx: Tx,
  tenant: string,
  { of, most }: { readonly of: string | null; readonly most: number },
): Promise<readonly ViewRow[]> {
  const found = await sql<ViewRow>`
    select account_id as account, organisation_id as organisation, what, purpose, at, case_id as "case" from case_view
    where tenant_id = ${tenant} and (${of}::text is null or case_id = ${of}) order by at desc, view_id limit ${most}`.execute(tx)
  return found.rows
}
/**
 * Looks that concern a body: at its cases, whoever looked, and those of its own people, wherever. Said by the program, which alone sees whose a case is.
 * Whether a case is another's or was never there makes no difference to what a body sees of its own people.
 */
export async function listViewsOfBody(
  tx: Tx,
  tenant: string,
  asked: { readonly organisation: string; readonly most: number; readonly skip: number },
): Promise<readonly ViewRow[]> {
  const found = await sql<ViewRow>`
    select v.account_id as account, v.organisation_id as organisation, v.what, v.purpose, v.at, v.case_id as "case" from case_view v
    left join case_row r on r.tenant_id = v.tenant_id and r.case_id = v.case_id
    where v.tenant_id = ${tenant} and (r.organisation_id = ${asked.organisation} or v.organisation_id = ${asked.organisation})
    order by v.at desc, v.view_id, v.case_id limit ${asked.most} offset ${asked.skip}`.execute(tx)
  return found.rows
}
