/*
How lots are read: by id, by number, by tag, as a list, and the rows beside them. A row's state is computed where it is asked,
from the columns that events wrote; quarantine of a lot's sources is asked separately, because it needs the way up.
*/
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type Sight, seenBy } from './store-sight.ts'

export interface LotRow {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly state: string
  readonly mineral: string
  readonly massGrams: number
  readonly drawnGrams: number
  readonly massMilligrams: number | null
  readonly drawnMilligrams: number | null
  readonly holder: string
  readonly owner: string | null
  readonly recipient: string | null
  readonly site: string | null
  readonly tag: string | null
  readonly producedOn: string | null
  readonly formedOn: string
  readonly lastOn: string
  readonly quarantineBecause: string | null
  readonly quarantinedAt: string | null
  readonly seizedAt: string | null
  readonly worstFinding: string | null
  readonly learnedAt: string
  readonly recordedBy: string | null
  readonly quarantinedBy: string | null
  readonly rootSites: readonly string[]
  readonly rootUnknown: boolean
  readonly certificate: string | null
  /** Beside the state, of which a lot shows only the gravest. */
  readonly isVoided: boolean
  readonly isRejected: boolean
}
export const lotState = sql`case when lot.voided_at is not null then 'voided' when lot.seized_at is not null then 'seized' when lot.quarantined_at is not null then 'quarantined'
  when lot.certificate_number is not null then 'exported' when lot.rejected_at is not null then 'rejected' when lot.sent_to is not null then 'in-transit' when coalesce(lot.drawn_milligrams, lot.drawn_grams) > 0 and coalesce(lot.drawn_milligrams, lot.drawn_grams) >= coalesce(lot.mass_milligrams, lot.mass_grams) then 'consumed' else 'held' end`
export const lotColumns = sql`
  lot.id, lot.number, lot.kind, ${lotState} as state, lot.mineral, lot.mass_grams as "massGrams", lot.drawn_grams as "drawnGrams",
  lot.mass_milligrams as "massMilligrams", lot.drawn_milligrams as "drawnMilligrams", lot.owner_id as owner,
  lot.holder_id as holder, lot.sent_to as recipient, lot.site_id as site, lot.tag, lot.produced_on as "producedOn",
  lot.formed_on as "formedOn", lot.last_on as "lastOn", lot.quarantine_because as "quarantineBecause",
  lot.quarantined_at as "quarantinedAt", lot.seized_at as "seizedAt", lot.worst_finding as "worstFinding", lot.learned_at as "learnedAt",
  lot.recorded_by as "recordedBy", lot.quarantined_by as "quarantinedBy", lot.root_sites as "rootSites", lot.root_unknown as "rootUnknown",
  lot.certificate_number as certificate, lot.voided_at is not null as "isVoided", lot.rejected_at is not null as "isRejected"`

/** In the order of the ids; unknown ids are left out. */
export async function listLotRows(tx: Tx, tenant: string, ids: readonly string[]): Promise<readonly LotRow[]> {
  const found =
    await sql<LotRow>`select ${lotColumns} from lot where tenant_id = ${tenant} and id = any(${[...ids]}::uuid[]) order by id`.execute(tx)
  return found.rows
}

export async function findLotRow(tx: Tx, tenant: string, id: string): Promise<LotRow | null> {
  return (await listLotRows(tx, tenant, [id]))[0] ?? null
}

export async function findLotIdByNumber(tx: Tx, tenant: string, number: string): Promise<string | null> {
  const found = await sql<{ id: string }>`select id from lot where tenant_id = ${tenant} and number = ${number}`.execute(tx)
  return found.rows[0]?.id ?? null
}

/** The country programme of a lot; identifiers are unique over all of them. */
export async function findTenantOfLot(tx: Tx, id: string): Promise<string | null> {
  const found = await sql<{ tenant_id: string }>`select tenant_id from lot where id = ${id}::uuid`.execute(tx)
  return found.rows[0]?.tenant_id ?? null
}

/** The tenants in which a lot has this number. */
export async function listTenantsOfNumber(tx: Tx, number: string): Promise<readonly { readonly tenant: string; readonly id: string }[]> {
  const found = await sql<{ tenant: string; id: string }>`select tenant_id as tenant, id from lot where number = ${number} limit 2`.execute(
    tx,
  )
  return found.rows
}

/** Lots with this tag that are not voided, oldest record first. */
export async function listLotsByTag(
  tx: Tx,
  tenant: string,
  tag: string,
): Promise<readonly { readonly id: string; readonly number: string; readonly issuer: string | null }[]> {
  const found = await sql<{ id: string; number: string; issuer: string | null }>`
    select id, number, tag_issuer as issuer from lot where tenant_id = ${tenant} and tag = ${tag} and voided_at is null order by learned_at, id`.execute(
    tx,
  )
  return found.rows
}

