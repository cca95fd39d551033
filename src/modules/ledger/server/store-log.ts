/* What the ledger reads of the log when a kind joins late: its earlier events, and what was said of a subject before. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { PublishedEvent } from '../contract.ts'

export interface PlacedEvent extends PublishedEvent {
  readonly position: number
  readonly subjectVersion: number
}
interface Row {
  readonly position: number
  readonly kind: string
  readonly kind_version: number
  readonly subject: string
  readonly subject_version: number
  readonly happened_at: string
  readonly payload: unknown
}
const eventOf = (row: Row): PlacedEvent => ({
  position: row.position,
  kind: `${row.kind}.v${row.kind_version}`,
  subject: row.subject,
  subjectVersion: row.subject_version,
  happenedAt: row.happened_at,
  payload: row.payload,
})
const columns = sql`position, kind, kind_version, subject, subject_version, happened_at, payload`

/** In the order of the log, between two positions, at most `most`. Cost: a walk through the log, once when kinds join. */
export async function eventsOfKinds(
  tx: Tx,
  tenant: string,
  asked: { readonly kinds: readonly string[]; readonly after: number; readonly before: number; readonly most: number },
): Promise<readonly PlacedEvent[]> {
  const found = await sql<Row>`select ${columns} from log_event
    where tenant_id = ${tenant} and position > ${asked.after} and position < ${asked.before} and kind || '.v' || kind_version = any(${[...asked.kinds]})
    order by position limit ${asked.most}`.execute(tx)
  return found.rows.map(eventOf)
}
export async function eventsBefore(
  tx: Tx,
  tenant: string,
  { subject, subjectVersion }: { readonly subject: string; readonly subjectVersion: number },
): Promise<readonly PublishedEvent[]> {
  const found = await sql<Row>`select ${columns} from log_event
    where tenant_id = ${tenant} and subject = ${subject} and subject_version < ${subjectVersion} order by subject_version`.execute(tx)
  return found.rows.map(eventOf)
}
