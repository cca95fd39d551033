/* Lots as exchanges ask for them, and the condition of sight over a column with the id of a lot. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { LotBrief } from '../../contract-exchange.ts'
import { type Sight, seenBy } from './store-sight.ts'

const columns = sql`id as lot, number, kind, mineral, tag, tag_issuer as "tagIssuer", holder_id as holder, site_id as site, formed_on as "formedOn"`

export async function listBriefs(tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly LotBrief[]> {
  if (lots.length === 0) return []
  const found = await sql<LotBrief>`select ${columns} from lot where tenant_id = ${tenant} and id = any(${[...lots]}::uuid[])`.execute(tx)
  return found.rows
}

export async function listNamed(tx: Tx, tenant: string, name: string): Promise<readonly LotBrief[]> {
  const found = await sql<LotBrief>`
    select ${columns} from lot where tenant_id = ${tenant} and number = ${name}
    union select ${columns} from lot where tenant_id = ${tenant} and tag = upper(${name}) and voided_at is null limit 10`.execute(tx)
  return found.rows
}

export const lotIsSeen =
  (tenant: string, sight: Sight) =>
  (lot: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`exists (select from lot where lot.tenant_id = ${tenant} and lot.id = ${lot} and ${seenBy(tenant, sight)})`
