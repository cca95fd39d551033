/* Rows of projects, of what was spent, of the course of values. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface ProjectRow {
  readonly id: string
  readonly code: string
  readonly opened: unknown
  readonly plan: unknown
  readonly version: number
  readonly revisedAt: string
  readonly reason: string | null
}
const columns = sql`id, code, opened, plan, version, revised_at as "revisedAt", reason`
export async function insertProject(tx: Tx, tenant: string, row: Omit<ProjectRow, 'version' | 'reason'>): Promise<void> {
  await sql`
    insert into project (tenant_id, id, code, opened, plan, version, revised_at)
    values (${tenant}, ${row.id}, ${row.code}, ${JSON.stringify(row.opened)}::jsonb, ${JSON.stringify(row.plan)}::jsonb, 0, ${row.revisedAt})`.execute(
    tx,
  )
}
export interface NewPlan {
  readonly id: string
  readonly version: number
  readonly plan: unknown
  readonly reason: string
  readonly at: string
}
export async function revisePlan(tx: Tx, tenant: string, { id, version, plan, reason, at }: NewPlan): Promise<void> {
  const text = JSON.stringify(plan)
  await sql`
    insert into project_plan_version (tenant_id, project_id, version, plan, reason, revised_at)
    values (${tenant}, ${id}, ${version}, ${text}::jsonb, ${reason}, ${at})`.execute(tx)
  await sql`
    update project set plan = ${text}::jsonb, version = ${version}, reason = ${reason}, revised_at = ${at}
    where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}
export interface NewHead {
  readonly id: string
  readonly head: unknown
  readonly entry: { readonly version: number; readonly reason: string; readonly at: string }
}
/** The earlier head goes to those that were, beside the code and who carries the project, which stay. */
export async function reviseHead(tx: Tx, tenant: string, { id, head, entry }: NewHead): Promise<void> {
  await sql`
    update project set opened =
      jsonb_strip_nulls(jsonb_build_object('code', opened->'code', 'organisation', opened->'organisation', 'reversals', opened->'reversals')) || ${JSON.stringify(head)}::jsonb
      || jsonb_build_object('heads', coalesce(opened->'heads', '[]'::jsonb)
        || jsonb_build_array(${JSON.stringify(entry)}::jsonb || jsonb_build_object('was', opened - 'code' - 'organisation' - 'heads' - 'reversals')))
    where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}
export async function findProject(tx: Tx, tenant: string, id: string): Promise<ProjectRow | null> {
  const { rows } = await sql<ProjectRow>`select ${columns} from project where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  return rows[0] ?? null
}
export async function listProjects(tx: Tx, tenant: string): Promise<readonly ProjectRow[]> {
  const { rows } = await sql<ProjectRow>`select ${columns} from project where tenant_id = ${tenant} order by code limit 500`.execute(tx)
  return rows
}

export interface SpendingRow {
  readonly line: string
  readonly period: string
  readonly cents: number
}
export interface NewSpending extends SpendingRow {
  readonly project: string
  readonly position: number
  readonly evidence: string
  readonly at: string
}
export async function insertSpending(tx: Tx, tenant: string, row: NewSpending): Promise<void> {
  await sql`
    insert into project_spending (tenant_id, project_id, position, line, period, cents, evidence, spent_at)
    values (${tenant}, ${row.project}, ${row.position}, ${row.line}, ${row.period}, ${row.cents}, ${row.evidence}, ${row.at})`.execute(tx)
}
export interface OneSpendingRow extends SpendingRow {
  readonly number: number
}
/** Each spending under its number, oldest first; those taken back stand too. */
export async function listSpendings(tx: Tx, tenant: string, project: string): Promise<readonly OneSpendingRow[]> {
  const { rows } = await sql<OneSpendingRow>`
    select row_number() over (order by position)::int as number, line, period, cents::float8 as cents from project_spending
    where tenant_id = ${tenant} and project_id = ${project} order by position`.execute(tx)
  return rows
}
/** Stands with the project, beside its head: there is no row of money that is none. */
export async function reverseSpending(
  tx: Tx,
  tenant: string,
  { id, entry }: { readonly id: string; readonly entry: { readonly number: number; readonly reason: string; readonly at: string } },
): Promise<void> {
  await sql`
    update project set opened = opened || jsonb_build_object('reversals',
      coalesce(opened->'reversals', '[]'::jsonb) || jsonb_build_array(${JSON.stringify(entry)}::jsonb))
    where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}

export interface ActsRow {
  readonly indicator: string
  readonly project: string
  readonly acts: unknown
}
export interface NewAct {
  readonly indicator: string
  /** `null`: it stands already. */
  readonly project: string | null
  readonly act: { readonly kind: string; readonly payload: unknown }
}
export async function addAct(tx: Tx, tenant: string, { indicator, project, act }: NewAct): Promise<void> {
  const acts = JSON.stringify([act])
  if (project === null)
    await sql`
      update indicator_value set acts = acts || ${acts}::jsonb where tenant_id = ${tenant} and indicator_id = ${indicator}`.execute(tx)
  else
    await sql`
      insert into indicator_value (tenant_id, indicator_id, project_id, acts) values (${tenant}, ${indicator}, ${project}, ${acts}::jsonb)
      on conflict (tenant_id, indicator_id) do update set acts = indicator_value.acts || excluded.acts`.execute(tx)
}
export async function listActs(tx: Tx, tenant: string, projects: readonly string[]): Promise<readonly ActsRow[]> {
  const { rows } = await sql<ActsRow>`
    select indicator_id as indicator, project_id as project, acts from indicator_value
    where tenant_id = ${tenant} and project_id = any(${[...projects]}::uuid[])`.execute(tx)
  return rows
}
/** The project in whose plan an indicator stands now. */
export async function projectOfIndicator(tx: Tx, tenant: string, indicator: string): Promise<ProjectRow | null> {
  const { rows } = await sql<ProjectRow>`
    select ${columns} from project where tenant_id = ${tenant}
    and plan->'indicators' @> ${JSON.stringify([{ id: indicator }])}::jsonb limit 1`.execute(tx)
  return rows[0] ?? null
}