export interface LotFilter {
  readonly sight: Sight
  readonly kind?: string | undefined
  readonly state?: string | undefined
  readonly mineral?: string | undefined
  readonly site?: string | undefined
  readonly holder?: string | undefined
  readonly number?: string | undefined
  readonly finding?: string | undefined
  readonly held?: string | undefined
  readonly before?: string | undefined
}
/** Newest record first, `limit` rows. Cost: an index walk; a rare state among millions of lots walks far, except quarantine. */
export async function listLots(tx: Tx, tenant: string, filter: LotFilter, limit: number): Promise<readonly LotRow[]> {
  const wanted: RawBuilder<unknown>[] = [sql`lot.tenant_id = ${tenant}`, seenBy(tenant, filter.sight)]
  if (filter.kind !== undefined) wanted.push(sql`lot.kind = ${filter.kind}`)
  if (filter.mineral !== undefined) wanted.push(sql`lot.mineral = ${filter.mineral}`)
  if (filter.site !== undefined) wanted.push(sql`lot.site_id = ${filter.site}`)
  if (filter.holder !== undefined) wanted.push(sql`lot.holder_id = ${filter.holder}`)
  if (filter.number !== undefined) wanted.push(sql`upper(lot.number) like ${likePrefix(filter.number)}`)
  if (filter.state === 'quarantined') wanted.push(sql`lot.quarantined_at is not null`)
  if (filter.state !== undefined) wanted.push(sql`${lotState} = ${filter.state}`)
  if (filter.finding === 'any') wanted.push(sql`lot.worst_finding is not null`)
  else if (filter.finding !== undefined) wanted.push(sql`lot.worst_finding = ${filter.finding}`)
  if (filter.held !== undefined)
    wanted.push(sql`lot.voided_at is null and lot.certificate_number is null and lot.id in (${heldOrMadeOfHeld(tenant)})`)
  if (filter.before !== undefined) wanted.push(sql`lot.id < ${filter.before}`)
  const found =
    await sql<LotRow>`select ${lotColumns} from lot where ${sql.join(wanted, sql` and `)} order by lot.id desc limit ${limit}`.execute(tx)
  return found.rows
}
/** Down from what is held, which is little and has its indexes, and not up from every lot. */
const heldOrMadeOfHeld = (tenant: string): RawBuilder<unknown> => sql`
  with recursive down (lot_id) as (
    select id from lot where tenant_id = ${tenant} and quarantined_at is not null and voided_at is null
    union select id from lot where tenant_id = ${tenant} and seized_at is not null and voided_at is null
    union select i.lot_id from down join lot_input i on i.tenant_id = ${tenant} and i.input_id = down.lot_id
  ) select lot_id from down`
const likePrefix = (text: string): string => `${text.toUpperCase().replace(/[\\%_]/g, '\\$&')}%`

export interface LinkRow {
  readonly lot: string
  readonly number: string
  readonly kind: string
  readonly drawnGrams: number
  readonly drawnMilligrams: number | null
}
export async function listInputs(tx: Tx, tenant: string, lot: string): Promise<readonly LinkRow[]> {
  const found = await sql<LinkRow>`
    select lot.id as lot, lot.number, lot.kind, i.drawn_grams as "drawnGrams", i.drawn_milligrams as "drawnMilligrams" from lot_input i
    join lot on lot.tenant_id = i.tenant_id and lot.id = i.input_id
    where i.tenant_id = ${tenant} and i.lot_id = ${lot} order by lot.number`.execute(tx)
  return found.rows
}
/** What was made of a lot, as far as the reader sees it; a lot that was voided afterwards is left out, because its draw went back. */
export async function listOutputs(tx: Tx, tenant: string, lot: string, sight: Sight): Promise<readonly LinkRow[]> {
  const found = await sql<LinkRow>`
    select lot.id as lot, lot.number, lot.kind, i.drawn_grams as "drawnGrams", i.drawn_milligrams as "drawnMilligrams" from lot_input i
    join lot on lot.tenant_id = i.tenant_id and lot.id = i.lot_id
    where i.tenant_id = ${tenant} and i.input_id = ${lot} and lot.voided_at is null and ${seenBy(tenant, sight)} order by lot.number`.execute(
    tx,
  )
  return found.rows
}

export interface FindingRow {
  readonly lot: string
  readonly rule: string
  readonly severity: string
  readonly facts: unknown
  readonly learnedAt: string
  readonly releasedBecause: string | null
}
export async function listFindings(tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly FindingRow[]> {
  const found = await sql<FindingRow>`
    select lot_id as lot, rule, severity, facts, learned_at as "learnedAt", released_because as "releasedBecause" from lot_finding
    where tenant_id = ${tenant} and lot_id = any(${[...lots]}::uuid[]) order by learned_at, lot_id, event_id, ordinal`.execute(tx)
  return found.rows
}

/** The rows of weighings, transfers and assays of one lot, in the order in which we learned of them. */
export async function listWeighings(tx: Tx, tenant: string, lot: string): Promise<readonly unknown[]> {
  const found = await sql`
    select kind, mass_grams as "massGrams", mass_milligrams as "massMilligrams", tare_grams as "tareGrams", weighed_on as "weighedOn", learned_at as "learnedAt",
      organisation_id as organisation
    from weighing where tenant_id = ${tenant} and lot_id = ${lot} order by ordinal`.execute(tx)
  return found.rows
}
export async function listTransfers(tx: Tx, tenant: string, lot: string): Promise<readonly unknown[]> {
  const found = await sql`
    select from_id as "from", to_id as "to", sent_on as "sentOn", sent_grams as "sentGrams", paper, received_on as "receivedOn",
      received_grams as "receivedGrams"
    from transfer where tenant_id = ${tenant} and lot_id = ${lot} order by ordinal`.execute(tx)
  return found.rows
}
export async function listAssays(tx: Tx, tenant: string, lot: string): Promise<readonly unknown[]> {
  const found = await sql`
    select lab, method, element, value, unit, uncertainty, sample, assayed_on as "assayedOn"
    from assay where tenant_id = ${tenant} and lot_id = ${lot} order by ordinal`.execute(tx)
  return found.rows
}
