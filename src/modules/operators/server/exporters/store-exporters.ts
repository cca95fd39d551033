/* The rows of exporters and audits: acts as data in their order, steps of the status, suppliers, and apart from all of it the names of owners. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export async function addExporterAct(
  tx: Tx,
  tenant: string,
  row: { readonly organisation: string; readonly kind: string; readonly payload: unknown },
): Promise<void> {
  await sql`
    insert into exporter (tenant_id, organisation_id, acts)
    values (${tenant}, ${row.organisation}, ${JSON.stringify([{ kind: row.kind, payload: row.payload }])}::jsonb)
    on conflict (tenant_id, organisation_id) do update set acts = exporter.acts || excluded.acts`.execute(tx)
}
export async function listExporterActs(
  tx: Tx,
  tenant: string,
  organisations?: readonly string[],
): Promise<readonly { readonly organisation: string; readonly acts: unknown }[]> {
  const found = await sql<{ organisation: string; acts: unknown }>`
    select organisation_id as organisation, acts from exporter
    where tenant_id = ${tenant} and (${organisations === undefined} or organisation_id = any(${[...(organisations ?? [])]}::uuid[]))`.execute(
    tx,
  )
  return found.rows
}

export interface StatusRow {
  readonly organisation: string
  readonly position: number
  readonly status: string
  readonly from: string
  readonly followUpOn: string | null
  readonly audit: string | null
  readonly reason: string
}
export async function addStatus(tx: Tx, tenant: string, row: StatusRow): Promise<void> {
  await sql`
    insert into exporter_status (tenant_id, organisation_id, position, status, from_on, follow_up_on, audit_number, reason)
    values (${tenant}, ${row.organisation}, ${row.position}, ${row.status}, ${row.from}, ${row.followUpOn}, ${row.audit}, ${row.reason})`.execute(
    tx,
  )
}
/** In the order in which they were learned. */
export async function listStatus(tx: Tx, tenant: string, organisations?: readonly string[]): Promise<readonly StatusRow[]> {
  const found = await sql<StatusRow>`
    select organisation_id as organisation, position, status, from_on as "from", follow_up_on as "followUpOn", audit_number as audit, reason
    from exporter_status
    where tenant_id = ${tenant} and (${organisations === undefined} or organisation_id = any(${[...(organisations ?? [])]}::uuid[]))
    order by position`.execute(tx)
  return found.rows
}

export async function addSupplier(
  tx: Tx,
  tenant: string,
  row: { readonly organisation: string; readonly supplier: string; readonly from: string },
): Promise<void> {
  await sql`
    insert into exporter_supplier (tenant_id, organisation_id, supplier_id, from_on, until_on)
    values (${tenant}, ${row.organisation}, ${row.supplier}, ${row.from}, null)`.execute(tx)
}
export async function endSupplier(
  tx: Tx,
  tenant: string,
  row: { readonly organisation: string; readonly supplier: string; readonly on: string },
): Promise<void> {
  await sql`
    update exporter_supplier set until_on = ${row.on}
    where tenant_id = ${tenant} and organisation_id = ${row.organisation} and supplier_id = ${row.supplier} and until_on is null`.execute(
    tx,
  )
}
export async function listSuppliersOn(
  tx: Tx,
  tenant: string,
  asked: { readonly organisation: string; readonly on: string },
): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select distinct supplier_id as id from exporter_supplier
    where tenant_id = ${tenant} and organisation_id = ${asked.organisation}::uuid and from_on <= ${asked.on}::date
      and (until_on is null or until_on > ${asked.on}::date) order by 1`.execute(tx)
  return found.rows.map((row) => row.id)
}

export interface AuditRow {
  readonly id: string
  readonly number: string
  readonly exporter: string
  readonly auditor: string
  readonly appealed: boolean
  readonly acts: unknown
}
export async function insertAudit(
  tx: Tx,
  tenant: string,
  row: Omit<AuditRow, 'acts' | 'appealed'> & { readonly openedOn: string },
): Promise<void> {
  await sql`
    insert into audit (tenant_id, id, number, exporter_id, auditor_id, opened_on, appealed, acts)
    values (${tenant}, ${row.id}, ${row.number}, ${row.exporter}, ${row.auditor}, ${row.openedOn}, false, '[]'::jsonb)`.execute(tx)
}
export async function addAuditAct(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly kind: string; readonly payload: unknown; readonly appealed: boolean | null },
): Promise<void> {
  await sql`
    update audit set acts = acts || ${JSON.stringify([{ kind: row.kind, payload: row.payload }])}::jsonb,
      appealed = coalesce(${row.appealed}::boolean, appealed)
    where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
}
export async function listAudits(
  tx: Tx,
  tenant: string,
  asked: { readonly id?: string; readonly exporter?: string },
): Promise<readonly AuditRow[]> {
  const found = await sql<AuditRow>`
    select id, number, exporter_id as exporter, auditor_id as auditor, appealed, acts from audit
    where tenant_id = ${tenant} and (${asked.id === undefined} or id = ${asked.id ?? null}::uuid)
      and (${asked.exporter === undefined} or exporter_id = ${asked.exporter ?? null}::uuid)
    order by opened_on desc, number desc limit 2000`.execute(tx)
  return found.rows
}
export async function countAudits(tx: Tx, tenant: string, year: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*) as n from audit where tenant_id = ${tenant} and number like ${`AUD-${year}-%`}`.execute(tx)
  return Number(found.rows[0]?.n ?? 0)
}
export async function listAppealed(tx: Tx, tenant: string, organisations?: readonly string[]): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select distinct exporter_id as id from audit where tenant_id = ${tenant} and appealed
      and (${organisations === undefined} or exporter_id = any(${[...(organisations ?? [])]}::uuid[])) order by 1`.execute(tx)
  return found.rows.map((row) => row.id)
}

export interface OwnerPersonRow {
  readonly owner: string
  readonly name: string
  readonly nationality: string | null
}
/** Writes once: a repeated command does not bring back a name that was erased. */
export async function insertOwnerPerson(
  tx: Tx,
  tenant: string,
  row: OwnerPersonRow & { readonly organisation: string; readonly at: string },
): Promise<void> {
  await sql`
    insert into exporter_owner_person (tenant_id, owner_id, organisation_id, name, nationality, changed_at)
    values (${tenant}, ${row.owner}, ${row.organisation}, ${row.name}, ${row.nationality}, ${row.at}) on conflict do nothing`.execute(tx)
}
export async function listOwnerPersons(tx: Tx, tenant: string, organisation: string): Promise<readonly OwnerPersonRow[]> {
  const found = await sql<OwnerPersonRow>`
    select owner_id as owner, name, nationality from exporter_owner_person
    where tenant_id = ${tenant} and organisation_id = ${organisation}::uuid order by owner_id`.execute(tx)
  return found.rows
}
export async function deleteOwnerPerson(tx: Tx, tenant: string, owner: string): Promise<void> {
  await sql`delete from exporter_owner_person where tenant_id = ${tenant} and owner_id = ${owner}::uuid`.execute(tx)
}
