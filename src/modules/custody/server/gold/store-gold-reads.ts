/* How gold is read: beside its lots, and the prices of reference. A shipment's fineness is that of what went into it, by weight. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { lotColumns, type LotRow } from '../lots/store-lot-reads.ts'
import { type Sight, seenBy } from '../lots/store-sight.ts'

type Rows = Promise<readonly unknown[]>

export async function isMeltNumberTaken(tx: Tx, tenant: string, number: string): Promise<boolean> {
  const found = await sql`select 1 from gold_melt where tenant_id = ${tenant} and number = ${number}`.execute(tx)
  return found.rows.length > 0
}

/** Newest day first, and of one day the last word. `on`: that day or before. */
export async function listPrices(
  tx: Tx,
  tenant: string,
  asked: { readonly on?: string | undefined; readonly currency?: string | undefined; readonly limit: number },
): Rows {
  const found = await sql`
    select id, priced_on as "pricedOn", kind, currency, hundredths, per, hundredths_per_fine_gram as "hundredthsPerFineGram", source,
      learned_at as "learnedAt"
    from gold_reference_price where tenant_id = ${tenant} and priced_on <= coalesce(${asked.on ?? null}::date, priced_on)
      and currency = coalesce(${asked.currency ?? null}, currency)
    order by priced_on desc, learned_at desc, id desc limit ${asked.limit}`.execute(tx)
  return found.rows
}

/** A sachet or a bar has its own fineness; a shipment that of its inputs, where all are known. */
const goldOf = (tenant: string) => sql`
  left join gold_lot g on g.tenant_id = ${tenant} and g.lot_id = lot.id
  left join lateral (select case when bool_and(s.fineness_tenths_per_mille is not null) and sum(i.drawn_milligrams) > 0
      then round(sum(i.drawn_milligrams * s.fineness_tenths_per_mille) / sum(i.drawn_milligrams))::int end as fineness
    from lot_input i left join gold_lot s on s.tenant_id = i.tenant_id and s.lot_id = i.input_id
    where i.tenant_id = ${tenant} and i.lot_id = lot.id and g.lot_id is null) as inside on true`

export type GoldLotRow = LotRow & { readonly finenessTenthsPerMille: number | null; readonly form: string | null; readonly isOpen: boolean }
/** Gold in milligrams that the reader may see, newest record first; `ids` limits it. */
export async function listGoldLots(
  tx: Tx,
  tenant: string,
  asked: { readonly sight: Sight; readonly ids?: readonly string[] | undefined; readonly limit: number },
): Promise<readonly GoldLotRow[]> {
  const ids = asked.ids === undefined ? sql`true` : sql`lot.id = any(${[...asked.ids]}::uuid[])`
  const found = await sql<GoldLotRow>`
    select ${lotColumns}, coalesce(g.fineness_tenths_per_mille, inside.fineness) as "finenessTenthsPerMille", g.form, coalesce(g.is_open, false) as "isOpen"
    from lot ${goldOf(tenant)}
    where lot.tenant_id = ${tenant} and lot.mineral = 'Au' and lot.mass_milligrams is not null and ${ids} and ${seenBy(tenant, asked.sight)}
    order by lot.id desc limit ${asked.limit}`.execute(tx)
  return found.rows
}

/** Form and fineness of these lots; unknown ones are left out. */
export async function listGoldOf(tx: Tx, tenant: string, lots: readonly string[]): Rows {
  const found = await sql`
    select lot.id as lot, coalesce(g.fineness_tenths_per_mille, inside.fineness) as "finenessTenthsPerMille", g.form
    from lot ${goldOf(tenant)} where lot.tenant_id = ${tenant} and lot.id = any(${[...lots]}::uuid[])`.execute(tx)
  return found.rows
}

/** What was written when a sachet was sealed or a bar cast; `null` for a shipment. */
export async function findGold(tx: Tx, tenant: string, lot: string): Promise<unknown> {
  const found = await sql`
    select g.fineness_method as "finenessMethod", g.uncertainty_tenths_per_mille as "uncertaintyTenthsPerMille", g.form, g.artisan_card as "artisanCard",
      g.cooperative_id as cooperative, g.place, g.buyer_id as buyer, g.sealed_on as "sealedOn", g.sealed_milligrams as "sealedMilligrams",
      g.is_open as "isOpen", g.price, g.amount_hundredths as "amountHundredths", g.reference, g.photo, g.melt_id as melt
    from gold_lot g where g.tenant_id = ${tenant} and g.lot_id = ${lot}`.execute(tx)
  return found.rows[0] ?? null
}

export async function listReopenings(tx: Tx, tenant: string, lot: string): Rows {
  const found = await sql`
    select reason, witnesses, seal_found as "sealFound", before_milligrams as "beforeMilligrams", after_milligrams as "afterMilligrams",
      old_serial as "oldSerial", new_serial as "newSerial", reopened_on as "reopenedOn", learned_at as "learnedAt"
    from gold_reopening where tenant_id = ${tenant} and lot_id = ${lot} order by ordinal`.execute(tx)
  return found.rows
}

/** The melt that a bar came out of, or that a sachet went into. */
export async function findMeltOf(tx: Tx, tenant: string, lot: string): Promise<unknown> {
  const found = await sql`
    select m.id, m.number, m.organisation_id as organisation, m.place, m.melted_on as "meltedOn", m.remark, m.input_milligrams as "inputMilligrams",
      m.output_milligrams as "outputMilligrams", m.loss_milligrams as "lossMilligrams", m.loss_hundredths_of_percent as "lossHundredthsOfPercent",
      m.input_fine_milligrams as "inputFineMilligrams", m.output_fine_milligrams as "outputFineMilligrams",
      (select jsonb_agg(jsonb_build_object('lot', l.id, 'number', l.number, 'drawnMilligrams', (one ->> 'drawnMilligrams')::bigint) order by l.number)
        from jsonb_array_elements(m.inputs) as one join lot l on l.tenant_id = m.tenant_id and l.id = (one ->> 'lot')::uuid) as inputs,
      (select jsonb_agg(jsonb_build_object('lot', l.id, 'number', l.number, 'role', g.role, 'massMilligrams',
        coalesce((select w.mass_milligrams from weighing w where w.tenant_id = l.tenant_id and w.lot_id = l.id order by w.ordinal limit 1), l.mass_milligrams),
        'finenessTenthsPerMille', g.fineness_tenths_per_mille) order by l.number)
        from gold_lot g join lot l on l.tenant_id = g.tenant_id and l.id = g.lot_id where g.tenant_id = m.tenant_id and g.melt_id = m.id) as outputs
    from gold_melt m where m.tenant_id = ${tenant} and m.id in (
      select g.melt_id from gold_lot g where g.tenant_id = ${tenant} and g.melt_id is not null and (g.lot_id = ${lot} or g.lot_id in (
        select i.lot_id from lot_input i where i.tenant_id = ${tenant} and i.input_id = ${lot})))
    order by (select count(*) from gold_lot g where g.tenant_id = m.tenant_id and g.melt_id = m.id and g.lot_id = ${lot}) desc, m.id limit 1`.execute(
    tx,
  )
  return found.rows[0] ?? null
}
