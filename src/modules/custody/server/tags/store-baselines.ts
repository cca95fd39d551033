/* Baseline reports: what a body counted at a site, and whether a second account has validated it. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface BaselineRow {
  readonly id: string
  readonly site: string
  readonly inspectionType: string
  readonly body: string
  readonly observedOn: string
  readonly inspection: string | null
  readonly miners: number
  /** An account, for the rule of two persons; never sent out. */
  readonly reportedBy: string
  readonly state: string
  readonly reason: string | null
  readonly learnedAt: string
  readonly production: readonly { readonly mineral: string; readonly dailyGrams: number; readonly monthlyGrams: number }[]
}
const columns = sql`
  b.id, b.site_id as site, b.inspection_type as "inspectionType", b.body, b.observed_on as "observedOn", b.inspection, b.miners, b.reported_by as "reportedBy", b.state, b.reason,
  b.learned_at as "learnedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('mineral', m.mineral, 'dailyGrams', m.daily_grams, 'monthlyGrams', m.monthly_grams) order by m.part),
    '[]') from tag_baseline_mineral m where m.tenant_id = b.tenant_id and m.baseline_id = b.id) as production`

export interface NewBaseline {
  readonly id: string
  readonly site: string
  readonly inspectionType: string
  readonly body: string
  readonly observedOn: string
  readonly inspection: string | null
  readonly miners: number
  readonly reportedBy: string
  readonly shafts: number | null
  readonly tunnels: number | null
  readonly excavators: boolean | null
  readonly jackhammers: number | null
  readonly washingStations: number | null
  readonly learnedAt: string
  readonly production: BaselineRow['production']
}
export async function insertBaseline(tx: Tx, tenant: string, row: NewBaseline): Promise<void> {
  await sql`
    insert into tag_baseline (tenant_id, id, site_id, inspection_type, body, observed_on, inspection, miners, shafts, tunnels, excavators,
      jackhammers, washing_stations, reported_by, state, learned_at)
    values (${tenant}, ${row.id}, ${row.site}, ${row.inspectionType}, ${row.body}, ${row.observedOn}, ${row.inspection}, ${row.miners}, ${row.shafts},
      ${row.tunnels}, ${row.excavators}, ${row.jackhammers}, ${row.washingStations}, ${row.reportedBy}, 'reported', ${row.learnedAt})`.execute(
    tx,
  )
  for (const [part, one] of row.production.entries()) {
    await sql`
      insert into tag_baseline_mineral (tenant_id, baseline_id, part, mineral, daily_grams, monthly_grams)
      values (${tenant}, ${row.id}, ${part}, ${one.mineral}, ${one.dailyGrams}, ${one.monthlyGrams})`.execute(tx)
  }
}
export async function decideBaseline(
  tx: Tx,
  tenant: string,
  id: string,
  decided: { readonly state: string; readonly reason: string | null },
) {
  await sql`update tag_baseline set state = ${decided.state}, reason = ${decided.reason} where tenant_id = ${tenant} and id = ${id}`.execute(
    tx,
  )
}

/** Newest observation first, at most 200. */
export async function listBaselines(tx: Tx, tenant: string, sites: readonly string[] | null): Promise<readonly BaselineRow[]> {
  const found = await sql<BaselineRow>`
    select ${columns} from tag_baseline b
    where b.tenant_id = ${tenant} and (${sites === null} or b.site_id = any(${[...(sites ?? [])]}::uuid[]))
    order by b.observed_on desc, b.id desc limit 200`.execute(tx)
  return found.rows
}
/** The last validated one of each site. */
export async function listValidBaselines(tx: Tx, tenant: string, sites: readonly string[] | null): Promise<readonly BaselineRow[]> {
  const found = await sql<BaselineRow>`
    select distinct on (b.site_id) ${columns} from tag_baseline b
    where b.tenant_id = ${tenant} and b.state = 'validated' and (${sites === null} or b.site_id = any(${[...(sites ?? [])]}::uuid[]))
    order by b.site_id, b.observed_on desc, b.id desc`.execute(tx)
  return found.rows
}
export async function findBaseline(tx: Tx, tenant: string, id: string): Promise<BaselineRow | null> {
  const found = await sql<BaselineRow>`select ${columns} from tag_baseline b where b.tenant_id = ${tenant} and b.id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}
