/* Corrective actions in SQL: one row each, open until it is done or dropped. */
import { sql } from 'kysely'
import type { Infer } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Attachment } from '../../../documents/contract.ts'
import type { ActionDone, ActionOwner, ActionSet } from '../../domain/missions/corrective-action.ts'

export interface ActionRow {
  readonly id: string
  readonly inspection_id: string
  readonly site_id: string
  readonly criterion: string
  readonly wording: string | null
  readonly owner: ActionOwner
  readonly due_on: string
  readonly origin: ActionSet['origin']
  readonly set_at: string
  readonly done_on: string | null
  readonly done_note: string | null
  readonly evidence: readonly Infer<typeof Attachment>[]
  readonly dropped_reason: string | null
}

/** An action that is told again replaces its words, its owner and its day. */
export async function setAction(
  tx: Tx,
  tenant: string,
  { inspection, set, at }: { readonly inspection: string; readonly set: ActionSet; readonly at: string },
): Promise<void> {
  await sql`
    insert into corrective_action (tenant_id, id, inspection_id, site_id, criterion, wording, owner, due_on, origin, set_at, evidence)
    select ${tenant}, ${set.action}, id, site_id, ${set.criterion}, ${set.text ?? null}, ${set.owner}, ${set.due}, ${set.origin}, ${at}, '[]'::jsonb
    from inspection where tenant_id = ${tenant} and id = ${inspection}
    on conflict (tenant_id, id) do update set criterion = excluded.criterion, wording = excluded.wording, owner = excluded.owner,
      due_on = excluded.due_on, origin = excluded.origin, set_at = excluded.set_at`.execute(tx)
}

export async function completeAction(
  tx: Tx,
  tenant: string,
  { done, at }: { readonly done: ActionDone; readonly at: string },
): Promise<void> {
  await sql`
    update corrective_action set done_on = ${done.on}, done_note = ${done.note}, evidence = ${JSON.stringify(done.evidence ?? [])}::jsonb, closed_at = ${at}
    where tenant_id = ${tenant} and id = ${done.action}`.execute(tx)
}

export async function dropAction(
  tx: Tx,
  tenant: string,
  { action, reason, at }: { readonly action: string; readonly reason: string; readonly at: string },
): Promise<void> {
  await sql`
    update corrective_action set dropped_reason = ${reason}, closed_at = ${at} where tenant_id = ${tenant} and id = ${action}`.execute(tx)
}

export interface ActionFilter {
  readonly inspection?: string | undefined
  readonly site?: string | undefined
  readonly open?: boolean | undefined
}
/** Soonest due first, at most 2,000. */
export async function listActionRows(tx: Tx, tenant: string, filter: ActionFilter): Promise<readonly ActionRow[]> {
  const { inspection = null, site = null, open = false } = filter
  const found = await sql<ActionRow>`
    select id, inspection_id, site_id, criterion, wording, owner, due_on, origin, set_at, done_on, done_note, evidence, dropped_reason
    from corrective_action
    where tenant_id = ${tenant} and (${inspection}::uuid is null or inspection_id = ${inspection}::uuid)
      and (${site}::uuid is null or site_id = ${site}::uuid) and (not ${open} or closed_at is null)
    order by due_on, id limit 2000`.execute(tx)
  return found.rows
}
