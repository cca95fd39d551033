/* Rows of risks and of what was declared about places: acts in their order, found by what they are about. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface RiskRow {
  readonly id: string
  readonly number: string
  readonly code: string
  readonly subjectKind: string
  readonly subject: string | null
  readonly route: string | null
  readonly recordedOn: string
  readonly recordedBy: string | null
  readonly acts: unknown
}
const columns = sql`id, number, code, subject_kind as "subjectKind", subject_id as subject, route, recorded_on as "recordedOn",
  recorded_by as "recordedBy", acts`

export async function insertRisk(tx: Tx, tenant: string, row: Omit<RiskRow, 'acts'>): Promise<void> {
  await sql`
    insert into risk (tenant_id, id, number, code, subject_kind, subject_id, route, recorded_on, recorded_by, acts)
    values (${tenant}, ${row.id}, ${row.number}, ${row.code}, ${row.subjectKind}, ${row.subject}, ${row.route}, ${row.recordedOn},
      ${row.recordedBy}, '[]'::jsonb)`.execute(tx)
}
export async function addRiskAct(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly kind: string; readonly payload: unknown },
): Promise<void> {
  await sql`
    update risk set acts = acts || ${JSON.stringify([{ kind: row.kind, payload: row.payload }])}::jsonb
    where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
}

export interface RisksAsked {
  readonly id?: string
  readonly code?: string
  /** Any of these. */
  readonly subjects?: { readonly ids: readonly string[]; readonly routes: readonly string[]; readonly recordedBy?: string | null }
}
export async function listRisks(tx: Tx, tenant: string, asked: RisksAsked): Promise<readonly RiskRow[]> {
  const wanted: RawBuilder<unknown>[] = [sql`tenant_id = ${tenant}`]
  if (asked.id !== undefined) wanted.push(sql`id = ${asked.id}::uuid`)
  if (asked.code !== undefined) wanted.push(sql`code = ${asked.code}`)
  if (asked.subjects) {
    const { ids, routes, recordedBy = null } = asked.subjects
    wanted.push(
      sql`(subject_id = any(${[...ids]}::uuid[]) or route = any(${[...routes]}::text[]) or (${recordedBy}::text is not null and recorded_by = ${recordedBy}))`,
    )
  }
  const found =
    await sql<RiskRow>`select ${columns} from risk where ${sql.join(wanted, sql` and `)} order by recorded_on desc, number desc limit 5000`.execute(
      tx,
    )
  return found.rows
}
/** `NNNN` of every `R-year-NNNN`. */
export async function listRiskNumbers(tx: Tx, tenant: string, year: string): Promise<readonly string[]> {
  const found = await sql<{ drawn: string }>`
    select substr(number, ${`R-${year}-`.length + 1}) as drawn from risk where tenant_id = ${tenant} and starts_with(number, ${`R-${year}-`})`.execute(
    tx,
  )
  return found.rows.map((row) => row.drawn)
}

export interface DeclarationRow {
  readonly id: string
  readonly by: string | null
  readonly on: string
  readonly declared: unknown
}
export async function insertDeclaration(tx: Tx, tenant: string, row: DeclarationRow): Promise<void> {
  await sql`
    insert into risk_declaration (tenant_id, id, declared_by, declared_on, withdrawn_on, declared)
    values (${tenant}, ${row.id}, ${row.by}, ${row.on}, null, ${JSON.stringify(row.declared)}::jsonb)`.execute(tx)
}
export async function withdrawDeclaration(tx: Tx, tenant: string, row: { readonly id: string; readonly on: string }): Promise<void> {
  await sql`update risk_declaration set withdrawn_on = ${row.on} where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
}
/** Those that stand on the day. */
export async function listDeclarations(tx: Tx, tenant: string, on: string): Promise<readonly DeclarationRow[]> {
  const found = await sql<DeclarationRow>`
    select id, declared_by as by, declared_on as "on", declared from risk_declaration
    where tenant_id = ${tenant} and declared_on <= ${on}::date and (withdrawn_on is null or withdrawn_on > ${on}::date)
    order by declared_on desc, id desc limit 2000`.execute(tx)
  return found.rows
}
