/* How blocks, provisional certificates, uses and keys are read. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface BlockRow {
  readonly id: string
  readonly office: string
  readonly officeName: string
  readonly prefix: string
  readonly from: number
  readonly to: number
  readonly firstIndex: number
  readonly device: string
  readonly publicKey: string
  readonly reservedOn: string
  readonly validUntil: string
  readonly closedOn: string | null
  readonly closedWhy: string | null
  readonly closedReason: string | null
}
const blockColumns = sql`id, office_id as office, office_name as "officeName", prefix, from_number as "from", to_number as "to",
  first_index as "firstIndex", device_id as device, public_key as "publicKey", reserved_on as "reservedOn", valid_until as "validUntil",
  closed_on as "closedOn", closed_why as "closedWhy", closed_reason as "closedReason"`

export async function listBlocks(tx: Tx, tenant: string, id: string | null = null): Promise<readonly BlockRow[]> {
  const found = await sql<BlockRow>`
    select ${blockColumns} from number_block where tenant_id = ${tenant} and (${id}::uuid is null or id = ${id}::uuid)
    order by prefix desc, from_number desc`.execute(tx)
  return found.rows
}

export interface SheetRow {
  readonly block: string
  readonly number: string
  readonly listIndex: number
  readonly issuedOn: string
  readonly expiresOn: string
  readonly exporterName: string
  readonly lotNumber: string
  readonly mineral: string
  readonly massGrams: number
  readonly terms: unknown
  readonly code: string
  readonly codeHash: string
  readonly usedTwice: boolean
  readonly arrivedAt: string
  readonly withdrawnOn: string | null
  readonly withdrawalReason: string | null
  readonly confirmedOn: string | null
}
const sheetColumns = sql`block_id as block, number, list_index as "listIndex", issued_on as "issuedOn", expires_on as "expiresOn",
  exporter_name as "exporterName", lot_number as "lotNumber", mineral, mass_grams as "massGrams", terms, code, code_hash as "codeHash",
  used_twice as "usedTwice", arrived_at as "arrivedAt", withdrawn_on as "withdrawnOn", withdrawal_reason as "withdrawalReason",
  confirmed_on as "confirmedOn"`

export async function listSheets(tx: Tx, tenant: string, block: string | null = null): Promise<readonly SheetRow[]> {
  const found = await sql<SheetRow>`
    select ${sheetColumns} from provisional_certificate where tenant_id = ${tenant} and (${block}::uuid is null or block_id = ${block}::uuid)
    order by number, ordinal`.execute(tx)
  return found.rows
}

/** Of the sheets that run until a day or longer what the register of offices says of them. */
export async function listRememberedSheets(
  tx: Tx,
  tenant: string,
  from: string,
): Promise<readonly Pick<SheetRow, 'block' | 'listIndex' | 'codeHash' | 'arrivedAt' | 'confirmedOn'>[]> {
  const found = await sql<Pick<SheetRow, 'block' | 'listIndex' | 'codeHash' | 'arrivedAt' | 'confirmedOn'>>`
    select block_id as block, list_index as "listIndex", code_hash as "codeHash", arrived_at as "arrivedAt", confirmed_on as "confirmedOn"
    from provisional_certificate where tenant_id = ${tenant} and expires_on >= ${from}::date order by number, ordinal`.execute(tx)
  return found.rows
}

/** The last sheet under a number. */
export async function findSheet(tx: Tx, tenant: string, number: string): Promise<SheetRow | null> {
  const found = await sql<SheetRow>`
    select ${sheetColumns} from provisional_certificate where tenant_id = ${tenant} and number = ${number} order by ordinal desc limit 1`.execute(
    tx,
  )
  return found.rows[0] ?? null
}

/** Case, blanks and dashes of a lot number do not count: an office types it by hand. */
const folded = (number: RawBuilder<unknown>) => sql`upper(regexp_replace(normalize(${number}, NFKC), '[\\s\u2010-\u2015\u2212-]', '', 'g'))`

/** Sheets for a lot number, however it was typed, that are neither withdrawn nor of a number that was confirmed. */
export async function listWaitingSheets(tx: Tx, tenant: string, lotNumber: string): Promise<readonly SheetRow[]> {
  const found = await sql<SheetRow>`
    select ${sheetColumns} from provisional_certificate
    where tenant_id = ${tenant} and ${folded(sql`lot_number`)} = ${folded(sql`${lotNumber}::text`)} and withdrawn_on is null and number not in (
      select number from provisional_certificate where tenant_id = ${tenant} and confirmed_on is not null)
    order by number, ordinal`.execute(tx)
  return found.rows
}

