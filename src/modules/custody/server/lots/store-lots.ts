/*
How the rows of a lot change. Written by the projection alone, in the transaction that appends the event; every statement
follows from its event and from rows that earlier events wrote, so a replay writes the same.
*/
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface NewLot {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly mineral: string
  readonly massGrams: number
  readonly holder: string
  /** Without it the holder. */
  readonly owner?: string | undefined
  readonly site: string | null
  readonly tag: string | null
  readonly tagIssuer: string | null
  readonly producedOn: string | null
  readonly formedOn: string
  readonly lastOn: string
  readonly learnedAt: string
  /** Account that recorded it. */
  readonly recordedBy: string
  /** Gold alone. */
  readonly massMilligrams?: number
  /** Of a bag: the site's standing on the production day as the decision saw it, when and where it was weighed. */
  readonly standing?: { readonly internal: string; readonly produce: string } | null
  readonly weighedAt?: string | null
  readonly position?: { readonly latitude: number; readonly longitude: number } | undefined
  /** Of what came out of a processing or a split. */
  readonly processing?: { readonly id: string; readonly role: string; readonly moistureHundredths: number | null }
}
export async function insertLot(tx: Tx, tenant: string, lot: NewLot): Promise<void> {
  await sql`
    insert into lot (tenant_id, id, number, kind, mineral, mass_grams, holder_id, site_id, tag, tag_issuer, produced_on, formed_on, last_on, learned_at,
      recorded_by, root_sites, root_unknown, owner_id, mass_milligrams, drawn_milligrams, production_standing, production_permission, weighed_at,
      weighed_latitude, weighed_longitude, processing_id, output_role, moisture_hundredths)
    values (${tenant}, ${lot.id}, ${lot.number}, ${lot.kind}, ${lot.mineral}, ${lot.massGrams}, ${lot.holder}, ${lot.site}, ${lot.tag},
      ${lot.tagIssuer}, ${lot.producedOn}, ${lot.formedOn}, ${lot.lastOn}, ${lot.learnedAt}, ${lot.recordedBy},
      ${lot.site === null ? [] : [lot.site]}::uuid[], ${(lot.kind === 'bag' || lot.kind === 'gold-sachet') && lot.site === null}, ${lot.owner ?? lot.holder},
      ${lot.massMilligrams ?? null}, ${lot.massMilligrams === undefined ? null : 0}, ${lot.standing?.internal ?? null},
      ${lot.standing?.produce ?? null}, ${lot.weighedAt ?? null}, ${lot.position?.latitude ?? null}, ${lot.position?.longitude ?? null},
      ${lot.processing?.id ?? null}, ${lot.processing?.role ?? null}, ${lot.processing?.moistureHundredths ?? null})`.execute(tx)
}

/** The draws of one lot, and what its inputs have left afterwards, in two statements whatever their number. */
export async function insertDraws(
  tx: Tx,
  tenant: string,
  lot: string,
  inputs: readonly { readonly lot: string; readonly drawnGrams: number; readonly drawnMilligrams?: number | undefined }[],
): Promise<void> {
  const draws = JSON.stringify(inputs)
  await sql`
    insert into lot_input (tenant_id, lot_id, input_id, drawn_grams, drawn_milligrams)
    select ${tenant}, ${lot}::uuid, one.lot, one."drawnGrams", one."drawnMilligrams"
    from jsonb_to_recordset(${draws}::jsonb) as one (lot uuid, "drawnGrams" bigint, "drawnMilligrams" bigint)`.execute(tx)
  await sql`
    update lot set drawn_grams = lot.drawn_grams + i.drawn_grams, drawn_milligrams = lot.drawn_milligrams + coalesce(i.drawn_milligrams, 0) from lot_input i
    where i.tenant_id = ${tenant} and i.lot_id = ${lot} and lot.tenant_id = i.tenant_id and lot.id = i.input_id`.execute(tx)
}

/** A lot that was recorded by mistake gives back what it drew; the record of the draws stays readable. */
export async function voidLot(tx: Tx, tenant: string, lot: string, at: string): Promise<void> {
  await sql`update lot set voided_at = ${at} where tenant_id = ${tenant} and id = ${lot}`.execute(tx)
  await sql`
    update lot set drawn_grams = lot.drawn_grams - i.drawn_grams, drawn_milligrams = lot.drawn_milligrams - coalesce(i.drawn_milligrams, 0) from lot_input i
    where i.tenant_id = ${tenant} and i.lot_id = ${lot} and lot.tenant_id = i.tenant_id and lot.id = i.input_id`.execute(tx)
}

