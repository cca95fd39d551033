/* Runs of the scan, as plain rows: how far, what it raised, whether it came to its end. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface RunRow {
  readonly id: string
  readonly startedAt: string
  readonly seenAt: string
  readonly finishedAt: string | null
  readonly rulesDone: number
  readonly rulesTotal: number
  readonly lookedAt: number
  readonly raised: number
  readonly held: number
  readonly problem: string | null
}
export async function insertRun(
  tx: Tx,
  tenant: string,
  run: { readonly id: string; readonly askedBy: string; readonly at: string; readonly rules: number },
): Promise<void> {
  await sql`
    insert into plausibility_scan (tenant_id, id, asked_by, started_at, seen_at, rules_done, rules_total, looked_at, raised, held)
    values (${tenant}, ${run.id}, ${run.askedBy}, ${run.at}, ${run.at}, 0, ${run.rules}, 0, 0, 0)`.execute(tx)
}
export async function updateRun(
  tx: Tx,
  tenant: string,
  run: Pick<RunRow, 'id' | 'seenAt' | 'rulesDone' | 'lookedAt' | 'raised' | 'held' | 'finishedAt' | 'problem'>,
): Promise<void> {
  await sql`
    update plausibility_scan set seen_at = ${run.seenAt}, rules_done = ${run.rulesDone}, looked_at = ${run.lookedAt}, raised = ${run.raised},
      held = ${run.held}, finished_at = ${run.finishedAt}, problem = ${run.problem}
    where tenant_id = ${tenant} and id = ${run.id}`.execute(tx)
}
/** Two that ask in the same moment are answered one after the other; until the end of the transaction. */
export async function lockRuns(tx: Tx, tenant: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`plausibility-scan|${tenant}`}, 0))`.execute(tx)
}
/** Newest first. */
export async function listRuns(tx: Tx, tenant: string, limit: number): Promise<readonly RunRow[]> {
  const found = await sql<RunRow>`
    select id, started_at as "startedAt", seen_at as "seenAt", finished_at as "finishedAt", rules_done as "rulesDone", rules_total as "rulesTotal",
      looked_at as "lookedAt", raised, held, problem
    from plausibility_scan where tenant_id = ${tenant} order by started_at desc, id desc limit ${limit}`.execute(tx)
  return found.rows
}
