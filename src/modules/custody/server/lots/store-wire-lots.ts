/* Lots as a data-sharing protocol asks for them: one statement for a page, with what stands beside each. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { WireLotFacts, WireLotsAsked } from '../../contract-wire-lots.ts'
import { type Sight, seenBy } from './store-sight.ts'

const beside = sql`
  lot.processing_id is not null as processed,
  exists (select from purchase_lot b where b.tenant_id = lot.tenant_id and b.lot_id = lot.id) as bought,
  exists (select from lot_stay s where s.tenant_id = lot.tenant_id and s.lot_id = lot.id) as stored,
  (select coalesce(jsonb_agg(jsonb_build_object('lot', source.id, 'number', source.number, 'drawnGrams', i.drawn_grams, 'drawnMilligrams', i.drawn_milligrams)
      order by source.number), '[]')
    from lot_input i join lot source on source.tenant_id = i.tenant_id and source.id = i.input_id where i.tenant_id = lot.tenant_id and i.lot_id = lot.id) as inputs,
  (select coalesce(jsonb_agg(jsonb_build_object('taxType', t.tax_type, 'amountHundredths', t.amount_hundredths, 'currency', t.currency,
      'authority', t.authority, 'paidOn', t.paid_on, 'receipt', t.receipt) order by t.purchase_id, t.part), '[]')
    from purchase_lot b join purchase_tax t on t.tenant_id = b.tenant_id and t.purchase_id = b.purchase_id
    where b.tenant_id = lot.tenant_id and b.lot_id = lot.id) as taxes,
  (select jsonb_build_object('value', a.value, 'unit', a.unit) from assay a where a.tenant_id = lot.tenant_id and a.lot_id = lot.id
    and a.element = case lot.mineral when 'Sn' then 'Sn' when 'Ta' then 'Ta2O5' when 'W' then 'WO3' else 'Au' end order by a.ordinal desc, a.part limit 1) as assay,
  last.to_id as recipient, last.sent_on as "sentOn"`

export async function listWireLots(
  tx: Tx,
  tenant: string,
  asked: WireLotsAsked & { readonly sight: Sight },
): Promise<{ readonly total: number; readonly lots: readonly WireLotFacts[] }> {
  const wanted = [sql`lot.tenant_id = ${tenant}`, sql`lot.voided_at is null`, seenBy(tenant, asked.sight)]
  if (asked.mineral !== undefined) wanted.push(sql`lot.mineral = ${asked.mineral}`)
  if (asked.number !== undefined) wanted.push(sql`lot.number = ${asked.number}`)
  if (asked.lots !== undefined) wanted.push(sql`lot.id = any(${[...asked.lots]}::uuid[])`)
  const where = sql.join(wanted, sql` and `)
  const counted = await sql<{ total: number }>`select count(*) as total from lot where ${where}`.execute(tx)
  const found = await sql<WireLotFacts>`
    select lot.id as lot, lot.number, lot.kind, lot.mineral, lot.mass_grams as "massGrams", lot.mass_milligrams as "massMilligrams",
      (lot.mass_grams - lot.drawn_grams) as "remainingGrams", lot.holder_id as holder, lot.site_id as site, lot.tag, lot.produced_on as "producedOn", lot.formed_on as "formedOn", lot.learned_at as "learnedAt",
      lot.certificate_number as certificate, ${beside}
    from lot left join lateral (select to_id, sent_on from transfer t where t.tenant_id = lot.tenant_id and t.lot_id = lot.id order by t.ordinal desc limit 1) last on true
    where ${where} order by lot.id desc offset ${asked.offset} limit ${asked.limit}`.execute(tx)
  return { total: counted.rows[0]?.total ?? 0, lots: found.rows }
}
