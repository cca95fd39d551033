/* The rows of gold, as the projection writes them; every statement follows from its event, so a replay writes the same. */
import { sql } from 'kysely'
import type { Infer } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { BarCast, GoldMelted, ReferencePriceDeclared, SachetReopened, SachetSealed } from '../../domain/gold/gold-events.ts'
import type { EventPlace } from '../lots/store-lots.ts'

const jsonOr = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value))

export async function insertSachet(tx: Tx, tenant: string, lot: string, seen: Infer<typeof SachetSealed>): Promise<void> {
  await sql`
    insert into gold_lot (tenant_id, lot_id, fineness_tenths_per_mille, fineness_method, uncertainty_tenths_per_mille, form, artisan_card,
      cooperative_id, place, buyer_id, sealed_on, sealed_milligrams, price, amount_hundredths, reference, photo)
    values (${tenant}, ${lot}, ${seen.finenessTenthsPerMille}, ${seen.finenessMethod}, ${seen.uncertaintyTenthsPerMille ?? null}, ${seen.form},
      ${seen.artisanCard ?? null}, ${seen.cooperative ?? null}, ${seen.place ?? null}, ${seen.buyer}, ${seen.sealedOn}, ${seen.massMilligrams},
      ${jsonOr(seen.price)}::jsonb, ${seen.amountHundredths}, ${jsonOr(seen.reference)}::jsonb, ${jsonOr(seen.photo)}::jsonb)`.execute(tx)
}

export async function insertBar(tx: Tx, tenant: string, lot: string, bar: Infer<typeof BarCast>): Promise<void> {
  await sql`
    insert into gold_lot (tenant_id, lot_id, fineness_tenths_per_mille, fineness_method, uncertainty_tenths_per_mille, melt_id, role)
    values (${tenant}, ${lot}, ${bar.finenessTenthsPerMille}, ${bar.finenessMethod}, ${bar.uncertaintyTenthsPerMille ?? null}, ${bar.melt},
      ${bar.kind === 'gold-bar' ? 'bar' : 'remainder'})`.execute(tx)
}

type Reopened = Infer<typeof SachetReopened> & { readonly lot: string }
/** The sachet stands open until it has a new number. */
export async function insertReopening(tx: Tx, tenant: string, seen: Reopened, place: EventPlace): Promise<void> {
  await sql`
    insert into gold_reopening (tenant_id, event_id, lot_id, ordinal, reason, witnesses, seal_found, before_milligrams, after_milligrams, old_serial,
      new_serial, reopened_on, learned_at)
    values (${tenant}, ${place.eventId}, ${seen.lot}, ${place.ordinal}, ${seen.reason}, ${JSON.stringify(seen.witnesses)}::jsonb, ${seen.sealFound},
      ${seen.beforeMilligrams}, ${seen.afterMilligrams}, ${seen.oldSerial}, ${seen.newSerial}, ${seen.reopenedOn}, ${place.learnedAt})`.execute(
    tx,
  )
  await sql`update gold_lot set is_open = ${seen.newSerial === null} where tenant_id = ${tenant} and lot_id = ${seen.lot}`.execute(tx)
  await sql`
    update lot set mass_grams = ${seen.massGrams}, mass_milligrams = ${seen.massMilligrams}, tag = coalesce(${seen.newSerial}, tag),
      last_on = greatest(last_on, ${seen.reopenedOn}::date) where tenant_id = ${tenant} and id = ${seen.lot}`.execute(tx)
}

export async function insertMelt(
  tx: Tx,
  tenant: string,
  id: string,
  melt: Infer<typeof GoldMelted> & { readonly learnedAt: string },
): Promise<void> {
  await sql`
    insert into gold_melt (tenant_id, id, number, organisation_id, place, melted_on, remark, input_milligrams, output_milligrams, loss_milligrams,
      loss_hundredths_of_percent, input_fine_milligrams, output_fine_milligrams, inputs, learned_at)
    values (${tenant}, ${id}, ${melt.number}, ${melt.organisation}, ${melt.place ?? null}, ${melt.meltedOn}, ${melt.remark ?? null},
      ${melt.inputMilligrams}, ${melt.outputMilligrams}, ${melt.lossMilligrams}, ${melt.lossHundredthsOfPercent}, ${melt.inputFineMilligrams},
      ${melt.outputFineMilligrams}, ${JSON.stringify(melt.inputs)}::jsonb, ${melt.learnedAt})`.execute(tx)
}

export async function insertPrice(
  tx: Tx,
  tenant: string,
  price: Infer<typeof ReferencePriceDeclared> & { readonly id: string; readonly learnedAt: string },
): Promise<void> {
  await sql`
    insert into gold_reference_price (tenant_id, id, priced_on, kind, currency, hundredths, per, hundredths_per_fine_gram, source, learned_at)
    values (${tenant}, ${price.id}, ${price.pricedOn}, ${price.kind}, ${price.currency}, ${price.hundredths}, ${price.per},
      ${price.hundredthsPerFineGram}, ${price.source}, ${price.learnedAt})`.execute(tx)
}
