/*
Inspections in SQL. Every answer ever given is a row of its own; the newest per criterion that came in time is the form as signed.
*/
import { sql } from 'kysely'
import type { Infer } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Answer, AnswerMark, CriterionFinding, Evidence, InspectionOpened } from '../../domain/missions/inspection-words.ts'
import type { Member, MemberBody } from '../../domain/missions/mission.ts'
import type { Proposal } from '../../domain/missions/propose-colour.ts'

export type Colour3 = 'green' | 'yellow' | 'red'
export interface InspectionRow {
  readonly id: string
  readonly site_id: string
  readonly mission_id: string | null
  readonly inspected_on: string
  readonly opened_at: string
  readonly on_site: boolean
  readonly phase: string
  readonly result: Colour3 | null
  readonly proposal: Proposal | null
  readonly members: readonly Member[]
  readonly purpose: string | null
  readonly not_visited_reason: string | null
  readonly rulebook: { readonly id: string; readonly hash: string }
  readonly review: { readonly verdict: string; readonly reason: string | null; readonly at: string } | null
  readonly form: InspectionOpened['form'] | null
  readonly cause: string | null
  readonly marks: readonly AnswerMark[]
  readonly abandoned_reason: string | null
}
export interface FindingRow {
  readonly inspection_id: string
  readonly criterion: string
  readonly answer: Infer<typeof Answer>
  readonly narrative: string | null
  readonly evidence: readonly Infer<typeof Evidence>[]
  readonly sources_consulted: readonly string[]
  readonly by_body: MemberBody
  readonly late: boolean
  readonly marks: readonly AnswerMark[]
  readonly recorded_at: string
}

export async function insertInspection(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly content: InspectionOpened; readonly at: string },
): Promise<void> {
  const { id, content } = row
  await sql`
    insert into inspection (tenant_id, id, site_id, mission_id, inspected_on, on_site, phase, members, purpose, not_visited_reason, rulebook, opened_at, form, cause, marks)
    values (${tenant}, ${id}, ${content.site}, ${content.mission ?? null}, ${content.date}, ${content.onSite}, 'draft', ${JSON.stringify(content.members)}::jsonb,
      ${content.purpose ?? null}, ${content.notVisitedReason ?? null}, ${JSON.stringify(content.rulebook)}::jsonb, ${row.at},
      ${content.form ? JSON.stringify(content.form) : null}::jsonb, ${content.cause ?? null}, ${JSON.stringify(content.marks ?? [])}::jsonb)`.execute(
    tx,
  )
}

interface At {
  readonly inspection: string
  readonly version: number
  readonly at: string
}
/** Late answers, given while the form is signed or later, are marked and change nothing that was signed; a returned form takes them in. */
export async function insertFindings(
  tx: Tx,
  tenant: string,
  row: At & {
    readonly by: MemberBody
    readonly findings: readonly CriterionFinding[]
    readonly marks?: readonly AnswerMark[] | undefined
  },
): Promise<void> {
  const newest = new Map(row.findings.map((finding) => [finding.criterion, finding]))
  for (const finding of newest.values()) {
    await sql`
      insert into inspection_finding (tenant_id, inspection_id, event_version, criterion, answer, narrative, evidence, sources_consulted, by_body, late, marks, recorded_at)
      select ${tenant}, ${row.inspection}, ${row.version}, ${finding.criterion}, ${finding.answer}, ${finding.narrative ?? null}, ${JSON.stringify(finding.evidence ?? [])}::jsonb,
        ${JSON.stringify(finding.sourcesConsulted ?? [])}::jsonb, ${row.by}, phase not in ('draft', 'returned'), ${JSON.stringify(row.marks ?? [])}::jsonb, ${row.at}
      from inspection where tenant_id = ${tenant} and id = ${row.inspection}`.execute(tx)
  }
  await sql`
    update inspection_signature set standing = false
    where tenant_id = ${tenant} and inspection_id = ${row.inspection}
      and exists (select 1 from inspection where tenant_id = ${tenant} and id = ${row.inspection} and phase in ('draft', 'returned'))`.execute(
    tx,
  )
}

export async function insertDissent(
  tx: Tx,
  tenant: string,
  row: At & {
    readonly happenedAt: string
    readonly by: string
    readonly criterion: string
    readonly reason: string
    readonly marks?: readonly AnswerMark[] | undefined
  },
): Promise<void> {
  await sql`
    insert into inspection_dissent (tenant_id, inspection_id, event_version, by_body, criterion, reason, marks, happened_at, recorded_at)
    values (${tenant}, ${row.inspection}, ${row.version}, ${row.by}, ${row.criterion}, ${row.reason}, ${JSON.stringify(row.marks ?? [])}::jsonb,
      ${row.happenedAt}, ${row.at})`.execute(tx)
}

export async function insertSignature(
  tx: Tx,
  tenant: string,
  row: At & { readonly happenedAt: string; readonly body: string; readonly head: boolean; readonly account: string },
): Promise<void> {
  await sql`
    insert into inspection_signature (tenant_id, inspection_id, event_version, body, head, account_id, standing, happened_at, signed_at)
    values (${tenant}, ${row.inspection}, ${row.version}, ${row.body}, ${row.head}, ${row.account}, true, ${row.happenedAt}, ${row.at})`.execute(
    tx,
  )
}

