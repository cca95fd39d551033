/*
Rows of blocks, of provisional certificates, of uses and of the issuer's keys: how events write them. Nothing is decided here.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface NewBlock {
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
}
export async function insertBlock(tx: Tx, tenant: string, row: NewBlock): Promise<void> {
  await sql`
    insert into number_block (tenant_id, id, office_id, office_name, prefix, from_number, to_number, first_index, device_id, public_key, reserved_on, valid_until)
    values (${tenant}, ${row.id}, ${row.office}, ${row.officeName}, ${row.prefix}, ${row.from}, ${row.to}, ${row.firstIndex}, ${row.device},
      ${row.publicKey}, ${row.reservedOn}, ${row.validUntil})`.execute(tx)
}

export async function setBlockClosed(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly on: string; readonly why: string; readonly reason: string },
): Promise<void> {
  await sql`
    update number_block set closed_on = ${row.on}, closed_why = ${row.why}, closed_reason = ${row.reason}
    where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
}

export interface NewSheet {
  readonly block: string
  readonly ordinal: number
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
}
/** A second sheet of the same number spoils the first as well: nobody can tell which was meant. */
export async function insertSheet(tx: Tx, tenant: string, row: NewSheet): Promise<void> {
  await sql`
    insert into provisional_certificate (tenant_id, block_id, ordinal, number, list_index, issued_on, expires_on, exporter_name, lot_number, mineral,
      mass_grams, terms, code, code_hash, used_twice, arrived_at)
    values (${tenant}, ${row.block}, ${row.ordinal}, ${row.number}, ${row.listIndex}, ${row.issuedOn}, ${row.expiresOn}, ${row.exporterName},
      ${row.lotNumber}, ${row.mineral}, ${row.massGrams}, ${JSON.stringify(row.terms)}::jsonb, ${row.code}, ${row.codeHash}, ${row.usedTwice}, ${row.arrivedAt})`.execute(
    tx,
  )
  if (!row.usedTwice) return
  await sql`update provisional_certificate set used_twice = true where tenant_id = ${tenant} and number = ${row.number}`.execute(tx)
}

export async function setSheetWithdrawn(
  tx: Tx,
  tenant: string,
  row: { readonly block: string; readonly number: string; readonly on: string; readonly reason: string },
): Promise<void> {
  await sql`
    update provisional_certificate set withdrawn_on = ${row.on}, withdrawal_reason = ${row.reason}
    where tenant_id = ${tenant} and block_id = ${row.block} and number = ${row.number}`.execute(tx)
}

export async function setSheetConfirmed(tx: Tx, tenant: string, row: { readonly number: string; readonly on: string }): Promise<void> {
  await sql`
    update provisional_certificate set confirmed_on = ${row.on} where tenant_id = ${tenant} and number = ${row.number}`.execute(tx)
}

export interface NewUse {
  readonly number: string
  readonly ordinal: number
  readonly on: string
  readonly place: string
  readonly massGrams: number | null
  readonly remark: string | null
  readonly status: string
  readonly again: boolean
}
export async function insertUse(tx: Tx, tenant: string, row: NewUse): Promise<void> {
  await sql`
    insert into certificate_use (tenant_id, number, ordinal, used_on, place, mass_grams, remark, status, again)
    values (${tenant}, ${row.number}, ${row.ordinal}, ${row.on}, ${row.place}, ${row.massGrams}, ${row.remark}, ${row.status}, ${row.again})`.execute(
    tx,
  )
  if (row.status !== 'valid') return
  await sql`
    update certificate set used_on = coalesce(used_on, ${row.on}::date) where tenant_id = ${tenant} and number = ${row.number}`.execute(tx)
}

export async function upsertKey(
  tx: Tx,
  tenant: string,
  row: { readonly publicKey: string; readonly validFrom: string; readonly validUntil: string | null },
): Promise<void> {
  await sql`
    insert into issuer_key (tenant_id, public_key, valid_from, valid_until) values (${tenant}, ${row.publicKey}, ${row.validFrom}, ${row.validUntil})
    on conflict (tenant_id, public_key) do update set valid_until = excluded.valid_until`.execute(tx)
}

/** A key that signed before anybody wrote keys down has no row yet. */
export async function setKeyRevoked(
  tx: Tx,
  tenant: string,
  row: { readonly publicKey: string; readonly since: string; readonly on: string; readonly reason: string },
): Promise<void> {
  await sql`
    insert into issuer_key (tenant_id, public_key, valid_from, valid_until, revoked_since, revoked_on, revocation_reason)
    values (${tenant}, ${row.publicKey}, ${row.since}, ${row.on}, ${row.since}, ${row.on}, ${row.reason})
    on conflict (tenant_id, public_key) do update set revoked_since = excluded.revoked_since, revoked_on = excluded.revoked_on,
      revocation_reason = excluded.revocation_reason`.execute(tx)
}
