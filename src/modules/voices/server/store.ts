/* Reports and what was said in them. Everything that people wrote comes and goes sealed; the store cannot read it. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

/** Reports received in these days, both included. */
export async function countReceived(
  tx: Tx,
  tenant: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from voice_report
    where tenant_id = ${tenant} and received_on >= ${from}::date and received_on <= ${until}::date`.execute(tx)
  return found.rows[0]?.n ?? 0
}

export interface NewReport {
  readonly id: string
  readonly channel: string
  readonly language: string
  readonly receivedOn: string
  readonly isSlow: boolean
  readonly codeHash: string
  readonly categories: readonly string[]
  readonly occurredOn: string | null
  readonly site: string | null
  readonly area: string | null
  readonly organisations: readonly string[]
  readonly kinds: readonly string[]
  readonly photos: readonly string[]
  readonly typedBy: string | null
  readonly firstDesk: string
}
export async function insertReport(tx: Tx, tenant: string, one: NewReport): Promise<void> {
  await sql`insert into voice_report (tenant_id, id, channel, language, received_on, is_slow, code_hash, categories, occurred_on, site_id, area_code,
      named_organisations, named_kinds, photos, typed_by, first_desk)
    values (${tenant}, ${one.id}, ${one.channel}, ${one.language}, ${one.receivedOn}, ${one.isSlow}, ${one.codeHash}, ${[...one.categories]},
      ${one.occurredOn}, ${one.site}, ${one.area}, ${[...one.organisations]}, ${[...one.kinds]}, ${[...one.photos]}, ${one.typedBy}, ${one.firstDesk})`.execute(
    tx,
  )
}

export interface NewText {
  readonly id: string
  readonly report: string
  readonly kind: 'report' | 'where' | 'when' | 'who' | 'fact' | 'answer' | 'note' | 'sound'
  readonly onDay: string
  readonly sealed: Buffer
}
/** After those that stand; the same text under the same id is there once. */
export async function insertText(tx: Tx, tenant: string, one: NewText): Promise<void> {
  await sql`insert into voice_text (tenant_id, id, report_id, kind, place, on_day, sealed)
    select ${tenant}, ${one.id}, ${one.report}, ${one.kind}, coalesce(max(place), 0) + 1, ${one.onDay}, ${one.sealed}
    from voice_text where tenant_id = ${tenant} and report_id = ${one.report}
    on conflict do nothing`.execute(tx)
}
/** For good. */
export async function deleteText(tx: Tx, tenant: string, id: string): Promise<void> {
  await sql`delete from voice_text where tenant_id = ${tenant} and id = ${id}::uuid`.execute(tx)
}
export async function addPhotos(tx: Tx, tenant: string, report: string, photos: readonly string[]): Promise<void> {
  await sql`update voice_report set photos = photos || ${[...photos]}::text[] where tenant_id = ${tenant} and id = ${report}`.execute(tx)
}
/** Named in facts that came later. */
export async function addNamed(
  tx: Tx,
  tenant: string,
  report: string,
  named: { readonly organisations: readonly string[]; readonly kinds: readonly string[] },
): Promise<void> {
  await sql`update voice_report set
      named_organisations = (select coalesce(array_agg(distinct one), '{}') from unnest(named_organisations || ${[...named.organisations]}::text[]) one),
      named_kinds = (select coalesce(array_agg(distinct one), '{}') from unnest(named_kinds || ${[...named.kinds]}::text[]) one)
    where tenant_id = ${tenant} and id = ${report}`.execute(tx)
}

export interface ReportRow {
  readonly id: string
  readonly channel: string
  readonly language: string
  readonly receivedOn: string
  readonly isSlow: boolean
  readonly categories: readonly string[]
  readonly occurredOn: string | null
  readonly site: string | null
  readonly area: string | null
  /** Named by the reporter, by who typed it in, or since by a desk. */
  readonly organisations: readonly string[]
  readonly kinds: readonly string[]
  readonly photos: readonly string[]
  readonly firstDesk: string
  /** Of the newest triage; null before the first. */
  readonly result: string | null
  readonly incident: string | null
  readonly answers: number
  readonly newFacts: number
}
const reports = (tenant: string) => sql`
  select r.id, r.channel, r.language, r.received_on::text as "receivedOn", r.is_slow as "isSlow", r.categories, r.occurred_on::text as "occurredOn",
    r.site_id as site, r.area_code as area, r.photos, r.first_desk as "firstDesk",
    r.named_organisations || coalesce(n.organisations, '{}') as organisations, r.named_kinds || coalesce(n.kinds, '{}') as kinds,
    t.result, t.incident_id as incident, coalesce(a.answers, 0)::int as answers,
    (select count(*)::int from voice_text f where f.tenant_id = r.tenant_id and f.report_id = r.id and f.kind = 'fact'
      and f.place > coalesce((select max(d.place) from voice_text d where d.tenant_id = r.tenant_id and d.report_id = r.id
        and d.kind in ('answer', 'note')), 0)) as "newFacts"
  from voice_report r
  left join lateral (select result, incident_id from voice_decision d where d.tenant_id = r.tenant_id and d.report_id = r.id and d.act = 'triaged'
    order by d.decided_at desc, d.id desc limit 1) t on true
  left join lateral (select count(*) as answers from voice_decision d where d.tenant_id = r.tenant_id and d.report_id = r.id
    and d.act = 'answered') a on true
  left join lateral (select array_agg(o) filter (where o is not null) as organisations, array_agg(k) filter (where k is not null) as kinds
    from voice_decision d left join lateral unnest(d.organisations) o on true left join lateral unnest(d.kinds) k on true
    where d.tenant_id = r.tenant_id and d.report_id = r.id and d.act = 'named') n on true
  where r.tenant_id = ${tenant}`

/** Oldest first, those of the slow queue after all others. */
export const listReports = async (
  tx: Tx,
  tenant: string,
  { most, after }: { readonly most: number; readonly after: number },
): Promise<readonly ReportRow[]> =>
  (
    await sql<ReportRow>`${reports(tenant)} order by (t.result is not null and t.result <> 'reopened'), r.is_slow, r.received_on, r.id limit ${most} offset ${after}`.execute(
      tx,
    )
  ).rows
export const findReport = async (tx: Tx, tenant: string, id: string): Promise<ReportRow | null> =>
  (await sql<ReportRow>`${reports(tenant)} and r.id = ${id}`.execute(tx)).rows[0] ?? null
export const findByCode = async (tx: Tx, tenant: string, codeHash: string): Promise<ReportRow | null> =>
  (await sql<ReportRow>`${reports(tenant)} and r.code_hash = ${codeHash}`.execute(tx)).rows[0] ?? null

export interface TextRow {
  readonly id: string
  readonly kind: NewText['kind']
  readonly onDay: string
  readonly sealed: Buffer
}
export const listTexts = async (tx: Tx, tenant: string, report: string): Promise<readonly TextRow[]> =>
  (
    await sql<TextRow>`select id, kind, on_day::text as "onDay", sealed from voice_text
      where tenant_id = ${tenant} and report_id = ${report} order by place, id`.execute(tx)
  ).rows

export type Read = 'report' | 'number' | 'photo' | 'sound'
export interface ReadingRow {
  readonly what: Read
  readonly organisation: string
  readonly role: string
  readonly at: string
}
export async function insertReading(
  tx: Tx,
  tenant: string,
  one: {
    readonly id: string
    readonly report: string
    readonly account: string
    readonly organisation: string
    readonly role: string
    readonly what: Read
    readonly at: string
  },
): Promise<void> {
  await sql`insert into voice_reading (tenant_id, id, report_id, account, organisation_id, role, what, read_at)
    values (${tenant}, ${one.id}, ${one.report}, ${one.account}, ${one.organisation}, ${one.role}, ${one.what}, ${one.at})`.execute(tx)
}
export const listReadings = async (tx: Tx, tenant: string, report: string): Promise<readonly ReadingRow[]> =>
  (
    await sql<ReadingRow>`select organisation_id as organisation, role, what,
        to_char(read_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from voice_reading where tenant_id = ${tenant} and report_id = ${report} order by read_at, id limit 500`.execute(tx)
  ).rows
export const readBy = async (tx: Tx, tenant: string, account: string): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await sql<{
        id: string
      }>`select distinct report_id as id from voice_reading where tenant_id = ${tenant} and account = ${account}`.execute(tx)
    ).rows.map((row) => row.id),
  )

export interface DecisionRow {
  readonly act: 'triaged' | 'answered' | 'named' | 'erased'
  readonly result: string | null
  readonly incident: string | null
  readonly by: string
  readonly at: string
}
export const listDecisions = async (tx: Tx, tenant: string, report: string): Promise<readonly DecisionRow[]> =>
  (
    await sql<DecisionRow>`select act, result, incident_id as incident, by_organisation as by,
        to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from voice_decision where tenant_id = ${tenant} and report_id = ${report} order by decided_at, id`.execute(tx)
  ).rows

export interface NewDecision {
  readonly id: string
  readonly report: string
  readonly act: 'triaged' | 'answered' | 'named' | 'erased'
  readonly result: string | null
  readonly incident: string | null
  readonly text: string | null
  readonly organisations: readonly string[]
  readonly kinds: readonly string[]
  readonly by: string
  readonly at: string
}
export async function insertDecision(tx: Tx, tenant: string, one: NewDecision): Promise<void> {
  await sql`insert into voice_decision (tenant_id, id, report_id, act, result, incident_id, text_id, organisations, kinds, by_organisation, decided_at)
    values (${tenant}, ${one.id}, ${one.report}, ${one.act}, ${one.result}, ${one.incident}, ${one.text}, ${[...one.organisations]},
      ${[...one.kinds]}, ${one.by}, ${one.at})`.execute(tx)
}
