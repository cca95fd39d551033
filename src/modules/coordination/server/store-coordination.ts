/* Rows of committees, meetings, actions, funds and promises: each with its steps in order. A tenant has some dozens of committees and some meetings of each a year.
They are read whole: a limit here would lose the newest from agendas, numbers and what climbs. What is long is cut into pages where it is shown, and says so. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export type RecordKind = 'committee' | 'meeting' | 'action' | 'fund' | 'promise'
export interface RecordRow {
  readonly id: string
  readonly committee: string
  readonly acts: unknown
}
interface NewAct {
  readonly of: RecordKind
  readonly id: string
  readonly act: { readonly kind: string; readonly payload: unknown; readonly learnedAt: string }
}
const listed = (act: NewAct['act']): string => JSON.stringify([act])

export async function insertRecord(
  tx: Tx,
  tenant: string,
  { of, id, committee, act }: NewAct & { readonly committee: string },
): Promise<void> {
  await sql`
    insert into coordination_record (tenant_id, kind, id, committee_id, acts) values (${tenant}, ${of}, ${id}, ${committee}, ${listed(act)}::jsonb)
    on conflict (tenant_id, kind, id) do update set acts = coordination_record.acts || excluded.acts`.execute(tx)
}
export async function addAct(tx: Tx, tenant: string, { of, id, act }: NewAct): Promise<void> {
  await sql`
    update coordination_record set acts = acts || ${listed(act)}::jsonb where tenant_id = ${tenant} and kind = ${of} and id = ${id}`.execute(
    tx,
  )
}
export async function listRecords(
  tx: Tx,
  tenant: string,
  { of, id = null, committee = null }: { readonly of: RecordKind; readonly id?: string | null; readonly committee?: string | null },
): Promise<readonly RecordRow[]> {
  const found = await sql<RecordRow>`
    select id, committee_id as committee, acts from coordination_record
    where tenant_id = ${tenant} and kind = ${of} and (${id}::uuid is null or id = ${id}::uuid) and (${committee}::uuid is null or committee_id = ${committee}::uuid)
    order by id`.execute(tx)
  return found.rows
}
