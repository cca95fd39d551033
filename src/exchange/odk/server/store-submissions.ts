/* What came from Collect, from its like and from exports, in SQL. A submission is written once; only what became of it changes. */
import { sql } from 'kysely'
import type { Fact, Facts } from '../../../kernel/outcome.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Said } from '../domain/said.ts'

export interface SubmissionSent {
  readonly instance: string
  readonly came_by: string
  readonly form: string
  readonly form_version: string
  readonly form_sha256: string
  readonly xml: string
  readonly amends: string | null
  readonly device: string | null
  readonly account_id: string
  readonly organisation_id: string | null
  readonly role: string
  readonly territory: 'everywhere' | readonly string[]
  readonly filled_at: string
  readonly received_at: string
  readonly more_follows: boolean
  readonly said: Said
}
export interface SubmissionRow extends SubmissionSent {
  readonly state: 'to-place' | 'recorded' | 'set-aside'
  readonly reason: string
  readonly facts: Facts
  readonly inspection_id: string | null
  readonly by_body: string | null
  readonly files_recorded: number
  readonly settled_by: string | null
  readonly settled_at: string | null
}

const columns = sql`instance, came_by, form, form_version, form_sha256, xml, amends, device, account_id, organisation_id, role, territory, filled_at,
  received_at, more_follows, said, state, reason, facts, inspection_id, by_body, files_recorded, settled_by, settled_at`

/** False when the instance is known, or when another one took the place of the same earlier submission. */
export async function insertSubmission(tx: Tx, tenant: string, sent: SubmissionSent): Promise<boolean> {
  const added = await sql`
    insert into odk_submission (tenant_id, instance, came_by, form, form_version, form_sha256, xml, amends, device, account_id, organisation_id, role,
      territory, filled_at, received_at, more_follows, said, state, reason, facts)
    values (${tenant}, ${sent.instance}, ${sent.came_by}, ${sent.form}, ${sent.form_version}, ${sent.form_sha256}, ${sent.xml}, ${sent.amends},
      ${sent.device}, ${sent.account_id}, ${sent.organisation_id}, ${sent.role}, ${JSON.stringify(sent.territory)}::jsonb, ${sent.filled_at},
      ${sent.received_at}, ${sent.more_follows}, ${JSON.stringify(sent.said)}::jsonb, 'to-place', '', '{}'::jsonb)
    on conflict do nothing`.execute(tx)
  return added.numAffectedRows === 1n
}

export async function findSubmission(tx: Tx, tenant: string, instance: string): Promise<SubmissionRow | null> {
  const found = await sql<SubmissionRow>`
    select ${columns} from odk_submission where tenant_id = ${tenant} and instance = ${instance}`.execute(tx)
  return found.rows[0] ?? null
}

/** Imported without saying whose observations it holds. */
export const isWithoutAuthor = ({ role }: Pick<SubmissionRow, 'role'>): boolean => role === ''

type Author = Pick<SubmissionRow, 'instance' | 'account_id' | 'organisation_id' | 'role' | 'territory'>
/** Whose observations it holds, where nobody was named yet. */
export async function nameAuthor(tx: Tx, tenant: string, author: Author): Promise<void> {
  await sql`
    update odk_submission set account_id = ${author.account_id}, organisation_id = ${author.organisation_id}, role = ${author.role},
      territory = ${JSON.stringify(author.territory)}::jsonb
    where tenant_id = ${tenant} and instance = ${author.instance} and role = ''`.execute(tx)
}

export async function isAmended(tx: Tx, tenant: string, instance: string): Promise<boolean> {
  const found = await sql`select 1 from odk_submission where tenant_id = ${tenant} and amends = ${instance}`.execute(tx)
  return found.rows.length > 0
}

/** A part that arrives a second time does not open again what was whole. */
export async function noteParts(
  tx: Tx,
  tenant: string,
  { instance, moreFollows }: { readonly instance: string; readonly moreFollows: boolean },
) {
  await sql`
    update odk_submission set more_follows = more_follows and ${moreFollows}
    where tenant_id = ${tenant} and instance = ${instance}`.execute(tx)
}

export interface Settled {
  readonly instance: string
  readonly state: SubmissionRow['state']
  readonly reason: string
  readonly facts: { readonly [name: string]: Fact }
  readonly inspection: string | null
  readonly by: string | null
  readonly filesRecorded: number
  readonly settledBy: string | null
  readonly at: string
}
export async function settleSubmission(tx: Tx, tenant: string, settled: Settled): Promise<void> {
  await sql`
    update odk_submission set state = ${settled.state}, reason = ${settled.reason}, facts = ${JSON.stringify(settled.facts)}::jsonb,
      inspection_id = ${settled.inspection}, by_body = ${settled.by}, files_recorded = ${settled.filesRecorded}, settled_by = ${settled.settledBy},
      settled_at = ${settled.at}
    where tenant_id = ${tenant} and instance = ${settled.instance}`.execute(tx)
}

/** Oldest first: whoever waits longest is looked at first. For one organisation with what is nobody's yet, or for all. */
export async function listSubmissions(
  tx: Tx,
  tenant: string,
  asked: { readonly state: SubmissionRow['state']; readonly organisation: string | null; readonly account: string | null },
): Promise<readonly SubmissionRow[]> {
  const found = await sql<SubmissionRow>`
    select ${columns} from odk_submission
    where tenant_id = ${tenant} and state = ${asked.state}
      and ((${asked.organisation}::text is null and ${asked.account}::text is null) or organisation_id = ${asked.organisation} or account_id = ${asked.account} or role = '')
    order by received_at, instance limit 500`.execute(tx)
  return found.rows
}

export interface AttachmentRow {
  readonly name: string
  readonly sha256: string | null
  readonly media_type: 'application/pdf' | 'image/png' | 'image/jpeg' | null
  readonly bytes: number
  readonly refusal: string | null
}
/** The first file under a name stays; one that could not be kept gives way to one that can. */
export async function keepAttachment(
  tx: Tx,
  tenant: string,
  file: AttachmentRow & { readonly instance: string; readonly at: string },
): Promise<void> {
  await sql`
    insert into odk_attachment (tenant_id, instance, name, sha256, media_type, bytes, refusal, received_at)
    values (${tenant}, ${file.instance}, ${file.name}, ${file.sha256}, ${file.media_type}, ${file.bytes}, ${file.refusal}, ${file.at})
    on conflict (tenant_id, instance, name) do update set sha256 = excluded.sha256, media_type = excluded.media_type, bytes = excluded.bytes,
      refusal = excluded.refusal, received_at = excluded.received_at
    where odk_attachment.sha256 is null`.execute(tx)
}

export async function listAttachments(tx: Tx, tenant: string, instance: string): Promise<readonly AttachmentRow[]> {
  const found = await sql<AttachmentRow>`
    select name, sha256, media_type, bytes, refusal from odk_attachment where tenant_id = ${tenant} and instance = ${instance} order by name`.execute(
    tx,
  )
  return found.rows
}
