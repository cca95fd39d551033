/* Requests for tags and their steps. Who sees which: those of the sites in sight, and those that the own organisation made. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Sight } from '../lots/store-sight.ts'
import { siteInSight } from './store-tag-sight.ts'

export interface RequestRow {
  readonly id: string
  readonly site: string
  readonly tagType: string
  readonly quantity: number
  readonly monthsCover: number
  readonly reason: string | null
  readonly organisation: string | null
  readonly askedOn: string
  /** An account, for the rule of two persons; never sent out. */
  readonly askedBy: string
  readonly state: string
  readonly approved: number | null
  readonly proposal: unknown
  readonly received: number | null
  readonly assigned: number
}
const columns = sql`
  r.id, r.site_id as site, r.tag_type as "tagType", r.quantity, r.months_cover as "monthsCover", r.reason, r.organisation_id as organisation,
  r.asked_on as "askedOn", r.asked_by as "askedBy", r.state, r.approved, r.proposal, r.received,
  (select coalesce(sum(p.to_number - p.from_number + 1), 0)::bigint from tag_part p
    where p.tenant_id = r.tenant_id and p.request_id = r.id) as assigned`
const seen = (tenant: string, sight: Sight): RawBuilder<unknown> =>
  sight.of === 'organisation'
    ? sql`(r.organisation_id = ${sight.organisation}::uuid or ${siteInSight(tenant, sight, sql`r.site_id`)})`
    : siteInSight(tenant, sight, sql`r.site_id`)

/** Newest first, at most 300. */
export async function listRequests(
  tx: Tx,
  tenant: string,
  { sight, site }: { readonly sight: Sight; readonly site: string | null },
): Promise<readonly RequestRow[]> {
  const found = await sql<RequestRow>`
    select ${columns} from tag_request r
    where r.tenant_id = ${tenant} and (${site}::uuid is null or r.site_id = ${site}::uuid) and ${seen(tenant, sight)}
    order by r.asked_on desc, r.id desc limit 300`.execute(tx)
  return found.rows
}

export async function findRequest(tx: Tx, tenant: string, id: string, sight: Sight): Promise<RequestRow | null> {
  const found = await sql<RequestRow>`
    select ${columns} from tag_request r where r.tenant_id = ${tenant} and r.id = ${id} and ${seen(tenant, sight)}`.execute(tx)
  return found.rows[0] ?? null
}

export async function insertRequest(
  tx: Tx,
  tenant: string,
  row: Omit<RequestRow, 'state' | 'approved' | 'proposal' | 'received' | 'assigned'> & { readonly learnedAt: string },
): Promise<void> {
  await sql`
    insert into tag_request (tenant_id, id, site_id, tag_type, quantity, months_cover, reason, organisation_id, asked_on, asked_by,
      state, learned_at)
    values (${tenant}, ${row.id}, ${row.site}, ${row.tagType}, ${row.quantity}, ${row.monthsCover}, ${row.reason}, ${row.organisation},
      ${row.askedOn}, ${row.askedBy}, 'pending', ${row.learnedAt})`.execute(tx)
}

/** Whether this account asked for these tags, or changed how many were asked for. */
export async function hasAsked(tx: Tx, tenant: string, request: string, account: string): Promise<boolean> {
  const found = await sql`
    select 1 from log_event where tenant_id = ${tenant} and subject = ${`tag-request:${request}`} and actor->>'account' = ${account}
      and kind in ('tag-request.submitted', 'tag-request.revised') limit 1`.execute(tx)
  return found.rows.length > 0
}

/** What a step changes; absent parts stay. */
export interface RequestChange {
  readonly state: string
  readonly quantity?: number
  readonly monthsCover?: number
  readonly approved?: number
  readonly proposal?: unknown
  readonly received?: number
}
export async function changeRequest(tx: Tx, tenant: string, id: string, change: RequestChange): Promise<void> {
  const { state, quantity = null, monthsCover = null, approved = null, proposal, received = null } = change
  await sql`
    update tag_request set state = ${state}, quantity = coalesce(${quantity}::integer, quantity),
      months_cover = coalesce(${monthsCover}::smallint, months_cover), approved = coalesce(${approved}::integer, approved),
      proposal = coalesce(${proposal === undefined ? null : JSON.stringify(proposal)}::jsonb, proposal),
      received = coalesce(${received}::integer, received)
    where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}

export interface StepRow {
  readonly step: string
  readonly on: string
  readonly learnedAt: string
  readonly organisation: string | null
  readonly quantity: number | null
  readonly reason: string | null
}
export async function insertStep(
  tx: Tx,
  tenant: string,
  step: StepRow & { readonly request: string; readonly position: number },
): Promise<void> {
  await sql`
    insert into tag_request_step (tenant_id, request_id, position, step, happened_on, organisation_id, quantity, reason, learned_at)
    values (${tenant}, ${step.request}, ${step.position}, ${step.step}, ${step.on}, ${step.organisation}, ${step.quantity}, ${step.reason},
      ${step.learnedAt})`.execute(tx)
}
export async function listSteps(tx: Tx, tenant: string, request: string): Promise<readonly StepRow[]> {
  const found = await sql<StepRow>`
    select step, happened_on as "on", learned_at as "learnedAt", organisation_id as organisation, quantity, reason from tag_request_step
    where tenant_id = ${tenant} and request_id = ${request} order by position`.execute(tx)
  return found.rows
}