/** A certificate stands for the goods of a lot, until it is revoked. */
export async function setCertificate(tx: Tx, tenant: string, lot: string, number: string): Promise<void> {
  await sql`update lot set certificate_number = ${number} where tenant_id = ${tenant} and id = ${lot}`.execute(tx)
}

export async function clearCertificate(tx: Tx, tenant: string, number: string): Promise<void> {
  await sql`update lot set certificate_number = null where tenant_id = ${tenant} and certificate_number = ${number}`.execute(tx)
}

/** Gold has milligrams beside grams. */
export interface Mass {
  readonly massGrams: number
  readonly massMilligrams?: number | undefined
}
export const milligramsOr = ({ massMilligrams }: Mass): RawBuilder<unknown> =>
  massMilligrams === undefined ? sql`mass_milligrams` : sql`${massMilligrams}::bigint`

export async function setMass(tx: Tx, tenant: string, lot: string, mass: Mass): Promise<void> {
  await sql`update lot set mass_grams = ${mass.massGrams}, mass_milligrams = ${milligramsOr(mass)} where tenant_id = ${tenant} and id = ${lot}`.execute(
    tx,
  )
}

export async function setSent(
  tx: Tx,
  tenant: string,
  lot: string,
  sent: Mass & { readonly to: string; readonly on: string },
): Promise<void> {
  await sql`
    update lot set sent_to = ${sent.to}, mass_grams = ${sent.massGrams}, mass_milligrams = ${milligramsOr(sent)}, last_on = greatest(last_on, ${sent.on}::date)
    where tenant_id = ${tenant} and id = ${lot}`.execute(tx)
}

export async function setReceived(
  tx: Tx,
  tenant: string,
  lot: string,
  received: Mass & { readonly by: string; readonly on: string },
): Promise<void> {
  await sql`
    update lot set sent_to = null, holder_id = ${received.by}, mass_grams = ${received.massGrams},
      mass_milligrams = ${milligramsOr(received)}, last_on = greatest(last_on, ${received.on}::date)
    where tenant_id = ${tenant} and id = ${lot}`.execute(tx)
  await sql`
    update transfer set received_on = ${received.on}, received_grams = ${received.massGrams},
      received_milligrams = ${received.massMilligrams ?? null}, outcome = 'received', closed_on = ${received.on}
    where tenant_id = ${tenant} and lot_id = ${lot} and outcome is null`.execute(tx)
}

/** A lot that is held already keeps its first reason. */
export async function holdLots(
  tx: Tx,
  tenant: string,
  lots: readonly string[],
  hold: { readonly because: string; readonly at: string; readonly by: string },
): Promise<void> {
  await sql`
    update lot set quarantine_because = ${hold.because}, quarantined_at = ${hold.at}, quarantined_by = ${hold.by}
    where tenant_id = ${tenant} and id = any(${[...lots]}::uuid[]) and quarantined_at is null`.execute(tx)
}

export async function releaseLot(tx: Tx, tenant: string, lot: string, because: string): Promise<void> {
  await sql`update lot set quarantine_because = null, quarantined_at = null, quarantined_by = null where tenant_id = ${tenant} and id = ${lot}`.execute(
    tx,
  )
  await sql`update lot_finding set released_because = ${because} where tenant_id = ${tenant} and lot_id = ${lot} and released_because is null`.execute(
    tx,
  )
}

/** Where an event stands: its id, its place in the lot's own order, when it was learned of. */
export interface EventPlace {
  readonly eventId: string
  readonly ordinal: number
  readonly learnedAt: string
}

