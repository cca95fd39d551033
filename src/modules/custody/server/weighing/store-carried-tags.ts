/*
The printed numbers of one site as runs: what was given to it, what of that closes a bag, what was declared. Neighbouring numbers become one run in
the database, so a site of a hundred thousand tags is some lines.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface PartRow {
  readonly batch: string
  readonly issuer: string
  readonly tagType: string
  readonly series: string
  readonly digits: number
  readonly from: number
  readonly to: number
  readonly checkDigit: string
  readonly allocatedOn: string
}
/** Newest first. */
export async function listPartsOfSite(
  tx: Tx,
  tenant: string,
  { site, most }: { readonly site: string; readonly most: number },
): Promise<readonly PartRow[]> {
  const found = await sql<PartRow>`
    select * from (
      select part.batch_id as batch, issuer, tag_type as "tagType", series, digits, part.from_number as "from", part.to_number as "to",
        check_digit as "checkDigit", part.allocated_on as "allocatedOn"
      from tag_part part join tag_batch on tag_batch.tenant_id = part.tenant_id and tag_batch.id = part.batch_id
      where part.tenant_id = ${tenant} and part.site_id = ${site}
      union all
      select id, issuer, tag_type, series, digits, from_number, to_number, check_digit, allocated_on from tag_batch
      where tenant_id = ${tenant} and site_id = ${site}
        and not exists (select from tag_part part where part.tenant_id = tag_batch.tenant_id and part.batch_id = tag_batch.id)
    ) as given
    order by "allocatedOn" desc, batch, "from" limit ${most}`.execute(tx)
  return found.rows
}

export interface RunRow {
  readonly from: number
  readonly to: number
  /** Null for used ones. */
  readonly as: string | null
  readonly on: string
}
export async function listRuns(
  tx: Tx,
  tenant: string,
  { batch, from, to, most }: { readonly batch: string; readonly from: number; readonly to: number; readonly most: number },
): Promise<readonly RunRow[]> {
  const found = await sql<RunRow>`
    select min(number) as "from", max(number) as "to", said as "as", max(changed_on) as "on" from (
      select number, changed_on, said, number - row_number() over (partition by said, day order by number) as run, day from (
        select number, changed_on, case when lot_id is null then state end as said, case when lot_id is null then changed_on end as day
        from tag where tenant_id = ${tenant} and batch_id = ${batch} and number between ${from} and ${to}
      ) as seen
    ) as numbered
    group by said, day, run order by min(number) limit ${most}`.execute(tx)
  return found.rows
}
