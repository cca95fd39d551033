/* Rows of purchases and processings, as the projection writes them. A purchase moves the goods to their new owner once the other side agreed. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface NewPurchase {
  readonly id: string
  readonly number: string
  readonly seller: string
  readonly buyer: string
  readonly place: string
  readonly boughtOn: string
  readonly currency: string
  readonly payment: string
  readonly traderCard: string | null
  readonly totalHundredths: number
  readonly handedOver: boolean
  readonly recordedFor: string
  readonly otherSideFunction: string | null
  readonly says: 'awaited' | 'agreed'
  readonly signedAt: string | null
  readonly learnedAt: string
  readonly lots: readonly object[]
  readonly taxes: readonly object[]
}
export async function insertPurchase(tx: Tx, tenant: string, row: NewPurchase): Promise<void> {
  await sql`
    insert into purchase (tenant_id, id, number, seller_id, buyer_id, place, bought_on, currency, payment, trader_card, total_hundredths, handed_over,
      recorded_for, other_side_function, other_side_says, other_side_signed_at, learned_at)
    values (${tenant}, ${row.id}, ${row.number}, ${row.seller}, ${row.buyer}, ${row.place}, ${row.boughtOn}, ${row.currency}, ${row.payment},
      ${row.traderCard}, ${row.totalHundredths}, ${row.handedOver}, ${row.recordedFor}, ${row.otherSideFunction}, ${row.says}, ${row.signedAt},
      ${row.learnedAt})`.execute(tx)
  const lots = JSON.stringify(row.lots.map((one, part) => ({ ...one, part })))
  await sql`
    insert into purchase_lot (tenant_id, purchase_id, lot_id, part, mass_grams, price_hundredths_per_kilogram, amount_hundredths)
    select ${tenant}, ${row.id}::uuid, one.lot, one.part, one."massGrams", one."priceHundredthsPerKilogram", one."amountHundredths"
    from jsonb_to_recordset(${lots}::jsonb) as one (lot uuid, part int, "massGrams" bigint, "priceHundredthsPerKilogram" bigint, "amountHundredths" bigint)`.execute(
    tx,
  )
  const taxes = JSON.stringify(row.taxes.map((one, part) => ({ ...one, part })))
  await sql`
    insert into purchase_tax (tenant_id, purchase_id, part, tax_type, amount_hundredths, currency, authority, paid_on, receipt)
    select ${tenant}, ${row.id}::uuid, one.part, one."taxType", one."amountHundredths", one.currency, one.authority, one."paidOn", one.receipt
    from jsonb_to_recordset(${taxes}::jsonb) as one (part int, "taxType" text, "amountHundredths" bigint, currency text, authority text, "paidOn" date, receipt text)`.execute(
    tx,
  )
}

export async function answerPurchase(
  tx: Tx,
  tenant: string,
  purchase: string,
  answer: { readonly function: string; readonly says: 'agreed' | 'disagreed'; readonly remark: string | null; readonly at: string },
): Promise<void> {
  await sql`
    update purchase set other_side_function = ${answer.function}, other_side_says = ${answer.says}, other_side_remark = ${answer.remark},
      other_side_signed_at = ${answer.at} where tenant_id = ${tenant} and id = ${purchase}`.execute(tx)
}

/** The lots of a purchase, with the buyer, are the buyer's from now on. */
export async function setOwners(tx: Tx, tenant: string, purchase: string): Promise<void> {
  await sql`
    update lot set owner_id = p.buyer_id, bought_on = p.bought_on, price_hundredths_per_kilogram = l.price_hundredths_per_kilogram, price_currency = p.currency
    from purchase p join purchase_lot l on l.tenant_id = p.tenant_id and l.purchase_id = p.id
    where p.tenant_id = ${tenant} and p.id = ${purchase} and lot.tenant_id = p.tenant_id and lot.id = l.lot_id`.execute(tx)
}

export interface NewProcessing {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly organisation: string
  readonly place: string | null
  readonly doneOn: string
  readonly remark: string | null
  readonly balance: object
  readonly recordedBy: string
  readonly learnedAt: string
  readonly inputs: readonly object[]
  readonly outputs: readonly object[]
}
const charges = sql`moisture_hundredths, dry_grams, element, grade, contained_grams`
const chargeValues = sql`one."moistureHundredths", one."dryGrams", one.element, one.percent, one."containedGrams"`
const chargeColumns = sql`part int, lot uuid, "moistureHundredths" int, "dryGrams" bigint, element text, percent double precision, "containedGrams" bigint`

export async function insertProcessing(tx: Tx, tenant: string, row: NewProcessing): Promise<void> {
  await sql`
    insert into processing (tenant_id, id, number, kind, organisation_id, place, done_on, remark, balance, recorded_by, learned_at)
    values (${tenant}, ${row.id}, ${row.number}, ${row.kind}, ${row.organisation}, ${row.place}, ${row.doneOn}, ${row.remark},
      ${JSON.stringify(row.balance)}::jsonb, ${row.recordedBy}, ${row.learnedAt})`.execute(tx)
  const numbered = (all: readonly object[]): string => JSON.stringify(all.map((one, part) => ({ ...one, part })))
  await sql`
    insert into processing_input (tenant_id, processing_id, part, lot_id, drawn_grams, ${charges})
    select ${tenant}, ${row.id}::uuid, one.part, one.lot, one."drawnGrams", ${chargeValues}
    from jsonb_to_recordset(${numbered(row.inputs)}::jsonb) as one (${chargeColumns}, "drawnGrams" bigint)`.execute(tx)
  await sql`
    insert into processing_output (tenant_id, processing_id, part, lot_id, role, mass_grams, ${charges})
    select ${tenant}, ${row.id}::uuid, one.part, one.lot, one.role, one."massGrams", ${chargeValues}
    from jsonb_to_recordset(${numbered(row.outputs)}::jsonb) as one (${chargeColumns}, role text, "massGrams" bigint)`.execute(tx)
}
