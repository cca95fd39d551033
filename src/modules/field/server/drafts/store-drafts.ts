/* Revisions of drafts in SQL. Rows are only added: the same revision again changes nothing, whoever sends it. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { DraftRevision } from '../../contract.ts'

export interface RevisionRow {
  readonly revision: string
  readonly draft: string
  readonly inspection_id: string
  readonly body: string
  readonly parents: readonly string[]
  readonly state: DraftRevision['state']
  readonly xml: string
  readonly stood_at: string
  readonly saved_at: string
  readonly files: DraftRevision['files']
  readonly account_id: string
  readonly device_id: string | null
}
/** Without the answers themselves: what a history is made of. */
export type RevisionNode = Pick<RevisionRow, 'revision' | 'draft' | 'parents' | 'state'>

export async function insertRevision(
  tx: Tx,
  tenant: string,
  row: RevisionRow & { readonly receivedAt: string },
): Promise<{ readonly added: boolean }> {
  const made = await sql`
    insert into field_draft_revision
      (tenant_id, revision, draft, inspection_id, body, parents, state, xml, stood_at, saved_at, files, account_id, device_id, received_at)
    values (${tenant}, ${row.revision}, ${row.draft}, ${row.inspection_id}, ${row.body}, ${[...row.parents]}::uuid[], ${row.state}, ${row.xml},
      ${row.stood_at}, ${row.saved_at}, ${JSON.stringify(row.files)}::jsonb, ${row.account_id}, ${row.device_id}, ${row.receivedAt})
    on conflict do nothing`.execute(tx)
  return { added: Number(made.numAffectedRows ?? 0) > 0 }
}

const columns = sql`revision, draft, inspection_id, body, parents, state, xml, stood_at, saved_at, files, account_id, device_id`

export async function listNodes(tx: Tx, tenant: string, drafts: readonly string[]): Promise<readonly RevisionNode[]> {
  const found = await sql<RevisionNode>`
    select revision, draft, parents, state from field_draft_revision where tenant_id = ${tenant} and draft = any(${[...drafts]}) order by revision`.execute(
    tx,
  )
  return found.rows
}
export async function revisionsById(tx: Tx, tenant: string, revisions: readonly string[]): Promise<readonly RevisionRow[]> {
  const found = await sql<RevisionRow>`
    select ${columns} from field_draft_revision where tenant_id = ${tenant} and revision = any(${[...revisions]}::uuid[]) order by revision`.execute(
    tx,
  )
  return found.rows
}

/** Names of drafts of which something is open, by the newest that came; for those who speak for their bodies. */
export async function listOpenDrafts(tx: Tx, tenant: string, most: number): Promise<readonly string[]> {
  const found = await sql<{ draft: string }>`
    select draft from field_draft_revision one where tenant_id = ${tenant} and state = 'open'
      and not exists (select from field_draft_revision later where later.tenant_id = ${tenant} and later.draft = one.draft and one.revision = any(later.parents))
    group by draft order by max(received_at) desc limit ${most}`.execute(tx)
  return found.rows.map((row) => row.draft)
}
export async function draftsOfInspections(tx: Tx, tenant: string, inspections: readonly string[]): Promise<readonly string[]> {
  const found = await sql<{ draft: string }>`
    select distinct draft from field_draft_revision where tenant_id = ${tenant} and inspection_id = any(${[...inspections]}::uuid[]) order by draft`.execute(
    tx,
  )
  return found.rows.map((row) => row.draft)
}