export async function moveInspection(
  tx: Tx,
  tenant: string,
  change: {
    readonly id: string
    readonly phase: string
    readonly proposal?: (Omit<Proposal, 'result'> & { readonly result: Colour3 }) | undefined
    readonly review?: InspectionRow['review']
    readonly abandonedReason?: string
  },
): Promise<void> {
  await sql`
    update inspection set phase = ${change.phase},
      result = case when ${change.phase} in ('returned', 'abandoned') then null else coalesce(${change.proposal?.result ?? null}, result) end,
      proposal = coalesce(${change.proposal ? JSON.stringify(change.proposal) : null}::jsonb, proposal),
      review = coalesce(${change.review ? JSON.stringify(change.review) : null}::jsonb, review),
      abandoned_reason = coalesce(${change.abandonedReason ?? null}, abandoned_reason)
    where tenant_id = ${tenant} and id = ${change.id}`.execute(tx)
  if (change.phase !== 'returned' && change.phase !== 'abandoned') return
  if (change.phase === 'returned')
    await sql`update inspection_finding set late = false where tenant_id = ${tenant} and inspection_id = ${change.id} and late`.execute(tx)
  await sql`update inspection_signature set standing = false where tenant_id = ${tenant} and inspection_id = ${change.id}`.execute(tx)
}

const columns = sql`id, site_id, mission_id, inspected_on, opened_at, on_site, phase, result, proposal, members, purpose, not_visited_reason, rulebook, review, form, cause, marks, abandoned_reason`
export async function findInspectionRow(tx: Tx, tenant: string, id: string): Promise<InspectionRow | null> {
  const found = await sql<InspectionRow>`select ${columns} from inspection where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

export interface InspectionFilter {
  readonly phase?: string | undefined
  readonly site?: string | undefined
  readonly mission?: string | undefined
}
/** Newest first, at most 1,000. */
export async function listInspectionRows(tx: Tx, tenant: string, filter: InspectionFilter): Promise<readonly InspectionRow[]> {
  const { phase = null, site = null, mission = null } = filter
  const found = await sql<InspectionRow>`
    select ${columns} from inspection
    where tenant_id = ${tenant} and (${phase}::text is null or phase = ${phase}) and (${site}::uuid is null or site_id in (select site_family(${tenant}, ${site})))
      and (${mission}::uuid is null or mission_id = ${mission}::uuid) order by inspected_on desc, id desc limit 1000`.execute(tx)
  return found.rows
}

/**
 * The newest accepted inspection of each site up to a day, or of a record merged with it, under the id that was asked; a form of a team
 * that never reached the site is none.
 */
export async function listAcceptedInspections(
  tx: Tx,
  tenant: string,
  sites: readonly string[],
  upTo: string,
): Promise<readonly InspectionRow[]> {
  if (sites.length === 0) return []
  const found = await sql<InspectionRow & { readonly asked: string }>`
    select distinct on (asked) asked, ${columns}
    from unnest(${[...sites]}::uuid[]) as asked cross join lateral site_family(${tenant}, asked) as member
    join inspection on tenant_id = ${tenant} and site_id = member
    where phase = 'accepted' and on_site and inspected_on <= ${upTo}
    order by asked, inspected_on desc, id desc`.execute(tx)
  return found.rows.map(({ asked, ...row }) => ({ ...row, site_id: asked }))
}

/** Answers of several inspections, oldest first. */
export async function listFindingRows(tx: Tx, tenant: string, inspections: readonly string[]): Promise<readonly FindingRow[]> {
  if (inspections.length === 0) return []
  const found = await sql<FindingRow>`
    select inspection_id, criterion, answer, narrative, evidence, sources_consulted, by_body, late, marks, recorded_at from inspection_finding
    where tenant_id = ${tenant} and inspection_id = any(${[...inspections]}::uuid[]) order by inspection_id, event_version, criterion`.execute(
    tx,
  )
  return found.rows
}
export interface DissentRow {
  readonly by_body: MemberBody
  readonly criterion: string
  readonly reason: string
  readonly marks: readonly AnswerMark[]
  readonly happened_at: string | null
  readonly recorded_at: string
}
export async function listDissentRows(tx: Tx, tenant: string, inspection: string): Promise<readonly DissentRow[]> {
  const found = await sql<DissentRow>`
    select by_body, criterion, reason, marks, happened_at, recorded_at from inspection_dissent
    where tenant_id = ${tenant} and inspection_id = ${inspection} order by event_version`.execute(tx)
  return found.rows
}
export interface SignatureRow {
  readonly body: MemberBody
  readonly head: boolean
  readonly account_id: string
  readonly happened_at: string | null
  /** When the register learned of it. */
  readonly signed_at: string
}
export async function listSignatureRows(tx: Tx, tenant: string, inspection: string): Promise<readonly SignatureRow[]> {
  const found = await sql<SignatureRow>`
    select body, head, account_id, happened_at, signed_at from inspection_signature
    where tenant_id = ${tenant} and inspection_id = ${inspection} and standing order by event_version`.execute(tx)
  return found.rows
}
