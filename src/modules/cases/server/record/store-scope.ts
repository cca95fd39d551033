/*
Who asks the protected tables, told to the database for the length of one transaction: their policies read these three settings. Without a call they hold nothing, and the tables look
empty. `record` is the scope of the server's own writers; everything that answers a person goes in as that person.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface CaseScope {
  readonly account: string
  readonly organisation: string | null
  /** `house`: who keeps the beds of a house, and no other of its body; `team`: the cases of the organisation; `views`: who looked at what, for who protects data. */
  readonly scope: 'reader' | 'house' | 'team' | 'views' | 'record'
  /** The hour of who asks, for those whose time in a team ends; without it, the hour of the database. */
  readonly now?: string
}
export async function enterCases(tx: Tx, { account, organisation, scope, now = '' }: CaseScope): Promise<void> {
  await sql`
    select set_config('chanzo.account', ${account}, true),
           set_config('chanzo.organisation', ${organisation ?? ''}, true),
           set_config('chanzo.scope', ${scope}, true),
           set_config('chanzo.now', ${now}, true)`.execute(tx)
}
