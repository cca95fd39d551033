/*
What was seen and what was reported, in SQL: visits, schemes, and the dated facts that make a status. Each row carries when we
learned of it and when it was voided, so that every question can be asked as of a day and as known at an instant.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { SiteVisited, TraceabilityReported } from '../../contract-observations.ts'
import type { StatusFact } from '../../domain/status/status-fact.ts'

interface Row {
  readonly site: string
  readonly id: string
  readonly recordedAt: string
}
interface Voidable {
  readonly voided_at: string | null
  readonly void_reason: string | null
}
type Content<Fact> = Fact extends StatusFact ? Omit<Fact, 'id' | 'recordedAt' | 'voidedAt'> : never
export type FactContent = Content<StatusFact>

export interface VisitRow extends Voidable {
  readonly id: string
  readonly visited_on: string
  readonly on_site: boolean
  readonly armed_interference: boolean | null
  readonly content: SiteVisited
  readonly learned_at: string
  /** It came from a form of one of our own joint teams, not from a third party. */
  readonly of_joint_team: boolean
}
export interface TraceabilityRow extends Voidable {
  readonly id: string
  readonly content: TraceabilityReported
  readonly learned_at: string
}
export interface FactRow extends Voidable {
  readonly site_id: string
  readonly id: string
  readonly content: FactContent
  readonly detail: unknown
  readonly recorded_at: string
}

export async function insertVisit(
  tx: Tx,
  tenant: string,
  row: Row & { readonly interference: boolean | null; readonly content: SiteVisited },
): Promise<void> {
  const { content } = row
  await sql`
    insert into site_visit (tenant_id, site_id, id, visited_on, on_site, armed_interference, content, learned_at)
    values (${tenant}, ${row.site}, ${row.id}, ${content.date}, ${content.onSite}, ${row.interference}, ${JSON.stringify(content)}::jsonb, ${row.recordedAt})`.execute(
    tx,
  )
}

export async function insertTraceability(tx: Tx, tenant: string, row: Row & { readonly content: TraceabilityReported }): Promise<void> {
  await sql`
    insert into site_traceability (tenant_id, site_id, id, reported_on, scheme, content, learned_at)
    values (${tenant}, ${row.site}, ${row.id}, ${row.content.date}, ${row.content.scheme}, ${JSON.stringify(row.content)}::jsonb, ${row.recordedAt})`.execute(
    tx,
  )
}

export async function insertFact(
  tx: Tx,
  tenant: string,
  row: Row & { readonly actsOn: string; readonly content: FactContent; readonly detail: unknown },
): Promise<void> {
  await sql`
    insert into site_status_fact (tenant_id, site_id, id, kind, acts_on, content, detail, recorded_at)
    values (${tenant}, ${row.site}, ${row.id}, ${row.content.kind}, ${row.actsOn}, ${JSON.stringify(row.content)}::jsonb,
      ${JSON.stringify(row.detail)}::jsonb, ${row.recordedAt})`.execute(tx)
}

/** Adds an element to a list inside a blue request: `receipts` or `objections`. */
export async function appendToBlue(
  tx: Tx,
  tenant: string,
  change: { readonly site: string; readonly application: string; readonly list: 'receipts' | 'objections'; readonly item: object },
): Promise<void> {
  await sql`
    update site_status_fact
    set content = jsonb_set(content, array[${change.list}::text], (content -> ${change.list}::text) || jsonb_build_array(${JSON.stringify(change.item)}::jsonb))
    where tenant_id = ${tenant} and site_id = ${change.site} and kind = 'blue' and content ->> 'application' = ${change.application}`.execute(
    tx,
  )
}

export async function liftHold(
  tx: Tx,
  tenant: string,
  change: { readonly site: string; readonly hold: string; readonly lifted: { readonly on: string; readonly recordedAt: string } },
): Promise<void> {
  await sql`
    update site_status_fact set content = jsonb_set(content, '{lifted}', ${JSON.stringify(change.lifted)}::jsonb)
    where tenant_id = ${tenant} and site_id = ${change.site} and kind = 'hold' and detail ->> 'hold' = ${change.hold}`.execute(tx)
}

