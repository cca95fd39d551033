/* Drafts of orders in SQL: plain rows with a version that rises. A draft that an order names is read, never changed. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { OrderDraft } from '../../domain/orders/order-draft.ts'

export interface DraftRow {
  readonly id: string
  readonly version: number
  readonly content: OrderDraft
  readonly changed_by: string
  readonly changed_at: string
  readonly order_id: string | null
  readonly order_number: string | null
}
const columns = sql`draft.id, draft.version, draft.content, draft.changed_by, draft.changed_at, act.id as order_id, act.number as order_number`
const joined = sql`order_draft draft left join status_order act on act.tenant_id = draft.tenant_id and act.draft = draft.id`

export async function findDraftRow(tx: Tx, tenant: string, id: string): Promise<DraftRow | null> {
  const found = await sql<DraftRow>`select ${columns} from ${joined} where draft.tenant_id = ${tenant} and draft.id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

/** Those that no order came from, newest change first. */
export async function listDraftRows(tx: Tx, tenant: string): Promise<readonly DraftRow[]> {
  const found = await sql<DraftRow>`
    select ${columns} from ${joined} where draft.tenant_id = ${tenant} and act.id is null order by draft.changed_at desc, draft.id limit 1000`.execute(
    tx,
  )
  return found.rows
}

interface DraftChange {
  readonly id: string
  /** The version that was changed; 0 for a new draft. */
  readonly version: number
  readonly content: OrderDraft
  readonly by: string
  readonly at: string
}
/** True when written; false when somebody else changed it since. */
export async function writeDraft(tx: Tx, tenant: string, change: DraftChange): Promise<boolean> {
  const content = sql`${JSON.stringify(change.content)}::jsonb`
  const done =
    change.version === 0
      ? await sql`
          insert into order_draft (tenant_id, id, version, content, created_by, created_at, changed_by, changed_at)
          values (${tenant}, ${change.id}, 1, ${content}, ${change.by}, ${change.at}, ${change.by}, ${change.at}) on conflict do nothing`.execute(
          tx,
        )
      : await sql`
          update order_draft set version = version + 1, content = ${content}, changed_by = ${change.by}, changed_at = ${change.at}
          where tenant_id = ${tenant} and id = ${change.id} and version = ${change.version}`.execute(tx)
  return done.numAffectedRows === 1n
}

export async function deleteDraft(
  tx: Tx,
  tenant: string,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<boolean> {
  const done = await sql`delete from order_draft where tenant_id = ${tenant} and id = ${id} and version = ${version}`.execute(tx)
  return done.numAffectedRows === 1n
}

/** The number of the order that came from the draft; `null`: none did. */
export async function orderNumberOfDraft(tx: Tx, tenant: string, draft: string): Promise<string | null> {
  const found = await sql<{
    number: string
  }>`select number from status_order where tenant_id = ${tenant} and draft = ${draft} limit 1`.execute(tx)
  return found.rows[0]?.number ?? null
}
