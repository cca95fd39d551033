/*
Rows of what is done with lots between two scales, as the projection writes them: purchases, legs and papers, both sides of a
receipt, storage, processing, seizure, packing, corrections. Every statement follows from its event and from rows that earlier events
wrote, so a replay writes the same.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type EventPlace, type Mass, milligramsOr } from './store-lots.ts'

export async function isPurchaseNumberTaken(tx: Tx, tenant: string, number: string): Promise<boolean> {
  const found = await sql`select 1 from purchase where tenant_id = ${tenant} and number = ${number}`.execute(tx)
  return found.rows.length > 0
}

/** What the act that a lot came out of said of it: for a lot that nobody assayed since. */
export async function listSaidOfOutputs(tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly unknown[]> {
  const found = await sql`
    select lot_id as lot, moisture_hundredths as "moistureHundredths", element, grade as percent from processing_output
    where tenant_id = ${tenant} and lot_id = any(${[...lots]}::uuid[])`.execute(tx)
  return found.rows
}

/** The newest value of every element of each lot. */
export async function listLastAssays(tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly unknown[]> {
  const found = await sql`
    select distinct on (lot_id, element) lot_id as lot, element, value, unit from assay
    where tenant_id = ${tenant} and lot_id = any(${[...lots]}::uuid[]) order by lot_id, element, assayed_on desc, ordinal desc`.execute(tx)
  return found.rows
}

/** `at` is the event that says it; `transfer` the sending that it belongs to, by default the one that is not closed. */
export async function insertLegs(
  tx: Tx,
  tenant: string,
  said: { readonly lot: string; readonly legs: readonly object[] },
  place: EventPlace,
): Promise<void> {
  if (said.legs.length === 0) return
  const rows = JSON.stringify(said.legs.map((leg, part) => ({ ...leg, part })))
  await sql`
    insert into transfer_leg (tenant_id, event_id, part, transfer_id, lot_id, from_place, to_place, departed_on, arrived_on, mode, company, vehicle, route)
    select ${tenant}, ${place.eventId}::uuid, one.part, going.event_id, ${said.lot}::uuid, one."from", one."to", one."departedOn", one."arrivedOn", one.mode,
      one.company, one.vehicle, one.route
    from jsonb_to_recordset(${rows}::jsonb) as one (part int, "from" text, "to" text, "departedOn" date, "arrivedOn" date, mode text,
      company text, vehicle text, route text),
      (select event_id from transfer where tenant_id = ${tenant} and lot_id = ${said.lot} order by ordinal desc limit 1) as going`.execute(
    tx,
  )
}

export async function insertPapers(
  tx: Tx,
  tenant: string,
  said: { readonly lot: string; readonly papers: readonly object[]; readonly despite: string | null },
  place: EventPlace,
): Promise<void> {
  if (said.papers.length === 0) return
  const rows = JSON.stringify(said.papers.map((paper, part) => ({ ...paper, part })))
  await sql`
    insert into transfer_paper (tenant_id, event_id, part, lot_id, number, kind, valid_from, valid_until, stated_grams, despite)
    select ${tenant}, ${place.eventId}::uuid, one.part, ${said.lot}::uuid, one.number, one.kind, one."validFrom", one."validUntil", one."statedGrams",
      ${said.despite}
    from jsonb_to_recordset(${rows}::jsonb) as one (part int, number text, kind text, "validFrom" date, "validUntil" date, "statedGrams" bigint)`.execute(
    tx,
  )
}

export interface Closing {
  readonly lot: string
  readonly outcome: 'received' | 'rejected' | 'taken-back'
  readonly on: string
  readonly remark?: string | null
  readonly grams?: number | null
}
/** The sending that is under way ends; what was weighed at its end stands beside what was sent. */
export async function closeTransfer(tx: Tx, tenant: string, { lot, outcome, on, remark, grams }: Closing): Promise<void> {
  await sql`
    update transfer set outcome = ${outcome}, closed_on = ${on}, remark = coalesce(${remark ?? null}, remark),
      received_on = case when ${outcome} = 'received' then ${on}::date else received_on end,
      received_grams = coalesce(${grams ?? null}::bigint, received_grams)
    where tenant_id = ${tenant} and lot_id = ${lot} and outcome is null`.execute(tx)
}
/** Goods that were turned away are back: the sending keeps its outcome and gains the day. */
export async function setBack(tx: Tx, tenant: string, lot: string, back: Mass & { readonly on: string }): Promise<void> {
  await sql`
    update lot set sent_to = null, rejected_at = null, rejected_because = null, mass_grams = ${back.massGrams}, mass_milligrams = ${milligramsOr(back)},
      last_on = greatest(last_on, ${back.on}::date) where tenant_id = ${tenant} and id = ${lot}`.execute(tx)
}
export async function setRejected(
  tx: Tx,
  tenant: string,
  lot: string,
  rejected: { readonly at: string; readonly because: string; readonly on: string },
): Promise<void> {
  await sql`
    update lot set sent_to = null, rejected_at = ${rejected.at}, rejected_because = ${rejected.because},
      last_on = greatest(last_on, ${rejected.on}::date) where tenant_id = ${tenant} and id = ${lot}`.execute(tx)
}

export interface ReceiptSides {
  readonly lot: string
  readonly receiverFunction: string | null
  readonly organisation: string
  readonly function: string | null
  readonly says: 'awaited' | 'agreed' | 'disagreed'
  readonly remark: string | null
  readonly at: string | null
}
/** Of the newest sending of the lot. */
export async function setReceiptSides(tx: Tx, tenant: string, sides: ReceiptSides): Promise<void> {
  await sql`
    update transfer set receiver_function = coalesce(${sides.receiverFunction}, receiver_function), other_side_id = ${sides.organisation},
      other_side_function = ${sides.function}, other_side_says = ${sides.says}, other_side_remark = ${sides.remark}, other_side_signed_at = ${sides.at}
    where tenant_id = ${tenant} and event_id = (select event_id from transfer where tenant_id = ${tenant} and lot_id = ${sides.lot} and outcome = 'received'
      order by ordinal desc limit 1)`.execute(tx)
}

export interface HandOver {
  readonly lot: string
  readonly from: string
  readonly to: string
  readonly massGrams: number
  readonly on: string
  readonly purchase: string
}
/** Sent and received in one: the transfer is closed when it is written. */
export async function insertHandOver(tx: Tx, tenant: string, row: HandOver, place: EventPlace): Promise<void> {
  await sql`
    insert into transfer (tenant_id, event_id, lot_id, ordinal, from_id, to_id, sent_on, sent_grams, received_on, received_grams, outcome, closed_on, purchase_id)
    values (${tenant}, ${place.eventId}, ${row.lot}, ${place.ordinal}, ${row.from}, ${row.to}, ${row.on}, ${row.massGrams}, ${row.on}, ${row.massGrams},
      'received', ${row.on}, ${row.purchase})`.execute(tx)
}

export async function setSeized(
  tx: Tx,
  tenant: string,
  lot: string,
  seized: { readonly at: string; readonly because: string; readonly by: string } | null,
): Promise<void> {
  await sql`
    update lot set seized_at = ${seized?.at ?? null}, seized_because = ${seized?.because ?? null}, seized_by = ${seized?.by ?? null}
    where tenant_id = ${tenant} and id = ${lot}`.execute(tx)
}
export async function insertSeizure(
  tx: Tx,
  tenant: string,
  row: { readonly lot: string; readonly authority: string; readonly paper: string; readonly reason: string; readonly seizedOn: string },
  place: EventPlace,
): Promise<void> {
  await sql`
    insert into lot_seizure (tenant_id, event_id, lot_id, ordinal, authority, paper, because, seized_on)
    values (${tenant}, ${place.eventId}, ${row.lot}, ${place.ordinal}, ${row.authority}, ${row.paper}, ${row.reason}, ${row.seizedOn})`.execute(
    tx,
  )
}
export async function liftSeizure(
  tx: Tx,
  tenant: string,
  lot: string,
  lifted: { readonly paper: string; readonly reason: string; readonly liftedOn: string },
): Promise<void> {
  await sql`
    update lot_seizure set released_on = ${lifted.liftedOn}, release_paper = ${lifted.paper}, released_because = ${lifted.reason}
    where tenant_id = ${tenant} and lot_id = ${lot} and released_on is null`.execute(tx)
}

export async function insertStay(
  tx: Tx,
  tenant: string,
  row: { readonly lot: string; readonly depot: string; readonly place: string; readonly massGrams: number; readonly storedOn: string },
  place: EventPlace,
): Promise<void> {
  await sql`
    insert into lot_stay (tenant_id, event_id, lot_id, ordinal, depot_id, place, in_on, in_grams)
    values (${tenant}, ${place.eventId}, ${row.lot}, ${place.ordinal}, ${row.depot}, ${row.place}, ${row.storedOn}, ${row.massGrams})`.execute(
    tx,
  )
  await sql`
    update lot set depot_id = ${row.depot}, depot_place = ${row.place}, last_on = greatest(last_on, ${row.storedOn}::date)
    where tenant_id = ${tenant} and id = ${row.lot}`.execute(tx)
}
/** Also when the lot is sent or handed over: what leaves the holder leaves the depot. */
export async function endStay(
  tx: Tx,
  tenant: string,
  lot: string,
  left: { readonly on: string; readonly massGrams: number },
): Promise<void> {
  await sql`
    update lot_stay set out_on = ${left.on}, out_grams = ${left.massGrams} where tenant_id = ${tenant} and lot_id = ${lot} and out_on is null`.execute(
    tx,
  )
  await sql`
    update lot set depot_id = null, depot_place = null, last_on = greatest(last_on, ${left.on}::date)
    where tenant_id = ${tenant} and id = ${lot}`.execute(tx)
}

export interface Correction {
  readonly lot: string
  readonly beforeGrams: number
  readonly massGrams: number
  readonly reason: string
  readonly askedOn: string
  readonly askedBy: string
  readonly state: 'done' | 'awaited'
}
export async function insertCorrection(tx: Tx, tenant: string, row: Correction, place: EventPlace): Promise<void> {
  await sql`
    insert into lot_correction (tenant_id, event_id, lot_id, ordinal, before_grams, mass_grams, reason, asked_on, asked_by, state)
    values (${tenant}, ${place.eventId}, ${row.lot}, ${place.ordinal}, ${row.beforeGrams}, ${row.massGrams}, ${row.reason}, ${row.askedOn}, ${row.askedBy},
      ${row.state})`.execute(tx)
}
/** The release of the lot is the second person's word. */
export async function confirmCorrections(
  tx: Tx,
  tenant: string,
  lot: string,
  answer: { readonly on: string; readonly reason: string },
): Promise<void> {
  await sql`
    update lot_correction set state = 'confirmed', answered_on = ${answer.on}, answer_reason = ${answer.reason}
    where tenant_id = ${tenant} and lot_id = ${lot} and state = 'awaited'`.execute(tx)
}

export async function setPacking(
  tx: Tx,
  tenant: string,
  row: {
    readonly lot: string
    readonly packages: number
    readonly packageType: string
    readonly container?: string | undefined
    readonly seals: readonly string[]
    readonly buyer?: string | undefined
    readonly destination?: string | undefined
    readonly sealedOn: string
  },
): Promise<void> {
  await sql`delete from lot_packing where tenant_id = ${tenant} and lot_id = ${row.lot}`.execute(tx)
  await sql`
    insert into lot_packing (tenant_id, lot_id, packages, package_type, container, seals, buyer, destination, sealed_on)
    values (${tenant}, ${row.lot}, ${row.packages}, ${row.packageType}, ${row.container ?? null}, ${[...row.seals]}::text[], ${row.buyer ?? null},
      ${row.destination ?? null}, ${row.sealedOn})`.execute(tx)
}
