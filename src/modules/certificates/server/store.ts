/*
The rows of dossiers and certificates: how events write them and how they are read. Nothing is decided here; every row follows
from its event, so that a replay writes the same.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface DossierRow {
  readonly id: string
  readonly state: string
  readonly lot: string
  readonly lotNumber: string
  readonly mineral: string
  readonly massGrams: number
  readonly exporter: string
  readonly exporterName: string
  readonly terms: unknown
  readonly replaces: string | null
  readonly openedAt: string
  readonly recommendedOn: string | null
  readonly recommendedBy: string | null
  readonly acknowledged: unknown
  readonly refusedOn: string | null
  readonly refusalReason: string | null
  readonly refusedChecks: unknown
  readonly refusedRulebook: unknown
  readonly certificateNumber: string | null
  readonly waitsSince: string
  readonly version: number
  readonly provinces: readonly string[]
}
export const dossierColumns = sql`id, state, lot_id as lot, lot_number as "lotNumber", mineral, mass_grams as "massGrams", exporter_id as exporter,
  exporter_name as "exporterName", terms, replaces, opened_at as "openedAt", recommended_on as "recommendedOn", recommended_by as "recommendedBy",
  acknowledged, refused_on as "refusedOn", refusal_reason as "refusalReason", refused_checks as "refusedChecks",
  refused_rulebook as "refusedRulebook", certificate_number as "certificateNumber", waits_since as "waitsSince", version, provinces`

export type NewDossier = Pick<
  DossierRow,
  'id' | 'lot' | 'lotNumber' | 'mineral' | 'massGrams' | 'exporter' | 'exporterName' | 'terms' | 'replaces' | 'openedAt' | 'provinces'
>
export async function insertDossier(tx: Tx, tenant: string, row: NewDossier): Promise<void> {
  await sql`
    insert into dossier (tenant_id, id, state, lot_id, lot_number, mineral, mass_grams, exporter_id, exporter_name, terms, replaces, opened_at,
      waits_since, provinces)
    values (${tenant}, ${row.id}, 'open', ${row.lot}, ${row.lotNumber}, ${row.mineral}, ${row.massGrams}, ${row.exporter}, ${row.exporterName},
      ${JSON.stringify(row.terms)}::jsonb, ${row.replaces}, ${row.openedAt}, ${row.openedAt}, ${[...row.provinces]}::text[])`.execute(tx)
}

export async function setRevised(tx: Tx, tenant: string, id: string, terms: unknown): Promise<void> {
  await sql`
    update dossier set state = 'open', version = version + 1, terms = ${JSON.stringify(terms)}::jsonb, recommended_on = null, recommended_by = null, acknowledged = null,
      refused_on = null, refusal_reason = null, refused_checks = null, refused_rulebook = null
    where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}

/** A paper takes back the recommendation that was given without it. */
export async function insertFact(
  tx: Tx,
  tenant: string,
  row: { readonly dossier: string; readonly ordinal: number; readonly fact: unknown; readonly by: string; readonly attachedAt: string },
): Promise<void> {
  await sql`
    insert into dossier_fact (tenant_id, dossier_id, ordinal, fact, attached_by, attached_at)
    values (${tenant}, ${row.dossier}, ${row.ordinal}, ${JSON.stringify(row.fact)}::jsonb, ${row.by}, ${row.attachedAt})`.execute(tx)
  await sql`
    update dossier set state = 'open', recommended_on = null, recommended_by = null, acknowledged = null
    where tenant_id = ${tenant} and id = ${row.dossier} and state = 'recommended'`.execute(tx)
}

export async function setRecommended(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly on: string; readonly by: string; readonly acknowledged: unknown },
): Promise<void> {
  await sql`
    update dossier set state = 'recommended', recommended_on = ${row.on}, recommended_by = ${row.by}, acknowledged = ${JSON.stringify(row.acknowledged)}::jsonb
    where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
}

export interface Refusing {
  readonly id: string
  readonly on: string
  readonly reason: string
  readonly checks: unknown
  readonly rulebook: unknown
}
export async function setRefused(tx: Tx, tenant: string, { id, on, reason, checks, rulebook }: Refusing): Promise<void> {
  await sql`
    update dossier set state = 'refused', refused_on = ${on}, refusal_reason = ${reason}, refused_checks = ${JSON.stringify(checks)}::jsonb,
      refused_rulebook = ${JSON.stringify(rulebook)}::jsonb
    where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}

