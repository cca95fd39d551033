/* Capture jobs: plain rows, with the document until it is done. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { CaptureError } from './errors.ts'

export interface CaptureRow {
  readonly id: string
  readonly account: string
  readonly organisation: string | null
  readonly behaviour: 'rollback' | 'proceed'
  readonly createdAt: string
  readonly finishedAt: string | null
  readonly success: boolean
  readonly events: number
  readonly kept: number
  readonly alreadyKnown: number
  readonly errors: readonly CaptureError[]
}
const columns = sql`id, account, organisation_id as organisation, behaviour, created_at as "createdAt", finished_at as "finishedAt", success, events, kept,
  already_known as "alreadyKnown", errors`

export interface KeptDocument {
  readonly document: unknown
  readonly extensions: { readonly [prefix: string]: string }
}
export async function insertCapture(
  tx: Tx,
  tenant: string,
  row: Pick<CaptureRow, 'id' | 'account' | 'organisation' | 'behaviour' | 'createdAt' | 'events'> & { readonly kept: KeptDocument },
): Promise<void> {
  await sql`
    insert into epcis_capture (tenant_id, id, account, organisation_id, behaviour, created_at, events, document)
    values (${tenant}, ${row.id}, ${row.account}, ${row.organisation}, ${row.behaviour}, ${row.createdAt}, ${row.events}, ${JSON.stringify(row.kept)}::jsonb)`.execute(
    tx,
  )
}

/** Of one account and its organisation, or of everybody. */
export interface CaptureSight {
  readonly account: string
  readonly organisation: string | null
  readonly seesAll: boolean
}
const isSeen = ({ account, organisation, seesAll }: CaptureSight) =>
  sql`(${seesAll} or account = ${account} or (${organisation}::uuid is not null and organisation_id = ${organisation}::uuid))`

export async function findCapture(tx: Tx, tenant: string, id: string, sight: CaptureSight): Promise<CaptureRow | null> {
  const found = await sql<CaptureRow>`
    select ${columns} from epcis_capture where tenant_id = ${tenant} and id = ${id} and ${isSeen(sight)}`.execute(tx)
  return found.rows[0] ?? null
}
/** Newest first; after the given one. */
export async function listCaptures(
  tx: Tx,
  tenant: string,
  { sight, limit, after }: { readonly sight: CaptureSight; readonly limit: number; readonly after: string | null },
): Promise<readonly CaptureRow[]> {
  const found = await sql<CaptureRow>`
    select ${columns} from epcis_capture where tenant_id = ${tenant} and ${isSeen(sight)}
      and (${after}::uuid is null or (created_at, id) < (select c.created_at, c.id from epcis_capture c where c.tenant_id = ${tenant} and c.id = ${after}::uuid))
    order by created_at desc, id desc limit ${limit}`.execute(tx)
  return found.rows
}

/** Jobs that nobody finished, oldest first. */
export async function listUnfinished(tx: Tx, tenant: string): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select id from epcis_capture where tenant_id = ${tenant} and finished_at is null order by created_at, id`.execute(tx)
  return found.rows.map((row) => row.id)
}
export async function findWork(tx: Tx, tenant: string, id: string): Promise<(CaptureRow & { readonly document: KeptDocument }) | null> {
  const found = await sql<CaptureRow & { readonly document: KeptDocument }>`
    select ${columns}, document from epcis_capture where tenant_id = ${tenant} and id = ${id} and finished_at is null`.execute(tx)
  return found.rows[0] ?? null
}
export async function noteErrors(tx: Tx, tenant: string, id: string, errors: readonly CaptureError[]): Promise<void> {
  await sql`update epcis_capture set success = false, errors = ${JSON.stringify(errors)}::jsonb where tenant_id = ${tenant} and id = ${id}`.execute(
    tx,
  )
}
export async function finishCapture(
  tx: Tx,
  tenant: string,
  done: Pick<CaptureRow, 'id' | 'success' | 'kept' | 'alreadyKnown' | 'errors'> & { readonly at: string },
): Promise<void> {
  await sql`
    update epcis_capture set finished_at = ${done.at}, success = ${done.success}, kept = ${done.kept}, already_known = ${done.alreadyKnown},
      errors = ${JSON.stringify(done.errors)}::jsonb, document = null
    where tenant_id = ${tenant} and id = ${done.id} and finished_at is null`.execute(tx)
}