/**
 * Indexes of provisional certificates that do not count: withdrawn, or two sheets under one number. Of a number that was confirmed the certificate speaks:
 * a sheet that comes after it must neither revoke it nor put its index into the list a second time, which no verifier would read.
 */
export async function listWithdrawnIndexes(
  tx: Tx,
  tenant: string,
): Promise<readonly { readonly index: number; readonly on: string; readonly because: 'revoked' }[]> {
  const found = await sql<{ index: number; on: string; because: 'revoked' }>`
    select list_index as index, coalesce(min(withdrawn_on), min(issued_on)) as "on", 'revoked' as because from provisional_certificate
    where tenant_id = ${tenant} group by list_index
    having bool_or(withdrawn_on is not null or used_twice) and bool_and(confirmed_on is null) order by list_index`.execute(tx)
  return found.rows
}

/** The last number and index of any block: the server's own sequence goes on behind it. */
export async function findLastOfBlocks(
  tx: Tx,
  tenant: string,
  prefix: string,
): Promise<{ readonly number: number | null; readonly index: number | null }> {
  const found = await sql<{ number: number | null; index: number | null }>`
    select (select max(to_number) from number_block where tenant_id = ${tenant} and prefix = ${prefix}) as number,
      (select max(first_index + to_number - from_number) from number_block where tenant_id = ${tenant}) as index`.execute(tx)
  return found.rows[0] ?? { number: null, index: null }
}

export interface UseRow {
  readonly on: string
  readonly place: string
  readonly massGrams: number | null
  readonly remark: string | null
  readonly status: string
  readonly again: boolean
}
export async function listUses(tx: Tx, tenant: string, number: string): Promise<readonly UseRow[]> {
  const found = await sql<UseRow>`
    select used_on as "on", place, mass_grams as "massGrams", remark, status, again from certificate_use
    where tenant_id = ${tenant} and number = ${number} order by ordinal`.execute(tx)
  return found.rows
}
/** Departures under what did not count, or again under what had been used, that were recorded since a day, newest first. */
export async function listAlarmingUses(
  tx: Tx,
  tenant: string,
  since: string,
): Promise<readonly { readonly number: string; readonly ordinal: number }[]> {
  const found = await sql<{ number: string; ordinal: number }>`
    select u.number, u.ordinal from certificate_use u
    join certificate c on c.tenant_id = u.tenant_id and c.number = u.number
    join log_event e on e.tenant_id = c.tenant_id and e.subject = 'dossier:' || c.dossier_id and e.subject_version = u.ordinal
    where u.tenant_id = ${tenant} and (u.status <> 'valid' or u.again) and e.learned_at >= ${since}::date
    order by e.position desc limit 500`.execute(tx)
  return found.rows
}

export interface KeyRow {
  readonly publicKey: string
  readonly validFrom: string
  readonly validUntil: string | null
  readonly revokedSince: string | null
  readonly revokedOn: string | null
  readonly reason: string | null
}
export async function listKeys(tx: Tx, tenant: string): Promise<readonly KeyRow[]> {
  const found = await sql<KeyRow>`
    select public_key as "publicKey", valid_from as "validFrom", valid_until as "validUntil", revoked_since as "revokedSince",
      revoked_on as "revokedOn", revocation_reason as reason
    from issuer_key where tenant_id = ${tenant} order by valid_from, public_key`.execute(tx)
  return found.rows
}

/** Codes of a key that were in the log before a day and have not run out: what stands of it after it was stolen. */
export async function listStandingCodes(
  tx: Tx,
  tenant: string,
  asked: { readonly publicKey: string; readonly before: string; readonly today: string },
): Promise<readonly { readonly number: string; readonly code: string }[]> {
  const found = await sql<{ number: string; code: string }>`
    select number, issued ->> 'code' as code from certificate
    where tenant_id = ${tenant} and issued ->> 'signedBy' = ${asked.publicKey} and issued_on < ${asked.before}::date and expires_on >= ${asked.today}::date
    order by number`.execute(tx)
  return found.rows
}

export async function countByKey(tx: Tx, tenant: string): Promise<ReadonlyMap<string, number>> {
  const found = await sql<{ publicKey: string; count: number }>`
    select issued ->> 'signedBy' as "publicKey", count(*)::int as count from certificate where tenant_id = ${tenant} group by 1`.execute(tx)
  return new Map(found.rows.map((row) => [row.publicKey, row.count]))
}
