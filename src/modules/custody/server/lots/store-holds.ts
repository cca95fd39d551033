/* Lots that a file names, and lots that it may be about. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { LotsAround } from '../../contract-holds.ts'
import { lotState } from './store-lot-reads.ts'
import { type Sight, seenBy } from './store-sight.ts'
import { listTouched } from '../tracing/store-touched.ts'

export interface HoldRow {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly holder: string
  readonly sites: readonly string[]
  readonly formedOn: string
  readonly because: string | null
}
const columns = sql`lot.id, lot.number, lot.holder_id as holder, lot.root_sites as sites, lot.formed_on as "formedOn",
  ${lotState} as state, case when lot.quarantined_at is not null then lot.quarantine_because end as because`
const select = async (tx: Tx, condition: RawBuilder<unknown>): Promise<readonly HoldRow[]> =>
  (await sql<HoldRow>`select ${columns} from lot where ${condition}`.execute(tx)).rows

export const listLotsToHold = (tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly HoldRow[]> =>
  select(tx, sql`lot.tenant_id = ${tenant} and lot.id = any(${[...lots]}::uuid[]) order by lot.number`)

export async function listLotsAround(
  tx: Tx,
  tenant: string,
  asked: LotsAround & { readonly sight: Sight; readonly most: number },
): Promise<readonly HoldRow[]> {
  const { what, value, from, until, sight, most } = asked
  if (what === 'site')
    return select(
      tx,
      sql`lot.tenant_id = ${tenant} and lot.root_sites @> array[${value}::uuid] and lot.formed_on between ${from}::date and ${until}::date
        and lot.voided_at is null and ${seenBy(tenant, sight)} order by lot.formed_on desc, lot.id desc limit ${most}`,
    )
  const touched = await listTouched(tx, tenant, { what, value }, { since: from, until, sight, most })
  return listLotsToHold(
    tx,
    tenant,
    touched.map((row) => row.id),
  )
}

export async function listWorkersOf(tx: Tx, tenant: string, site: string): Promise<readonly string[]> {
  const found = await sql<{ organisation: string }>`
    select distinct one as organisation from tag_lockbox, unnest(array[cooperative_id, concession_owner_id]) as one
    where tenant_id = ${tenant} and site_id = ${site}::uuid and one is not null order by one`.execute(tx)
  return found.rows.map((row) => row.organisation)
}

export interface HeldGroupRow {
  readonly reason: string
  readonly mineral: string
  readonly body: string
  readonly lots: number
  readonly grams: number
  readonly since: string
}
/** Lots in quarantine or seized with something of these sites, by why, mineral and whose they are; what was drawn of them lies in other lots. */
export async function listHeldGroups(tx: Tx, tenant: string, sites: readonly string[]): Promise<readonly HeldGroupRow[]> {
  const found = await sql<HeldGroupRow>`
    select held.reason, held.mineral, held.body, count(*)::int as lots, floor(sum(held.milligrams) / 1000)::bigint as grams, min(held.since)::text as since
    from (
      select lot.mineral, coalesce(lot.owner_id, lot.holder_id) as body,
        case when lot.seized_at is not null then 'seizure'
          when lot.quarantine_because ~ '^([FP][0-9]{2} ?)+$' then case when lot.quarantine_because ~ 'F04' then 'status' else 'finding' end
          else 'decision' end as reason,
        coalesce(lot.mass_milligrams - coalesce(lot.drawn_milligrams, 0), (lot.mass_grams - lot.drawn_grams) * 1000) as milligrams,
        least(lot.seized_at, lot.quarantined_at)::date as since
      from lot where lot.tenant_id = ${tenant} and lot.root_sites && ${[...sites]}::uuid[] and lot.voided_at is null
        and (lot.quarantined_at is not null or lot.seized_at is not null)
    ) held group by held.reason, held.mineral, held.body`.execute(tx)
  return found.rows
}
