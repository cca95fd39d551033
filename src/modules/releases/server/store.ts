/* Rows of agreements and releases, and the bytes that left. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface AgreementRow {
  readonly id: string
  readonly terms: unknown
  readonly state: string
  readonly draftedBy: string
  readonly signedOn: string | null
  readonly endedOn: string | null
  readonly endReason: string | null
}
const agreementColumns = sql`id, terms, state, drafted_by as "draftedBy", signed_on as "signedOn", ended_on as "endedOn", end_reason as "endReason"`

export async function insertAgreement(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly terms: object; readonly expiresOn: string; readonly by: string; readonly at: string },
): Promise<void> {
  await sql`
    insert into sharing_agreement (tenant_id, id, terms, state, drafted_by, drafted_at, expires_on)
    values (${tenant}, ${row.id}, ${JSON.stringify(row.terms)}::jsonb, 'drafted', ${row.by}, ${row.at}, ${row.expiresOn})`.execute(tx)
}
export async function signAgreement(tx: Tx, tenant: string, row: { readonly id: string; readonly signedOn: string }): Promise<void> {
  await sql`update sharing_agreement set state = 'signed', signed_on = ${row.signedOn} where tenant_id = ${tenant} and id = ${row.id}`.execute(
    tx,
  )
}
export async function endAgreement(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly endedOn: string; readonly reason: string },
): Promise<void> {
  await sql`
    update sharing_agreement set state = 'ended', ended_on = ${row.endedOn}, end_reason = ${row.reason}
    where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
}
export async function findAgreement(tx: Tx, tenant: string, id: string): Promise<AgreementRow | null> {
  const { rows } =
    await sql<AgreementRow>`select ${agreementColumns} from sharing_agreement where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  return rows[0] ?? null
}
export async function listAgreements(tx: Tx, tenant: string): Promise<readonly AgreementRow[]> {
  const { rows } = await sql<AgreementRow>`
    select ${agreementColumns} from sharing_agreement where tenant_id = ${tenant} order by drafted_at desc, id limit 500`.execute(tx)
  return rows
}

export interface ReleaseRow {
  readonly id: string
  readonly state: string
  readonly parameters: unknown
  readonly agreement: string
  readonly number: string | null
  readonly sha256: string
  readonly bytes: number
  readonly lines: number
  readonly keptBack: unknown
  readonly askedBy: string
  readonly askedOn: string
  readonly decidedBy: string | null
  readonly decidedOn: string | null
  readonly reason: string | null
}
const releaseColumns = sql`id, state, parameters, agreement_id as agreement, number, sha256, bytes, lines, kept_back as "keptBack",
  asked_by as "askedBy", asked_on as "askedOn", decided_by as "decidedBy", decided_on as "decidedOn", reason`

export interface NewRelease {
  readonly id: string
  readonly parameters: object
  readonly agreement: string
  readonly sha256: string
  readonly bytes: number
  readonly lines: number
  readonly keptBack: object
  readonly by: string
  readonly askedOn: string
  readonly at: string
}
export async function insertRelease(tx: Tx, tenant: string, row: NewRelease): Promise<void> {
  await sql`
    insert into statistics_release (tenant_id, id, state, parameters, agreement_id, sha256, bytes, lines, kept_back, asked_by, asked_on, asked_at)
    values (${tenant}, ${row.id}, 'asked', ${JSON.stringify(row.parameters)}::jsonb, ${row.agreement}, ${row.sha256}, ${row.bytes}, ${row.lines},
      ${JSON.stringify(row.keptBack)}::jsonb, ${row.by}, ${row.askedOn}, ${row.at})`.execute(tx)
}
export interface LookRow {
  readonly id: string
  readonly by: string
  readonly agreement: string
  readonly parameters: unknown
  readonly at: string
}
export async function insertLook(tx: Tx, tenant: string, row: LookRow): Promise<void> {
  await sql`
    insert into statistics_release_look (tenant_id, id, looked_by, agreement_id, parameters, looked_at)
    values (${tenant}, ${row.id}, ${row.by}, ${row.agreement}, ${JSON.stringify(row.parameters)}::jsonb, ${row.at})`.execute(tx)
}
export async function listLooks(tx: Tx, tenant: string): Promise<readonly LookRow[]> {
  const { rows } = await sql<LookRow>`
    select id, looked_by as by, agreement_id as agreement, parameters, looked_at as at from statistics_release_look
    where tenant_id = ${tenant} order by looked_at desc, id limit 200`.execute(tx)
  return rows
}
export interface Approval {
  readonly id: string
  readonly number: string
  readonly year: number
  readonly sequence: number
  readonly by: string
  readonly approvedOn: string
}
export async function approveRelease(tx: Tx, tenant: string, row: Approval): Promise<void> {
  await sql`
    update statistics_release set state = 'approved', number = ${row.number}, year = ${row.year}, sequence = ${row.sequence},
      decided_by = ${row.by}, decided_on = ${row.approvedOn}
    where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
}
export interface Closing {
  readonly id: string
  readonly state: 'turned-down' | 'withdrawn'
  readonly by: string
  readonly on: string
  readonly reason: string
}
export async function closeRelease(tx: Tx, tenant: string, row: Closing): Promise<void> {
  await sql`
    update statistics_release set state = ${row.state}, decided_by = ${row.by}, decided_on = ${row.on}, reason = ${row.reason}
    where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
}
export async function findRelease(tx: Tx, tenant: string, id: string): Promise<ReleaseRow | null> {
  const { rows } =
    await sql<ReleaseRow>`select ${releaseColumns} from statistics_release where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  return rows[0] ?? null
}
export async function listReleases(tx: Tx, tenant: string): Promise<readonly ReleaseRow[]> {
  const { rows } = await sql<ReleaseRow>`
    select ${releaseColumns} from statistics_release where tenant_id = ${tenant} order by asked_at desc, id limit 500`.execute(tx)
  return rows
}
export async function nextSequence(tx: Tx, tenant: string, year: number): Promise<number> {
  const { rows } = await sql<{ readonly next: number }>`
    select coalesce(max(sequence), 0) + 1 as next from statistics_release where tenant_id = ${tenant} and year = ${year}`.execute(tx)
  return rows[0]?.next ?? 1
}
/** Days on which something left under an agreement, withdrawn since or not. */
export async function approvedUnder(tx: Tx, tenant: string, agreement: string): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly on: string }>`
    select decided_on as "on" from statistics_release
    where tenant_id = ${tenant} and agreement_id = ${agreement} and number is not null order by decided_on`.execute(tx)
  return rows.map((row) => row.on)
}

