/*
The way up from lots to their bags: the record, in one recursive query. `union` drops what was reached twice, so the cost grows
with the lots and draws beneath, not with the number of ways through them. How much of each bag there is, is not decided here.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { sourcesOf } from '../lots/store-lineage.ts'
import { type LotRow, lotColumns } from '../lots/store-lot-reads.ts'

export type TracedLotRow = LotRow & { readonly draws: readonly { readonly from: string; readonly drawnGrams: number }[] }

/** The lot itself and every lot that it came from, each once, with its draws. */
export async function listLineage(tx: Tx, tenant: string, lot: string): Promise<readonly TracedLotRow[]> {
  const found = await sql<TracedLotRow>`
    with recursive lineage (lot_id) as (
      select ${lot}::uuid
      union
      select source.input_id from lineage ${sourcesOf(tenant)}
    ), draws as (
      select i.lot_id, jsonb_agg(jsonb_build_object('from', i.input_id, 'drawnGrams', i.drawn_grams) order by i.input_id) as draws
      from lot_input i where i.tenant_id = ${tenant} and i.lot_id = any(array(select lot_id from lineage)) group by i.lot_id
    )
    select ${lotColumns}, coalesce(draws.draws, '[]'::jsonb) as draws
    from lot left join draws on draws.lot_id = lot.id
    where lot.tenant_id = ${tenant} and lot.id = any(array(select lot_id from lineage))
    order by lot.id`.execute(tx)
  return found.rows
}

/** A lot that may not move, and why. */
export interface HeldBy {
  readonly id: string
  readonly number: string
  /** The lot that was asked about, and not one of its sources. */
  readonly itself: boolean
  readonly seized: boolean
  readonly because: string
  readonly since: string
}
/** For each of `lots` the number of one lot in quarantine or seized among itself and its sources; lots that are free are left out. */
export async function listHeldBy(tx: Tx, tenant: string, lots: readonly string[]): Promise<ReadonlyMap<string, HeldBy>> {
  const found = await sql<HeldBy & { readonly start: string }>`
    with recursive lineage (start, lot_id) as (
      select start, start from unnest(${[...lots]}::uuid[]) as start
      union
      select lineage.start, source.input_id from lineage ${sourcesOf(tenant)}
    ), held as materialized (
      select id, number, seized_at is not null as seized, coalesce(seized_because, quarantine_because, '') as because,
        coalesce(seized_at, quarantined_at) as since from lot
      where tenant_id = ${tenant} and id = any(array(select lot_id from lineage)) and (quarantined_at is not null or seized_at is not null)
    )
    select distinct on (lineage.start) lineage.start, held.number, held.id = lineage.start as itself, held.seized, held.id, held.because, held.since
    from lineage join held on held.id = lineage.lot_id
    order by lineage.start, held.id = lineage.start desc, held.number`.execute(tx)
  return new Map(found.rows.map(({ start, ...held }) => [start, held]))
}

/** The assays of a lot itself, in the order in which we learned of them, with the organisation that had each recorded. */
export async function listAssaysOfLot(tx: Tx, tenant: string, lot: string): Promise<readonly unknown[]> {
  const found = await sql`
    select lab, element, value, unit, assayed_on as "assayedOn", organisation_id as organisation
    from assay where tenant_id = ${tenant} and lot_id = ${lot} order by ordinal`.execute(tx)
  return found.rows
}

export interface HoldingRow {
  readonly organisation: string
  readonly since: string
}
/** Who held these lots, earliest day first; an organisation that held several from the same day stands once. */
export async function listHoldings(tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly HoldingRow[]> {
  const found = await sql<HoldingRow>`
    select organisation_id as organisation, since from lot_holding
    where tenant_id = ${tenant} and lot_id = any(${[...lots]}::uuid[])
    group by organisation_id, since order by since, min(position)`.execute(tx)
  return found.rows
}