export interface Issuing {
  readonly dossier: string
  readonly number: string
  readonly listIndex: number
  readonly issuedOn: string
  readonly expiresOn: string
  readonly exporter: string
  readonly replaces: string | null
  readonly issued: unknown
}
export async function insertCertificate(tx: Tx, tenant: string, row: Issuing): Promise<void> {
  await sql`
    insert into certificate (tenant_id, number, list_index, dossier_id, issued_on, expires_on, exporter_id, issued)
    values (${tenant}, ${row.number}, ${row.listIndex}, ${row.dossier}, ${row.issuedOn}, ${row.expiresOn}, ${row.exporter}, ${JSON.stringify(row.issued)}::jsonb)`.execute(
    tx,
  )
  await sql`update dossier set state = 'certified', certificate_number = ${row.number} where tenant_id = ${tenant} and id = ${row.dossier}`.execute(
    tx,
  )
  if (row.replaces === null) return
  await sql`update certificate set replaced_by = ${row.number} where tenant_id = ${tenant} and number = ${row.replaces}`.execute(tx)
}

export async function setRevoked(
  tx: Tx,
  tenant: string,
  row: { readonly dossier: string; readonly number: string; readonly on: string; readonly reason: string },
): Promise<void> {
  await sql`update certificate set revoked_on = ${row.on}, revocation_reason = ${row.reason} where tenant_id = ${tenant} and number = ${row.number}`.execute(
    tx,
  )
  await sql`update dossier set state = 'revoked' where tenant_id = ${tenant} and id = ${row.dossier}`.execute(tx)
}

export async function findDossier(tx: Tx, tenant: string, id: string): Promise<DossierRow | null> {
  const found = await sql<DossierRow>`select ${dossierColumns} from dossier where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

/** Newest first; `exporter` and `state` narrow the list; `before` is the last id of the page before. */
export async function listDossiers(
  tx: Tx,
  tenant: string,
  filter: { readonly exporter: string | null; readonly state: string | null; readonly before: string | null; readonly limit: number },
): Promise<readonly DossierRow[]> {
  const found = await sql<DossierRow>`
    select ${dossierColumns} from dossier where tenant_id = ${tenant}
      and (${filter.exporter}::uuid is null or exporter_id = ${filter.exporter}::uuid)
      and (${filter.state}::text is null or state = ${filter.state}::text)
      and (${filter.before}::uuid is null or id < ${filter.before}::uuid)
    order by id desc limit ${filter.limit}`.execute(tx)
  return found.rows
}

export async function listFacts(
  tx: Tx,
  tenant: string,
  dossier: string,
): Promise<readonly { readonly fact: unknown; readonly by: string; readonly attachedAt: string }[]> {
  const found = await sql<{ fact: unknown; by: string; attachedAt: string }>`
    select fact, attached_by as by, attached_at as "attachedAt" from dossier_fact where tenant_id = ${tenant} and dossier_id = ${dossier} order by ordinal`.execute(
    tx,
  )
  return found.rows
}

/** True when a dossier about the lot, other than `dossier`, still stands. */
export async function isLotTaken(
  tx: Tx,
  tenant: string,
  { lot, dossier }: { readonly lot: string; readonly dossier: string },
): Promise<boolean> {
  const found = await sql`
    select 1 from dossier where tenant_id = ${tenant} and lot_id = ${lot} and id <> ${dossier}::uuid
      and state not in ('refused', 'revoked', 'cancelled') limit 1`.execute(tx)
  return found.rows.length > 0
}

/** The number of a certificate that stands for the lot: issued and not revoked. */
export async function findStandingCertificate(tx: Tx, tenant: string, lot: string): Promise<string | null> {
  const found = await sql<{ number: string }>`
    select c.number from certificate c join dossier d on d.tenant_id = c.tenant_id and d.id = c.dossier_id
    where d.tenant_id = ${tenant} and d.lot_id = ${lot} and c.revoked_on is null order by c.number limit 1`.execute(tx)
  return found.rows[0]?.number ?? null
}

/** The lot of a revoked certificate that no other has replaced yet. */
export async function findRevokedLot(tx: Tx, tenant: string, number: string): Promise<string | null> {
  const found = await sql<{ lot: string }>`
    select d.lot_id as lot from certificate c join dossier d on d.tenant_id = c.tenant_id and d.id = c.dossier_id
    where c.tenant_id = ${tenant} and c.number = ${number} and c.revoked_on is not null and c.replaced_by is null`.execute(tx)
  return found.rows[0]?.lot ?? null
}

/** The highest number of a year, as text, and the highest list index; both grow under the tenant's head alone. */
export async function findHighest(
  tx: Tx,
  tenant: string,
  prefix: string,
): Promise<{ readonly number: string | null; readonly listIndex: number | null }> {
  const found = await sql<{ number: string | null; listIndex: number | null }>`
    select (select max(number) from certificate where tenant_id = ${tenant} and starts_with(number, ${prefix})) as number,
      (select max(list_index) from certificate where tenant_id = ${tenant}) as "listIndex"`.execute(tx)
  return found.rows[0] ?? { number: null, listIndex: null }
}
