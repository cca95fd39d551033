/* Rows of reports: drafts and their texts, what was released, the frozen text by its hash. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface DraftRow {
  readonly id: string
  readonly kind: string
  readonly organisation: string
  readonly subject: unknown
  readonly from: string
  readonly until: string
  readonly changedAt: string
}
const draftColumns = sql`id, kind, organisation_id as organisation, subject, period_from as "from", period_until as until, changed_at as "changedAt"`

/** False where the id is taken: the same command again, or somebody else's. */
export async function insertDraft(tx: Tx, tenant: string, row: DraftRow & { readonly account: string }): Promise<boolean> {
  const made = await sql`
    insert into report_draft (tenant_id, id, kind, organisation_id, subject, period_from, period_until, account, changed_at)
    values (${tenant}, ${row.id}, ${row.kind}, ${row.organisation}, ${JSON.stringify(row.subject)}::jsonb, ${row.from}, ${row.until}, ${row.account}, ${row.changedAt})
    on conflict do nothing returning id`.execute(tx)
  return made.rows.length > 0
}
export async function findDraft(tx: Tx, tenant: string, id: string): Promise<DraftRow | null> {
  const { rows } = await sql<DraftRow>`select ${draftColumns} from report_draft where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  return rows[0] ?? null
}
/** `organisation` null: of all. */
export async function listDrafts(tx: Tx, tenant: string, organisation: string | null): Promise<readonly DraftRow[]> {
  const { rows } = await sql<DraftRow>`
    select ${draftColumns} from report_draft where tenant_id = ${tenant} and (${organisation}::uuid is null or organisation_id = ${organisation})
    order by changed_at desc, id limit 500`.execute(tx)
  return rows
}
export const touchDraft = (tx: Tx, tenant: string, row: { readonly id: string; readonly at: string }): Promise<unknown> =>
  sql`update report_draft set changed_at = ${row.at} where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)

export interface TextRow {
  readonly section: string
  readonly version: number
  readonly text: string
  readonly writtenAt: string
}
export async function listTexts(tx: Tx, tenant: string, report: string): Promise<readonly TextRow[]> {
  const { rows } = await sql<TextRow>`
    select section, version, content as text, written_at as "writtenAt" from report_text
    where tenant_id = ${tenant} and report_id = ${report} order by section, version`.execute(tx)
  return rows
}
export interface NewText {
  readonly report: string
  readonly section: string
  readonly text: string
  readonly account: string
  readonly at: string
}
export async function addText(tx: Tx, tenant: string, row: NewText): Promise<void> {
  await sql`
    insert into report_text (tenant_id, report_id, section, version, content, account, written_at)
    select ${tenant}, ${row.report}, ${row.section}, coalesce(max(version), 0) + 1, ${row.text}, ${row.account}, ${row.at}::timestamptz
    from report_text where tenant_id = ${tenant} and report_id = ${row.report} and section = ${row.section}`.execute(tx)
}

export interface ReleasedRow {
  readonly number: string
  readonly report: string
  readonly version: number
  readonly kind: string
  readonly organisation: string
  readonly from: string
  readonly until: string
  readonly sha256: string
  readonly gaps: number
  readonly isPublic: boolean
  readonly on: string
  readonly supersedes: string | null
  readonly correctionReason: string | null
}
const releasedColumns = sql`number, report_id as report, version, kind, organisation_id as organisation, period_from as "from", period_until as until,
  sha256, gaps, is_public as "isPublic", released_on as "on", supersedes, correction_reason as "correctionReason"`
export interface NewRelease extends ReleasedRow {
  readonly year: number
  readonly sequence: number
  readonly at: string
}
export async function insertReleased(tx: Tx, tenant: string, row: NewRelease): Promise<void> {
  await sql`
    insert into released_report (tenant_id, number, report_id, version, sequence, year, kind, organisation_id, period_from, period_until, sha256, gaps,
      is_public, released_on, supersedes, correction_reason, released_at)
    values (${tenant}, ${row.number}, ${row.report}, ${row.version}, ${row.sequence}, ${row.year}, ${row.kind}, ${row.organisation}, ${row.from},
      ${row.until}, ${row.sha256}, ${row.gaps}, ${row.isPublic}, ${row.on}, ${row.supersedes}, ${row.correctionReason}, ${row.at})`.execute(
    tx,
  )
}
export async function findReleased(tx: Tx, tenant: string, number: string): Promise<ReleasedRow | null> {
  const { rows } =
    await sql<ReleasedRow>`select ${releasedColumns} from released_report where tenant_id = ${tenant} and number = ${number}`.execute(tx)
  return rows[0] ?? null
}
export async function listReleased(tx: Tx, tenant: string, reports: readonly string[]): Promise<readonly ReleasedRow[]> {
  const { rows } = await sql<ReleasedRow>`
    select ${releasedColumns} from released_report where tenant_id = ${tenant} and report_id = any(${[...reports]}::uuid[]) order by report_id, version`.execute(
    tx,
  )
  return rows
}
/** Released for everybody, newest first, with what replaced it. */
export async function listPublic(tx: Tx, tenant: string): Promise<readonly (ReleasedRow & { readonly supersededBy: string | null })[]> {
  const { rows } = await sql<ReleasedRow & { readonly supersededBy: string | null }>`
    select ${releasedColumns}, (select later.number from released_report later where later.tenant_id = one.tenant_id
      and later.report_id = one.report_id and later.supersedes = one.number and later.is_public limit 1) as "supersededBy"
    from released_report one where tenant_id = ${tenant} and is_public order by released_at desc, number desc limit 500`.execute(tx)
  return rows
}
export async function nextSequence(tx: Tx, tenant: string, year: number): Promise<number> {
  const { rows } = await sql<{ readonly last: number | null }>`
    select max(sequence) as last from released_report where tenant_id = ${tenant} and year = ${year}`.execute(tx)
  return (rows[0]?.last ?? 0) + 1
}

export const keepContent = (tx: Tx, tenant: string, row: { readonly sha256: string; readonly content: string }): Promise<unknown> =>
  sql`insert into report_content (tenant_id, sha256, content) values (${tenant}, ${row.sha256}, ${row.content}) on conflict do nothing`.execute(
    tx,
  )
export async function findContent(tx: Tx, tenant: string, sha256: string): Promise<string | null> {
  const { rows } = await sql<{ readonly content: string }>`
    select content from report_content where tenant_id = ${tenant} and sha256 = ${sha256}`.execute(tx)
  return rows[0]?.content ?? null
}
