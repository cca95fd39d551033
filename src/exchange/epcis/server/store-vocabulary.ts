/* The values that events name: identifiers, steps, places; only of events that the reader sees. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { EventSight } from './store-sight.ts'

const seen = (tenant: string, sight: EventSight): RawBuilder<unknown> =>
  sql`exists (select from epcis_event e where e.tenant_id = ${tenant} and e.source = t.source and e.id = t.event and ${sight})`

/** In the order of their text, after the given one. */
export async function listValues(
  tx: Tx,
  tenant: string,
  asked: { readonly names: readonly string[]; readonly sight: EventSight; readonly after: string; readonly limit: number },
): Promise<readonly string[]> {
  const found = await sql<{ value: string }>`
    select distinct t.value collate "C" as value from epcis_term t
    where t.tenant_id = ${tenant} and t.name = any(${[...asked.names]}::text[]) and t.value collate "C" > ${asked.after} and ${seen(tenant, asked.sight)}
    order by 1 limit ${asked.limit}`.execute(tx)
  return found.rows.map((row) => row.value)
}

export async function isValueKnown(
  tx: Tx,
  tenant: string,
  asked: { readonly names: readonly string[]; readonly sight: EventSight; readonly value: string },
): Promise<boolean> {
  const found = await sql`
    select 1 from epcis_term t
    where t.tenant_id = ${tenant} and t.name = any(${[...asked.names]}::text[]) and md5(t.value) = md5(${asked.value}) and t.value = ${asked.value}
      and ${seen(tenant, asked.sight)} limit 1`.execute(tx)
  return found.rows.length > 0
}

/** What takes longer is given up; the reader is told to ask for less. */
export async function limitTime(tx: Tx): Promise<void> {
  await sql`set local statement_timeout = '15s'`.execute(tx)
}
