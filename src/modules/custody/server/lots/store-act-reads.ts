/* How purchases, transports, processings, storage, seizures, corrections and packing are read: the rows beside one lot, and acts by their id. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type Sight, seenBy } from './store-sight.ts'

/** The payload of an event that this transaction has just written. */
export async function eventPayload(tx: Tx, tenant: string, event: string): Promise<unknown> {
  const found = await sql<{ payload: unknown }>`select payload from log_event where tenant_id = ${tenant} and id = ${event}`.execute(tx)
  return found.rows[0]?.payload ?? null
}

type Rows = Promise<readonly unknown[]>

export async function listTransferRows(tx: Tx, tenant: string, lot: string): Rows {
  const found = await sql`
    select t.event_id as id, t.from_id as "from", t.to_id as "to", t.sent_on as "sentOn", t.sent_grams as "sentGrams", t.sent_milligrams as "sentMilligrams",
      t.received_on as "receivedOn", t.received_grams as "receivedGrams", t.received_milligrams as "receivedMilligrams", t.outcome, t.closed_on as "closedOn", t.remark, t.purchase_id as purchase,
      t.receiver_function as "receiverFunction", t.other_side_id as "otherSide", t.other_side_function as "otherSideFunction",
      t.other_side_says as "otherSideSays", t.other_side_remark as "otherSideRemark", t.other_side_signed_at as "otherSideSignedAt",
      coalesce((select jsonb_agg(jsonb_build_object('from', g.from_place, 'to', g.to_place, 'departedOn', g.departed_on, 'arrivedOn', g.arrived_on,
        'mode', g.mode, 'company', g.company, 'vehicle', g.vehicle, 'route', g.route) order by g.departed_on, g.event_id, g.part)
        from transfer_leg g where g.tenant_id = t.tenant_id and g.transfer_id = t.event_id), '[]'::jsonb) as legs,
      coalesce((select jsonb_agg(jsonb_build_object('number', p.number, 'kind', p.kind, 'validFrom', p.valid_from, 'validUntil', p.valid_until,
        'statedGrams', p.stated_grams, 'despite', p.despite, 'usedElsewhere', (select count(distinct o.event_id) from transfer_paper o
          where o.tenant_id = p.tenant_id and o.number = p.number and o.event_id <> p.event_id)) order by p.part)
        from transfer_paper p where p.tenant_id = t.tenant_id and p.event_id = t.event_id), '[]'::jsonb) as papers
    from transfer t where t.tenant_id = ${tenant} and t.lot_id = ${lot} order by t.ordinal`.execute(tx)
  return found.rows
}

export async function listStays(tx: Tx, tenant: string, lot: string): Rows {
  const found = await sql`
    select depot_id as depot, place, in_on as "inOn", in_grams as "inGrams", out_on as "outOn", out_grams as "outGrams"
    from lot_stay where tenant_id = ${tenant} and lot_id = ${lot} order by ordinal`.execute(tx)
  return found.rows
}
export async function listSeizures(tx: Tx, tenant: string, lot: string): Rows {
  const found = await sql`
    select authority, paper, because, seized_on as "seizedOn", released_on as "releasedOn", release_paper as "releasePaper", released_because as "releasedBecause"
    from lot_seizure where tenant_id = ${tenant} and lot_id = ${lot} order by ordinal`.execute(tx)
  return found.rows
}
export async function listCorrections(tx: Tx, tenant: string, lot: string): Rows {
  const found = await sql`
    select before_grams as "beforeGrams", mass_grams as "massGrams", reason, asked_on as "askedOn", state, answered_on as "answeredOn",
      answer_reason as "answerReason"
    from lot_correction where tenant_id = ${tenant} and lot_id = ${lot} order by ordinal`.execute(tx)
  return found.rows
}
export async function findPacking(tx: Tx, tenant: string, lot: string): Promise<unknown> {
  const found = await sql`
    select packages, package_type as "packageType", container, seals, buyer, destination, sealed_on as "sealedOn"
    from lot_packing where tenant_id = ${tenant} and lot_id = ${lot}`.execute(tx)
  return found.rows[0] ?? null
}

export type PurchaseAsked =
  | { readonly of: 'lot' | 'purchase'; readonly id: string }
  | { readonly of: 'everything' }
  /** Those that wait for the answer of this organisation. */
  | { readonly of: 'awaited'; readonly by: string }
