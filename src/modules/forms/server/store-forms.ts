/* Published versions of forms in SQL; they follow from the log. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { FormPublished, Sheets } from '../domain/form.ts'

export interface FormVersionRow {
  readonly form: string
  readonly version: string
  readonly ordinal: number
  readonly title: string
  readonly sha256: string
  readonly languages: readonly string[]
  readonly questions: number
  readonly based_on: string | null
  readonly note: string | null
  readonly published_at: string
  readonly published_by_role: string | null
  readonly published_by_organisation: string | null
  readonly event_id: string
  readonly event_hash: string
  readonly log_position: number
  readonly signed_by: string
}

const columns = sql`form, version, ordinal, title, sha256, languages, questions, based_on, note, published_at, published_by_role,
  published_by_organisation, event_id, event_hash, log_position, signed_by`

export interface InLog {
  readonly ordinal: number
  readonly at: string
  readonly role: string | null
  readonly organisation: string | null
  readonly event: string
  readonly hash: string
  readonly position: number
  readonly signedBy: string
}

export async function insertVersion(tx: Tx, tenant: string, content: FormPublished, inLog: InLog): Promise<void> {
  await sql`
    insert into form_version (tenant_id, form, version, ordinal, title, sha256, languages, questions, xform, sheets, based_on, note, published_at,
      published_by_role, published_by_organisation, event_id, event_hash, log_position, signed_by)
    values (${tenant}, ${content.form}, ${content.version}, ${inLog.ordinal}, ${content.title}, ${content.sha256},
      ${JSON.stringify(content.languages)}::jsonb, ${content.questions}, ${content.xform}, ${JSON.stringify(content.sheets)}::jsonb,
      ${content.basedOn ?? null}, ${content.note ?? null}, ${inLog.at}, ${inLog.role}, ${inLog.organisation}, ${inLog.event}, ${inLog.hash},
      ${inLog.position}, ${inLog.signedBy})`.execute(tx)
}

/** Every version of every form, newest first; without the forms themselves. */
export async function listVersionRows(tx: Tx, tenant: string, form: string | null): Promise<readonly FormVersionRow[]> {
  const found = await sql<FormVersionRow>`
    select ${columns} from form_version where tenant_id = ${tenant} and (${form}::text is null or form = ${form})
    order by form, ordinal desc limit 2000`.execute(tx)
  return found.rows
}

export type WholeVersionRow = FormVersionRow & { readonly xform: string; readonly sheets: unknown }

/** One version whole; without a version the current one. */
export async function findVersion(
  tx: Tx,
  tenant: string,
  asked: { readonly form: string; readonly version?: string },
): Promise<WholeVersionRow | null> {
  const version = asked.version ?? null
  const found = await sql<WholeVersionRow>`
    select ${columns}, xform, sheets from form_version
    where tenant_id = ${tenant} and form = ${asked.form} and (${version}::text is null or version = ${version})
    order by ordinal desc limit 1`.execute(tx)
  return found.rows[0] ?? null
}

export type VersionName = Pick<FormVersionRow, 'form' | 'version' | 'sha256' | 'title'>
/** What a version is called, without what is in it; without a version the current one. */
export async function findVersionName(
  tx: Tx,
  tenant: string,
  asked: { readonly form: string; readonly version?: string },
): Promise<VersionName | null> {
  const version = asked.version ?? null
  const found = await sql<VersionName>`
    select form, version, sha256, title from form_version
    where tenant_id = ${tenant} and form = ${asked.form} and (${version}::text is null or version = ${version})
    order by ordinal desc limit 1`.execute(tx)
  return found.rows[0] ?? null
}

/** The newest version of every form, whole. */
export async function listCurrentVersions(tx: Tx, tenant: string): Promise<readonly WholeVersionRow[]> {
  const found = await sql<WholeVersionRow>`
    select * from (select distinct on (form) ${columns}, xform, sheets from form_version where tenant_id = ${tenant} order by form, ordinal desc) newest
    order by title, form limit 200`.execute(tx)
  return found.rows
}

export interface DraftRow {
  readonly form: string
  readonly based_on: string
  readonly sheets: unknown
  readonly revision: number
  readonly saved_at: string
}

export async function findDraft(
  tx: Tx,
  tenant: string,
  whose: { readonly form: string; readonly account: string },
): Promise<DraftRow | null> {
  const found = await sql<DraftRow>`
    select form, based_on, sheets, revision, saved_at from form_draft
    where tenant_id = ${tenant} and form = ${whose.form} and account_id = ${whose.account}`.execute(tx)
  return found.rows[0] ?? null
}

export interface DraftToSave {
  readonly form: string
  readonly account: string
  readonly basedOn: string
  readonly sheets: Sheets
  /** The revision that was read; 0 for a new draft. */
  readonly revision: number
  readonly at: string
}
/** The new revision; null when somebody saved in between. */
export async function saveDraft(tx: Tx, tenant: string, draft: DraftToSave): Promise<number | null> {
  const sheets = JSON.stringify(draft.sheets)
  const found =
    draft.revision === 0
      ? await sql<{ revision: number }>`
          insert into form_draft (tenant_id, form, account_id, based_on, sheets, revision, saved_at)
          values (${tenant}, ${draft.form}, ${draft.account}, ${draft.basedOn}, ${sheets}::jsonb, 1, ${draft.at})
          on conflict do nothing returning revision`.execute(tx)
      : await sql<{ revision: number }>`
          update form_draft set sheets = ${sheets}::jsonb, based_on = ${draft.basedOn}, revision = revision + 1, saved_at = ${draft.at}
          where tenant_id = ${tenant} and form = ${draft.form} and account_id = ${draft.account} and revision = ${draft.revision}
          returning revision`.execute(tx)
  return found.rows[0]?.revision ?? null
}

/** Whether the draft of that revision was there to be thrown away. */
export async function dropDraft(
  tx: Tx,
  tenant: string,
  seen: { readonly form: string; readonly account: string; readonly revision: number },
): Promise<boolean> {
  const gone = await sql`
    delete from form_draft
    where tenant_id = ${tenant} and form = ${seen.form} and account_id = ${seen.account} and revision = ${seen.revision}
    returning form`.execute(tx)
  return gone.rows.length > 0
}
