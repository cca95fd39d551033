/* What accounts were trained in: of each part, what counts longest. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface TrainingRow {
  readonly account: string
  readonly curriculum: string
  readonly trainedOn: string
  readonly validUntil: string
}
/** The one that counts longer stands: a note of an earlier end takes nothing away. */
export async function saveTraining(tx: Tx, tenant: string, row: TrainingRow & { readonly by: string; readonly at: string }): Promise<void> {
  await sql`
    insert into account_training (tenant_id, account_id, curriculum, trained_on, valid_until, noted_by, noted_at)
    values (${tenant}, ${row.account}, ${row.curriculum}, ${row.trainedOn}, ${row.validUntil}, ${row.by}, ${row.at})
    on conflict (tenant_id, account_id, curriculum) do update set trained_on = excluded.trained_on, valid_until = excluded.valid_until,
      noted_by = excluded.noted_by, noted_at = excluded.noted_at
      where excluded.valid_until >= account_training.valid_until`.execute(tx)
}
/** Of one account, or of all. */
export async function listTrainings(tx: Tx, tenant: string, account: string | null): Promise<readonly TrainingRow[]> {
  const { rows } = await sql<TrainingRow>`
    select account_id as account, curriculum, trained_on::text as "trainedOn", valid_until::text as "validUntil" from account_training
    where tenant_id = ${tenant} and (${account}::text is null or account_id::text = ${account}) order by account_id, curriculum`.execute(tx)
  return rows
}
