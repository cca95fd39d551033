/*
What the standing index reads: which sites changed since it last looked, and the rows of those (or of all) from which standings and
last visits are computed. The tables of `standing_index` are filled by triggers (migration 0018); nobody writes to them here.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { FactRow } from '../register/store-observations.ts'

/** What a transaction sees of the index's tables. Transaction numbers travel as text: they exceed what a number holds exactly. */
export interface Sight {
  /** Server, database and emptying: remembered rows of another one are worth nothing. */
  readonly epoch: string
  /** Every transaction before this one is finished, and what it wrote is seen here. */
  readonly oldestOpen: string
  /** This transaction may have written: what it sees may be rolled back, so nobody else may be told. */
  readonly writing: boolean
}
export async function readSight(tx: Tx): Promise<Sight> {
  const found = await sql<{ epoch: string; oldest: string; writing: boolean }>`
    select pg_postmaster_start_time()::text || ' ' || (select oid::text from pg_database where datname = current_database()) || ' ' || epoch.id::text as epoch,
      pg_snapshot_xmin(pg_current_snapshot())::text as oldest, pg_current_xact_id_if_assigned() is not null as writing
    from standing_index.epoch`.execute(tx)
  const row = found.rows[0]
  if (row === undefined) throw new Error('the standing index has no epoch')
  return { epoch: row.epoch, oldestOpen: row.oldest, writing: row.writing }
}

/** False where somebody who began later already remembered more than this transaction may see. */
export async function sees(tx: Tx, transaction: string): Promise<boolean> {
  const found = await sql<{ seen: boolean }>`select pg_visible_in_snapshot(${transaction}::xid8, pg_current_snapshot()) as seen`.execute(tx)
  return found.rows[0]?.seen ?? false
}

export interface ChangeRow {
  readonly site_id: string
  readonly changed_in: string
}
/** Sites whose last change may have been unfinished when `since` was the oldest open transaction. */
export async function listChangedSites(tx: Tx, tenant: string, since: string): Promise<readonly ChangeRow[]> {
  const found = await sql<ChangeRow>`
    select site_id, changed_in::text as changed_in from standing_index.changed_site
    where tenant_id = ${tenant} and changed_in >= ${since}::xid8`.execute(tx)
  return found.rows
}

/** The newest change that the transaction sees; `null` when nothing ever changed. */
export async function newestChange(tx: Tx, tenant: string): Promise<string | null> {
  const found = await sql<{ newest: string }>`
    select changed_in::text as newest from standing_index.changed_site where tenant_id = ${tenant} order by changed_in desc limit 1`.execute(
    tx,
  )
  return found.rows[0]?.newest ?? null
}

/** Of the named sites, or of all when `sites` is null: which record each was merged into. */
export async function listSurvivors(
  tx: Tx,
  tenant: string,
  sites: readonly string[] | null,
): Promise<readonly { readonly id: string; readonly merged_into: string | null }[]> {
  const found = await sql<{ id: string; merged_into: string | null }>`
    select id, merged_into from site where tenant_id = ${tenant} and (${sites === null} or id = any(${idsOf(sites)}::uuid[]))`.execute(tx)
  return found.rows
}

export interface FamilyRow {
  readonly site: string
  /** The site itself, its survivor, or a record that was merged with it. */
  readonly member: string
  /** Of the record that stands for it; `null` where nobody registered the site. */
  readonly country: string | null
}
/** For each named site the records whose facts count for it. */
export async function listFamilies(tx: Tx, tenant: string, sites: readonly string[]): Promise<readonly FamilyRow[]> {
  const found = await sql<FamilyRow>`
    with asked as materialized (
      select named.site, survivor.id, survivor.country from unnest(${[...sites]}::uuid[]) as named (site)
      left join site as own on own.tenant_id = ${tenant} and own.id = named.site
      left join site as survivor on survivor.tenant_id = ${tenant} and survivor.id = coalesce(own.merged_into, own.id)
    )
    select site, coalesce(id, site) as member, country from asked
    union all
    select asked.site, merged.id, asked.country from asked join site as merged on merged.tenant_id = ${tenant} and merged.merged_into = asked.id`.execute(
    tx,
  )
  return found.rows
}

export type OwnFactRow = Pick<FactRow, 'site_id' | 'id' | 'content' | 'recorded_at' | 'voided_at'>
/** Facts as they stand under their own records, without looking at merged ones. */
export async function listOwnFactRows(tx: Tx, tenant: string, sites: readonly string[] | null): Promise<readonly OwnFactRow[]> {
  const found = await sql<OwnFactRow>`
    select site_id, id, content, recorded_at, voided_at from site_status_fact
    where tenant_id = ${tenant} and (${sites === null} or site_id = any(${idsOf(sites)}::uuid[])) order by acts_on desc, id`.execute(tx)
  return found.rows
}

export interface DayRow {
  readonly site_id: string
  readonly visited_on: string
  readonly learned_at: string
  readonly voided_at: string | null
  readonly on_site: boolean
  /** `null`: not asked. */
  readonly armed_interference: boolean | null
}
/** Every day on which somebody went, newest first: recorded visits, and forms that a joint team opened on the site. */
export async function listDayRows(tx: Tx, tenant: string, sites: readonly string[] | null): Promise<readonly DayRow[]> {
  const all = sites === null
  const found = await sql<DayRow>`
    select site_id, visited_on, learned_at, voided_at, on_site, armed_interference from site_visit
    where tenant_id = ${tenant} and (${all} or site_id = any(${idsOf(sites)}::uuid[]))
    union all
    select site_id, inspected_on, opened_at, null, true, null from inspection
    where tenant_id = ${tenant} and on_site and (${all} or site_id = any(${idsOf(sites)}::uuid[]))
    order by visited_on desc`.execute(tx)
  return found.rows
}

const idsOf = (sites: readonly string[] | null): string[] => [...(sites ?? [])]
