/* What the rank of sites is made from, in SQL: of every visit the few words that count, and which sites were ever inspected. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { survivorIn } from '../register/store-merges.ts'

export interface SeenRow {
  readonly site_id: string
  readonly visited_on: string
  readonly armed_interference: boolean | null
  readonly children: boolean
  readonly workers: number | null
  readonly access_dry: string | null
  readonly access_wet: string | null
}
interface Question {
  readonly asOf: string
  readonly knownAt: string
}
/** Oldest first; voided visits are left out, those of a merged record count for its survivor. */
export async function listSeen(tx: Tx, tenant: string, { asOf, knownAt }: Question): Promise<readonly SeenRow[]> {
  const found = await sql<SeenRow>`
    select ${survivorIn(tenant, sql`site_id`)} as site_id, visited_on, armed_interference, coalesce(content->'observed'->>'childrenUnder15' = 'true', false) as children,
      (content->'observed'->>'workers')::float8 as workers, content->'observed'->>'accessDry' as access_dry,
      content->'observed'->>'accessWet' as access_wet
    from site_visit
    where tenant_id = ${tenant} and visited_on <= ${asOf} and learned_at <= ${knownAt} and (voided_at is null or voided_at > ${knownAt})
    order by visited_on, id`.execute(tx)
  return found.rows
}

export interface EntryRow {
  readonly site_id: string
  readonly acts_on: string
  readonly men: number | null
  readonly women: number | null
  readonly access_dry: string | null
  readonly access_wet: string | null
  readonly hours_dry: number | null
  readonly hours_wet: number | null
}
/** What the register says of people and access, oldest first; entries that ended or were replaced are left out. */
export async function listAccessAndPeople(tx: Tx, tenant: string, { asOf, knownAt }: Question): Promise<readonly EntryRow[]> {
  const found = await sql<EntryRow>`
    select ${survivorIn(tenant, sql`site_id`)} as site_id, acts_on, (content->>'men')::float8 as men, (content->>'women')::float8 as women,
      content->'dry'->>'way' as access_dry, content->'wet'->>'way' as access_wet,
      (content->'dry'->>'hoursOnFoot')::float8 as hours_dry, (content->'wet'->>'hoursOnFoot')::float8 as hours_wet
    from site_entry
    where tenant_id = ${tenant} and entry_group in ('workforce', 'access') and acts_on <= ${asOf} and learned_at <= ${knownAt}
      and replaced_by is null and (ended_on is null or ended_on > ${asOf}) order by acts_on, id`.execute(tx)
  return found.rows
}

export async function listInspectedSites(tx: Tx, tenant: string, { asOf, knownAt }: Question): Promise<ReadonlySet<string>> {
  const found = await sql<{ site_id: string }>`
    select distinct ${survivorIn(tenant, sql`site_id`)} as site_id from inspection
    where tenant_id = ${tenant} and on_site and inspected_on <= ${asOf} and opened_at <= ${knownAt}`.execute(tx)
  return new Set(found.rows.map((row) => row.site_id))
}