export interface NewFinding {
  readonly rule: string
  readonly severity: string
  readonly facts: object
}
export interface Spoken {
  /** Lots of which the findings speak. */
  readonly of: readonly string[]
  readonly findings: readonly NewFinding[]
}
export async function insertFindings(tx: Tx, tenant: string, { of: lots, findings }: Spoken, place: EventPlace): Promise<void> {
  if (findings.length === 0 || lots.length === 0) return
  const rows = JSON.stringify(findings.map((finding, ordinal) => ({ ...finding, ordinal })))
  await sql`
    insert into lot_finding (tenant_id, lot_id, event_id, ordinal, rule, severity, facts, learned_at)
    select ${tenant}, spoken, ${place.eventId}::uuid, one.ordinal, one.rule, one.severity, one.facts, ${place.learnedAt}::timestamptz
    from unnest(${[...lots]}::uuid[]) as spoken, jsonb_to_recordset(${rows}::jsonb) as one (ordinal int, rule text, severity text, facts jsonb)`.execute(
    tx,
  )
  const worst = findings.some((one) => one.severity === 'C') ? 'C' : findings.some((one) => one.severity === 'A') ? 'A' : 'W'
  await sql`
    update lot set worst_finding = case when worst_finding = 'C' or ${worst} = 'C' then 'C' when worst_finding = 'A' or ${worst} = 'A' then 'A' else 'W' end
    where tenant_id = ${tenant} and id = any(${[...lots]}::uuid[])`.execute(tx)
}

export interface NewHolding {
  readonly lot: string
  readonly ordinal: number
  readonly organisation: string
  readonly since: string
  readonly position: number
}
export async function insertHolding(tx: Tx, tenant: string, holding: NewHolding): Promise<void> {
  await sql`
    insert into lot_holding (tenant_id, lot_id, ordinal, organisation_id, since, position)
    values (${tenant}, ${holding.lot}, ${holding.ordinal}, ${holding.organisation}, ${holding.since}, ${holding.position})`.execute(tx)
}

export interface NewWeighing {
  readonly lot: string
  readonly kind:
    | 'tagging'
    | 'combination'
    | 'dispatch'
    | 'receipt'
    | 'correction'
    | 'processing'
    | 'hand-over'
    | 'taken-back'
    | 'rejection'
    | 'depot-in'
    | 'depot-out'
    | 'reopening'
  readonly massGrams: number
  readonly massMilligrams?: number | undefined
  readonly tareGrams?: number | undefined
  readonly weighedOn: string
  readonly organisation: string | null
}
export async function insertWeighing(tx: Tx, tenant: string, row: NewWeighing, place: EventPlace): Promise<void> {
  await sql`
    insert into weighing (tenant_id, event_id, lot_id, ordinal, kind, mass_grams, mass_milligrams, tare_grams, weighed_on, organisation_id, learned_at)
    values (${tenant}, ${place.eventId}, ${row.lot}, ${place.ordinal}, ${row.kind}, ${row.massGrams}, ${row.massMilligrams ?? null}, ${row.tareGrams ?? null}, ${row.weighedOn},
      ${row.organisation}, ${place.learnedAt})`.execute(tx)
}

export async function insertTransfer(
  tx: Tx,
  tenant: string,
  row: {
    readonly lot: string
    readonly from: string
    readonly to: string
    readonly sentOn: string
    readonly sentGrams: number
    readonly sentMilligrams?: number | undefined
    readonly paper: string | null
  },
  place: EventPlace,
): Promise<void> {
  await sql`
    insert into transfer (tenant_id, event_id, lot_id, ordinal, from_id, to_id, sent_on, sent_grams, sent_milligrams, paper)
    values (${tenant}, ${place.eventId}, ${row.lot}, ${place.ordinal}, ${row.from}, ${row.to}, ${row.sentOn}, ${row.sentGrams}, ${row.sentMilligrams ?? null}, ${row.paper})`.execute(
    tx,
  )
}

export interface NewAssay {
  readonly lot: string
  readonly lab: string
  readonly method: string
  readonly element: string
  readonly value: number
  readonly unit: string
  readonly uncertainty: number | null
  readonly sample: string | null
  readonly assayedOn: string
  readonly organisation: string | null
  /** Place in the report, which may name several elements. */
  readonly part: number
  readonly uncertaintyUnit: string | null
  readonly certificate: string | null
  readonly accredited: boolean | null
}
export async function insertAssay(tx: Tx, tenant: string, row: NewAssay, place: EventPlace): Promise<void> {
  await sql`
    insert into assay (tenant_id, event_id, lot_id, ordinal, lab, method, element, value, unit, uncertainty, sample, assayed_on,
      organisation_id, part, uncertainty_unit, certificate_sha256, accredited)
    values (${tenant}, ${place.eventId}, ${row.lot}, ${place.ordinal}, ${row.lab}, ${row.method}, ${row.element}, ${row.value}, ${row.unit},
      ${row.uncertainty}, ${row.sample}, ${row.assayedOn}, ${row.organisation}, ${row.part}, ${row.uncertaintyUnit}, ${row.certificate},
      ${row.accredited})`.execute(tx)
}
