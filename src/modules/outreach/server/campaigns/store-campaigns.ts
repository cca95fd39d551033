/* Rows of campaigns, and of persons who were counted. There is no question here that adds one kind of reach to another. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface CampaignRow {
  readonly id: string
  readonly acts: unknown
}
const listed = (kind: string, payload: unknown): string => JSON.stringify([{ kind, payload }])
export interface Act {
  readonly id: string
  readonly kind: string
  readonly payload: unknown
}
export async function insertCampaign(tx: Tx, tenant: string, { from, id, kind, payload }: Act & { readonly from: string }): Promise<void> {
  await sql`
    insert into outreach_campaign (tenant_id, id, from_day, acts)
    values (${tenant}, ${id}, ${from}, ${listed(kind, payload)}::jsonb)`.execute(tx)
}
export async function addAct(tx: Tx, tenant: string, { id, kind, payload }: Act): Promise<void> {
  await sql`update outreach_campaign set acts = acts || ${listed(kind, payload)}::jsonb where tenant_id = ${tenant} and id = ${id}`.execute(
    tx,
  )
}
export async function listCampaigns(tx: Tx, tenant: string, id: string | null = null): Promise<readonly CampaignRow[]> {
  const found = await sql<CampaignRow>`
    select id, acts from outreach_campaign where tenant_id = ${tenant} and (${id}::uuid is null or id = ${id}::uuid)
    order by from_day desc, id desc limit 300`.execute(tx)
  return found.rows
}

export interface DirectRows {
  readonly id: string
  readonly campaign: string
  readonly on: string
  readonly channel: string
  readonly province: string
  readonly learnedAt: string
  readonly counted: readonly { readonly sex: string; readonly age: string; readonly persons: number }[]
}
export async function insertDirect(tx: Tx, tenant: string, row: DirectRows): Promise<void> {
  await sql`
    insert into outreach_direct_reach (tenant_id, id, campaign_id, on_day, channel, province, sex, age, persons, learned_at)
    select ${tenant}, ${row.id}, ${row.campaign}, ${row.on}, ${row.channel}, ${row.province}, g.sex, g.age, g.persons, ${row.learnedAt}
    from jsonb_to_recordset(${JSON.stringify(row.counted)}::jsonb) as g (sex text, age text, persons integer)`.execute(tx)
}
export async function deleteDirect(tx: Tx, tenant: string, id: string): Promise<void> {
  await sql`delete from outreach_direct_reach where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}

const parts = { sex: 'sex', age: 'age', province: 'province' } as const
export type DirectPart = keyof typeof parts
export const directParts = Object.keys(parts)
export const isDirectPart = (name: string): name is DirectPart => Object.hasOwn(parts, name)
export interface DirectAsked {
  readonly occurred: { readonly from: string; readonly to: string }
  readonly learned: { readonly after: string | null; readonly until: string | null }
  readonly by: readonly DirectPart[]
}
export async function countDirect(
  tx: Tx,
  tenant: string,
  { occurred, learned, by }: DirectAsked,
): Promise<readonly { readonly parts: readonly string[]; readonly persons: number }[]> {
  const columns = by.map((name) => sql.ref(parts[name]))
  const found = await sql<{ parts: readonly string[]; persons: number }>`
    select ${columns.length === 0 ? sql`array[]::text[]` : sql`array[${sql.join(columns)}]`} as parts, coalesce(sum(persons), 0)::float8 as persons
    from outreach_direct_reach
    where tenant_id = ${tenant} and on_day >= ${occurred.from}::date and on_day <= ${occurred.to}::date
      and (${learned.after}::timestamptz is null or learned_at > ${learned.after}::timestamptz)
      and (${learned.until}::timestamptz is null or learned_at <= ${learned.until}::timestamptz)
    ${columns.length === 0 ? sql`` : sql`group by ${sql.join(columns)} order by ${sql.join(columns)}`}`.execute(tx)
  return found.rows
}
