/* Rows of conflict sheets, one for each version: what a list asks for stands in columns, the facets in one. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface VersionRow {
  readonly sheet: string
  readonly version: number
  readonly state: string
  readonly round: string
  readonly workshop: string | null
  readonly asOf: string
  readonly reason: string | null
  readonly site: string | null
  readonly province: string
  readonly territoire: string | null
  readonly interference: string
  readonly proposedOn: string
  readonly proposedBy: string
  readonly validatedOn: string | null
  readonly content: unknown
  readonly acts: unknown
  readonly narrative: unknown
}
const columns = sql`sheet_id as sheet, version, state, round, workshop_id as workshop, as_of as "asOf", reason, site_id as site, province, territoire,
  interference, proposed_on as "proposedOn", proposed_by as "proposedBy", validated_on as "validatedOn", content, acts, narrative`

export async function insertVersion(tx: Tx, tenant: string, row: Omit<VersionRow, 'validatedOn' | 'narrative'>): Promise<void> {
  await sql`
    insert into conflict_sheet_version (tenant_id, sheet_id, version, state, round, workshop_id, as_of, reason, site_id, province, territoire, interference,
      proposed_on, proposed_by, content, acts)
    values (${tenant}, ${row.sheet}, ${row.version}, ${row.state}, ${row.round}, ${row.workshop}, ${row.asOf}, ${row.reason}, ${row.site}, ${row.province},
      ${row.territoire}, ${row.interference}, ${row.proposedOn}, ${row.proposedBy}, ${JSON.stringify(row.content)}::jsonb,
      ${JSON.stringify(row.acts)}::jsonb)`.execute(tx)
}
export interface NextState {
  readonly sheet: string
  readonly version: number
  readonly state: string
  readonly act: unknown
  readonly validatedOn?: string
  readonly narrative?: unknown
}
export async function moveVersion(tx: Tx, tenant: string, next: NextState): Promise<void> {
  await sql`
    update conflict_sheet_version set state = ${next.state}, acts = acts || ${JSON.stringify([next.act])}::jsonb,
      validated_on = coalesce(${next.validatedOn ?? null}::date, validated_on),
      narrative = coalesce(${next.narrative === undefined ? null : JSON.stringify(next.narrative)}::jsonb, narrative)
    where tenant_id = ${tenant} and sheet_id = ${next.sheet} and version = ${next.version}`.execute(tx)
}

export interface SheetsAsked {
  readonly sheet?: string | undefined
  readonly site?: string | undefined
  readonly workshop?: string | undefined
  readonly province?: string | undefined
  readonly territoire?: string | undefined
  readonly state?: string | undefined
  readonly interference?: string | undefined
  readonly round?: string | undefined
  readonly actor?: string | undefined
  /** Proposed by this account alone. */
  readonly proposer?: string | undefined
  /** `current`: not over; `stands`: validated or published; `was-validated`: at any time. */
  readonly which: 'all' | 'current' | 'stands' | 'was-validated'
}
const WHICH: { readonly [Which in SheetsAsked['which']]: RawBuilder<unknown> } = {
  all: sql`true`,
  current: sql`state <> 'superseded'`,
  stands: sql`state in ('validated', 'published')`,
  'was-validated': sql`validated_on is not null`,
}
function wantedOf(tenant: string, asked: SheetsAsked): readonly RawBuilder<unknown>[] {
  const wanted: RawBuilder<unknown>[] = [sql`tenant_id = ${tenant}`, WHICH[asked.which]]
  if (asked.sheet !== undefined) wanted.push(sql`sheet_id = ${asked.sheet}::uuid`)
  if (asked.site !== undefined) wanted.push(sql`site_id = ${asked.site}::uuid`)
  if (asked.workshop !== undefined) wanted.push(sql`workshop_id = ${asked.workshop}::uuid`)
  if (asked.province !== undefined) wanted.push(sql`province = ${asked.province}`)
  if (asked.territoire !== undefined) wanted.push(sql`territoire = ${asked.territoire}`)
  if (asked.state !== undefined) wanted.push(sql`state = ${asked.state}`)
  if (asked.interference !== undefined) wanted.push(sql`interference = ${asked.interference}`)
  if (asked.round !== undefined) wanted.push(sql`round = ${asked.round}`)
  if (asked.actor !== undefined) wanted.push(sql`content->'actors' @> ${JSON.stringify([{ actor: asked.actor }])}::jsonb`)
  if (asked.proposer !== undefined) wanted.push(sql`proposed_by = ${asked.proposer}`)
  return wanted
}
export const MOST_VERSIONS = 5000
/** The newest sheets where there are too many, by sheet and version. */
export async function listVersions(tx: Tx, tenant: string, asked: SheetsAsked): Promise<readonly VersionRow[]> {
  const found = await sql<VersionRow>`
    select ${columns} from conflict_sheet_version where ${sql.join(wantedOf(tenant, asked), sql` and `)}
    order by sheet_id desc, version desc limit ${MOST_VERSIONS}`.execute(tx)
  return found.rows.toReversed()
}
/** Whatever is counted counts every version: a number that stopped somewhere would be told as what there is. */
export async function everyVersion(tx: Tx, tenant: string, asked: SheetsAsked): Promise<readonly VersionRow[]> {
  const found = await sql<VersionRow>`
    select ${columns} from conflict_sheet_version where ${sql.join(wantedOf(tenant, asked), sql` and `)} order by sheet_id, version`.execute(
    tx,
  )
  return found.rows
}
export async function countVersions(tx: Tx, tenant: string, asked: SheetsAsked): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from conflict_sheet_version where ${sql.join(wantedOf(tenant, asked), sql` and `)}`.execute(tx)
  return found.rows[0]?.n ?? 0
}

export interface RoundRow {
  readonly round: string
  readonly from: string
  readonly until: string
  readonly sheets: number
}
/** Rounds of versions that were validated at some time, the newest first. */
export async function listRounds(tx: Tx, tenant: string): Promise<readonly RoundRow[]> {
  const found = await sql<RoundRow>`
    select round, min(as_of) as "from", max(as_of) as until, count(distinct sheet_id)::int as sheets from conflict_sheet_version
    where tenant_id = ${tenant} and validated_on is not null group by round order by max(as_of) desc, round limit 1000`.execute(tx)
  return found.rows
}
/** Provinces of which a version was validated at some time: that somebody proposes there is nobody else's to read. */
export async function listProvincesLookedAt(tx: Tx, tenant: string): Promise<readonly string[]> {
  const found = await sql<{ province: string }>`
    select distinct province from conflict_sheet_version where tenant_id = ${tenant} and validated_on is not null order by 1`.execute(tx)
  return found.rows.map((row) => row.province)
}

export interface ValidationRow {
  readonly on: string
  /** No version of the sheet was validated before it. */
  readonly isFirst: boolean
}
/** Versions by the day on which they were validated, whatever became of them since. */
export async function listValidations(
  tx: Tx,
  tenant: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly ValidationRow[]> {
  const found = await sql<ValidationRow>`
    select one.validated_on::text as "on", not exists (
      select from conflict_sheet_version b where b.tenant_id = one.tenant_id and b.sheet_id = one.sheet_id and b.version < one.version
        and b.validated_on is not null) as "isFirst"
    from conflict_sheet_version one where one.tenant_id = ${tenant} and one.validated_on between ${from}::date and ${to}::date`.execute(tx)
  return found.rows
}
