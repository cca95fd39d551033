/* Lots as one organisation held them before and at the end of a span of days, and what it made of them in between. Drawn amounts are kept apart from the mass. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type Span, theirs } from './store-trades.ts'

export interface HeldRow {
  readonly lot: string
  readonly mineral: string
  readonly massGrams: number
  readonly massMilligrams: number | null
  readonly heldBefore: boolean
  readonly heldAfter: boolean
  readonly madeHere: boolean
  readonly goneBeforeGrams: number
  readonly goneBeforeMilligrams: number
  readonly goneAfterGrams: number
  readonly goneAfterMilligrams: number
  readonly drawnGrams: number
  readonly drawnMilligrams: number
}
/** The holder of a day is the last one by its end. */
export async function listHeldLots(tx: Tx, tenant: string, { organisation, from, until }: Span): Promise<readonly HeldRow[]> {
  const found = await sql<HeldRow>`
    with mine as (
      select lot.id, lot.number, lot.mineral, lot.mass_grams, lot.mass_milligrams, lot.formed_on,
        coalesce((select h.organisation_id from lot_holding h where h.tenant_id = lot.tenant_id and h.lot_id = lot.id and h.since < ${from}::date
          order by h.since desc, h.position desc limit 1) = ${organisation}::uuid, false) as before,
        coalesce((select h.organisation_id from lot_holding h where h.tenant_id = lot.tenant_id and h.lot_id = lot.id and h.since <= ${until}::date
          order by h.since desc, h.position desc limit 1) = ${organisation}::uuid, false) as after,
        (select h.organisation_id from lot_holding h where h.tenant_id = lot.tenant_id and h.lot_id = lot.id order by h.position limit 1) as first
      from lot where lot.tenant_id = ${tenant} and lot.id in (${theirs(tenant, organisation)}) and lot.voided_at is null
    )
    select mine.id as lot, mine.mineral, mine.mass_grams as "massGrams", mine.mass_milligrams as "massMilligrams",
      mine.before as "heldBefore", mine.after as "heldAfter",
      (mine.first = ${organisation}::uuid and mine.formed_on between ${from}::date and ${until}::date
        and exists (select from lot_input i where i.tenant_id = ${tenant} and i.lot_id = mine.id)) as "madeHere",
      gone.before_grams as "goneBeforeGrams", gone.before_milligrams as "goneBeforeMilligrams", gone.after_grams as "goneAfterGrams",
      gone.after_milligrams as "goneAfterMilligrams", gone.own_grams as "drawnGrams", gone.own_milligrams as "drawnMilligrams"
    from mine cross join lateral (
      select coalesce(sum(i.drawn_grams) filter (where made.formed_on < ${from}::date), 0)::bigint as before_grams,
        coalesce(sum(i.drawn_milligrams) filter (where made.formed_on < ${from}::date), 0)::bigint as before_milligrams,
        coalesce(sum(i.drawn_grams), 0)::bigint as after_grams, coalesce(sum(i.drawn_milligrams), 0)::bigint as after_milligrams,
        coalesce(sum(i.drawn_grams) filter (where own.yes), 0)::bigint as own_grams,
        coalesce(sum(i.drawn_milligrams) filter (where own.yes), 0)::bigint as own_milligrams
      from lot_input i join lot made on made.tenant_id = i.tenant_id and made.id = i.lot_id and made.voided_at is null
        cross join lateral (select made.formed_on >= ${from}::date and (select h.organisation_id from lot_holding h
          where h.tenant_id = made.tenant_id and h.lot_id = made.id order by h.position limit 1) = ${organisation}::uuid as yes) own
      where i.tenant_id = ${tenant} and i.input_id = mine.id and made.formed_on <= ${until}::date
    ) gone
    order by mine.mineral, mine.number`.execute(tx)
  return found.rows
}
