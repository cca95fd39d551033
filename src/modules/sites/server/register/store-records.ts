/* Inspections of many sites at once, for whoever reads whole records. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface RecordInspectionRow {
  readonly id: string
  readonly site_id: string
  readonly inspected_on: string
  readonly on_site: boolean
  readonly phase: string
  readonly result: 'green' | 'yellow' | 'red' | null
  readonly purpose: string | null
  readonly members: readonly { readonly body: string; readonly head?: boolean }[]
  readonly review: { readonly at: string } | null
}
/** Opened and held by then, newest first; a verdict that was given later was not known then. */
export async function listInspectionsOf(
  tx: Tx,
  tenant: string,
  question: { readonly sites: readonly string[]; readonly asOf: string; readonly knownAt: string },
): Promise<readonly RecordInspectionRow[]> {
  const found = await sql<RecordInspectionRow>`
    select id, site_id, inspected_on, on_site, phase, result, purpose, members, review from inspection
    where tenant_id = ${tenant} and site_id = any(${[...question.sites]}::uuid[]) and inspected_on <= ${question.asOf}
      and opened_at <= ${question.knownAt} order by inspected_on desc, id desc`.execute(tx)
  return found.rows.map((row) => (row.review !== null && row.review.at > question.knownAt ? { ...row, result: null, review: null } : row))
}
