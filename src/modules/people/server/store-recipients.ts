/* Who may be written to: open accounts of persons with their address, language, roles and area. For letters only. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface RecipientRow {
  readonly account: string
  readonly email: string
  readonly language: 'fr' | 'en'
  readonly territory: 'everywhere' | readonly string[]
  readonly roles: readonly string[]
  readonly organisation: string | null
}

export async function listRecipientRows(tx: Tx, tenant: string): Promise<readonly RecipientRow[]> {
  const found = await sql<RecipientRow>`select u.id as account, u.email, u.language, a.territory, a.organisation_id as organisation,
      array(select r.role from account_role r where r.tenant_id = a.tenant_id and r.account_id = a.id order by r.role) as roles
    from sign_in_user u join account a on a.tenant_id = u.tenant_id and a.id::text = u.id
    where u.tenant_id = ${tenant} and a.closed_at is null order by u.id`.execute(tx)
  return found.rows
}
