/* What each body settled, as one row that says how often it changed: whoever kept the rules in memory asks only for that number. */
import { sql } from 'kysely'
import { mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type Decided, RulesHistory } from '../../domain/rules/rules-words.ts'
import type { SettledRules } from '../../domain/rules/settle-rules.ts'

export async function versionsOfRules(tx: Tx, tenant: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ organisation: string; version: number }>`
    select organisation_id as organisation, version from protection_rules where tenant_id = ${tenant}`.execute(tx)
  return new Map(rows.map(({ organisation, version }) => [organisation, version]))
}
export async function findRules(tx: Tx, tenant: string, organisation: string): Promise<SettledRules> {
  const { rows } = await sql<{ history: unknown }>`
    select history from protection_rules where tenant_id = ${tenant} and organisation_id::text = ${organisation}`.execute(tx)
  return { history: rows[0] === undefined ? [] : mustParse(RulesHistory, rows[0].history) }
}
/** Needs the program's own scope. */
export async function saveRules(
  tx: Tx,
  tenant: string,
  row: { readonly organisation: string; readonly history: readonly Decided[] },
): Promise<void> {
  await sql`
    insert into protection_rules (tenant_id, organisation_id, version, history)
    values (${tenant}, ${row.organisation}, 1, ${JSON.stringify(row.history)}::jsonb)
    on conflict (tenant_id, organisation_id) do update
      set version = protection_rules.version + 1, history = excluded.history`.execute(tx)
}