export interface ContentRow {
  readonly release: string
  readonly sha256: string
  readonly content: Buffer
  readonly sealedCounts: Buffer
}
export async function keepContent(tx: Tx, tenant: string, row: ContentRow): Promise<void> {
  await sql`
    insert into statistics_release_content (tenant_id, release_id, sha256, content, sealed_counts)
    values (${tenant}, ${row.release}, ${row.sha256}, ${row.content}, ${row.sealedCounts}) on conflict do nothing`.execute(tx)
}
export async function dropContent(tx: Tx, tenant: string, release: string): Promise<void> {
  await sql`delete from statistics_release_content where tenant_id = ${tenant} and release_id = ${release}`.execute(tx)
}
export async function findContent(tx: Tx, tenant: string, release: string): Promise<Buffer | null> {
  const { rows } = await sql<{ readonly content: Buffer }>`
    select content from statistics_release_content where tenant_id = ${tenant} and release_id = ${release}`.execute(tx)
  return rows[0]?.content ?? null
}
export interface EarlierRow {
  readonly id: string
  readonly number: string
  readonly parameters: unknown
  readonly sealedCounts: Buffer
}
/** Whatever left, withdrawn or not: what was read once stays known. */
export async function listEarlier(tx: Tx, tenant: string): Promise<readonly EarlierRow[]> {
  const { rows } = await sql<EarlierRow>`
    select r.id, r.number, r.parameters, c.sealed_counts as "sealedCounts" from statistics_release r
    join statistics_release_content c on c.tenant_id = r.tenant_id and c.release_id = r.id
    where r.tenant_id = ${tenant} and r.number is not null order by r.number`.execute(tx)
  return rows
}
export async function findSealedCounts(tx: Tx, tenant: string, release: string): Promise<Buffer | null> {
  const { rows } = await sql<{ readonly sealed: Buffer }>`
    select sealed_counts as sealed from statistics_release_content where tenant_id = ${tenant} and release_id = ${release}`.execute(tx)
  return rows[0]?.sealed ?? null
}
