/* The rulebooks that a tenant chose, in SQL. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Adoption, RulebookAdopted } from '../../domain/status/adopted-rulebooks.ts'

export async function insertAdoption(
  tx: Tx,
  tenant: string,
  { id, content, at }: { readonly id: string; readonly content: RulebookAdopted; readonly at: string },
): Promise<void> {
  await sql`
    insert into adopted_rulebook (tenant_id, id, country, rulebook, applies_from, periods, reason, recorded_at)
    values (${tenant}, ${id}, ${content.country}, ${content.rulebook}, ${content.from}, ${JSON.stringify(content.periods)}::jsonb, ${content.reason}, ${at})`.execute(
    tx,
  )
}

/** Newest first. */
export async function listAdoptions(tx: Tx, tenant: string): Promise<readonly Adoption[]> {
  const found = await sql<Adoption>`
    select id, country, rulebook, applies_from as "from", periods, reason, recorded_at as "recordedAt" from adopted_rulebook
    where tenant_id = ${tenant} order by recorded_at desc, id`.execute(tx)
  return found.rows
}
