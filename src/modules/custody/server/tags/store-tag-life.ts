/*
What happens to used tags because of what happens to their bags. The states from which a tag may go on are handed in from the
domain's table, so that no number ever goes back: a lot that was voided gives its grams back, but its cut tags stay cut.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

/** The tag of a bag that was sent. */
export async function setTagInTransit(tx: Tx, tenant: string, lot: string, from: readonly string[]): Promise<void> {
  await sql`update tag set state = 'in-transit' where tenant_id = ${tenant} and lot_id = ${lot} and state = any(${[...from]})`.execute(tx)
}

/** The tags of the bags that this lot emptied. Nothing of such a bag is left, whoever drew the rest. */
export async function setTagsEmptied(tx: Tx, tenant: string, lot: string, from: readonly string[]): Promise<void> {
  await sql`
    update tag set state = 'emptied'
    from lot_input i join lot bag on bag.tenant_id = i.tenant_id and bag.id = i.input_id
      and case when bag.mass_milligrams is null then bag.drawn_grams >= bag.mass_grams else bag.drawn_milligrams >= bag.mass_milligrams end
    where i.tenant_id = ${tenant} and i.lot_id = ${lot} and tag.tenant_id = ${tenant} and tag.lot_id = bag.id
      and tag.state = any(${[...from]})`.execute(tx)
}

export async function setTagsDestroyed(
  tx: Tx,
  tenant: string,
  destroyed: { readonly batch: string; readonly numbers: readonly number[]; readonly on: string },
): Promise<void> {
  await sql`
    update tag set state = 'destroyed', destroyed_on = ${destroyed.on}
    where tenant_id = ${tenant} and batch_id = ${destroyed.batch} and number = any(${[...destroyed.numbers]}::bigint[])`.execute(tx)
}

export interface DeclaredRow {
  readonly batch: string
  readonly series: string
  readonly digits: number
  readonly checkDigit: 'none' | 'luhn'
  readonly number: number
  readonly as: string
  readonly declaredOn: string
  readonly daysLate: number
  readonly destroyedOn: string | null
  readonly reason: string | null
  readonly site: string | null
}
/** The last declared ones, at most 500; of these sites when they are given. */
export async function listDeclarations(tx: Tx, tenant: string, sites: readonly string[] | null): Promise<readonly DeclaredRow[]> {
  const found = await sql<DeclaredRow>`
    select t.batch_id as batch, series, digits, check_digit as "checkDigit", t.number, coalesce(t.declared_as, t.state) as "as",
      t.changed_on as "declaredOn", coalesce(t.days_late, 0) as "daysLate", t.destroyed_on as "destroyedOn", t.reason, p.site_id as site
    from tag t join tag_batch b on b.tenant_id = t.tenant_id and b.id = t.batch_id
      left join tag_part p on p.tenant_id = t.tenant_id and p.batch_id = t.batch_id and t.number between p.from_number and p.to_number
    where t.tenant_id = ${tenant} and t.lot_id is null and (${sites === null} or p.site_id = any(${[...(sites ?? [])]}::uuid[]))
    order by t.changed_on desc, t.batch_id, t.number desc limit 500`.execute(tx)
  return found.rows
}