/** A price is the business of the two sides: who trades sees purchases of its own, who watches those with a lot in sight. */
function purchaseSeenBy(tenant: string, sight: Sight): RawBuilder<unknown> {
  if (sight.of === 'organisation') return sql`${sight.organisation}::uuid in (p.seller_id, p.buyer_id)`
  return sql`exists (
    select from purchase_lot mine join lot on lot.tenant_id = mine.tenant_id and lot.id = mine.lot_id
    where mine.tenant_id = p.tenant_id and mine.purchase_id = p.id and ${seenBy(tenant, sight)})`
}
/** Newest first. */
export async function listPurchases(
  tx: Tx,
  tenant: string,
  asked: PurchaseAsked & { readonly sight: Sight; readonly limit: number },
): Rows {
  const wanted =
    asked.of === 'everything'
      ? sql`true`
      : asked.of === 'purchase'
        ? sql`p.id = ${asked.id}`
        : asked.of === 'awaited'
          ? sql`p.other_side_says = 'awaited' and p.recorded_for <> ${asked.by}::uuid and ${asked.by}::uuid in (p.seller_id, p.buyer_id)`
          : sql`exists (select from purchase_lot one where one.tenant_id = p.tenant_id and one.purchase_id = p.id and one.lot_id = ${asked.id})`
  const found = await sql`
    select p.id, p.number, p.seller_id as seller, p.buyer_id as buyer, p.place, p.bought_on as "boughtOn", p.currency, p.payment,
      p.trader_card as "traderCard", p.total_hundredths as "totalHundredths", p.handed_over as "handedOver", p.recorded_for as "recordedFor",
      p.other_side_function as "otherSideFunction", p.other_side_says as "otherSideSays", p.other_side_remark as "otherSideRemark",
      p.other_side_signed_at as "otherSideSignedAt", p.learned_at as "learnedAt",
      (select jsonb_agg(jsonb_build_object('lot', l.lot_id, 'number', lot.number, 'massGrams', l.mass_grams, 'massMilligrams', l.mass_milligrams,
        'priceHundredthsPerKilogram', l.price_hundredths_per_kilogram, 'amountHundredths', l.amount_hundredths) order by l.part)
        from purchase_lot l join lot on lot.tenant_id = l.tenant_id and lot.id = l.lot_id
        where l.tenant_id = p.tenant_id and l.purchase_id = p.id) as lots,
      coalesce((select jsonb_agg(jsonb_build_object('taxType', x.tax_type, 'amountHundredths', x.amount_hundredths, 'currency', x.currency,
        'authority', x.authority, 'paidOn', x.paid_on, 'receipt', x.receipt) order by x.part)
        from purchase_tax x where x.tenant_id = p.tenant_id and x.purchase_id = p.id), '[]'::jsonb) as taxes
    from purchase p where p.tenant_id = ${tenant} and ${wanted} and ${purchaseSeenBy(tenant, asked.sight)}
    order by p.id desc limit ${asked.limit}`.execute(tx)
  return found.rows
}

/** Receipts of goods that the organisation sent and has not answered, newest first. */
export async function listUnansweredReceipts(tx: Tx, tenant: string, sender: string, limit: number): Rows {
  const found = await sql`
    select t.lot_id as lot, lot.number, t.to_id as "to", t.received_on as "receivedOn"
    from transfer t join lot on lot.tenant_id = t.tenant_id and lot.id = t.lot_id
    where t.tenant_id = ${tenant} and t.from_id = ${sender} and t.other_side_says = 'awaited' and lot.voided_at is null
    order by t.event_id desc limit ${limit}`.execute(tx)
  return found.rows
}

/** A processing is seen with one of its outputs; of the others, which went elsewhere, its balance alone is told. */
export async function listProcessings(
  tx: Tx,
  tenant: string,
  asked: { readonly of: 'lot' | 'processing'; readonly id: string; readonly sight: Sight },
): Rows {
  const ofLot = sql`(exists (select from processing_input i where i.tenant_id = p.tenant_id and i.processing_id = p.id and i.lot_id = ${asked.id})
    or exists (select from processing_output o where o.tenant_id = p.tenant_id and o.processing_id = p.id and o.lot_id = ${asked.id}))`
  const found = await sql`
    select p.id, p.number, p.kind, p.organisation_id as organisation, p.place, p.done_on as "doneOn", p.remark, p.balance,
      (select jsonb_agg(jsonb_build_object('lot', i.lot_id, 'number', lot.number, 'drawnGrams', i.drawn_grams, 'moistureHundredths', i.moisture_hundredths,
        'dryGrams', i.dry_grams, 'element', i.element, 'percent', i.grade, 'containedGrams', i.contained_grams) order by i.part)
        from processing_input i join lot on lot.tenant_id = i.tenant_id and lot.id = i.lot_id
        where i.tenant_id = p.tenant_id and i.processing_id = p.id) as inputs,
      (select jsonb_agg(jsonb_build_object('lot', o.lot_id, 'number', lot.number, 'kind', lot.kind, 'role', o.role, 'massGrams', o.mass_grams,
        'voided', lot.voided_at is not null, 'moistureHundredths', o.moisture_hundredths, 'dryGrams', o.dry_grams, 'element', o.element,
        'percent', o.grade, 'containedGrams', o.contained_grams) order by o.part)
        from processing_output o join lot on lot.tenant_id = o.tenant_id and lot.id = o.lot_id
        where o.tenant_id = p.tenant_id and o.processing_id = p.id and ${seenBy(tenant, asked.sight)}) as outputs
    from processing p where p.tenant_id = ${tenant} and ${asked.of === 'lot' ? ofLot : sql`p.id = ${asked.id}`} and exists (
      select from lot where lot.tenant_id = p.tenant_id and lot.processing_id = p.id and ${seenBy(tenant, asked.sight)})
    order by p.id`.execute(tx)
  return found.rows
}
