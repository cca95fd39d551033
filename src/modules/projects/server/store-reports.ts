/* Rows of reports to donors: drafts with their texts, what was frozen, the frozen text by its hash. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface DraftRow {
  readonly id: string
  readonly project: string
  readonly from: string
  readonly until: string
}
const draftColumns = sql`id, project_id as project, period_from as "from", period_until as until`
/** False where the id is taken. */
export async function insertDraft(
  tx: Tx,
  tenant: string,
  row: DraftRow & { readonly account: string; readonly at: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into donor_report_draft (tenant_id, id, project_id, period_from, period_until, account, changed_at)
    values (${tenant}, ${row.id}, ${row.project}, ${row.from}, ${row.until}, ${row.account}, ${row.at}) on conflict do nothing returning id`.execute(
    tx,
  )
  return rows.length > 0
}
export async function findDraft(tx: Tx, tenant: string, id: string): Promise<DraftRow | null> {
  const { rows } = await sql<DraftRow>`select ${draftColumns} from donor_report_draft where tenant_id = ${tenant} and id = ${id}`.execute(
    tx,
  )
  return rows[0] ?? null
}
export async function listDrafts(tx: Tx, tenant: string): Promise<readonly DraftRow[]> {
  const { rows } = await sql<DraftRow>`
    select ${draftColumns} from donor_report_draft where tenant_id = ${tenant} order by period_until desc, id limit 500`.execute(tx)
  return rows
}
export interface TextRow {
  readonly section: string
  readonly version: number
  readonly text: string
  readonly account: string
  readonly writtenAt: string
}
export async function listTexts(tx: Tx, tenant: string, report: string): Promise<readonly TextRow[]> {
  const { rows } = await sql<TextRow>`
    select section, version, content as text, account, written_at as "writtenAt" from donor_report_text
    where tenant_id = ${tenant} and report_id = ${report} order by section, version`.execute(tx)
  return rows
}
export interface NewText extends Omit<TextRow, 'version' | 'writtenAt'> {
  readonly report: string
  readonly at: string
}
export async function addText(tx: Tx, tenant: string, row: NewText): Promise<void> {
  await sql`
    insert into donor_report_text (tenant_id, report_id, section, version, content, account, written_at)
    select ${tenant}, ${row.report}, ${row.section}, coalesce(max(version), 0) + 1, ${row.text}, ${row.account}, ${row.at}::timestamptz
    from donor_report_text where tenant_id = ${tenant} and report_id = ${row.report} and section = ${row.section}`.execute(tx)
}

export interface FrozenRow {
  readonly number: string
  readonly report: string
  readonly project: string
  readonly version: number
  readonly from: string
  readonly until: string
  readonly sha256: string
  readonly gaps: number
  readonly frozenOn: string
  readonly supersedes: string | null
  readonly correctionReason: string | null
}
const frozenColumns = sql`number, report_id as report, project_id as project, version, period_from as "from", period_until as until, sha256, gaps,
  frozen_on as "frozenOn", supersedes, correction_reason as "correctionReason"`
export async function insertFrozen(
  tx: Tx,
  tenant: string,
  row: FrozenRow & { readonly year: number; readonly sequence: number; readonly at: string },
): Promise<void> {
  await sql`
    insert into frozen_donor_report (tenant_id, number, report_id, project_id, version, sequence, year, period_from, period_until, sha256, gaps, frozen_on,
      supersedes, correction_reason, frozen_at)
    values (${tenant}, ${row.number}, ${row.report}, ${row.project}, ${row.version}, ${row.sequence}, ${row.year}, ${row.from}, ${row.until}, ${row.sha256},
      ${row.gaps}, ${row.frozenOn}, ${row.supersedes}, ${row.correctionReason}, ${row.at})`.execute(tx)
}
export async function listFrozen(tx: Tx, tenant: string): Promise<readonly FrozenRow[]> {
  const { rows } = await sql<FrozenRow>`
    select ${frozenColumns} from frozen_donor_report where tenant_id = ${tenant} order by report_id, version limit 2000`.execute(tx)
  return rows
}
export async function findFrozen(tx: Tx, tenant: string, number: string): Promise<FrozenRow | null> {
  const { rows } =
    await sql<FrozenRow>`select ${frozenColumns} from frozen_donor_report where tenant_id = ${tenant} and number = ${number}`.execute(tx)
  return rows[0] ?? null
}
export async function nextSequence(tx: Tx, tenant: string, year: number): Promise<number> {
  const { rows } = await sql<{ readonly last: number | null }>`
    select max(sequence) as last from frozen_donor_report where tenant_id = ${tenant} and year = ${year}`.execute(tx)
  return (rows[0]?.last ?? 0) + 1
}
export const keepContent = (tx: Tx, tenant: string, row: { readonly sha256: string; readonly content: string }): Promise<unknown> =>
  sql`insert into donor_report_content (tenant_id, sha256, content) values (${tenant}, ${row.sha256}, ${row.content}) on conflict do nothing`.execute(
    tx,
  )
export async function findContent(tx: Tx, tenant: string, sha256: string): Promise<string | null> {
  const { rows } = await sql<{ readonly content: string }>`
    select content from donor_report_content where tenant_id = ${tenant} and sha256 = ${sha256}`.execute(tx)
  return rows[0]?.content ?? null
}
