/* Rows of problem trees and of their frozen versions. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface TreeRow {
  readonly id: string
  readonly title: string
  readonly zones: readonly string[]
  readonly workshop: string | null
  readonly state: string
  readonly begunOn: string
  readonly changedOn: string
  readonly revision: number
  readonly counts: unknown
}
const columns = sql`t.id, t.title, t.zones, t.workshop_id as workshop, t.state, t.begun_on as "begunOn", t.changed_on as "changedOn", t.revision, t.counts`

export async function insertTree(tx: Tx, tenant: string, row: TreeRow & { readonly content: unknown }): Promise<void> {
  await sql`
    insert into problem_tree (tenant_id, id, title, zones, workshop_id, state, begun_on, changed_on, revision, content, counts)
    values (${tenant}, ${row.id}, ${row.title}, ${[...row.zones]}::text[], ${row.workshop}, ${row.state}, ${row.begunOn}, ${row.changedOn}, ${row.revision},
      ${JSON.stringify(row.content)}::jsonb, ${JSON.stringify(row.counts)}::jsonb)`.execute(tx)
}

export interface TreeChanged {
  readonly id: string
  readonly title: string
  readonly changedOn: string
  readonly revision: number
  readonly content: unknown
  readonly counts: unknown
}
export async function updateTree(tx: Tx, tenant: string, row: TreeChanged): Promise<void> {
  await sql`
    update problem_tree set title = ${row.title}, changed_on = ${row.changedOn}, revision = ${row.revision},
      content = ${JSON.stringify(row.content)}::jsonb, counts = ${JSON.stringify(row.counts)}::jsonb
    where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
}
/** Frozen, with the content in the order of its version. */
export async function restTree(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly on: string; readonly content: unknown },
): Promise<void> {
  await sql`
    update problem_tree set state = 'frozen', changed_on = ${row.on}, content = ${JSON.stringify(row.content)}::jsonb
    where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
}
export async function reopenTree(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly on: string; readonly workshop: string | null },
): Promise<void> {
  await sql`
    update problem_tree set state = 'open', changed_on = ${row.on}, workshop_id = ${row.workshop}
    where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
}

export interface TreesAsked {
  readonly id?: string
  readonly zone?: string
  /** Where the tree stands now, or where a version of it was frozen. */
  readonly workshop?: string
}
export const MOST_TREES = 500
function wantedOf(tenant: string, asked: TreesAsked): readonly RawBuilder<unknown>[] {
  const wanted: RawBuilder<unknown>[] = [sql`t.tenant_id = ${tenant}`]
  if (asked.id !== undefined) wanted.push(sql`t.id = ${asked.id}::uuid`)
  if (asked.zone !== undefined) wanted.push(sql`${asked.zone} = any(t.zones)`)
  if (asked.workshop !== undefined)
    wanted.push(sql`(t.workshop_id = ${asked.workshop}::uuid or exists (
      select 1 from problem_tree_version v where v.tenant_id = t.tenant_id and v.tree_id = t.id and v.workshop_id = ${asked.workshop}::uuid))`)
  return wanted
}
/** The last changed first. */
export async function listTrees(tx: Tx, tenant: string, asked: TreesAsked): Promise<readonly TreeRow[]> {
  const found = await sql<TreeRow>`
    select ${columns} from problem_tree t where ${sql.join(wantedOf(tenant, asked), sql` and `)} order by t.changed_on desc, t.id desc limit ${MOST_TREES}`.execute(
    tx,
  )
  return found.rows
}
export async function countTrees(tx: Tx, tenant: string, asked: TreesAsked): Promise<number> {
  const found = await sql<{
    n: number
  }>`select count(*)::int as n from problem_tree t where ${sql.join(wantedOf(tenant, asked), sql` and `)}`.execute(tx)
  return found.rows[0]?.n ?? 0
}
export async function findTreeContent(tx: Tx, tenant: string, id: string): Promise<unknown> {
  const found = await sql<{ content: unknown }>`select content from problem_tree where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  return found.rows[0]?.content ?? null
}
export async function findWorkshop(tx: Tx, tenant: string, id: string): Promise<string | null> {
  const found = await sql<{ workshop: string | null }>`
    select workshop_id as workshop from problem_tree where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  return found.rows[0]?.workshop ?? null
}

export interface VersionRow {
  readonly tree: string
  readonly number: number
  readonly on: string
  readonly workshop: string | null
  readonly sha256: string
  readonly counts: unknown
}
export async function insertVersion(tx: Tx, tenant: string, row: VersionRow & { readonly content: unknown }): Promise<void> {
  await sql`
    insert into problem_tree_version (tenant_id, tree_id, number, frozen_on, workshop_id, sha256, content, counts)
    values (${tenant}, ${row.tree}, ${row.number}, ${row.on}, ${row.workshop}, ${row.sha256}, ${JSON.stringify(row.content)}::jsonb,
      ${JSON.stringify(row.counts)}::jsonb)`.execute(tx)
}
/** Without their cards. */
export async function listVersions(tx: Tx, tenant: string, trees: readonly string[]): Promise<readonly VersionRow[]> {
  const found = await sql<VersionRow>`
    select tree_id as tree, number, frozen_on as "on", workshop_id as workshop, sha256, counts from problem_tree_version
    where tenant_id = ${tenant} and tree_id = any(${[...trees]}::uuid[]) order by tree_id, number`.execute(tx)
  return found.rows
}
export async function findVersionContent(tx: Tx, tenant: string, id: string, number: number): Promise<unknown> {
  const found = await sql<{ content: unknown }>`
    select content from problem_tree_version where tenant_id = ${tenant} and tree_id = ${id} and number = ${number}`.execute(tx)
  return found.rows[0]?.content ?? null
}
