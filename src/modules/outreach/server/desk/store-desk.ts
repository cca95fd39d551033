/* Rows of centres, visits, quick screens and recruiters. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface CentreRow {
  readonly id: string
  readonly name: string
  readonly area: string
  readonly organisation: string | null
}
export async function insertCentre(tx: Tx, tenant: string, { id, name, area, organisation }: CentreRow): Promise<void> {
  await sql`insert into resource_centre (tenant_id, id, name, area, organisation) values (${tenant}, ${id}, ${name}, ${area}, ${organisation}::uuid)`.execute(
    tx,
  )
}
export async function listCentres(tx: Tx, tenant: string): Promise<readonly CentreRow[]> {
  const found =
    await sql<CentreRow>`select id, name, area, organisation from resource_centre where tenant_id = ${tenant} order by name, id limit 500`.execute(
      tx,
    )
  return found.rows
}

export interface VisitRow {
  readonly id: string
  readonly centre: string
  readonly day: string
  readonly ticket: string
}
export async function insertVisit(tx: Tx, tenant: string, row: VisitRow & { readonly learnedAt: string }): Promise<void> {
  await sql`
    insert into desk_visit (tenant_id, id, centre, day, ticket, learned_at)
    values (${tenant}, ${row.id}, ${row.centre}, ${row.day}, ${row.ticket}, ${row.learnedAt})`.execute(tx)
}
export async function takeVisitBack(tx: Tx, tenant: string, { id, at }: { readonly id: string; readonly at: string }): Promise<void> {
  await sql`update desk_visit set taken_back_at = ${at}::timestamptz where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}
export async function insertVisitSaid(
  tx: Tx,
  tenant: string,
  { id, content }: { readonly id: string; readonly content: unknown },
): Promise<void> {
  await sql`
    insert into desk_visit_said (tenant_id, visit, content) values (${tenant}, ${id}, ${JSON.stringify(content)}::jsonb)
    on conflict (tenant_id, visit) do nothing`.execute(tx)
}
export async function removeVisitSaid(tx: Tx, tenant: string, id: string): Promise<void> {
  await sql`delete from desk_visit_said where tenant_id = ${tenant} and visit = ${id}`.execute(tx)
}
/** What was said of visits before this day; that somebody came stays counted. */
export async function removeOldVisitsSaid(tx: Tx, tenant: string, before: string): Promise<void> {
  await sql`
    delete from desk_visit_said s using desk_visit v
    where s.tenant_id = ${tenant} and v.tenant_id = s.tenant_id and v.id = s.visit and v.day < ${before}::date`.execute(tx)
}
/** The next number of the day at this centre. */
export async function countVisitsOf(
  tx: Tx,
  tenant: string,
  { centre, day }: { readonly centre: string; readonly day: string },
): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from desk_visit where tenant_id = ${tenant} and centre = ${centre}::uuid and day = ${day}::date`.execute(tx)
  return found.rows[0]?.n ?? 0
}
export interface SaidRow extends VisitRow {
  /** `null` once it was removed with age. */
  readonly content: unknown
}
export async function listVisits(
  tx: Tx,
  tenant: string,
  { from, until, id = null }: { readonly from: string; readonly until: string; readonly id?: string | null },
): Promise<readonly SaidRow[]> {
  const found = await sql<SaidRow>`
    select v.id, v.centre, v.day, v.ticket, s.content
    from desk_visit v left join desk_visit_said s on s.tenant_id = v.tenant_id and s.visit = v.id
    where v.tenant_id = ${tenant} and v.taken_back_at is null and v.day >= ${from}::date and v.day <= ${until}::date
      and (${id}::uuid is null or v.id = ${id}::uuid)
    order by v.day desc, v.id desc limit 50000`.execute(tx)
  return found.rows
}
export async function insertQuickScreen(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly centre: string; readonly month: string },
): Promise<void> {
  await sql`insert into quick_screen (tenant_id, id, centre, month) values (${tenant}, ${row.id}, ${row.centre}, ${row.month})`.execute(tx)
}
/** Months that lie in the stretch in whole or in part. */
export async function countQuickScreens(
  tx: Tx,
  tenant: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from quick_screen where tenant_id = ${tenant} and month >= ${from.slice(0, 7)} and month <= ${until.slice(0, 7)}`.execute(
    tx,
  )
  return found.rows[0]?.n ?? 0
}

export async function insertRecruiter(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly folded: string; readonly country: string; readonly kind: string; readonly payload: unknown },
): Promise<void> {
  await sql`
    insert into recruiter (tenant_id, id, folded, country, acts)
    values (${tenant}, ${row.id}, ${row.folded}, ${row.country}, ${JSON.stringify([{ kind: row.kind, payload: row.payload }])}::jsonb)`.execute(
    tx,
  )
}
export async function addRecruiterAct(
  tx: Tx,
  tenant: string,
  { id, kind, payload }: { readonly id: string; readonly kind: string; readonly payload: unknown },
): Promise<void> {
  await sql`update recruiter set acts = acts || ${JSON.stringify([{ kind, payload }])}::jsonb where tenant_id = ${tenant} and id = ${id}`.execute(
    tx,
  )
}
export async function listRecruiters(tx: Tx, tenant: string): Promise<readonly { readonly id: string; readonly acts: unknown }[]> {
  const found = await sql<{ id: string; acts: unknown }>`
    select id, acts from recruiter where tenant_id = ${tenant} order by folded, id limit 2000`.execute(tx)
  return found.rows
}
export async function isRecruiterKnown(
  tx: Tx,
  tenant: string,
  { folded, country }: { readonly folded: string; readonly country: string },
): Promise<boolean> {
  const found = await sql<{ id: string }>`
    select id from recruiter where tenant_id = ${tenant} and country = ${country} and folded = ${folded} limit 1`.execute(tx)
  return found.rows.length > 0
}

/** As a measure asks: days on which it happened, and what was known when. */
export async function measureVisits(
  tx: Tx,
  tenant: string,
  { from, until, after, known }: { from: string; until: string; after: string | null; known: string | null },
): Promise<readonly { readonly centre: string; readonly area: string; readonly visits: number }[]> {
  const found = await sql<{ centre: string; area: string; visits: number }>`
    select v.centre, c.area, count(*)::int as visits from desk_visit v join resource_centre c on c.tenant_id = v.tenant_id and c.id = v.centre
    where v.tenant_id = ${tenant} and v.day >= ${from}::date and v.day <= ${until}::date
      and (${after}::timestamptz is null or v.learned_at > ${after}::timestamptz) and (${known}::timestamptz is null or v.learned_at <= ${known}::timestamptz)
      and (v.taken_back_at is null or v.taken_back_at > coalesce(${known}::timestamptz, 'infinity'))
    group by v.centre, c.area order by v.centre`.execute(tx)
  return found.rows
}