/** Of a site and what was merged with it the record that carries the hold or the blue request; the site itself where none does. */
export async function findCarrier(
  tx: Tx,
  tenant: string,
  { site, named }: { readonly site: string; readonly named: string },
): Promise<string> {
  const found = await sql<{ site_id: string }>`
    select site_id from site_status_fact where tenant_id = ${tenant} and site_id in (select site_family(${tenant}, ${site}))
      and (detail ->> 'hold' = ${named} or content ->> 'application' = ${named}) limit 1`.execute(tx)
  return found.rows[0]?.site_id ?? site
}

/** Voids whatever the event brought; the first void counts. */
export async function voidFact(
  tx: Tx,
  tenant: string,
  what: { readonly site: string; readonly id: string; readonly at: string; readonly reason: string },
): Promise<void> {
  for (const table of ['site_visit', 'site_traceability', 'site_status_fact'] as const) {
    await sql`
      update ${sql.table(table)} set voided_at = ${what.at}, void_reason = ${what.reason}
      where tenant_id = ${tenant} and site_id in (select site_family(${tenant}, ${what.site})) and id = ${what.id} and voided_at is null`.execute(
      tx,
    )
  }
}

/** What kind of standing observation carries this id at the site; orders, holds and blue requests end in their own ways. */
export async function findVoidableKind(tx: Tx, tenant: string, site: string, id: string): Promise<string | null> {
  const found = await sql<{ kind: string }>`
    select 'visit' as kind from site_visit where tenant_id = ${tenant} and site_id in (select site_family(${tenant}, ${site})) and id = ${id} and voided_at is null
    union all select 'traceability' from site_traceability where tenant_id = ${tenant} and site_id in (select site_family(${tenant}, ${site})) and id = ${id} and voided_at is null
    union all select kind from site_status_fact where tenant_id = ${tenant} and site_id in (select site_family(${tenant}, ${site})) and id = ${id} and voided_at is null and kind = 'reported'`.execute(
    tx,
  )
  return found.rows[0]?.kind ?? null
}

/** Facts of one site and of what was merged with it, or of all records when `site` is null: one statement either way. */
export async function listFactRows(tx: Tx, tenant: string, site: string | null): Promise<readonly FactRow[]> {
  // Said only where it is asked: a condition that may also be nothing keeps the database from its index.
  const ofSite = site === null ? sql`` : sql`and site_id = any(array(select site_family(${tenant}, ${site})))`
  const found = await sql<FactRow>`
    select site_id, id, content, detail, recorded_at, voided_at, void_reason from site_status_fact
    where tenant_id = ${tenant} ${ofSite} order by acts_on desc, id`.execute(tx)
  return found.rows
}

export const rowToFact = (row: Pick<FactRow, 'id' | 'content' | 'recorded_at' | 'voided_at'>): StatusFact => ({
  ...row.content,
  id: row.id,
  recordedAt: row.recorded_at,
  voidedAt: row.voided_at,
})

export async function listVisitRows(tx: Tx, tenant: string, site: string): Promise<readonly VisitRow[]> {
  const found = await sql<VisitRow>`
    select id, visited_on, on_site, armed_interference, content, learned_at, voided_at, void_reason,
      exists (select 1 from inspection_answers sent where sent.tenant_id = ${tenant} and sent.event_id = site_visit.id) as of_joint_team from site_visit
    where tenant_id = ${tenant} and site_id in (select site_family(${tenant}, ${site})) order by visited_on desc, id`.execute(tx)
  return found.rows
}

export async function listTraceabilityRows(tx: Tx, tenant: string, site: string): Promise<readonly TraceabilityRow[]> {
  const found = await sql<TraceabilityRow>`
    select id, content, learned_at, voided_at, void_reason from site_traceability
    where tenant_id = ${tenant} and site_id in (select site_family(${tenant}, ${site})) order by reported_on desc, id`.execute(tx)
  return found.rows
}

/** Days of scheme notes, for sites of which nothing else is known. */
export async function listTraceabilityDays(
  tx: Tx,
  tenant: string,
  question: { readonly asOf: string; readonly knownAt: string },
): Promise<readonly { readonly site_id: string }[]> {
  const found = await sql<{ site_id: string }>`
    select distinct coalesce(merged.merged_into, site_id) as site_id from site_traceability
    left join site as merged on merged.tenant_id = ${tenant} and merged.id = site_id and merged.merged_into is not null
    where site_traceability.tenant_id = ${tenant} and reported_on <= ${question.asOf} and learned_at <= ${question.knownAt}
      and (voided_at is null or voided_at > ${question.knownAt})`.execute(tx)
  return found.rows
}
