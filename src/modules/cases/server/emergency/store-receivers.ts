/* Bodies to which one sends people on: whom an alarm of one's own concerns as well. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { enterCases } from '../record/store-scope.ts'

export async function receiversOf(tx: Tx, tenant: string, organisation: string): Promise<readonly string[]> {
  await enterCases(tx, { account: '', organisation: null, scope: 'record' })
  const { rows } = await sql<{ recipient: string }>`
    select distinct recipient from case_referral
    where tenant_id = ${tenant} and from_organisation = ${organisation} and recipient <> ${organisation} and sent_at is not null
    order by recipient`.execute(tx)
  return rows.map((row) => row.recipient)
}
